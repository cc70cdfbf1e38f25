"""How the text of a pattern is parted: into alternatives, and these into what stands in turn."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUANTIFIER = re.compile(r"(?:[?*+]|\{(?P<least>\d+)(?:,\d*)?\})[?+]?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
GROUP = re.compile(r"\(\?(?:[aimsux-]*:|P<\w+>)|\((?!\?)")
_ESCAPE = re.compile(r"\\(?:x[0-9a-f]{2}|.)")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_NO_WIDTH = (r"\A", r"\Z", "^", "$")
_PLAIN = re.compile(r"[\w'-]*")
"""What stands for itself in a pattern."""


def atoms(sequence: str) -> Iterator[tuple[str, bool]]:
    """Yield what stands in a sequence, each with its quantifier, and whether it may be missing.

    What has no width is left out: without it, more is found.
    """
    at = 0
    while at < len(sequence):
        end = end_of(sequence, at)
        quantifier = _QUANTIFIER.match(sequence, end)
        stop = quantifier.end() if quantifier else end
        atom = sequence[at:stop]
        least = quantifier["least"] if quantifier else "1"
        optional = quantifier is not None and (
            atom[end - at] in "?*" or (least is not None and int(least) == 0)
        )
        if not atom.startswith(_LOOKS) and atom not in _NO_WIDTH:
            yield atom, optional
        at = stop


def choices_of(pattern: str) -> list[str]:
    """Return the alternatives of a pattern, those of its groups aside."""
    choices, start, at = [], 0, 0
    while at < len(pattern):
        if pattern[at] == "|":
            choices.append(pattern[start:at])
            start = at + 1
        at = end_of(pattern, at)
    return [*choices, pattern[start:]]


def end_of(pattern: str, at: int) -> int:
    """Return where the character, escape, class or group ends that starts at a place."""
    found = {"[": _CLASS, "\\": _ESCAPE}.get(pattern[at])
    if found and (match := found.match(pattern, at)):
        return match.end()
    if pattern[at] != "(":
        return at + 1
    at += 1
    while pattern[at] != ")":
        at = end_of(pattern, at)
    return at + 1


@cache
def finds(sequence: str, text: str) -> bool:
    """Tell whether what stands in turn is found in a text, at whatever place in a word.

    Upper and lower case are alike; the text is in lower case.
    """
    sequence = sequence.replace(r"\b", "")
    # Most are a word, and to make a pattern of each takes longer than to part all others.
    if _PLAIN.fullmatch(sequence):
        return sequence.lower() in text
    return bool(re.search(sequence, text, re.IGNORECASE))
