"""The names of all fixed words, with the English of each: what a file of a language holds."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hiring.model.language_tags import ENGLISH
from hiring.model.lexicon import LANGUAGES, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHERS = "others"
"""What Sphinx and its theme say, by their English: only what their own catalogs lack."""

LABELS = ("label", "short", "posted")
"""The labels of a fact: the first it always has."""

_PART = re.compile(r"\{(\w+)\}")


@cache
def known_words() -> Mapping[str, str]:
    """Return words by their names: English ones, where those do not stand with what they are of.

    The forms of what is counted, and what others say, are apart.
    """
    found: dict[str, str] = {}
    for language in (*(it for it in LANGUAGES if it != ENGLISH), ENGLISH):
        found |= shipped(language)
    counted = counted_names()
    return {
        name: text
        for name, text in found.items()
        if not name.startswith(f"{OTHERS}.") and name.rpartition(".")[0] not in counted
    }


@cache
def counted_names() -> Mapping[str, frozenset[str]]:
    """Return the names whose words depend on a number, with what the program puts into them."""
    english = shipped(ENGLISH)
    names = [it.removesuffix(".one") for it in english if it.endswith(".one")]
    return {
        name: parts_of(f"{english[f'{name}.one']} {english[f'{name}.other']}") for name in names
    }


def is_optional(name: str) -> bool:
    """Tell whether a file lacks nothing without a name: a fact has a label in any case."""
    return name.startswith("facts.") and not name.endswith(f".{LABELS[0]}")


def parts_of(text: str) -> frozenset[str]:
    """Return the names of what the program puts into words."""
    return frozenset(_PART.findall(text))
