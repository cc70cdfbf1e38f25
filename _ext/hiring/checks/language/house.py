"""Words of the house: those that a company has chosen not to write, and how it writes others.

Its lists hold words and phrases, never patterns. Each phrase of a text is looked up, as it stands
and by its ends: so it takes a time that grows with the text alone, however long the lists are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from hiring.checks.language.signs import plain
from hiring.checks.language.syntax import SYNTAX
from hiring.checks.language.terms import is_mentioned
from hiring.model.language_tags import primary
from hiring.model.own_rules import LONGEST_TERM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.checks.language.plain import Place
    from hiring.checks.prose import ProseSubject
    from hiring.model.own_rules import HouseWords

Advice = TypeVar("Advice")

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s-]+")
_SIGNS = re.compile(r"[^\w\s]{0,4}")
_SPACE = re.compile(r"\s+")


class _Key(NamedTuple):
    """A term as it is looked up: as it stands, or by its start or its end, and its last signs."""

    kind: str
    phrase: str
    signs: str = ""


class _Found(NamedTuple):
    """Where something stands, and from where to where in that the term is, without a star's."""

    start: int
    end: int
    first: int
    last: int
    key: _Key


class TermIndex(Generic[Advice]):
    """Terms by what they say in plain text, and then by how they are written, if that counts."""

    def __init__(self, terms: Iterable[tuple[str, Advice, bool]]) -> None:
        """Take the terms, each with its advice, and whether its capitals count."""
        self._forms: dict[_Key, dict[str, Advice]] = {}
        self._lengths: dict[int, set[str]] = {}
        self._starts: set[tuple[str, str]] = set()
        for written, advice, has_case in terms:
            stem = written.strip("*")
            words = list(_WORD.finditer(plain(stem)))
            kind = "end" if written[0] == "*" else "start" if written[-1] == "*" else "word"
            last = words[-1].end()
            key = _Key(kind, _GAP.sub(" ", plain(stem)[:last]), plain(stem)[last:])
            form = _SPACE.sub(" ", stem) if has_case else ""
            self._forms.setdefault(key, {}).setdefault(form, advice)
            self._lengths.setdefault(len(words), set()).add(kind)
            is_cut = kind == "end" or (kind == "start" and len(words) == 1)
            self._starts.add(_edge(kind if is_cut else "word", words[0][0]))

    def found(self, text: str, written: str) -> Iterator[tuple[int, int, Advice]]:
        """Yield where terms stand in a text, plain and as ``written``, each with its advice."""
        for place in self._places(text):
            forms = self._forms.get(place.key, {})
            form = _SPACE.sub(" ", written[place.first : place.last])
            advice = forms.get(form, forms.get(""))
            if advice is not None:
                yield place.start, place.end, advice

    def _places(self, text: str) -> Iterator[_Found]:
        """Yield all that is looked up."""
        words = list(_WORD.finditer(text)) if self._lengths else []
        for number, first in enumerate(words):
            start = first.start()
            edges = (_edge(kind, first[0]) for kind in ("word", "start", "end"))
            if (start and text[start - 1] in "-_") or self._starts.isdisjoint(edges):
                continue  # as of most words
            for count, kinds in self._lengths.items():
                last = words[min(number + count, len(words)) - 1]
                whole = last.end() - start <= 2 * LONGEST_TERM and not text.startswith(
                    "_", last.end()
                )
                if number + count <= len(words) and whole:
                    yield from _keys(text, first, last, kinds)


def _edge(kind: str, word: str) -> tuple[str, str]:
    """Return by what a first word is known at a glance: all of it, or an end of three letters."""
    return kind, {"start": word[:3], "end": word[-3:]}.get(kind, word)


def _keys(
    text: str, first: re.Match[str], last: re.Match[str], kinds: Iterable[str]
) -> Iterator[_Found]:
    """Yield a phrase from one word to another in each of the ways in which it may be listed."""
    start, end = first.start(), last.end()
    phrase = _GAP.sub(" ", text[start:end])
    if "word" in kinds:
        signs = _SIGNS.match(text, end)
        for count in range(len(signs[0]) + 1 if signs else 1):
            stop = end + count
            yield _Found(start, stop, start, stop, _Key("word", phrase, text[end:stop]))
    if "start" in kinds:
        rest = len(last[0])
        for cut in range(rest):
            key = _Key("start", phrase[: len(phrase) - cut])
            yield _Found(start, end, start, end - cut, key)
    if "end" in kinds:
        for cut in range(len(first[0])):
            yield _Found(start, end, start + cut, end, _Key("end", phrase[cut:]))


@lru_cache(maxsize=16)
def terms_of_house(lists: tuple[HouseWords, ...], language: str) -> TermIndex[HouseWords]:
    """Return the terms of a company's lists for a text in a language."""
    here = [it for it in lists if it.language is None or primary(it.language) == language]
    return TermIndex((term, it, it.case) for it in here for term in it.terms)


@lru_cache(maxsize=16)
def terms_of_spelling(spelled: tuple[tuple[str, str], ...]) -> TermIndex[str]:
    """Return the spellings that a company does not use, each with its own."""
    return TermIndex((wrong, right, True) for wrong, right in spelled)


def standing(prose: ProseSubject, terms: TermIndex[Advice]) -> Iterator[tuple[Place, Advice]]:
    """Yield what terms find in a file, as far as it is not only talked about there."""
    for start, end, advice in terms.found(prose.plain.text, prose.plain.written):
        place = prose.plain.place(start, end)
        mentioned = prose.language in SYNTAX and is_mentioned(place, prose.language, denied=True)
        if not (place.quoted or mentioned):
            yield place, advice
