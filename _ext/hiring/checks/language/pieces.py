"""The pieces of many patterns, and which of them are in a word."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hiring.checks.language.sequences import atoms
from hiring.checks.language.signs import straight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Piece = tuple[str, str, str]
"""The text of a piece of a pattern, between what must not stand before it and behind it."""

_LOT = 40
_FIRST = re.compile(r"(?<!\w)\w")
"""The letters that words start with: no piece with something before it that must not stand there
is found at others."""


class PiecesInWords:
    """The pieces that are in words, as bits: most words have none."""

    def __init__(self, pieces: Mapping[Piece, int]) -> None:
        """Take the pieces, each with its bit."""
        self._lots = list(_lots(pieces))

    def bits_in(self, word: str) -> int:
        """Look for the pieces in a word."""
        same = straight(word)
        # Letters of ASCII alone have no other forms that a pattern takes for the same.
        if not same.isascii():
            return sum(lot.bits_in(same) for lot in self._lots)
        lower = same.lower()
        letters, first = {"", *lower}, {"", *_FIRST.findall(lower)}
        return sum(
            lot.bits_in(same)
            for lot in self._lots
            if lot.letter in (first if lot.at_start else letters)
        )


def _lots(pieces: Mapping[Piece, int]) -> Iterator[_Lot]:
    starts: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for (start, piece, end), bit in pieces.items():
        starts.setdefault((start, _letter_of(piece)), []).append((f"(?:{piece}){end}", bit))
    for (start, letter), alike in starts.items():
        for at in range(0, len(alike), _LOT):
            yield _Lot(start, letter, alike[at : at + _LOT])


def _letter_of(piece: str) -> str:
    """Return the letter that whatever a piece finds starts with; nothing where that is not sure."""
    first, optional = next(atoms(piece), ("", True))
    is_letter = not optional and len(first) == 1 and first.isascii() and first.isalpha()
    return first.lower() if is_letter else ""


class _Lot:
    """Pieces that start alike, which are looked for at once: a word has but a few of a thousand."""

    def __init__(self, start: str, letter: str, pieces: Sequence[tuple[str, int]]) -> None:
        self.letter = letter
        self.at_start = bool(start)
        any_piece = "|".join(piece for piece, _ in pieces)
        self._any = re.compile(f"{start}(?:{any_piece})", re.IGNORECASE)
        self._pieces = [(f"{start}{piece}", bit) for piece, bit in pieces]

    def bits_in(self, word: str) -> int:
        """Return the pieces that are in a word, as bits."""
        if not self._any.search(word):
            return 0
        return sum(bit for piece, bit in self._pieces if _pattern(piece).search(word))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)
