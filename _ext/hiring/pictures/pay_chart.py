"""Bands of pay on one scale, drawn: a line a role, a band a level, and the market over them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hiring.model.lexicon import AMERICAN
from hiring.pictures.scale import scale_for
from hiring.pictures.shapes import NAME, SMALL, Box, Drawing, Mark, TextLine, VerticalRule
from hiring.pictures.text import lines_of, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from hiring.model.lexicon import Lexicon
    from hiring.pictures.pay_bands import Band, BandRow
    from hiring.pictures.scale import Scale
    from hiring.pictures.shapes import Anchor, Shape

NARROWEST, WIDE = 272, 560
"""How wide the column is that a fluid picture must fit, and from where it has room within bars."""

_ON = {"hiring-band": "hiring-on-band", "hiring-band-other": "hiring-on-band-other"}
_AXIS, _LINE, _BAR, _GAP, _ROOM = 22, 18, 20, 3, 16


def pay_chart(rows: Sequence[BandRow], unit: str = "roles", said: Lexicon = AMERICAN) -> Drawing:
    """Return the picture of some rows in one currency; ``unit`` is what they are."""
    ends = [it for row in rows for it in (row.low, row.high, *([row.market] if row.market else ()))]
    scale = scale_for(min(ends), max(ends), most=5)
    currency = rows[0].currency
    shapes: list[Shape] = []
    y = float(_AXIS)
    for row in rows:
        shapes += _row(row, scale, y)
        y += _height(row)
    grid = list(_grid(scale, currency, y, said))
    return Drawing(
        title=_title_of(rows, unit, said),
        about=_about(rows, scale, said),
        width=WIDE,
        height=y,
        shapes=(*grid, *shapes),
        fluid=True,
        look="hiring-pay-chart",
    )


def _grid(scale: Scale, currency: str, height: float, said: Lexicon) -> Iterator[Shape]:
    """Yield the marks of a scale; a number without room in a narrow column is for wide ones."""
    for value in scale.marks:
        yield VerticalRule(x=scale.at(value), y=_AXIS, height=height - _AXIS, look="hiring-grid")
    numbers = [_number(scale, value, currency, said) for value in scale.marks]
    steps = range(1, len(numbers) + 1)
    kept = next(it for step in steps if _are_apart(it := numbers[::step]))
    for number in numbers:
        yield number if number in kept else replace(number, look="hiring-ladder")


def _number(scale: Scale, value: Decimal, currency: str, said: Lexicon) -> TextLine:
    ends: dict[Decimal, Anchor] = {scale.marks[0]: "start", scale.marks[-1]: "end"}
    text = said.money_in_short(value, currency)
    anchor = ends.get(value, "middle")
    return TextLine(x=scale.at(value), y=14, text=text, look="hiring-soft", anchor=anchor)


def _are_apart(numbers: Sequence[TextLine]) -> bool:
    """Tell whether numbers in a row have room in a narrow column."""
    stretches = list(map(_stretch, numbers))
    return all(one[1] + 4 < other[0] for one, other in pairwise(stretches))


def _stretch(number: TextLine) -> tuple[float, float]:
    width = width_of(number.text, number.size)
    back = {"start": 0.0, "middle": width / 2, "end": width}[number.anchor]
    start = number.x / 100 * NARROWEST - back
    return start, start + width


def _title(row: BandRow) -> tuple[str, ...]:
    return lines_of(row.name, NARROWEST, NAME, bold=True)


def _height(row: BandRow) -> float:
    lanes = len(lanes_of(row.bands))
    above = 12 if row.market else 4
    return len(_title(row)) * _LINE + above + lanes * (_BAR + _GAP) + _ROOM


def _row(row: BandRow, scale: Scale, y: float) -> Iterator[Shape]:
    first = y
    for line in _title(row):
        y += _LINE
        yield TextLine(x=0, y=y - 3, text=line, language=row.language)
    y += 12 if row.market else 4
    if row.market:
        yield Mark(x=scale.at(row.market), y=y - 1, look="hiring-market")
    named = all(_fits(band, scale) for band in row.bands)
    if not named:
        yield from _ladder(row, first)
    for number, lane in enumerate(lanes_of(row.bands)):
        top = y + number * (_BAR + _GAP)
        for place, band in lane:
            yield from _band(band, scale, top, place, named=named)


def _width(band: Band, scale: Scale) -> float:
    # One amount is a place on the scale; it is seen all the same.
    return max(scale.at(band.high) - scale.at(band.low), 0.8)


def _fits(band: Band, scale: Scale) -> bool:
    return width_of(band.name, SMALL) + 6 <= _width(band, scale) / 100 * WIDE


def _ladder(row: BandRow, y: float) -> Iterator[Shape]:
    """Yield the names of bands beside that of their role, where they have no room within."""
    names = " \u203a ".join(band.name for band in row.bands if band.name)
    room = WIDE - width_of(_title(row)[0], NAME, bold=True) - 16
    if names and width_of(names, SMALL) <= room:
        look = "hiring-ladder"
        yield TextLine(
            x=100, y=y + _LINE - 3, text=names, look=look, anchor="end", language=row.language
        )


def _band(band: Band, scale: Scale, y: float, place: int, *, named: bool) -> Iterator[Shape]:
    start, width = scale.at(band.low), _width(band, scale)
    look = "hiring-band-other" if place % 2 else "hiring-band"
    yield Box(x=min(start, 100 - width), y=y, width=width, height=_BAR, look=look, round=3)
    if band.name and named:
        middle = min(start, 100 - width) + width / 2
        yield TextLine(x=middle, y=y + 14, text=band.name, look=_ON[look], anchor="middle")


def lanes_of(bands: Sequence[Band]) -> list[list[tuple[int, Band]]]:
    """Return bands, with their places, in as many lanes as it takes so that none covers another."""
    lanes: list[list[tuple[int, Band]]] = []
    for place, band in enumerate(bands):
        free = (lane for lane in lanes if lane[-1][1].high <= band.low and _is_apart(lane, band))
        lane = next(free, None)
        if lane is None:
            lanes.append([(place, band)])
        else:
            lane.append((place, band))
    return lanes


def _is_apart(lane: list[tuple[int, Band]], band: Band) -> bool:
    """Tell whether a band in a lane and one more are no single amounts, which would touch."""
    last = lane[-1][1]
    return last.low < last.high and (band.low < band.high or last.high < band.low)


def _title_of(rows: Sequence[BandRow], unit: str, said: Lexicon) -> str:
    currency = said.currency(rows[0].currency)
    if len(rows) == 1:
        return said.say("picture.pay", name=rows[0].name, currency=currency)
    return said.count(f"picture.pay-{unit}", len(rows), currency=currency)


def _about(rows: Sequence[BandRow], scale: Scale, said: Lexicon) -> str:
    def told(name: str, row: BandRow) -> str:
        ends = dict.fromkeys((row.low, row.high))
        value = money_range([said.money(end, row.currency) for end in ends], said)
        return said.say(f"picture.{name}", name=row.name, value=value)

    low, high = (said.money(end, rows[0].currency) for end in (scale.low, scale.high))
    found = [said.say("picture.scale", low=low, high=high)]
    if len(rows) == 1:
        found.append(told("alone", rows[0]))
    else:
        highest = max(rows, key=lambda row: (row.high, row.low))
        found += [told("lowest", rows[0]), told("highest", highest)]
    if any(row.market for row in rows):
        found.append(said.say("picture.triangle"))
    return " ".join([*found, said.say("picture.table-all")])


def money_range(ends: Sequence[str], said: Lexicon) -> str:
    """Return what two amounts span, or the one that both are."""
    return said.say("picture.to", start=ends[0], end=ends[1]) if len(ends) > 1 else ends[0]
