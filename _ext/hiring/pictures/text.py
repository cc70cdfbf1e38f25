"""How wide words are, and where lines of them end: SVG breaks no line by itself.

Nobody knows the reader's font when a picture is drawn. The widths are those of a wide one, so that
what fits here fits there.
"""

from __future__ import annotations

import re
from math import ceil
from unicodedata import combining, east_asian_width

_NARROW = frozenset("ijl.,:;'!|()[] ")
_SLIM = frozenset('frt-/"*IJ\u00b7\u203a')
_BROAD = frozenset("mwMW@%\u2014")
_BOLD = 1.1
_WORDS = re.compile(r"[^\s/-]+[\s/-]*|[\s/-]+")


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Return how much room words take in type of a size, rather too much than too little."""
    return sum(map(_share, words)) * size * (_BOLD if bold else 1)


def _share(sign: str) -> float:
    if combining(sign):
        return 0
    if east_asian_width(sign) in "WF":
        return 1.02
    if sign in _NARROW:
        return 0.36
    if sign in _SLIM:
        return 0.44
    if sign in _BROAD:
        return 0.98
    return 0.74 if sign.isupper() else 0.64


def lines_of(words: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return words in lines of at most a width; a word that is longer is broken where it must."""
    lines: list[str] = []
    line = ""
    for word in _WORDS.findall(" ".join(words.split())):
        parts = _pieces(word, width, size, bold=bold)
        if line and (len(parts) > 1 or width_of(f"{line}{word}".rstrip(), size, bold=bold) > width):
            lines.append(line)
            line = ""
        lines += parts[:-1]
        line += parts[-1]
    return tuple(it.strip() for it in (*lines, line) if it.strip())


def _pieces(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    """Return a word, or the pieces of one that is too long, all about as long."""
    number = ceil(width_of(word.rstrip(), size, bold=bold) / width)
    while number < len(word):
        most = ceil(len(word) / number)
        found = [word[at : at + most] for at in range(0, len(word), most)]
        if all(width_of(it.rstrip(), size, bold=bold) <= width for it in found):
            return found
        number += 1
    return list(word)
