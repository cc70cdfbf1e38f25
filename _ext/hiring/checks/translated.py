"""What is found of a page and of its translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.catalog import WAIVER_EXPIRED, WAIVER_UNUSED

if TYPE_CHECKING:
    from collections.abc import Collection, Container

    from hiring.checks.finding import Finding
    from hiring.model.handbook import Handbook


def told_once(
    found: Collection[Finding], handbook: Handbook, lacking: Container[str]
) -> list[Finding]:
    """Return what is found, without what a page and its translation have in common.

    That is what comes of their facts; what is written is written in each of them.
    """
    told = {(it.path, it.rule, it.message) for it in found}
    kept = []
    for it in found:
        page = handbook.pages.get(it.path)
        original = handbook.pages.get(page.translates) if page else None
        same = original and (original.path, it.rule, it.message) in told
        taken = page and original and page.front_matter.checks is original.front_matter.checks
        if same and it.rule in lacking:
            continue
        if taken and it.rule in (WAIVER_UNUSED.name, WAIVER_EXPIRED.name):
            continue
        kept.append(it)
    return kept
