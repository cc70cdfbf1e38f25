"""Words of the house: those that a company has chosen not to write, and how it writes others.

Its lists hold words and phrases, never patterns: what finds them takes a time that grows with the
text alone, however long the lists are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from hiring.checks.language.signs import plain
from hiring.checks.language.syntax import SYNTAX
from hiring.checks.language.terms import is_mentioned
from hiring.model.language_tags import primary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hiring.checks.language.plain import Place
    from hiring.checks.prose import ProseSubject
    from hiring.model.own_rules import HouseWords

Entry = TypeVar("Entry")

_WORD = re.compile(r"[^\W_]+")
_ANY = r"\w{0,30}"


@dataclass(frozen=True, slots=True)
class _Term(Generic[Entry]):
    """A term, what is to be said of it, and how it is found from its first word on."""

    entry: Entry
    pattern: re.Pattern[str]
    exact: re.Pattern[str] | None


class Terms(Generic[Entry]):
    """Terms by their first word."""

    def __init__(self, terms: Sequence[tuple[str, Entry, bool]]) -> None:
        """Take the terms, each with its entry, and whether its capitals count."""
        self._exact: dict[str, list[_Term[Entry]]] = {}
        self._starred: list[tuple[re.Pattern[str], _Term[Entry]]] = []
        self._known: dict[str, tuple[_Term[Entry], ...]] = {}
        for written, entry, has_case in terms:
            words = written.strip("*").split()
            exact = re.compile(_pattern(words, written, r"\s+")) if has_case else None
            lower = plain(written).strip("*").split()
            term = _Term(entry, re.compile(_pattern(lower, written)), exact)
            first = _WORD.match(lower[0])
            if first is None or "*" in (written[0], written[-1] if len(words) == 1 else ""):
                start = _pattern(lower[:1], written if len(words) == 1 else written[0])
                self._starred.append((re.compile(start), term))
            else:
                self._exact.setdefault(first[0], []).append(term)

    def found(self, text: str) -> Iterator[tuple[int, int, _Term[Entry]]]:
        """Yield where a term stands in a plain text: start, end, and which."""
        for word in _WORD.finditer(text):
            for term in (*self._exact.get(word[0], ()), *self._starting(word[0])):
                if match := term.pattern.match(text, word.start()):
                    yield match.start(), match.end(), term

    def _starting(self, word: str) -> tuple[_Term[Entry], ...]:
        if word not in self._known:
            fits = (term for first, term in self._starred if first.match(word))
            self._known[word] = tuple(fits)
        return self._known[word]


def _pattern(words: Sequence[str], written: str, between: str = r"[\s-]{1,9}") -> str:
    """Return the pattern of words, with any letters where the term is written with a star."""
    inner = between.join(map(re.escape, words))
    before, after = (_ANY if written[end] == "*" else "" for end in (0, -1))
    return rf"(?<![\w-]){before}{inner}{after}(?!\w)"


@lru_cache(maxsize=16)
def terms_of_house(lists: tuple[HouseWords, ...], language: str) -> Terms[HouseWords]:
    """Return the terms of a company's lists for a text in a language."""
    here = [it for it in lists if it.language is None or primary(it.language) == language]
    return Terms([(term, it, it.case) for it in here for term in it.terms])


@lru_cache(maxsize=16)
def terms_of_spelling(spelled: tuple[tuple[str, str], ...]) -> Terms[str]:
    """Return the spellings that a company does not use, each with its own."""
    return Terms([(wrong, right, True) for wrong, right in spelled])


def standing(prose: ProseSubject, terms: Terms[Entry]) -> Iterator[tuple[Place, Entry]]:
    """Yield what terms find in a file, as far as it is not only talked about there."""
    for start, end, term in terms.found(prose.plain.text):
        place = prose.plain.place(start, end)
        if term.exact and not term.exact.fullmatch(place.written):
            continue
        mentioned = prose.language in SYNTAX and is_mentioned(place, prose.language, denied=True)
        if not (place.quoted or mentioned):
            yield place, term.entry
