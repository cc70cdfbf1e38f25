"""Which language a text is in, as far as its small words tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from hiring.model.data import stated_in

_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile(r"[a-z]+")
_FIRST = 4_000
"""How many characters of a text tell its language."""
_MANY = 20
"""So many words have a common English one among them, if they are English."""
_CLEARLY = 3
"""So many English words, and more than others, are no loan in a text of another language."""


def is_in(language: str, text: str) -> bool:
    """Tell whether a text of a page in a language is in it: a passage may be in another one.

    For other languages than English what small words tell is that it is none of English.
    """
    if language == "en":
        return is_english(text)
    english, other = _counts(text)
    return english <= other or english < _CLEARLY


def is_english(text: str) -> bool:
    """Tell whether a text is English, or too short to tell.

    Small words tell: a text is not English where those of other languages outnumber the English
    ones, or where it is long and has none. A list of tools, or an entry such as "Builds feeds in
    Python", stays English.
    """
    english, other = _counts(text)
    if english:
        return other <= english
    return not other and len(_WORD.findall(text[:_FIRST])) < _MANY


def _words(text: str) -> list[str]:
    """Return the words with which a text begins, in lower case."""
    lower = text[:_FIRST].lower()
    # Letters of ASCII alone are found in half the time.
    return (_ASCII_WORD if lower.isascii() else _WORD).findall(lower)


def _counts(text: str) -> tuple[int, int]:
    """Return how many small English words a text has, and how many of other languages."""
    words = _words(text)
    lists = _small_words()
    english, other = (sum(map(lists[name].__contains__, words)) for name in ("english", "other"))
    return english, other


def is_surely_english(text: str) -> bool:
    """Tell whether a text has a small word of English, and is not only too short to tell."""
    return not _small_words()["english"].isdisjoint(_words(text))


_OPTION = re.compile(r"^:[\w-]+:.*$", re.MULTILINE)
_FEW = 6
"""Of so many small words one may be English in a text of another language."""


def language_told(text: str) -> str:
    """Return the language that the small words of a text tell clearly, as `de`; empty where none.

    Each list has words that others have too, so the language is that of which there are the most.
    """
    return _told_by(text[:_FIRST])


@lru_cache(maxsize=16_384)  # each kind of subject asks of all pages, one after the other
def _told_by(text: str) -> str:
    # The names of options, and their values, are in the language of pages everywhere.
    words = Counter(_words(_OPTION.sub("", text)))
    counts = {
        name: sum(words[word] for word in listed & words.keys())
        for name, listed in _by_language().items()
    }
    first, second = sorted(counts, key=lambda name: -counts[name])[:2]
    is_mixed = first != "en" and counts["en"] * _FEW > counts[first]
    return first if counts[first] > max(_CLEARLY, 2 * counts[second]) and not is_mixed else ""


@cache
def _by_language() -> dict[str, frozenset[str]]:
    lists = stated_in("function-words.yaml")
    named = {"en": lists["english"], **lists["other"]}
    return {name: frozenset(words.split()) for name, words in named.items()}


@cache
def _small_words() -> dict[str, frozenset[str]]:
    english, *others = _by_language().values()
    return {"english": english, "other": frozenset().union(*others)}
