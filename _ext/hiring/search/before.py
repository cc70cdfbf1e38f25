"""The search data that an earlier build has left, and the index of few new pages upon it.

The files are all that is kept: what they say of a page that has not changed is taken over, and of
one that has, its former file tells which words the index loses.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from hiring.search.core import entries_of
from hiring.search.index import joined, postings, read_postings
from hiring.search.roots import Roots
from hiring.search.scripts import (
    CORE,
    FOLDER,
    opened,
    pack_file,
    read_page,
    read_script,
    unpacked,
    version_of,
)
from hiring.search.tokens import stem
from hiring.search.weights import page_words
from hiring.search.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from hiring.search.core import Entry
    from hiring.search.index import Index
    from hiring.search.records import PageRecords
    from hiring.search.weights import PageWords

FEW = 5
"""Where one page in so many is new, a whole index costs no more than the old one changed."""


@dataclass(frozen=True)
class Before:
    """All files of an earlier build, which are whole; by path, with what the core says.

    ``pages`` are the scripts of pages, by the pages' paths.
    """

    core: Mapping[str, Any]
    files: Mapping[str, bytes]
    pages: Mapping[str, bytes]

    @cached_property
    def entries(self) -> list[Entry]:
        """What the core says of each page."""
        return entries_of(self.core)

    def is_made_of(self, path: str, made_of: str) -> bool:
        """Tell whether the script of a page was made of the very same."""
        return self.pages.get(path, b"").startswith(f"// {made_of}\n".encode())

    def page(self, path: str) -> PageRecords:
        """Return what was found on a page."""
        return read_page(self.pages[path])

    def script(self, path: str, layout: str) -> bytes:
        """Return the script of a page as it belongs to a layout."""
        old, new = (f',["{it}",'.encode() for it in (self.core["layout"], layout))
        return self.pages[path].replace(old, new, 1)

    def has_place_for(self, new: Mapping[str, PageRecords], paths: Sequence[str]) -> bool:
        """Tell whether few pages are new, and every record of the others keeps its number."""
        counts = {entry.path: len(entry.kinds) for entry in self.entries}
        return (
            len(new) * FEW <= len(paths)
            and list(counts) == list(paths)
            and all(len(page.records) == counts[path] for path, page in new.items())
        )

    @cached_property
    def portions(self) -> list[tuple[str, str]]:
        """Each portion of the words, and what it is compressed to."""
        names = [f"{FOLDER}/words/{number}.js" for number in range(len(self.core["shards"]))]
        written = [read_script(self.files[name])[1] for name in names]
        return [(opened(data), data) for data in written]

    def groups(self) -> list[tuple[list[str], str]]:
        """Return the forms of each word, and its postings."""
        lines = " ".join(portion for portion, _ in self.portions).split(" ")
        words = [group.split(",") for group in self.core["words"].split(" ")]
        return list(zip(words, lines, strict=True))


def read_before(folder: Path) -> Before | None:
    """Return what an earlier build has left under a folder; nothing unless it is whole."""
    try:
        data = (folder / CORE).read_bytes()
        version, written = read_script(data)
        core = opened(written)
        names = [f"{FOLDER}/words/{number}.js" for number in range(len(core["shards"]))]
        names += [pack_file(number) for number in range(len(core["packs"]))]
        files = {name: (folder / name).read_bytes() for name in names}
        if version != version_of(core, files.values()):
            return None
        packs = (files[pack_file(number)] for number in range(len(core["packs"])))
        scripts = [script for pack in packs for script in unpacked(pack)]
        paths = (f"{page[0]}.md" for page in core["pages"])
        return Before(core, {**files, CORE: data}, dict(zip(paths, scripts, strict=True)))
    except (OSError, LookupError, TypeError, ValueError):
        return None  # it was never written, or not to its end


def index_upon(before: Before, new: Mapping[str, PageRecords]) -> Index | None:
    """Return the index with the words of new pages in place of what the same pages had before.

    None where words that were one are so no more: then nothing tells which page has which of them.
    """
    return _Upon(before, new).index()


class _Upon:
    """The words of each new page, before and after, and the groups that the index had."""

    def __init__(self, before: Before, new: Mapping[str, PageRecords]) -> None:
        self.before = before
        self.new = new
        self.starts = [0, *accumulate(len(entry.kinds) for entry in before.entries)]
        self.known: dict[int, PageWords] = {}
        self.written = Written(before.pages)
        self.roots = Roots(self._words(number) for number in self._foreign())
        self.pages: dict[int, tuple[PageWords, PageWords]] = {
            number: (
                self.roots.words(self._of(before.page(entry.path))),
                self.roots.words(self._words(number)),
            )
            for number, entry in enumerate(before.entries)
            if entry.path in new
        }

    def _foreign(self) -> Iterator[int]:
        """Yield the pages that are now in another language than the site."""
        for number, entry in enumerate(self.before.entries):
            page = self.new.get(entry.path)
            if page.language if page else entry.language:
                yield number

    def index(self) -> Index | None:
        groups = self._groups()
        if groups is None:
            return None
        for root in sorted(self._touched()):
            forms, line = groups.get(root, ([], "'"))
            changed = self._line(root, line)
            if changed == "'":
                groups.pop(root, None)
            else:
                groups[root] = (self._forms(root, forms, changed), changed)
        return joined((forms, root, line) for root, (forms, line) in groups.items())

    def _groups(self) -> dict[str, tuple[list[str], str]] | None:
        """Return the groups there were, by root; None where one of them is several now."""
        stemmer = self.before.core["stemmer"]
        groups: dict[str, tuple[list[str], str]] = {}
        was_mixed = any(entry.language for entry in self.before.entries)
        for forms, line in self.before.groups():
            looked_at = forms if was_mixed or self.roots.is_mixed else forms[:1]
            root, *more = {self.roots.top(stem(form, stemmer)) for form in looked_at}
            if more:
                return None
            if root in groups:
                others, other = groups[root]
                groups[root] = (sorted({*forms, *others}), _joined_lines(line, other))
            else:
                groups[root] = (forms, line)
        return groups

    def _of(self, page: PageRecords) -> PageWords:
        return page_words(page, self.before.core["stemmer"])

    def _touched(self) -> set[str]:
        """Return the stems that a new page has in other forms, or with other weights."""
        found: set[str] = set()
        for old, new in self.pages.values():
            both = [(old.page, new.page), *zip(old.records, new.records, strict=True)]
            for was, now in both:
                found |= {root for root, _ in was.items() ^ now.items()}
            roots = old.forms.keys() | new.forms.keys()
            found |= {it for it in roots if old.forms.get(it) != new.forms.get(it)}
        return found

    def _line(self, root: str, line: str) -> str:
        """Return the postings of a stem as they are now."""
        of_pages, of_records = (dict(read_postings(part)) for part in line.split("'"))
        for number, (_, new) in self.pages.items():
            _put(of_pages, number, new.page.get(root))
            for place, words in enumerate(new.records, self.starts[number]):
                _put(of_records, place, words.get(root))
        return f"{postings(sorted(of_pages.items()))}'{postings(sorted(of_records.items()))}"

    def _forms(self, root: str, forms: Sequence[str], line: str) -> list[str]:
        """Return the forms in which a stem is written somewhere now."""
        found = {form for _, new in self.pages.values() for form in new.forms.get(root, ())}
        lost = {form for old, _ in self.pages.values() for form in old.forms.get(root, ())} - found
        found |= set(forms) - lost
        others = [self.before.entries[number].path for number in self._others(line) if lost]
        return sorted(found | self.written.of(lost, others))

    def _others(self, line: str) -> Iterator[int]:
        """Yield the pages that have a stem and are not new."""
        of_pages, of_records = map(read_postings, line.split("'"))
        page = 0
        found = {number for number, _ in of_pages}
        for place, _ in of_records:
            while self.starts[page + 1] <= place:
                page += 1
            found.add(page)
        yield from sorted(found - self.pages.keys())

    def _words(self, number: int) -> PageWords:
        """Return the words of a page as it is now."""
        if number not in self.known:
            path = self.before.entries[number].path
            self.known[number] = self._of(self.new.get(path) or self.before.page(path))
        return self.known[number]


def _joined_lines(one: str, other: str) -> str:
    """Return the postings of two words that are one: of each number the greater weight."""
    parts = []
    for both in zip(one.split("'"), other.split("'"), strict=True):
        found: dict[int, int] = {}
        for number, weight in chain.from_iterable(map(read_postings, both)):
            found[number] = max(weight, found.get(number, 0))
        parts.append(postings(sorted(found.items())))
    return "'".join(parts)


def _put(weights: dict[int, int], number: int, weight: int | None) -> None:
    if weight is None:
        weights.pop(number, None)
    else:
        weights[number] = weight
