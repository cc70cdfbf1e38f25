"""A picture for readers whose lines begin at the right: what was left is right, words stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.pictures.shapes import Box, Leading, TextLine, Way

if TYPE_CHECKING:
    from hiring.pictures.shapes import Drawing, Shape

_WHOLE = 100
"""The width of what is as wide as its column."""


def mirrored(drawing: Drawing) -> Drawing:
    """Return a picture mirrored; where its words start and end follows the page's direction."""
    width = _WHOLE if drawing.fluid else drawing.width
    return replace(drawing, shapes=tuple(_mirrored(it, width) for it in drawing.shapes))


def _mirrored(shape: Shape, width: float) -> Shape:
    if isinstance(shape, Leading):
        inside = (_mirrored(it, width) for it in shape.shapes)
        return replace(shape, shapes=tuple(it for it in inside if isinstance(it, (Box, TextLine))))
    if isinstance(shape, Way):
        return replace(shape, points=tuple((width - x, y) for x, y in shape.points))
    if isinstance(shape, TextLine):
        return replace(shape, x=width - shape.x, indent=-shape.indent)
    if isinstance(shape, Box) and shape.square:
        return replace(shape, x=width - shape.x, from_right=True)
    if isinstance(shape, Box):
        return replace(shape, x=width - shape.x - shape.width)
    return replace(shape, x=width - shape.x)
