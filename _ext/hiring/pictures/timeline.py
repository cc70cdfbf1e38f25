"""Stages one after the other, drawn: side by side where there is room, else one below the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.pictures.shapes import NAME, SMALL, Box, Drawing, TextLine, VerticalRule
from hiring.pictures.text import lines_of, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hiring.pictures.shapes import Shape

WIDE = 672
"""From how wide a column on stages stand side by side."""
_NARROWEST, _DOT, _LINE, _SOFT, _GAP = 272, 26, 18, 16, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStage:
    """A stage by its name, and how long it takes."""

    name: str
    time: str = ""


def stages_of(rows: Iterable[Sequence[str]]) -> list[TimelineStage]:
    """Return the stages of a table's rows: the first cell names one, the last says how long."""
    return [
        TimelineStage(name=row[0], time=row[-1] if len(row) > 1 else "") for row in rows if row[0]
    ]


def timelines(stages: Sequence[TimelineStage], title: str) -> tuple[Drawing, ...]:
    """Return the pictures of some stages: for a narrow column, and where they fit for a wide one.

    The sheet shows the one for which there is room.
    """
    about = "; ".join(
        f"{number}. {it.name}{f', {it.time}' if it.time else ''}"
        for number, it in enumerate(stages, 1)
    )
    down = list(_down(stages))
    high = sum(map(_height_down, stages))
    narrow = Drawing(
        title=title,
        about=f"{about}.",
        width=_NARROWEST,
        height=high,
        shapes=tuple(down),
        look="hiring-timeline-down",
    )
    column = WIDE / len(stages) - _GAP
    if any(_is_too_long(it, column) for it in stages):
        return (narrow,)
    wide = Drawing(
        title=title,
        about=f"{about}.",
        width=WIDE,
        height=max(_height_across(it, column) for it in stages),
        shapes=tuple(_across(stages, column)),
        fluid=True,
        look="hiring-timeline-across",
    )
    return wide, narrow


def _is_too_long(stage: TimelineStage, column: float) -> bool:
    """Tell whether a word of a stage has no room side by side with others, or it has many lines."""
    words = max((width_of(word, NAME, bold=True) for word in stage.name.split()), default=0)
    times = max((width_of(word, SMALL) for word in stage.time.split()), default=0)
    return max(words, times) > column or len(lines_of(stage.name, column, NAME, bold=True)) > 4


def _lines(stage: TimelineStage, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return lines_of(stage.name, width, NAME, bold=True), lines_of(stage.time, width, SMALL)


def _height_down(stage: TimelineStage) -> float:
    names, times = _lines(stage, _NARROWEST - _DOT - 12)
    return max(_DOT, len(names) * _LINE + len(times) * _SOFT + 4) + 14


def _down(stages: Sequence[TimelineStage]) -> Iterator[Shape]:
    y = 0.0
    for number, stage in enumerate(stages, 1):
        high = _height_down(stage)
        if number < len(stages):
            yield VerticalRule(x=_DOT / 2, y=y + _DOT, height=high - _DOT, look="hiring-rail")
        yield Box(x=0, y=y, width=_DOT, height=_DOT, look="hiring-dot", round=_DOT / 2)
        yield TextLine(
            x=_DOT / 2, y=y + 18, text=str(number), look="hiring-on-dot", anchor="middle"
        )
        yield from _texts(stage, _DOT + 12, y, _NARROWEST - _DOT - 12)
        y += high


def _texts(stage: TimelineStage, x: float, y: float, width: float) -> Iterator[Shape]:
    names, times = _lines(stage, width)
    for line in names:
        y += _LINE
        yield TextLine(x=x, y=y, text=line)
    for line in times:
        y += _SOFT
        yield TextLine(x=x, y=y + 2, text=line, look="hiring-soft")


def _height_across(stage: TimelineStage, column: float) -> float:
    names, times = _lines(stage, column)
    return _DOT + 8 + len(names) * _LINE + len(times) * _SOFT + 8


def _across(stages: Sequence[TimelineStage], column: float) -> Iterator[Shape]:
    """Yield stages along a rail, each below its number."""
    share = 100 / len(stages)
    yield Box(x=0, y=_DOT / 2 - 1, width=100 - share / 2, height=2, look="hiring-rail-across")
    for number, stage in enumerate(stages, 1):
        x = share * (number - 1)
        look, half = "hiring-dot", _DOT / 2
        width = 100 * _DOT / WIDE
        yield Box(x=x, y=0, width=width, height=_DOT, look=look, round=half, square=True)
        look = "hiring-on-dot"
        yield TextLine(x=x, y=18, text=str(number), look=look, anchor="middle", indent=half)
        yield from _texts(stage, x, _DOT + 6, column)
