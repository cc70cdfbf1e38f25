"""The text of a whole file in one piece, plain enough for patterns, with the way to its lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hiring.checks.prose import Passage

BETWEEN = "\0"
"""What stands between two passages; no page can hold it, and no pattern of words crosses it."""

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’\u201a\u201b", "'"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f", " "),
    }
)
_HIDDEN = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a pattern was found: from ``start`` to ``end`` in a passage, whose text is plain."""

    passage: Passage
    passage_text: str
    start: int
    end: int
    sentence_start: int
    sentence: str

    @property
    def line(self) -> int:
        """The line that it starts on."""
        return self.passage.line_at(self.start)

    @property
    def written(self) -> str:
        """What was found, as it is written in the file."""
        return self.passage.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The passage up to what was found."""
        return self.passage_text[: self.start]

    @property
    def lead(self) -> str:
        """The sentence up to what was found."""
        return self.passage_text[self.sentence_start : self.start]

    @property
    def rest(self) -> str:
        """The sentence after what was found."""
        return self.sentence[self.end - self.sentence_start :]


class PlainText:
    """Passages as one text: lower case, straight quotes and hyphens, ``allowed`` words blotted out.

    A character of it stands for the one at the same place of its passage.
    """

    def __init__(self, passages: Sequence[Passage], allowed: Iterable[str] = ()) -> None:
        self._passages = passages
        self._starts: list[int] = []
        texts = []
        start = 0
        for passage in passages:
            self._starts.append(start)
            texts.append(plain(passage.text))
            start += len(passage.text) + len(BETWEEN)
        self.text = _without(BETWEEN.join(texts), allowed)

    def of(self, passage: int) -> str:
        """Return the plain text of the passage with that number, from 0."""
        start = self._starts[passage]
        return self.text[start : start + len(self._passages[passage].text)]

    def place(self, start: int, end: int) -> Place:
        """Return the place of what was found from ``start`` to ``end`` of the text."""
        number = bisect_right(self._starts, start) - 1
        first = self._starts[number]
        passage, text = self._passages[number], self.of(number)
        sentence = next(
            (part for part in reversed(passage.sentences) if first + part.start <= start),
            passage.sentences[0],
        )
        return Place(
            passage=passage,
            passage_text=text,
            start=start - first,
            end=end - first,
            sentence_start=sentence.start,
            sentence=text[sentence.start : sentence.start + len(sentence.text)],
        )


def plain(text: str) -> str:
    """Return text in lower case with plain quotes, hyphens and spaces, as long as it was."""
    same = text.translate(_SAME)
    lower = same.lower()
    if len(lower) == len(same):
        return lower
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in same)


def _without(text: str, words: Iterable[str]) -> str:
    names = "|".join(re.escape(plain(word)) for word in sorted(words, key=len, reverse=True))
    if not names:
        return text
    return re.sub(rf"(?<!\w)(?:{names})(?!\w)", lambda found: _HIDDEN * len(found[0]), text)
