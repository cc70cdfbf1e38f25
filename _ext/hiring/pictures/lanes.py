"""In which column of its family's lane each role stands, so that few lines have far to go."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SWEEPS = 3
"""How often all rows are looked at: after that hardly any is better otherwise."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a role stands."""

    column: int
    row: int


def stands(
    lanes: Mapping[str, Sequence[str]], pairs: Iterable[tuple[str, str]], columns: int
) -> Mapping[str, Stand]:
    """Return the places of names in lanes, each in its lane's rows; lines run between ``pairs``."""
    near: dict[str, list[str]] = {}
    for one, other in pairs:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    rows = [
        held[at : at + columns] for held in lanes.values() for at in range(0, len(held), columns)
    ]
    found: dict[str, Stand] = {}
    for _ in range(SWEEPS):
        for number, row in enumerate(rows):
            choices = permutations(range(columns), len(row))
            best = min(
                choices, key=lambda chosen: (_cost(row, number, chosen, near, found), chosen)
            )
            found.update(
                (name, Stand(column, number)) for name, column in zip(row, best, strict=True)
            )
    return found


def _cost(
    row: Sequence[str],
    number: int,
    chosen: Sequence[int],
    near: Mapping[str, Sequence[str]],
    found: Mapping[str, Stand],
) -> int:
    """Return how far the lines of a row have to go: most where they pass a column."""
    here = {name: Stand(column, number) for name, column in zip(row, chosen, strict=True)}
    cost = 0
    for name, stand in here.items():
        for other in near.get(name, ()):
            place = here.get(other) or found.get(other)
            if place is not None:
                apart = abs(place.column - stand.column)
                cost += (2, 1, 6)[min(apart, 2)] + 2 * (place.row != stand.row)
    return cost
