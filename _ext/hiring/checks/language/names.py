"""Names that are written nearly alike, and so may well stand for one thing: owners, families."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONG = 5
"""Letters of a word in which a slip is told from another word."""
_ALIKE = 0.8
_SMALL = ("the", "and")
"""Words with which a name is the same as without; signs in their place are none either."""


def written_alike(counts: Mapping[str, int]) -> dict[str, str]:
    """Return the names that are written nearly as a commoner one, with that.

    ``counts`` tells how many pages have each. Two are alike that differ in case, spaces, hyphens
    and small words alone, or, where several pages have the other, by a slip in a long word.
    """
    found: dict[str, str] = {}
    whole: dict[str, str] = {}
    others: defaultdict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        words = [word for word in re.findall(r"\w+", name.casefold()) if word not in _SMALL]
        other = whole.setdefault("".join(words), name)
        if other != name:
            found[name] = other
        for place, word in enumerate(words):
            around = (*words[:place], "", *words[place + 1 :])
            for theirs, other in others[around]:
                if _is_slip(word, theirs):
                    found.setdefault(name, other)
            if counts[name] > 1:
                others[around].append((word, name))
    return found


def _is_slip(word: str, meant: str) -> bool:
    """Tell whether a letter slipped in a long word; in a short one it makes another word."""
    if min(len(word), len(meant)) < _LONG or not (word + meant).isalpha() or word == meant:
        return False
    return SequenceMatcher(a=word, b=meant, autojunk=False).ratio() >= _ALIKE
