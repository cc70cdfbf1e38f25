"""What texts show of other parts of the handbook: with it, it is known when they say another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.exports.text import reference_words, references_written_in

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening
    from hiring.model.page import Page
    from hiring.model.role import JobRole


def shown_in(stated: JobRole | Opening, handbook: Handbook) -> tuple[object, ...]:
    """Return what postings say by more than a role's or an opening's own data.

    That is names, and what is left out.
    """
    page = handbook.pages[stated.path]
    return *named_on(page, handbook), *lines_kept(page)


def lines_kept(page: Page) -> tuple[object, ...]:
    """Return the lines of a page that are for some of its readers alone."""
    return page.team_lines, page.employee_lines


def named_on(page: Page, handbook: Handbook) -> tuple[str, ...]:
    """Return what the cross-references on a page say, always in the same order.

    All exports ask: it is known of each page once.
    """
    known = handbook.named
    if page.path not in known:
        written = sorted({*references_written_in(page.text)}) if "`" in page.text else ()
        known[page.path] = tuple(reference_words(*it, handbook, page.path) for it in written)
    return known[page.path]
