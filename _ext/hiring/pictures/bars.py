"""Numbers as bars from nought, drawn: a line each, with a second number as a thinner bar."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hiring.model.lexicon import AMERICAN
from hiring.model.numbers import number_in
from hiring.pictures.scale import Scale, scale_for
from hiring.pictures.shapes import NAME, Box, Drawing, TextLine, VerticalRule
from hiring.pictures.text import lines_of, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hiring.model.lexicon import Lexicon
    from hiring.pictures.shapes import Shape

_NARROWEST, _LINE, _BAR, _SECOND, _ROOM = 272, 18, 12, 6, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A name with a number as it is written, and perhaps a second one."""

    name: str
    value: Decimal
    written: str
    second: Decimal | None = None


def bars_of(rows: Iterable[Sequence[str]]) -> list[Bar]:
    """Return the bars of a table's rows: a name, a number, and in a third column one more."""
    return [
        _bar_of(row, value)
        for row in rows
        if len(row) > 1 and (value := number_in(row[1])) is not None
    ]


def _bar_of(row: Sequence[str], value: Decimal) -> Bar:
    second = number_in(row[2]) if len(row) > 2 else None
    written = row[1] if second is None else f"{row[1]} ({row[2]})"
    return Bar(name=row[0], value=value, written=written, second=second)


def bar_chart(
    bars: Sequence[Bar], title: str, series: Sequence[str], said: Lexicon = AMERICAN
) -> Drawing:
    """Return the picture; ``series`` are what the one or two numbers of each are."""
    values = [it for bar in bars for it in (bar.value, bar.second) if it is not None]
    scale = scale_for(min(Decimal(0), *values), max(Decimal(0), *values), most=5)
    shapes: list[Shape] = []
    y = 0.0
    for bar in bars:
        shapes += _bar(bar, scale, y)
        y += _height(bar)
    nought = VerticalRule(x=scale.at(Decimal(0)), y=0, height=y - _ROOM / 2, look="hiring-grid")
    highest = max(bars, key=lambda bar: bar.value)
    lowest = min(bars, key=lambda bar: bar.value)
    return Drawing(
        title=title,
        about=" ".join(
            [
                f"{', '.join(series)}.",
                said.say("picture.highest", name=highest.name, value=highest.written),
                said.say("picture.lowest", name=lowest.name, value=lowest.written),
                said.say("picture.table-all"),
            ]
        ),
        width=560,
        height=y,
        shapes=(nought, *shapes),
        fluid=True,
        look="hiring-bars",
    )


def _names(bar: Bar) -> tuple[str, ...]:
    room = _NARROWEST - width_of(bar.written, NAME) - 12
    return lines_of(bar.name, max(room, 120), NAME, bold=True)


def _height(bar: Bar) -> float:
    second = _SECOND + 2 if bar.second is not None else 0
    return len(_names(bar)) * _LINE + 2 + _BAR + second + _ROOM


def _bar(bar: Bar, scale: Scale, y: float) -> Iterator[Shape]:
    yield TextLine(x=100, y=y + _LINE - 4, text=bar.written, look="hiring-value", anchor="end")
    for line in _names(bar):
        y += _LINE
        yield TextLine(x=0, y=y - 4, text=line)
    y += 2
    yield _box(bar.value, scale, y, _BAR, "hiring-band")
    if bar.second is not None:
        yield _box(bar.second, scale, y + _BAR + 2, _SECOND, "hiring-band-other")


def _box(value: Decimal, scale: Scale, y: float, height: float, look: str) -> Box:
    start, end = sorted((scale.at(Decimal(0)), scale.at(value)))
    return Box(x=start, y=y, width=max(end - start, 0.3), height=height, look=look, round=2)
