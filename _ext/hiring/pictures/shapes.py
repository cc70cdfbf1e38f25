"""What a picture is made of, and its text as SVG.

Looks are classes alone, for which the site has a sheet: nothing is inline, so a strict policy holds
and light, dark, paper and forced colors follow. A picture that is ``fluid`` is as wide as its
column: across, its numbers are hundredths of that. All others are in units of which a line of text
has 16 to an em of the reader's own size.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Number = Callable[[float], str]

Anchor = Literal["start", "middle", "end"]
NAME, SMALL = 14, 12
"""The sizes of type: of names, and of what stands beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle by its upper left corner, ``from_right`` by the other; some are ``square``."""

    x: float
    y: float
    width: float
    height: float
    look: str
    round: float = 0
    square: bool = False
    from_right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A line of text: ``y`` is that of its base line, ``x`` that of its ``anchor``.

    It starts ``indent`` further on, which is the same in any column. ``language`` is its own, where
    that is not English.
    """

    x: float
    y: float
    text: str
    look: str = "hiring-name"
    anchor: Anchor = "start"
    indent: float = 0
    language: str = ""

    @property
    def size(self) -> int:
        """How large the type is."""
        return NAME if self.look in ("hiring-name", "hiring-value") else SMALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A line along points, each above or beside the one before, with heads at some of its ends."""

    points: tuple[tuple[float, float], ...]
    look: str
    head_at_start: bool = False
    head_at_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A triangle whose tip points down, to a place."""

    x: float
    y: float
    look: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerticalRule:
    """A line straight down."""

    x: float
    y: float
    height: float
    look: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading:
    """Shapes that lead to the page of a role, by its key."""

    key: str
    shapes: tuple[Box | TextLine, ...]


Plain = Box | TextLine | Mark | VerticalRule
Shape = Plain | Way | Leading


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture: its size, its shapes, and what it says to those who do not see it.

    ``pad`` is the room around it.
    """

    title: str
    about: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    fluid: bool = False
    look: str = ""
    pad: float = 0

    @property
    def roles(self) -> frozenset[str]:
        """The keys of the roles that it leads to."""
        return frozenset(shape.key for shape in self.shapes if isinstance(shape, Leading))


def svg(drawing: Drawing, name: str, addresses: Mapping[str, str]) -> str:
    """Return a picture as SVG for a page of HTML.

    ``name`` starts its ids, and is another for each picture of a page; ``addresses`` are those of
    roles' pages, by key: what has none leads nowhere.
    """
    write = _fluid if drawing.fluid else _fixed
    links = drawing.roles & addresses.keys()
    looks = f"hiring-drawing {drawing.look}".strip()
    return "".join(
        (
            # Links inside of an image would be hidden from those who do not see it.
            f'<svg class="{looks}" role="{"group" if links else "img"}" {_size(drawing)} '
            f'aria-labelledby="{name}-t" aria-describedby="{name}-d">',
            f'<title id="{name}-t">{escape(drawing.title)}</title>',
            f'<desc id="{name}-d">{escape(drawing.about)}</desc>',
            *(_written(shape, write, addresses) for shape in drawing.shapes),
            "</svg>",
        )
    )


def _size(drawing: Drawing) -> str:
    if drawing.fluid:
        return f'width="100%" height="{_em(drawing.height)}"'
    pad = drawing.pad
    across, down = drawing.width + 2 * pad, drawing.height + 2 * pad
    box = " ".join(map(_n, (-pad, -pad, across, down)))
    return f'width="{_em(across)}" height="{_em(down)}" viewBox="{box}"'


def _written(shape: Shape, write: Callable[[Plain], str], addresses: Mapping[str, str]) -> str:
    if isinstance(shape, Leading):
        inside = "".join(map(write, shape.shapes))
        address = addresses.get(shape.key)
        return f'<a href="{escape(address)}">{inside}</a>' if address else f"<g>{inside}</g>"
    return _way(shape) if isinstance(shape, Way) else write(shape)


def _fixed(shape: Plain) -> str:
    return _shape(shape, _n, _n)


def _fluid(shape: Plain) -> str:
    return _shape(shape, lambda value: f"{_n(value)}%", _em)


def _shape(shape: Plain, across: Number, down: Number) -> str:
    look, x, y = f'class="{shape.look}"', across(shape.x), down(shape.y)
    if isinstance(shape, Box):
        corner = f' rx="{_n(shape.round)}"' if shape.round else ""
        width = down(shape.height) if shape.square else across(shape.width)
        size = f'width="{width}" height="{down(shape.height)}"'
        if shape.from_right:
            inside = f'<rect {look} x="-{width}" {size}{corner}/>'  # a share, less a width
            return f'<svg x="{x}" y="{y}" overflow="visible">{inside}</svg>'
        return f'<rect {look} x="{x}" y="{y}" {size}{corner}/>'
    if isinstance(shape, TextLine):
        anchor = f' text-anchor="{shape.anchor}"' if shape.anchor != "start" else ""
        anchor += f' dx="{down(shape.indent)}"' if shape.indent else ""
        anchor += f' lang="{escape(shape.language)}"' if shape.language else ""
        return f'<text {look} x="{x}" y="{y}"{anchor}>{escape(shape.text)}</text>'
    if isinstance(shape, Mark):
        return (
            f'<svg x="{x}" y="{y}" width="0.75rem" height="0.5rem" viewBox="0 0 12 8" '
            f'overflow="visible"><path {look} d="M0 0-5-8H5z"/></svg>'
        )
    return f'<line {look} x1="{x}" x2="{x}" y1="{y}" y2="{down(shape.y + shape.height)}"/>'


CORNER = 6
"""How round a line turns."""


def _way(way: Way) -> str:
    found = [f'<path class="{way.look}" d="{_path(_straightened(way.points))}"/>']
    if way.head_at_end:
        found.append(_head(way.points[-2], way.points[-1], way.look))
    if way.head_at_start:
        found.append(_head(way.points[1], way.points[0], way.look))
    return "".join(found)


def _straightened(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the points at which a line turns, and its ends."""
    found: list[tuple[float, float]] = []
    for x, y in points:
        if found and found[-1] == (x, y):
            continue
        if len(found) > 1 and (
            found[-2][0] == found[-1][0] == x or found[-2][1] == found[-1][1] == y
        ):
            found.pop()
        found.append((x, y))
    return found


def _path(points: list[tuple[float, float]]) -> str:
    parts = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    for before, (x, y), after in zip(points, points[1:], points[2:], strict=False):
        into, out = (_toward((x, y), end) for end in (before, after))
        parts.append(f"L{_n(into[0])} {_n(into[1])}Q{_n(x)} {_n(y)} {_n(out[0])} {_n(out[1])}")
    parts.append(f"L{_n(points[-1][0])} {_n(points[-1][1])}")
    return "".join(parts)


def _toward(corner: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """Return the place on the way from a corner to an end where the corner's curve starts."""
    across, down = end[0] - corner[0], end[1] - corner[1]
    far = max(abs(across), abs(down), 1)
    share = min(CORNER, far / 2) / far
    return corner[0] + across * share, corner[1] + down * share


def _head(before: tuple[float, float], tip: tuple[float, float], look: str) -> str:
    back = 8 if before[0] > tip[0] else -8
    x, y = tip
    points = f"M{_n(x)} {_n(y)}l{_n(back)}-4.5v9z"
    return f'<path class="hiring-head {look}" d="{points}"/>'


def _n(value: float) -> str:
    return f"{round(value, 2):g}"


def _em(value: float) -> str:
    return f"{round(value / 16, 4):g}rem"
