"""Which words a text must have for a pattern to be found in it: most texts lack them.

A pattern of a hundred terms takes a hundred tries at each word. A word is the same in many texts,
so it is tried once. What is told here is never less than the pattern finds, but may be more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Generic, TypeVar

from hiring.checks.language.pieces import PiecesInWords
from hiring.checks.language.sequences import GROUP, atoms, choices_of, end_of, finds
from hiring.model.data import stated_in

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

_WIDE = re.compile(r"(?<!\\)\.|\[\^|\\[sSWDx]| ")
"""What may take a space: no word holds what it finds."""
_WORD_STARTS = "(?<![^-])"
_ANY_WORD = "q"
"""What no piece finds but those that are found in any word."""
_COMMON: str = stated_in("function-words.yaml")["common"]
"""Words, figures and signs that nearly every text has, in one of the languages that are read."""

Name = TypeVar("Name", bound="Hashable")


class Words:
    """The words of some texts, into which these are parted at their spaces.

    ``each`` has them text by text, ``all`` together; ``counts`` are how many each text has.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        parted = [text.split() for text in texts]
        self.counts = list(map(len, parted))
        self.each = list(map(frozenset, parted))
        self.all = frozenset[str]().union(*self.each)
        self._told: dict[Telling, set[str]] = {}

    def of(self, telling: Telling) -> set[str]:
        """Return the words that tell something."""
        if telling not in self._told:
            self._told = _told_in(self.all)
        return self._told[telling]

    def with_any(self, telling: Telling) -> list[int]:
        """Return which of the texts have a word that tells something, by number, from 0."""
        words = self.of(telling)
        if not words:
            return []
        return [number for number, own in enumerate(self.each) if not words.isdisjoint(own)]


class Telling:
    """The words that tell something, among all that were ever asked about."""

    def __init__(self, tells: Callable[[str], object]) -> None:
        self.tells = tells
        _EVERY.append(self)
        _TOLD.clear()

    def among(self, words: frozenset[str]) -> set[str]:
        """Return those of some words that tell it."""
        return _told_in(words)[self]


class _Told(dict[str, tuple[Telling, ...]]):
    """What each word tells that was ever asked about."""

    def __missing__(self, word: str) -> tuple[Telling, ...]:
        told = self[word] = tuple(telling for telling in _EVERY if telling.tells(word))
        return told


_EVERY: list[Telling] = []
_TOLD = _Told()
"""It is looked up once a page for all there is to tell: most words tell nothing."""


def _told_in(words: frozenset[str]) -> dict[Telling, set[str]]:
    found: dict[Telling, set[str]] = {telling: set() for telling in _EVERY}
    for word, told in [(word, told) for word in words if (told := _TOLD[word])]:
        for telling in told:
            found[telling].add(word)
    return found


@dataclass(frozen=True, slots=True)
class Need:
    """What a sequence of a rule needs: each piece that is a bit of ``pieces``, and each choice.

    ``wanted`` are all pieces that it may ask for.
    """

    rule: Hashable
    pieces: int
    choices: tuple[tuple[Need, ...], ...]
    wanted: int

    def met(self, found: int) -> bool:
        """Tell whether the pieces that are bits of ``found`` are enough."""
        return self.pieces & found == self.pieces and all(
            any(need.met(found) for need in choice) for choice in self.choices
        )


def _together(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def _met(needs: Iterable[Need], found: int) -> list[Need]:
    # Most lack a piece, and to call nothing for them takes half the time.
    return [need for need in needs if need.pieces & found == need.pieces and need.met(found)]


class Needs(Generic[Name]):
    """What the alternatives of some rules need, one of which a text must have.

    Upper and lower case are alike, and a space in them stands for any, or for a hyphen. ``before``
    and ``after`` are what the rules' patterns have around each of them.
    """

    def __init__(
        self, rules: Mapping[Name, Iterable[str]], before: str = "", after: str = ""
    ) -> None:
        self._pieces: dict[tuple[str, str, str], int] = {}
        needs = [
            self._need(rule, sequence, before, after)
            for rule, alternatives in rules.items()
            for alternative in alternatives
            for sequence in choices_of(alternative)
        ]
        self._by_piece: dict[int, list[Need]] = {}
        for need in needs:
            self._by_piece.setdefault(need.pieces & -need.pieces, []).append(need)
        self._lowest = _together(self._by_piece)
        self._bits = PiecesInWords(self._pieces)
        self._rules: dict[int, frozenset[Name]] = {}

    def rules_in(self, words: Words) -> dict[Name, list[int]]:
        """Return which of some texts may have what a rule looks for, by the rule's name."""
        known = self._bits
        bits = {word: pieces for word in words.all if (pieces := known[word])}
        # Most needs are not met by all texts together, and then by none of them.
        possible = self._possible(_together(bits.values()))
        wanted = _together(need.wanted for need in possible)
        telling = frozenset(word for word, pieces in bits.items() if pieces & wanted)
        found: dict[Name, list[int]] = {}
        for number, own in enumerate(words.each if possible else ()):
            pieces = 0
            for word in own & telling:
                pieces |= bits[word]
            pieces &= wanted
            if pieces not in self._rules:  # many texts have the same few
                met = [need.rule for need in _met(possible, pieces)]
                self._rules[pieces] = frozenset(met)  # type: ignore[arg-type]  # what it was given
            for rule in self._rules[pieces]:
                found.setdefault(rule, []).append(number)
        return found

    def _possible(self, found: int) -> list[Need]:
        """Return what is met; only needs whose lowest piece is there, or without any, are asked."""
        ahead, looked = found & self._lowest, list(self._by_piece.get(0, ()))
        while ahead:
            lowest = ahead & -ahead
            looked += self._by_piece[lowest]
            ahead ^= lowest
        return _met(looked, found)

    def _need(self, rule: Hashable, sequence: str, before: str = "", after: str = "") -> Need:
        """Return what a sequence without choices of its own needs."""
        pieces: list[tuple[str, str, str]] = []
        choices = []
        piece, start = "", before
        for atom, optional in atoms(sequence):
            if not _WIDE.search(atom):
                piece += atom
                continue
            pieces.append((start, piece, "(?![^-])" if atom == " " else ""))
            group = GROUP.match(atom)
            inner = choices_of(atom[group.end() : end_of(atom, 0) - 1]) if group else []
            start, piece = "" if piece else start, ""
            if inner and not optional:
                choices.append(tuple(self._need(rule, choice, start) for choice in inner))
            start = _start_after(atom, inner, start, optional=optional)
        pieces.append((start, piece, after))
        # One that says little is asked for where there is none that says more.
        telling = [one for one in pieces if not finds(one[1], _COMMON)]
        bits = 0
        for one in telling or ([] if choices else pieces):
            if not finds(one[1], _ANY_WORD):
                bits |= self._pieces.setdefault(one, 1 << len(self._pieces))
        wanted = bits | _together(need.wanted for choice in choices for need in choice)
        return Need(rule, bits, tuple(choices), wanted)


def _start_after(atom: str, choices: list[str], start: str, *, optional: bool) -> str:
    """Return what must not stand before what follows an atom; ``start`` stood before the atom.

    A word starts after a space, also where that ends each choice of a group. Most pieces then need
    to be looked for at the start of a word alone.
    """
    spaced = atom == " " or (bool(choices) and all(it.endswith(" ") for it in choices))
    if not spaced or (optional and not start):
        return ""
    return _WORD_STARTS if not optional or start == _WORD_STARTS else r"(?<!\w)"
