"""Where each stands in a chart of who answers to whom: columns from the top down, rows by lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.model.managers import circles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of one who leads, or is led."""

    column: int
    row: int


def spots(managers: Mapping[str, Sequence[str]]) -> Mapping[str, Spot]:
    """Return the places of all, by name; ``managers`` are those of each who has some.

    Each stands right of all managers, in the row of the first who is led, and below those of the
    manager who is named first. What leads back to where it started is no way down.
    """
    downward = _without_circles(managers)
    names = dict.fromkeys([*(it for held in downward.values() for it in held), *downward])
    columns = _columns(names, downward)
    led: dict[str, list[str]] = {}
    for name, held in downward.items():
        if held:
            led.setdefault(held[0], []).append(name)
    tops = [name for name in names if not downward.get(name)]
    return _in_rows(sorted(tops, key=lambda it: (-_size(it, led), it)), led, columns)


def _size(name: str, led: Mapping[str, Sequence[str]]) -> int:
    """Return how many stand below one."""
    ahead, count = [name], -1
    while ahead:
        count += 1
        ahead += led.get(ahead.pop(), ())
    return count


def _without_circles(managers: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return the same without what closes a circle."""
    closing = {(circle[-1], circle[0]) for circle in circles(managers)}
    return {
        name: tuple(it for it in managers[name] if (name, it) not in closing)
        for name in sorted(managers)
    }


def _columns(names: Mapping[str, None], managers: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """Return the column of each: one more than that of the manager furthest down."""
    found: dict[str, int] = {}
    for start in names:
        ahead = [start]
        while ahead:
            name = ahead[-1]
            missing = [it for it in managers.get(name, ()) if it not in found]
            if missing:
                ahead += missing
                continue
            ahead.pop()
            found[name] = max((found[it] + 1 for it in managers.get(name, ())), default=0)
    return found


def _in_rows(
    tops: Sequence[str], led: Mapping[str, Sequence[str]], columns: Mapping[str, int]
) -> Mapping[str, Spot]:
    """Return places: who leads nobody gets the next row, who leads the middle of theirs."""
    rows: dict[str, int] = {}
    free = 0
    ahead = [(name, False) for name in reversed(tops)]
    while ahead:
        name, is_done = ahead.pop()
        held = sorted(led.get(name, ()), key=lambda it: (bool(led.get(it)), it))
        if is_done:
            rows[name] = (rows[held[0]] + rows[held[-1]]) // 2
        elif held:
            ahead.append((name, True))
            ahead += [(it, False) for it in reversed(held)]
        else:
            rows[name] = free
            free += 1
    return {name: Spot(columns[name], row) for name, row in rows.items()}
