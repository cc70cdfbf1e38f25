"""What changed on pages, as their writers say it in front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.facts import Change
    from hiring.model.page import Page


class PageChange(NamedTuple):
    """A change, with the page that it was made on."""

    page: Page
    change: Change


def changes_of(pages: Iterable[Page]) -> list[PageChange]:
    """Return the changes that pages state, the newest first; those of a day as they are stated."""
    found = [PageChange(page, change) for page in pages for change in page.front_matter.changes]
    return sorted(found, key=lambda it: (-it.change.on.toordinal(), it.page.path))
