"""Boxes with words in them, and lines between, as one picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.pictures.grid import place
from hiring.pictures.routes import Cell
from hiring.pictures.shapes import NAME, SMALL, Box, Leading, TextLine
from hiring.pictures.text import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hiring.pictures.grid import Layout
    from hiring.pictures.routes import Edge
    from hiring.pictures.shapes import Shape

PAD = 10
LEADING = {NAME: 18, SMALL: 16}
"""How far lines of each size are apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A box with a name and what stands below it; ``role`` is whose page it leads to.

    ``language`` is that of its words, where they are not English; ``look`` is its class.
    """

    key: str
    column: int
    row: int
    name: str
    below: str = ""
    role: str = ""
    look: str = "hiring-node"
    language: str = ""


def boxes(
    labelled: Sequence[Labelled],
    links: Sequence[Edge],
    width: float,
    heads: Mapping[int, float] | None = None,
) -> tuple[Layout, list[Shape]]:
    """Return where boxes are, and their shapes with those of the lines between them."""
    texts = {it.key: _texts(it, width - 2 * PAD) for it in labelled}
    cells = [
        Cell(key=it.key, column=it.column, row=it.row, height=_height(texts[it.key]))
        for it in labelled
    ]
    placed = place(cells, links, width, heads)
    shapes: list[Shape] = list(placed.ways)
    for it in labelled:
        x, y = placed.corners[it.key]
        high = placed.heights[it.key]
        inside = _lines(
            texts[it.key], x + PAD, y + (high - _height(texts[it.key])) / 2, it.language
        )
        box = Box(x=x, y=y, width=width, height=high, look=it.look, round=8)
        shapes += [Leading(key=it.role, shapes=(box, *inside))] if it.role else [box, *inside]
    return placed, shapes


def _texts(labelled: Labelled, width: float) -> list[tuple[str, str]]:
    names = lines_of(labelled.name, width, NAME, bold=True)
    below = lines_of(labelled.below, width, SMALL)
    return [*((line, "hiring-name") for line in names), *((line, "hiring-soft") for line in below)]


def _height(texts: Sequence[tuple[str, str]]) -> float:
    return 2 * PAD + sum(LEADING[NAME if look == "hiring-name" else SMALL] for _, look in texts)


def _lines(texts: Sequence[tuple[str, str]], x: float, y: float, language: str) -> list[TextLine]:
    found = []
    y += PAD
    for text, look in texts:
        size = NAME if look == "hiring-name" else SMALL
        y += LEADING[size]
        found.append(TextLine(x=x, y=y - 4, text=text, look=look, language=language))
    return found
