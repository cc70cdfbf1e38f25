"""The text of a whole file in one piece, plain enough for patterns, with the way to its lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from hiring.checks.language.english import is_in
from hiring.checks.language.proper import in_name, names_person
from hiring.checks.language.signs import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hiring.checks.language.needs import Needs, Words
    from hiring.checks.language.prose import Passage

BETWEEN = "\0"
"""What stands between two passages; no page can hold it, and no pattern of words crosses it."""

Row = tuple[str, int]
"""A rule, and the number of one of its entries in the list, from 0."""

AROUND = 400
"""How many characters on each side of what was found its surroundings may have.

No sentence for readers is longer, and a page that is one long line takes no longer for it.
"""

_QUOTED = re.compile(r"\"[^\"]{1,80}\"|«[^«»]{1,80}»|»[^«»]{1,80}«|(?<![\w'])'[^']{1,60}'(?!\w)")
_HIDDEN = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a pattern has found, ``written`` as in the file, and what stands around it, plain.

    ``before`` is what stands before it in its passage, ``lead`` and ``rest`` what stands before
    and after it in its sentence; each near it alone. ``quoted`` tells that it stands in quotes,
    ``is_read`` that its passage is in the language of its file; ``named`` that it is a part of a
    name, as of a law, and ``of_person`` that somebody is named before it. ``following`` is the next
    sentence.
    """

    passage: Passage
    line: int
    written: str
    before: str
    lead: str
    rest: str
    quoted: bool
    sentence: str
    following: str
    is_read: bool
    named: bool
    of_person: bool


@dataclass(frozen=True)
class _Part:
    """A passage with its plain text."""

    passage: Passage
    text: str
    language: str

    @cached_property
    def is_read(self) -> bool:
        """Whether it is in the file's language, as far as its words are not allowed anyway."""
        return is_in(self.language, self.text)

    @cached_property
    def sentences(self) -> list[int]:
        """Where sentences start."""
        return [sentence.start for sentence in self.passage.sentences]

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Where quoted words start and end."""
        return [found.span() for found in _QUOTED.finditer(self.text)]

    @cached_property
    def lines(self) -> list[int]:
        """Where lines end."""
        return [found.start() for found in re.finditer("\n", self.text)]

    def place(self, start: int, end: int) -> Place:
        number = bisect_right(self.sentences, start)
        first = max(self.sentences[number - 1] if number else 0, start - AROUND)
        starts = (*self.sentences[number : number + 2], len(self.text), len(self.text))
        last = max(end, min(starts[0], end + AROUND))
        quote = bisect_right(self.quotes, (start, 0)) - 1
        return Place(
            passage=self.passage,
            line=self.passage.line + bisect_right(self.lines, start),
            written=self.passage.text[start:end],
            before=self.text[max(0, start - AROUND) : start],
            lead=self.text[first:start],
            rest=self.text[end:last],
            quoted=quote >= 0 and start < self.quotes[quote][1],
            sentence=self.text[first:last],
            following=self.text[starts[0] : min(starts[1], starts[0] + AROUND)],
            is_read=self.is_read,
            named=in_name(self.passage.text, start, end),
            of_person=names_person(self.passage.text[max(0, start - AROUND) : start]),
        )


class PlainText:
    """Passages as one text: lower case, straight quotes and hyphens, ``allowed`` words blotted out.

    A character of it stands for the one at the same place of its passage.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        words: Words,
        allowed: Iterable[str] = (),
        language: str = "en",
        around: str = "",
    ) -> None:
        """Take the passages, their words as they are written, and the language of most.

        ``around`` is what the build says on the page beside them.
        """
        self.text = _without(plain(BETWEEN.join(passage.text for passage in passages)), allowed)
        self._passages = passages
        self._words = words
        self._language = language
        self._around = plain(around)
        lengths = (len(passage.text) + len(BETWEEN) for passage in passages)
        self._starts = list(accumulate(lengths, initial=0))
        self._parts: dict[int, _Part] = {}
        self._rows: dict[Needs[Row], dict[str, dict[int, list[int]]]] = {}
        self._says: dict[re.Pattern[str], bool] = {}

    @property
    def written(self) -> str:
        """The passages as they are written: a character stands where its plain one does."""
        return BETWEEN.join(passage.text for passage in self._passages)

    def found(
        self, rule: str, needs: Needs[Row], pattern_of: Callable[[tuple[int, ...]], re.Pattern[str]]
    ) -> Iterator[tuple[re.Match[str], tuple[int, ...]]]:
        """Yield where rows of a rule are found, and which were looked for.

        In each passage these are the rows that may be there, by what they need: ``pattern_of``
        returns the pattern of some. It crosses no passage.
        """
        for number, found in sorted(self._rows_in(needs).get(rule, {}).items()):
            rows = tuple(sorted(found))
            for match in pattern_of(rows).finditer(self.text, *self._span(number)):
                yield match, rows

    def _rows_in(self, needs: Needs[Row]) -> dict[str, dict[int, list[int]]]:
        """Return the rows that a passage may have terms of, by the rule and the passage."""
        if needs not in self._rows:
            found = self._rows[needs] = {}
            for (rule, row), passages in needs.rules_in(self._words).items():
                of_rule = found.setdefault(rule, {})
                for number in passages:
                    of_rule.setdefault(number, []).append(row)
        return self._rows[needs]

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether the page says something anywhere."""
        if pattern not in self._says:
            self._says[pattern] = any(map(pattern.search, (self.text, self._around)))
        return self._says[pattern]

    def of(self, passage: int) -> str:
        """Return the plain text of the passage with that number, from 0."""
        start, end = self._span(passage)
        return self.text[start:end]

    def place(self, start: int, end: int) -> Place:
        """Return the place of what was found from ``start`` to ``end`` of the text."""
        number = bisect_right(self._starts, start) - 1
        if number not in self._parts:
            passage, text = self._passages[number], self.of(number)
            self._parts[number] = _Part(passage, text, self._language)
        first = self._starts[number]
        return self._parts[number].place(start - first, end - first)

    def _span(self, passage: int) -> tuple[int, int]:
        return self._starts[passage], self._starts[passage + 1] - len(BETWEEN)


def _without(text: str, words: Iterable[str]) -> str:
    names = "|".join(re.escape(plain(word)) for word in sorted(words, key=len, reverse=True))
    if not names:
        return text
    return re.sub(rf"(?<!\w)(?:{names})(?!\w)", lambda found: _HIDDEN * len(found[0]), text)
