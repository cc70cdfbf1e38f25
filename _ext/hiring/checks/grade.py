"""How many years of school a text asks for.

By the formula of Flesch and Kincaid, with Pyphen's hyphenation for the syllables. textstat would
count them by a dictionary that it downloads, which no check may do; it brings NLTK along, and a
package named `tests`. On the handbook's pages Pyphen agrees with that dictionary on 95 words of 100,
and counts 3 syllables of 100 too few: half a grade.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pyphen import Pyphen

if TYPE_CHECKING:
    from collections.abc import Sequence


def reading_grade(words: Sequence[str], sentences: int) -> float:
    """Return the Flesch-Kincaid grade level of words, one or more, that make so many sentences."""
    syllables = sum(syllables_of(word.lower()) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


@cache
def syllables_of(word: str) -> int:
    """Return the syllables of a word in lower case, as far as hyphenation tells."""
    return len(_english().positions(word)) + 1


@cache
def _english() -> Pyphen:
    return Pyphen(lang="en_US")
