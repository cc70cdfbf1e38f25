"""How much each word of a record says about it: BM25F, computed once, when the index is made.

The browser only adds up what stands in the index. Robertson, Zaragoza and Taylor, "Simple BM25
extension to multiple weighted fields" (CIKM 2004).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hiring.search.kinds import words_of_kind
from hiring.search.tokens import stem, telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hiring.search.records import PageRecords, Record

WEIGHTS = {"heading": 4.0, "also": 3.5, "kinds": 2.0, "parents": 1.0, "text": 1.0}
"""How much a word in each field counts, against one in the text."""

USUAL = {"heading": 4.0, "also": 5.0, "kinds": 8.0, "parents": 2.0, "text": 60.0}
"""The length of each field, in words, at which a word of it counts as stated above.

Constants and not averages: a page that is added would else change the index of all others.
"""

LENGTH = 0.5
"""How far the length of a field counts: 0 not at all, 1 wholly."""

SATURATION = 2.0
"""How much of a word in a record is worth half of all there can be of it."""

STEPS = 16
"""The levels in which a word's weight is kept."""


@dataclass(slots=True)
class PageWords:
    """The weights of a page's words: of the page by its name, and of each record; and all forms.

    ``forms`` are the words as they are written, by their root. Of a page in another language than
    the site, ``shared`` are its own roots, each with those that the site's language has for its
    forms, which come first, and for itself.
    """

    page: dict[str, int] = field(default_factory=dict)
    records: list[dict[str, int]] = field(default_factory=list)
    forms: dict[str, set[str]] = field(default_factory=dict)
    shared: dict[str, dict[str, None]] = field(default_factory=dict)


def page_words(page: PageRecords, language: str = "en") -> PageWords:
    """Return the weights of all words of a page, each by its root, from 0 to STEPS - 1.

    ``language`` is that of the site.
    """
    found = PageWords()
    own = page.language
    found.page = _weights(_fields_of_name(page), found, own, language)
    found.records = [_weights(_fields(it), found, own, language) for it in page.records]
    return found


def words_on(page: PageRecords) -> set[str]:
    """Return all words of a page as they are written: the forms of ``page_words``."""
    fields = [_fields_of_name(page), *map(_fields, page.records)]
    return {word for it in fields for words in it.values() for word in words}


def _fields_of_name(page: PageRecords) -> dict[str, list[str]]:
    """Return the words that a page goes by, as fields."""
    return {
        "heading": telling(page.title),
        "also": _said(page.aliases),
        "kinds": _said(page.about[1:]),
        "parents": _said(page.about[:1]),
    }


def _fields(record: Record) -> dict[str, list[str]]:
    """Return the words of each field of a record."""
    return {
        "heading": telling(record.heading),
        "also": _said(record.also),
        "kinds": [word for kind in record.kinds for word in words_of_kind(kind)],
        "parents": _said(record.parents),
        "text": telling(record.text),
    }


def _said(names: Iterable[str]) -> list[str]:
    return [token for name in names for token in telling(name)]


def _weights(
    fields: Mapping[str, list[str]], page: PageWords, own: str, language: str
) -> dict[str, int]:
    """Return the weights of a record's words, and note their forms; ``own`` is as a page's."""
    total: dict[str, float] = {}
    for name, words in fields.items():
        share = WEIGHTS[name] / (1 - LENGTH + LENGTH * max(len(words), 1) / USUAL[name])
        for word, count in Counter(words).items():
            root = stem(word, language)
            # What readers call a kind of section is said in the words of all languages.
            if own and name != "kinds":
                foreign = stem(word, own)
                shared, root = (root, stem(foreign, language)), f"{own}:{foreign}"
                page.shared.setdefault(root, {}).update(dict.fromkeys(shared))
            page.forms.setdefault(root, set()).add(word)
            total[root] = total.get(root, 0.0) + share * count
    return {
        root: min(int(weight / (weight + SATURATION) * STEPS), STEPS - 1)
        for root, weight in total.items()
    }
