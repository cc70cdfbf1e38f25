"""Pictures for pages whose lines begin at the right."""

from __future__ import annotations

import re

from hiring.pictures.bars import bar_chart, bars_of
from hiring.pictures.mirrored import mirrored
from hiring.pictures.shapes import Box, Drawing, Leading, Mark, TextLine, VerticalRule, Way, svg
from hiring.pictures.timeline import TimelineStage, timelines

FIXED = Drawing(
    title="T",
    about="A",
    width=200,
    height=50,
    shapes=(
        Box(x=10, y=5, width=40, height=20, look="a"),
        TextLine(x=14, y=12, text="רתך", indent=3),
        TextLine(x=30, y=12, text="m", anchor="middle"),
        Way(points=((50, 10), (80, 10)), look="w", head_at_end=True),
        Mark(x=60, y=4, look="m"),
        VerticalRule(x=0, y=0, height=50, look="r"),
        Leading(key="k", shapes=(Box(x=0, y=0, width=10, height=10, look="b"),)),
    ),
)


def test_each_shape_stands_as_far_from_the_right_as_it_did_from_the_left() -> None:
    box, words, middle, way, mark, rule, leading = mirrored(FIXED).shapes
    assert isinstance(box, Box)
    assert isinstance(words, TextLine)
    assert isinstance(way, Way)
    assert isinstance(leading, Leading)
    assert box.x == 200 - 10 - 40
    assert (words.x, words.indent, words.anchor) == (186, -3, "start")
    assert isinstance(middle, TextLine)
    assert (middle.x, middle.anchor) == (170, "middle")
    assert way.points == ((150, 10), (120, 10))
    assert isinstance(mark, Mark)
    assert isinstance(rule, VerticalRule)
    assert (mark.x, rule.x) == (140, 200)
    assert leading.shapes == (Box(x=190, y=0, width=10, height=10, look="b"),)


def test_twice_is_as_before() -> None:
    assert mirrored(mirrored(FIXED)) == FIXED


def test_what_has_a_width_of_its_own_ends_where_it_began() -> None:
    stages = [TimelineStage(name="רתך"), TimelineStage(name="ב"), TimelineStage(name="ג")]
    across = next(it for it in timelines(stages, "T") if it.fluid)
    text = svg(mirrored(across), "n", {})
    dots = [it for it in across.shapes if isinstance(it, Box) and it.square]
    assert dots
    for dot in dots:
        width = f"{dot.height / 16:g}rem"
        place = f'<svg x="{round(100 - dot.x, 2):g}%"'
        assert re.search(rf'{place}[^>]*overflow="visible"><rect [^>]*x="-{width}"', text)


def test_bars_begin_at_the_right() -> None:
    drawn = mirrored(bar_chart(bars_of([["x", "3"], ["y", "6"]]), "T", ["a"]))
    boxes = [it for it in drawn.shapes if isinstance(it, Box)]
    assert boxes
    assert all(round(it.x + it.width, 6) == 100 for it in boxes)
