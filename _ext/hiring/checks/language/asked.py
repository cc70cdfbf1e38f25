"""What sentences ask of applicants that a law may forbid to ask."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hiring.language.denial import NOT
from hiring.posting.laws import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.posted import PostingSubject

_DENIED = re.compile(NOT, re.IGNORECASE)
_WANTED = re.compile(r"\bwithout (?:\w+ ){0,3}\Z", re.IGNORECASE)
"""Before what is asked: nothing goes "without a salary history"."""


class Demand(NamedTuple):
    """What is asked for, in the words and at the place in which it is."""

    words: str
    path: str
    line: int


@cache
def _pattern(what: str) -> re.Pattern[str]:
    return re.compile(FORBIDDEN[what], re.IGNORECASE)


def forbidden_asks(posted: PostingSubject, what: str) -> Iterator[Demand]:
    """Yield where a posting asks for something, by its name among ``FORBIDDEN``."""
    for path, passage in posted.passages_with(_pattern(what)):
        for sentence in passage.sentences:
            for start, words in _asks(sentence.text, what):
                yield Demand(words, path, passage.line_at(sentence.start + start))
    own = posted.opening and posted.opening.facts.apply
    if own and own.instructions:
        for text in re.split(r"(?<=[.!?])\s+", own.instructions):
            for _, words in _asks(text, what):
                yield Demand(words, posted.path, posted.line("opening.apply"))


def _asks(sentence: str, what: str) -> Iterator[tuple[int, str]]:
    """Yield where a sentence asks for something, with the words; one that denies asks nothing."""
    denied = bool(_DENIED.search(sentence))
    for found in _pattern(what).finditer(sentence):
        if not denied or _WANTED.search(sentence[: found.start()]):
            yield found.start(), found[0]
