"""A page as the files of the search have it: all that each of them takes from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.search.core import core_page_of
from hiring.search.scripts import page_data
from hiring.search.weights import page_words

if TYPE_CHECKING:
    from hiring.search.core import CorePage
    from hiring.search.records import PageRecords
    from hiring.search.weights import PageWords


@dataclass(frozen=True, slots=True)
class SearchedPage:
    """What the core says of a page, its words for the index, and its own data, compressed.

    ``made_of`` is a digest of all that they are made of.
    """

    core_page: CorePage
    words: PageWords
    data: str
    made_of: str = ""


def searched_page(page: PageRecords, language: str = "en", made_of: str = "") -> SearchedPage:
    """Return a page as the files have it; ``language`` is that of the site, in two letters."""
    return SearchedPage(core_page_of(page), page_words(page, language), page_data(page), made_of)
