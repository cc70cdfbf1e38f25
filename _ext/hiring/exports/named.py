"""What texts show of other parts of the handbook: with it, it is known when they say another."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hiring.exports.text import reference_words, references_written_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.handbook import Handbook
    from hiring.model.page import Page
    from hiring.model.role import JobRole


def shown_in(role: JobRole, handbook: Handbook) -> tuple[object, ...]:
    """Return what a role's postings say by more than its own data: names, and what is left out."""
    texts = [part.markdown for part in role.parts]
    return *named_in(texts, role.path, handbook), *lines_kept(handbook.pages[role.path])


def lines_kept(page: Page) -> tuple[object, ...]:
    """Return the lines of a page that are for some of its readers alone."""
    return page.team_lines, page.employee_lines


def named_in(texts: Iterable[str], path: str, handbook: Handbook) -> list[str]:
    """Return what the cross-references in Markdown of a page say, always in the same order."""
    named = sorted({reference for text in texts for reference in _written_in(text)})
    return [reference_words(*reference, handbook, path) for reference in named]


@lru_cache(maxsize=100_000)
def _written_in(text: str) -> tuple[tuple[str, str, str], ...]:
    """Return what is written in a text; several exports ask."""
    return tuple(references_written_in(text)) if "`" in text else ()
