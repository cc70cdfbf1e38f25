"""Pages that were there before, and whose address now leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.messages import gettext
from hiring.model.paths import OPENINGS_FOLDER
from hiring.model.problem import Problem, Severity
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.model.handbook import Handbook


def gone_pages(before: Iterable[str], there: Iterable[str]) -> list[str]:
    """Return the pages among the files of ``before`` that are not there any more, in order.

    Openings are left out: they go once the job is filled.
    """
    gone = {*before} - {*there}
    return sorted(
        path for path in gone if path.endswith(".md") and not path.startswith(f"{OPENINGS_FOLDER}/")
    )


def gone_problems(gone: Iterable[str], handbook: Handbook) -> Iterator[Problem]:
    """Yield the pages that are gone and that no page names among its ``redirects``."""
    old = {path for page in handbook.pages.values() for path in page.front_matter.redirects}
    for path in gone:
        name = path.removesuffix(".md")
        if name not in old:
            message = gettext(
                "the page was here before, and its address leads nowhere now: write "
                "`redirects: [{name}]` into the page that took its place",
                name=name,
            )
            yield Problem(path, 1, Rule.PAGE_GONE, message, Severity.WARNING)
