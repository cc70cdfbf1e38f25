"""The index as the browser reads it: words, in which records each one is, and how much it says.

Everything is text in which no word can arise by chance, since the publishing scan reads it too:
a number is a letter or digit behind any count of other signs, and no two of the former touch.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING

from hiring.search.roots import Roots
from hiring.search.weights import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hiring.search.weights import PageWords

ENDS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
MORE = "!$()*+,;=?@[]{}|"
SHARD = 8_000
"""The characters of postings that one file holds, more or less: few requests, few bytes each."""

assert len(MORE) == STEPS

_POSTING = re.compile(rf"([{re.escape(MORE)}]*\w)([{re.escape(MORE)}])")


@dataclass(frozen=True, slots=True)
class Index:
    """The index of all records: ``words`` are grouped by stem, the forms of one joined by commas.

    ``shards`` are the number of the first word of each, and its postings: for each word those of
    pages, an apostrophe, and those of records.
    """

    words: str
    shards: tuple[tuple[int, str], ...]

    @property
    def words_by_shard(self) -> list[list[str]]:
        """The words that each shard has, grouped as all are."""
        groups = self.words.split(" ")
        starts = [first for first, _ in self.shards]
        return [groups[first:end] for first, end in pairwise([*starts, len(groups)])]


def index_of(pages: Iterable[PageWords]) -> Index:
    """Return the index of pages; their records count through in the order that is given.

    Each page is taken in and let go of, so that they are never all in memory.
    """
    one, apart = Roots(), Roots()
    forms: dict[str, set[str]] = {}
    # A number holds where and how much: a million pairs would be what takes most of the memory.
    by_page: defaultdict[str, array[int]] = defaultdict(partial(array, "L"))
    by_record: defaultdict[str, array[int]] = defaultdict(partial(array, "L"))
    start = 0
    for number, page in enumerate(pages):
        one.note(page)
        # By a root of the site's own: which of those are one, only all pages tell.
        own = apart.words(page)
        for root, found in own.forms.items():
            forms.setdefault(root, set()).update(found)
        for root, weight in own.page.items():
            by_page[root].append(number * STEPS + weight)
        for place, words in enumerate(own.records, start):
            for root, weight in words.items():
                by_record[root].append(place * STEPS + weight)
        start += len(own.records)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for root in forms:
        groups[one.top(root)].append(root)
    return joined(
        (
            sorted(set().union(*(forms[it] for it in roots))),
            root,
            "'".join(_line([found[it] for it in roots]) for found in (by_page, by_record)),
        )
        for root, roots in groups.items()
    )


def _line(several: Sequence[array[int]]) -> str:
    """Return the postings of roots that are one: of each number the greater weight."""
    if len(several) == 1:
        return postings(divmod(it, STEPS) for it in several[0])
    greatest = dict(divmod(it, STEPS) for it in sorted(chain.from_iterable(several)))
    return postings(greatest.items())


def joined(groups: Iterable[tuple[Sequence[str], str, str]]) -> Index:
    """Return the index of groups, in any order: sorted forms, their stem, their postings."""
    ordered = sorted(groups)
    words = " ".join(",".join(forms) for forms, _, _ in ordered)
    return Index(words, _shards([line for _, _, line in ordered]))


def postings(found: Iterable[tuple[int, int]]) -> str:
    """Return (number, weight) pairs, ordered by number, as text: steps from one to the next."""
    before, parts = -1, []
    for number, weight in found:
        parts.append(written(number - before) + MORE[weight])
        before = number
    return "".join(parts)


def numbers(found: Iterable[int]) -> str:
    """Return ascending numbers as text: steps, with an apostrophe between."""
    before, parts = -1, []
    for number in found:
        parts.append(written(number - before))
        before = number
    return "'".join(parts)


@lru_cache(maxsize=4096)
def written(number: int) -> str:
    """Return a number as text: ``MORE`` of base 16, then an end of base 62."""
    more, end = divmod(number, len(ENDS))
    signs = ENDS[end]
    while more:
        more, sign = divmod(more, len(MORE))
        signs = MORE[sign] + signs
    return signs


def read_postings(text: str) -> list[tuple[int, int]]:
    """Return the (number, weight) pairs of such a text."""
    found, before = [], -1
    for sign, weight in _POSTING.findall(text):
        before += _read(sign)
        found.append((before, MORE.index(weight)))
    return found


def read_numbers(text: str) -> list[int]:
    """Return the numbers of such a text."""
    return list(accumulate(map(_read, text.split("'")), initial=-1))[1:] if text else []


@lru_cache(maxsize=4096)
def _read(written: str) -> int:
    more = 0
    for sign in written[:-1]:
        more = more * len(MORE) + MORE.index(sign)
    return more * len(ENDS) + ENDS.index(written[-1])


def _shards(lines: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Return lines in portions, each with the number of its first line."""
    found: list[tuple[int, str]] = []
    portion: list[str] = []
    size = 0
    for number, line in enumerate(lines):
        if portion and size + len(line) > SHARD:
            found.append((number - len(portion), " ".join(portion)))
            portion, size = [], 0
        portion.append(line)
        size += len(line)
    return (*found, (len(lines) - len(portion), " ".join(portion)))
