"""Which gaps of a grid each line runs in, and where it ends at its boxes: numbers, no places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

STEP = 9
"""How far tracks, and the ends of lines at a box, are from each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A box: where it is in the grid, and how high it is at least."""

    key: str
    column: int
    row: int
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line from a box to another.

    Lines of one ``bus`` leave their first box at one place, and share a track.
    """

    start: str
    end: str
    look: str
    head_at_start: bool = False
    head_at_end: bool = False
    bus: str = ""


@dataclass(slots=True)
class Gap:
    """The tracks of a gap: for each the stretches of it that are taken, and by whom."""

    tracks: list[list[tuple[float, float, str]]] = field(default_factory=list)

    def take(self, start: float, end: float, owner: str) -> int:
        """Return the number of a track for a stretch."""
        low, high = sorted((start, end))
        for number, taken in enumerate(self.tracks):
            if all(it[2] == owner or high < it[0] or it[1] < low for it in taken):
                taken.append((low, high, owner))
                return number
        self.tracks.append([(low, high, owner)])
        return len(self.tracks) - 1


@dataclass(frozen=True, slots=True)
class Route:
    """A line in the grid: its boxes, the left one first, and a track for each gap it is in.

    ``channel`` and ``second`` are None where both boxes are at one gutter.
    """

    link: Edge
    left: Cell
    right: Cell
    first: int
    channel: tuple[int, int] | None = None
    second: int | None = None


class Routes:
    """The lines of a grid, with the tracks of each gap and the ends of lines at each box."""

    def __init__(self, cells: Sequence[Cell], links: Sequence[Edge]) -> None:
        """Lay lines between boxes."""
        self.cells = {cell.key: cell for cell in cells}
        self.columns = max((cell.column for cell in cells), default=0) + 1
        self.rows = max((cell.row for cell in cells), default=0) + 1
        self.gutters = [Gap() for _ in range(self.columns)]
        self.channels = [Gap() for _ in range(self.rows + 1)]
        self.lines = [self._route(number, link) for number, link in enumerate(links)]
        self.ports = self._ports()
        self.ends: dict[str, float] = {}
        for (key, _, _), far in self.ports.items():
            self.ends[key] = max(self.ends.get(key, 0), abs(far))

    def _route(self, number: int, link: Edge) -> Route:
        """Return a line's tracks."""
        ends = self.cells[link.start], self.cells[link.end]
        left, right = sorted(ends, key=lambda cell: (cell.column, cell.row))
        owner = link.bus or f"#{number}"
        here, there = left.row * 2 + 1, right.row * 2 + 1
        if right.column - left.column <= 1:
            return Route(link, left, right, self.gutters[left.column].take(here, there, owner))
        channel = right.row + (left.row >= right.row)
        across = self.channels[channel].take(left.column, right.column - 1, owner)
        return Route(
            link,
            left,
            right,
            self.gutters[left.column].take(here, channel * 2, owner),
            (channel, across),
            self.gutters[right.column - 1].take(channel * 2, there, owner),
        )

    def _ports(self) -> dict[tuple[str, str, str], float]:
        """Return how far from a box's middle lines end, by box, side and owner."""
        found: dict[tuple[str, str, str], float] = {}
        sides: dict[tuple[str, str], dict[str, set[int]]] = {}
        for number, route in enumerate(self.lines):
            for cell, side, turn in self.turns(route):
                owner = route.link.bus if cell.key == route.link.start else ""
                owners = sides.setdefault((cell.key, side), {})
                owners.setdefault(owner or f"#{number}", set()).add(turn)
        taken = {(cell.column, cell.row) for cell in self.cells.values()}
        for (key, side), owners in sides.items():
            cell = self.cells[key]
            facing = (cell.column + (1 if side == "right" else -1), cell.row)
            if len(owners) == 1 and facing not in taken:
                found[key, side, next(iter(owners))] = 0
                continue
            # What is straight meets in the middle; else the two sides of a gap never end alike.
            shift = STEP / 2 if side == "left" else 0
            above = below = 0
            for owner, turns in owners.items():
                middle = turns == {0} or len(turns) > 1
                if middle and 0 not in (found.get((key, side, it)) for it in owners):
                    found[key, side, owner] = 0
                elif turns == {-1}:
                    above += 1
                    found[key, side, owner] = shift - STEP * above
                else:
                    below += 1
                    found[key, side, owner] = STEP * below - shift
        return found

    def turns(self, route: Route) -> list[tuple[Cell, str, int]]:
        """Return for each end its box, the side, and whether the line goes up, on or down there."""
        left, right = route.left, route.right
        same = left.column == right.column
        if route.channel is None:
            turn = (right.row > left.row) - (right.row < left.row)
            return [(left, "right", turn), (right, "right" if same else "left", -turn)]
        channel = route.channel[0]
        return [
            (left, "right", 1 if channel > left.row else -1),
            (right, "left", 1 if channel > right.row else -1),
        ]
