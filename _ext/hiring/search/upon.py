"""The index of few new pages upon that of an earlier build.

What the earlier files say of a page that has not changed is taken over, and of one that has, its
former file tells which words the index loses.
"""

from __future__ import annotations

from itertools import accumulate, chain
from typing import TYPE_CHECKING

from hiring.search.index import joined, postings, read_postings
from hiring.search.roots import Roots
from hiring.search.tokens import stem
from hiring.search.weights import page_words
from hiring.search.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hiring.search.before import Before
    from hiring.search.index import Index
    from hiring.search.records import PageRecords
    from hiring.search.searched import SearchedPage
    from hiring.search.weights import PageWords


def index_upon(before: Before, new: Mapping[str, SearchedPage]) -> Index | None:
    """Return the index with the words of new pages in place of what the same pages had before.

    None where a page has more records or fewer, so that those of others change their numbers; and
    where words that were one are so no more: then nothing tells which page has which of them.
    """
    if any(
        len(it.core_page.kinds) != len(before.core_page_at[path].kinds) for path, it in new.items()
    ):
        return None
    return _Upon(before, new).index()


class _Upon:
    """The words of each new page, before and after, and the groups that the index had."""

    def __init__(self, before: Before, new: Mapping[str, SearchedPage]) -> None:
        self.before = before
        self.new = new
        self.starts = [0, *accumulate(len(page.kinds) for page in before.core_pages)]
        self.known: dict[int, PageWords] = {}
        self.written = Written(before.pages)
        self.roots = Roots(self._words(number) for number in self._foreign())
        self.pages: dict[int, tuple[PageWords, PageWords]] = {
            number: (
                self.roots.words(self._of(before.page(page.path))),
                self.roots.words(self._words(number)),
            )
            for number, page in enumerate(before.core_pages)
            if page.path in new
        }

    def _foreign(self) -> Iterator[int]:
        """Yield the pages that are now in another language than the site."""
        for number, page in enumerate(self.before.core_pages):
            new = self.new.get(page.path)
            if (new.core_page if new else page).language:
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
        was_mixed = any(page.language for page in self.before.core_pages)
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
        others = [self.before.core_pages[number].path for number in self._others(line) if lost]
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
            path = self.before.core_pages[number].path
            new = self.new.get(path)
            self.known[number] = new.words if new else self._of(self.before.page(path))
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
