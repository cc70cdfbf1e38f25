"""Words that readers of job advertisements take for masculine or feminine, counted in a text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from hiring.checks.language.needs import Telling
from hiring.checks.language.signs import plain
from hiring.model.data import stated_in
from hiring.model.messages import gettext
from hiring.model.problem import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.checks.language.prose import Passage

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_INSIDE = re.compile(r"[\w,’']\s\Z")
_STEM = 6
"""Letters by which words start alike, as `compete` and `competitive` do."""
_MOST_ALIKE = 2


@dataclass(kw_only=True)
class Coded:
    """The words of one kind in a text: how often each stands there, and the line of the first."""

    words: Counter[str] = field(default_factory=Counter)
    line: int = 0

    @property
    def count(self) -> int:
        """How many there are; of those that start alike, two at most: more tell of a topic."""
        alike = Counter[str]()
        for word, count in self.words.items():
            alike[word[:_STEM]] += count
        return sum(min(count, _MOST_ALIKE) for count in alike.values())

    @property
    def named(self) -> str:
        """The words, each once, and how often those are there that stand there more than once."""
        return ", ".join(
            gettext("{word} {count} times", word=quoted(word), count=count)
            if count > 1
            else quoted(word)
            for word, count in self.words.items()
        )


def words_in(texts: Iterable[str]) -> int:
    """Return how many words texts have."""
    return sum(len(_WORD.findall(text)) for text in texts)


def coded_in(parts: Iterable[tuple[Passage, str]]) -> dict[str, Coded]:
    """Return the coded words of passages, by `masculine` and `feminine`.

    Each passage comes with its text in lower case.
    """
    kinds = {"masculine": Coded(), "feminine": Coded()}
    for passage, text in parts:
        for match in _coded(text):
            if _names_body(passage.text, match):
                continue
            kind = kinds[match.lastgroup or ""]
            kind.line = kind.line or passage.line_at(match.start())
            kind.words[match[0]] += 1
    return kinds


def _coded(text: str) -> Iterator[re.Match[str]]:
    coded, meant = _patterns()
    return (match for match in coded.finditer(text) if not meant.fullmatch(match[0]))


def _names_body(written: str, match: re.Match[str]) -> bool:
    """Tell whether a word stands with a capital inside a sentence, as `our Trust` does."""
    capital = written[match.start() : match.start() + 1].isupper()
    inside = capital and _INSIDE.search(written, max(0, match.start() - 2), match.start())
    return bool(inside) and match[0] in stated_in("gender-coded-words.yaml")["named"]


CODED_WORD = Telling(lambda word: any(_coded(plain(word))))
"""The words that are coded."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a pattern of coded words, in groups named by kind, and one of the plain words."""
    lists = stated_in("gender-coded-words.yaml")
    words = {
        name: "|".join(word.replace("*", r"[\w-]*") for word in listed)
        for name, listed in lists.items()
    }
    kinds = "|".join(f"(?P<{kind}>{words[kind]})" for kind in ("masculine", "feminine"))
    return re.compile(rf"(?<![\w-])(?:{kinds})(?![\w-])"), re.compile(words["plain"])
