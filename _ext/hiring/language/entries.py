"""Two lists compared, entry by entry: what is new, what is gone, what is said otherwise."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from hiring.language.groups import groups_in, name_apart
from hiring.language.plain import text_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hiring.language.groups import Group
    from hiring.model.tree import Node

_WORD = re.compile(r"\w+")
ALIKE = 0.4
"""The share of their words that two entries have in common, from which on one was the other."""
MOST = 10_000
"""How many pairs of entries are looked at: those of longer lists are new, or gone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: the line it starts on, the name of its group, and what it says.

    ``names_group`` tells that the name stands at its start, apart from what it says.
    """

    line: int
    group: str
    text: str
    names_group: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, whatever stands between them."""
        return tuple(_WORD.findall(self.text.lower()))


@dataclass(frozen=True, slots=True)
class EntriesDiff:
    """What one list has over another; ``changed`` has pairs, the one before first.

    ``kept`` is how many entries both have.
    """

    new: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    changed: tuple[tuple[Entry, Entry], ...]
    kept: int


def entries_in(nodes: Iterable[Node]) -> tuple[Entry, ...]:
    """Return the entries of what a block or a level holds."""
    return tuple(_entry(entry, group) for group in groups_in(nodes) for entry in group.entries)


def _entry(entry: Node, group: Group) -> Entry:
    if group.title:
        return Entry(entry.line, group.name, text_of(entry.children), group.gathered)
    # In a short list each entry may have a name of its own; another level may gather them.
    name, rest = name_apart(entry)
    text = text_of((rest or entry).children)
    return Entry(entry.line, words_of(name), text, names_group=rest is not None)


def compare(before: Sequence[Entry], after: Sequence[Entry]) -> EntriesDiff:
    """Compare two lists; an entry is found again in whatever group, and changed in its own."""
    have = Counter(entry.words for entry in before)
    stay = have & Counter(entry.words for entry in after)
    old, new = _without(before, stay), _without(after, stay)
    changed = list(_pairs(old, new)) if len(old) * len(new) <= MOST else []
    was, now = {id(one) for one, _ in changed}, {id(other) for _, other in changed}
    return EntriesDiff(
        new=tuple(entry for entry in new if id(entry) not in now),
        gone=tuple(entry for entry in old if id(entry) not in was),
        changed=tuple(changed),
        kept=stay.total(),
    )


def _without(entries: Iterable[Entry], stay: Counter[tuple[str, ...]]) -> list[Entry]:
    """Return the entries but for those that stay, each as often as it does."""
    left = stay.copy()
    found = []
    for entry in entries:
        if left[entry.words]:
            left[entry.words] -= 1
        else:
            found.append(entry)
    return found


def _pairs(old: Sequence[Entry], new: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Return each new entry with the old one most like it, in the order of the new ones."""
    groups = {name: list(held) for name, held in groupby(sorted(old, key=_group), key=_group)}
    ranked = sorted(
        (
            (-share, one.line, other.line, one, other)
            for other in new
            for one in groups.get(_group(other), ())
            if (share := _share(one.words, other.words)) >= ALIKE
        ),
        key=lambda pair: pair[:3],
    )
    taken: set[int] = set()
    found = []
    for *_, one, other in ranked:
        if id(one) not in taken and id(other) not in taken:
            taken |= {id(one), id(other)}
            found.append((one, other))
    place = {id(entry): number for number, entry in enumerate(new)}
    return sorted(found, key=lambda pair: place[id(pair[1])])


def _group(entry: Entry) -> str:
    return entry.group.lower()


def _share(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of their words that two texts have in common."""
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / (len(one) + len(other)) if common else 0.0
