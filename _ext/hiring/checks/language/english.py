"""Whether a text is English: the rules on words know no other language."""

from __future__ import annotations

import re
from functools import cache

from hiring.model.data import stated_in

_WORD = re.compile(r"[^\W\d_]+")
_FIRST = 4_000
"""How many characters of a text tell its language."""
_MANY = 20
"""So many words have a common English one among them, if they are English."""


def is_english(text: str) -> bool:
    """Tell whether a text is English, or too short to tell.

    Small words tell: a text is not English where those of other languages outnumber the English
    ones, or where it is long and has none. A list of tools, or an entry such as "Builds feeds in
    Python", stays English.
    """
    words = _WORD.findall(text[:_FIRST].lower())
    lists = _small_words()
    english = sum(map(lists["english"].__contains__, words))
    if english:
        return sum(map(lists["other"].__contains__, words)) <= english
    return len(words) < _MANY and lists["other"].isdisjoint(words)


def is_surely_english(text: str) -> bool:
    """Tell whether a text has a small word of English, and is not only too short to tell."""
    return not _small_words()["english"].isdisjoint(_WORD.findall(text[:_FIRST].lower()))


@cache
def _small_words() -> dict[str, frozenset[str]]:
    lists = stated_in("function-words.yaml")
    return {name: frozenset(words.split()) for name, words in lists.items()}
