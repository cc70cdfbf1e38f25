"""Boxes in rows and columns, and lines between them that cross no box.

Lines run in the gaps alone: in gutters, right of each column, and in channels, above each row and
below the last. Each has a track of its own there, which others have only where they never meet. How
many tracks a gap needs follows from rows and columns, and how wide it is from that; so nothing has
to be tried out, and the same boxes give the same picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.pictures.routes import STEP, Routes
from hiring.pictures.shapes import Way

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hiring.pictures.routes import Cell, Edge, Route

GUTTER, CHANNEL = 26, 16
"""How wide a gap is at least, with lines in it and without."""
APART, EDGE = 12, 2
"""How wide a gutter without lines is, and the room around all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where everything is: each box by its upper left corner and height, and the lines."""

    width: float
    height: float
    corners: Mapping[str, tuple[float, float]]
    heights: Mapping[str, float]
    ways: tuple[Way, ...]


def place(
    cells: Sequence[Cell],
    links: Sequence[Edge],
    width: float,
    heads: Mapping[int, float] | None = None,
) -> Layout:
    """Return where boxes of a ``width`` are, and the lines between them.

    ``heads`` are rows with room above them, for what is said there.
    """
    return _Layout(Routes(cells, links), width, heads or {}).placed()


class _Layout:
    """Where gaps and boxes are, and so where lines turn."""

    def __init__(self, routes: Routes, width: float, heads: Mapping[int, float]) -> None:
        self.routes, self.width, self.heads = routes, width, heads
        self.heights = {
            key: max(cell.height, 2 * routes.ends.get(key, 0) + 2 * STEP)
            for key, cell in routes.cells.items()
        }
        self.lefts, x = [], 0.0
        for gutter in routes.gutters:
            self.lefts.append(x)
            tracks = len(gutter.tracks)
            x += width + (GUTTER + STEP * tracks if tracks else APART)
        self.across = x if routes.gutters[-1].tracks else x - APART
        self.high = [0.0] * routes.rows
        for key, cell in routes.cells.items():
            self.high[cell.row] = max(self.high[cell.row], self.heights[key])
        self.tops, y = [], 0.0
        for row, high in enumerate(self.high):
            y += self.gap(row) + heads.get(row, 0)
            self.tops.append(y)
            y += high
        self.down = y + self.gap(routes.rows)

    def gap(self, row: int) -> float:
        """Return how high the channel above a row is."""
        tracks = len(self.routes.channels[row].tracks)
        if not tracks:
            return EDGE if row in (0, self.routes.rows) else CHANNEL
        return CHANNEL + STEP * tracks

    def placed(self) -> Layout:
        """Return where everything is."""
        corners = {}
        for key, cell in self.routes.cells.items():
            room = self.high[cell.row] - self.heights[key]
            corners[key] = (self.lefts[cell.column], self.tops[cell.row] + room / 2)
        ways = tuple(self.way(number, route) for number, route in enumerate(self.routes.lines))
        return Layout(
            width=self.across,
            height=self.down,
            corners=corners,
            heights=self.heights,
            ways=ways,
        )

    def way(self, number: int, route: Route) -> Way:
        """Return a line with its turns."""
        width, link = self.width, route.link
        (left, _, _), (right, side, _) = self.routes.turns(route)
        start = (self.lefts[left.column] + width, self.end(number, route, left, "right"))
        x = self.lefts[right.column] + (width if side == "right" else 0)
        end = (x, self.end(number, route, right, side))
        across = self.track(left.column, route.first)
        points = [start, (across, start[1])]
        if route.channel is not None and route.second is not None:
            y = self.channel(*route.channel)
            back = self.track(right.column - 1, route.second)
            points += [(across, y), (back, y), (back, end[1])]
        else:
            points.append((across, end[1]))
        points.append(end)
        if link.start != left.key:
            points.reverse()
        return Way(
            points=tuple(points),
            look=link.look,
            head_at_start=link.head_at_start,
            head_at_end=link.head_at_end,
        )

    def end(self, number: int, route: Route, cell: Cell, side: str) -> float:
        """Return how far down a line ends at a box."""
        bus = route.link.bus if cell.key == route.link.start else ""
        far = self.routes.ports[cell.key, side, bus or f"#{number}"]
        return self.tops[cell.row] + self.high[cell.row] / 2 + far

    def track(self, column: int, track: int) -> float:
        """Return where a track of a gutter is."""
        return self.lefts[column] + self.width + GUTTER / 2 + STEP * (track + 0.5)

    def channel(self, channel: int, track: int) -> float:
        """Return where a track of a channel is."""
        if channel < self.routes.rows:
            below = self.tops[channel] - self.heads.get(channel, 0)
        else:
            below = self.tops[-1] + self.high[-1] + self.gap(channel)
        return below - CHANNEL / 2 - STEP * (track + 0.5)
