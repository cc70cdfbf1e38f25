"""How many years of school a text asks for: the formula of Flesch and Kincaid.

Pyphen's hyphenation tells the syllables. textstat would count them by a dictionary that it
downloads, and no check may ask the network; it also brings NLTK, and a package named `tests`. On
the handbook's own pages Pyphen agrees with that dictionary on 95 words in 100, and counts 3
syllables in 100 too few, which is half a grade.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyphen import Pyphen


def grade_of(sentences: Sequence[Sequence[str]]) -> float:
    """Return the Flesch-Kincaid grade level of sentences, each of which is given as its words."""
    words = [word for sentence in sentences for word in sentence]
    syllables = sum(map(syllables_of, map(str.lower, words)))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


@cache
def syllables_of(word: str) -> int:
    """Return the syllables of a word in lower case, as far as hyphenation tells."""
    return len(_english().positions(word)) + 1


@cache
def _english() -> Pyphen:
    # Loaded where it is needed alone: most reviews find all they need in what is kept.
    from pyphen import Pyphen

    return Pyphen(lang="en_US")
