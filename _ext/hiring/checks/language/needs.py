"""Which words a text must have for a pattern to be found in it: most texts lack them.

A pattern of a hundred terms takes a hundred tries at each word. A word is the same in many texts,
so it is tried once. What is told here is never less than the pattern finds, but may be more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Generic, TypeVar

from hiring.checks.language.pieces import PiecesInWords
from hiring.checks.language.sequences import GROUP, atoms, choices_of, end_of, finds
from hiring.model.data import stated_in

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

_WIDE = re.compile(r"(?<!\\)\.|\[\^|\\[sSWDx]| ")
"""What may take a space: no word holds what it finds."""
_WORD_STARTS = "(?<![^-])"
_EDGE = r"\b"
_ANY_WORD = "q"
"""What no piece finds but those that are found in any word."""
_COMMON: str = stated_in("function-words.yaml")["common"]
"""Words, figures and signs that nearly every text has, in one of the languages that are read."""

Name = TypeVar("Name", bound="Hashable")


class _Known(dict[str, int]):
    """What words have, as bits: each is looked at when it is first met, on whatever page."""

    def __init__(self, bits_of: Callable[[str], int]) -> None:
        super().__init__()
        self._bits_of = bits_of

    def __missing__(self, word: str) -> int:
        bits = self[word] = self._bits_of(word)
        return bits


class WordBits:
    """What is asked of words: each thing is a bit, and ``known`` has those of every word."""

    def __init__(self, bits_of: Callable[[str], int]) -> None:
        """Take the function that returns what a word has, as bits."""
        self.known = _Known(bits_of)


class Words:
    """The words of some texts, into which these are parted at their spaces.

    ``counts`` are how many each text has.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._parted = [text.split() for text in texts]
        self.counts = list(map(len, self._parted))
        self._bits: dict[WordBits, list[int]] = {}

    def bits(self, asked: WordBits) -> list[int]:
        """Return what the words of each text have of what is asked, as bits."""
        if asked not in self._bits:
            bits_of = asked.known.__getitem__
            self._bits[asked] = [_together(filter(None, map(bits_of, it))) for it in self._parted]
        return self._bits[asked]

    def with_any(self, telling: Telling) -> list[int]:
        """Return which of the texts have a word that tells something, by number, from 0."""
        bit, told = telling.bit, self.bits(_told(len(_EVERY)))
        return [number for number, bits in enumerate(told) if bits & bit]


class Telling:
    """The words that tell something."""

    def __init__(self, tells: Callable[[str], object]) -> None:
        self.tells = tells
        self.bit = 1 << len(_EVERY)
        _EVERY.append(self)

    def among(self, words: Iterable[str]) -> set[str]:
        """Return those of some words that tell it."""
        known = _told(len(_EVERY)).known
        return {word for word in words if known[word] & self.bit}


_EVERY: list[Telling] = []


@lru_cache(maxsize=1)
def _told(count: int) -> WordBits:
    """Return what words tell of so many things as there are: all are looked up at once."""
    return WordBits(lambda word: _together(it.bit for it in _EVERY[:count] if it.tells(word)))


@dataclass(frozen=True, slots=True)
class Need:
    """What a sequence of a rule needs: each piece that is a bit of ``pieces``, and each choice.

    ``wanted`` are all pieces that it may ask for.
    """

    rule: Hashable
    pieces: int
    choices: tuple[AnyOf, ...]
    wanted: int

    def met(self, found: int) -> bool:
        """Tell whether the pieces that are bits of ``found`` are enough."""
        if self.pieces & found != self.pieces:
            return False
        for choice in self.choices:
            if not (choice.pieces & found or any(need.met(found) for need in choice.others)):
                return False
        return True

    @property
    def is_piece(self) -> bool:
        """Whether it is one piece, or nothing."""
        return not self.choices and self.pieces.bit_count() < 2


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What is needed of several: a piece that is a bit of ``pieces``, or one of the ``others``."""

    pieces: int
    others: tuple[Need, ...]

    @classmethod
    def of(cls, needs: Sequence[Need]) -> AnyOf:
        """Return the choice of some needs: most are a piece each."""
        pieces = _together(need.pieces for need in needs if need.is_piece)
        return cls(pieces, tuple(need for need in needs if not need.is_piece))


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
        self._asked = WordBits(PiecesInWords(self._pieces).bits_in)
        self._rules: dict[int, frozenset[Name]] = {}

    def rules_in(self, words: Words) -> dict[Name, list[int]]:
        """Return which of some texts may have what a rule looks for, by the rule's name."""
        bits = words.bits(self._asked)
        # Most needs are not met by all texts together, and then by none of them.
        possible = self._possible(_together(bits))
        wanted = _together(need.wanted for need in possible)
        found: dict[Name, list[int]] = {}
        for number, pieces in enumerate(bits if possible else ()):
            pieces &= wanted
            if pieces not in self._rules:  # many texts have the same few
                met = [need.rule for need in _met(possible, pieces)]
                self._rules[pieces] = frozenset(met)  # type: ignore[arg-type]  # what it was given
            for rule in self._rules[pieces]:
                found.setdefault(rule, []).append(number)
        return found

    def tells(self, word: str) -> bool:
        """Tell whether a word has a piece of what the rules look for."""
        return bool(self._asked.known[word])

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
            pieces.append((start, piece, "(?![^-])" if atom in (" ", r"\s") else ""))
            group = GROUP.match(atom)
            inner = choices_of(atom[group.end() : end_of(atom, 0) - 1]) if group else []
            start, piece = (piece if piece == _EDGE else "") if piece else start, ""
            if inner and not optional:
                choices.append([self._need(rule, choice, start) for choice in inner])
            start = _start_after(atom, inner, start, optional=optional)
        pieces.append((start, piece, after))
        # One that says little is asked for where there is none that says more.
        telling = [one for one in pieces if not finds(one[1], _COMMON)]
        bits = 0
        for one in telling or ([] if choices else pieces):
            if not finds(one[1], _ANY_WORD):
                bits |= self._pieces.setdefault(one, 1 << len(self._pieces))
        # A choice of which one asks for nothing asks for nothing.
        asked = [needs for needs in choices if all(need.wanted for need in needs)]
        wanted = bits | _together(need.wanted for needs in asked for need in needs)
        return Need(rule, bits, tuple(map(AnyOf.of, asked)), wanted)


def _start_after(atom: str, choices: list[str], start: str, *, optional: bool) -> str:
    """Return what must not stand before what follows an atom; ``start`` stood before the atom.

    A word starts after a space, also where that ends each choice of a group. Most pieces then need
    to be looked for at the start of a word alone.
    """
    spaced = atom == " " or (bool(choices) and all(it.endswith(" ") for it in choices))
    if not spaced or (optional and start in ("", _EDGE)):
        return ""
    return _WORD_STARTS if not optional or start == _WORD_STARTS else r"(?<!\w)"
