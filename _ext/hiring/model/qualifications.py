"""Ids of qualifications, which stay when the later words of one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.slugs import key_from

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS = 5
"""How many of a qualification's first words make its id, where none is stated."""


def id_from(words: str) -> str:
    """Return an id made of a qualification's first words, up to a colon; it may be empty."""
    head = words.partition(":")[0].split()
    return key_from(" ".join(head[:WORDS]))


def ids_for(stated: Iterable[str], words: Iterable[str]) -> list[str]:
    """Return an id for each qualification: the stated one, or one of its words; none twice."""
    given, taken, found = list(stated), set(), []
    for place, said in enumerate(words):
        wanted = given[place] if place < len(given) else ""
        made = wanted or id_from(said) or f"entry-{place + 1}"
        number = 2
        name = made
        while name in taken:
            name, number = f"{made}-{number}", number + 1
        taken.add(name)
        found.append(name)
    return found
