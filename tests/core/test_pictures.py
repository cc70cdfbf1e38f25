"""Pictures, case by case: no box covers another, no line crosses a box, and all words have room.

The cases are in ``pictures.yaml``. What is fluid is looked at as wide as its column may be.
"""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from hiring.model.fact_shapes import Pay, PayFor, pay_option, spanning
from hiring.model.level_facts import LevelFacts
from hiring.model.managers import answering, circles
from hiring.model.numbers import number_in
from hiring.model.role import JobRole, Level
from hiring.model.role_facts import RoleFacts
from hiring.pictures.bars import bar_chart, bars_of
from hiring.pictures.career_map import career_map, family_map
from hiring.pictures.moves import moves_among
from hiring.pictures.org_chart import leaders_chart, org_chart
from hiring.pictures.pay_bands import families_of, rows_of
from hiring.pictures.pay_chart import pay_chart
from hiring.pictures.reporting import spots
from hiring.pictures.scale import scale_for
from hiring.pictures.shapes import Box, Leading, TextLine, VerticalRule, Way, svg
from hiring.pictures.text import lines_of, width_of
from hiring.pictures.timeline import TimelineStage, timelines
from tests.support.cases import stated_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hiring.pictures.shapes import Drawing, Shape

CASES = stated_in(Path(__file__).parent / "pictures.yaml")
Area = tuple[float, float, float, float]

NARROW, WIDE = 272, 928
"""The columns of a phone and of a page without sidebars."""
IN_BARS = 560
"""From where names stand within bars, and beside names: the sheet hides them in a narrower one."""


def role(key: str, stated: dict[str, Any]) -> JobRole:
    facts: dict[str, Any] = {name: stated[name] for name in ("title", "family")}
    facts["related"] = stated.get("related", ())
    facts |= {name: stated[name] for name in ("reports_to", "matrix_to") if name in stated}
    if "pay" in stated:
        facts["pay"] = pay_option(stated["pay"])
    if "market" in stated:
        facts["market_pay"] = dict(
            zip(("currency", "average", "per"), map(str, stated["market"]), strict=True)
        )
    made = RoleFacts.model_validate({**facts, "summary": "It is.", "owner": "Us"})
    if "ranges" in stated:
        ranges = [{"for": whom, **pay_option(pay)} for whom, pay in stated["ranges"]]
        parts = tuple(PayFor.model_validate(it) for it in ranges)
        made = made.model_copy(update={"pay": spanning(parts)})
    levels = tuple(
        Level(
            id=name,
            name=name,
            markdown="",
            line=1,
            facts=LevelFacts(pay=Pay.model_validate(pay_option(pay))),
        )
        for name, pay in stated.get("levels", {}).items()
    )
    return JobRole(key=key, path=f"roles/{key}.md", facts=made, levels=levels)


def roles_of(case: dict[str, Any]) -> list[JobRole]:
    if "large" not in case:
        found = [role(key, stated) for key, stated in case["roles"].items()]
        titles = {it.key: it.facts.title for it in found}
        return [with_titles(it, titles) for it in found]
    chance, many = random.Random(1), case["large"]
    return [role(f"r{n}", some(n, chance, line="line" in case)) for n in range(many)]


def with_titles(it: JobRole, titles: dict[str, str]) -> JobRole:
    """Return a role whose managers are named by their titles, as the reader leaves them."""
    named = {
        name: tuple(titles.get(key, key) for key in getattr(it.facts, name))
        for name in ("reports_to", "matrix_to")
    }
    facts = it.facts.model_copy(update=named)
    return JobRole(key=it.key, path=it.path, facts=facts, levels=it.levels)


def some(number: int, chance: random.Random, *, line: bool) -> dict[str, Any]:
    low = 40 + chance.randrange(90)
    above = number - 1 if line else number // 6
    return {
        "title": f"Role {number} of the {('North', 'South', 'Old harbor')[number % 3]}",
        "family": f"Family {number % 8}",
        "related": [f"r{chance.randrange(number)}" for _ in range(2)] if number else [],
        "reports_to": f"Role {above} of the {('North', 'South', 'Old harbor')[above % 3]}"
        if number
        else "Board",
        "pay": f"USD {low}000-{low + 30}000 per year",
        "levels": {"Junior": f"USD {low}000-{low + 12}000 per year"},
    }


def drawings_of(roles: Sequence[JobRole]) -> Iterator[Drawing]:
    for rows in rows_of(roles).values():
        yield pay_chart(rows)
        yield pay_chart(families_of(rows, roles), "families")
    keys = {it.key: it for it in roles}
    for drawing in (
        *(career_map(roles), family_map(roles)),
        *(org_chart(keys, answering(roles)), leaders_chart(roles)),
    ):
        if drawing is not None:
            yield drawing


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_nothing_covers_anything(case: dict[str, Any]) -> None:
    for drawing in drawings_of(roles_of(case)):
        check(drawing)


def check(drawing: Drawing) -> None:
    widths = (NARROW, IN_BARS, WIDE) if drawing.fluid else (drawing.width,)
    for width in widths:
        boxes, words = areas(drawing, width)
        assert_apart([area for box, area in boxes if box.look != "hiring-lane"])
        assert_apart([area for _, area in words])
        for line, area in words:
            x, y, across, down = area
            assert x >= -0.01, (line, width)
            assert x + across <= width + drawing.pad + 0.01, (line, width)
            assert -drawing.pad <= y, line
            assert y + down <= drawing.height + drawing.pad + 4, line
    assert_lines(drawing)
    text = svg(drawing, "a-picture", {})
    assert ET.fromstring(text)[0].text == drawing.title
    assert "style=" not in text
    assert '"nan' not in text


def flat(shapes: Sequence[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Leading):
            yield from shape.shapes
        else:
            yield shape


def areas(
    drawing: Drawing, width: float
) -> tuple[list[tuple[Box, Area]], list[tuple[TextLine, Area]]]:
    """Return boxes and words with their places, in a column of a width."""
    share = width / 100 if drawing.fluid else 1
    boxes: list[tuple[Box, Area]] = []
    words: list[tuple[TextLine, Area]] = []
    for shape in flat(drawing.shapes):
        if isinstance(shape, Box) and "rail" not in shape.look:
            across = shape.height if shape.square else shape.width * share
            boxes.append((shape, (shape.x * share, shape.y, across, shape.height)))
        elif isinstance(shape, TextLine):
            hidden = ("hiring-ladder", "hiring-on-band", "hiring-on-band-other")
            if shape.look in hidden and width < IN_BARS:
                continue
            bold = shape.look == "hiring-name"
            across = width_of(shape.text, shape.size, bold=bold)
            back = {"start": 0.0, "middle": across / 2, "end": across}[shape.anchor]
            words.append(
                (shape, (shape.x * share + shape.indent - back, shape.y - shape.size, across, 14))
            )
    return boxes, words


def assert_apart(found: Sequence[Area]) -> None:
    """See that no two areas have room in common: by rows, for there may be thousands."""
    rows: dict[int, list[Area]] = {}
    for area in found:
        for row in range(int(area[1] // 100), int((area[1] + area[3]) // 100) + 1):
            rows.setdefault(row, []).append(area)
    for near in map(sorted, rows.values()):
        for number, one in enumerate(near):
            for other in near[number + 1 :]:
                if other[0] >= one[0] + one[2] - 0.02:
                    break  # it begins behind this one, and so do all after it
                down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
                across = min(one[0] + one[2], other[0] + other[2]) - other[0]
                assert across <= 0.02 or down <= 0.02, (one, other)


def assert_lines(drawing: Drawing) -> None:
    """See that lines keep out of boxes, and end at one."""
    boxes = [
        (it.x, it.y, it.width, it.height)
        for it in flat(drawing.shapes)
        if isinstance(it, Box) and it.look.startswith("hiring-node")
    ]
    ways = [it for it in drawing.shapes if isinstance(it, Way)]
    if len(boxes) > 150:
        ways = ways[:: len(boxes) // 50]
    for way in ways:
        for (x, y), (to_x, to_y) in zip(way.points, way.points[1:], strict=False):
            assert x == to_x or y == to_y
            low, high = sorted((x, to_x)), sorted((y, to_y))
            for left, top, width, height in boxes:
                across = min(low[1], left + width) - max(low[0], left)
                down = min(high[1], top + height) - max(high[0], top)
                inside = (
                    left < (x + to_x) / 2 < left + width and top < (y + to_y) / 2 < top + height
                )
                assert not inside, way
                assert min(across, down) < 0 or max(across, down) <= 0 or across == 0 or down == 0
        for x, y in (way.points[0], way.points[-1]):
            assert any(
                (x in (left, left + width)) and top <= y <= top + height
                for left, top, width, height in boxes
            ), way


def assert_no_stretch_is_shared(drawing: Drawing) -> None:
    """See that no line runs upon another: a manager's lines may, which are one."""
    taken: dict[tuple[str, float], list[tuple[float, float]]] = {}
    for way in (it for it in drawing.shapes if isinstance(it, Way)):
        for (x, y), (to_x, to_y) in zip(way.points, way.points[1:], strict=False):
            key, ends = (("down", x), (y, to_y)) if x == to_x else (("across", y), (x, to_x))
            low, high = sorted(ends)
            for start, end in taken.get(key, ()):
                assert min(high, end) - max(low, start) <= 0.01, (way, key)
            taken.setdefault(key, []).append((low, high))


@pytest.mark.parametrize("case", CASES[:-1], ids=[case["case"] for case in CASES[:-1]])
def test_no_move_runs_upon_another(case: dict[str, Any]) -> None:
    for drawing in (career_map(roles_of(case)), family_map(roles_of(case))):
        if drawing is not None:
            assert_no_stretch_is_shared(drawing)


@pytest.mark.parametrize(
    ("low", "high"),
    [(0, 0), (5, 5), (70000, 260000), (-3, 1204), (0, Decimal(".54")), (49200, 58800)],
)
def test_a_scale_holds_all_and_is_round(low: Any, high: Any) -> None:
    scale = scale_for(Decimal(low), Decimal(high), most=5)
    assert scale.low <= low <= high <= scale.high
    assert 2 <= len(scale.marks) <= 6
    assert 0 <= scale.at(Decimal(low)) <= scale.at(Decimal(high)) <= 100


def test_pay_is_compared_for_a_year_and_in_its_currency() -> None:
    rows = rows_of(roles_of(next(case for case in CASES if "by the hour" in case["case"])))
    said = {
        currency: [(row.key, str(row.low), str(row.high), row.market) for row in held]
        for currency, held in rows.items()
    }
    assert list(said) == ["USD", "EUR"]
    assert ("hourly", "64480", "89440", Decimal(71490)) in said["USD"]
    assert ("daily", "55250.00", "55250.00", None) in said["USD"]
    assert ("places", "79000", "112400", None) in said["USD"]
    # What the market pays in another currency is on no scale of this one.
    assert ("other", "37200", "49200", None) in said["EUR"]
    assert "none" not in {key for held in said.values() for key, *_ in held}


def test_moves_are_told_once_and_know_the_way_back() -> None:
    case = next(case for case in CASES if case["case"].startswith("seven"))
    found = {(it.start, it.end): it.back for it in moves_among(roles_of(case))}
    assert found["analyst", "scientist"] is True
    assert found["ml", "engineer"] is False
    assert not found.keys() & {(end, start) for start, end in found}


def test_lines_break_where_they_may() -> None:
    assert lines_of("Data Engineer", 80, 14) == ("Data", "Engineer")
    assert lines_of("", 60, 14) == ()
    for line in lines_of("機械学習プラットフォーム", 60, 14):
        assert width_of(line, 14) <= 60
    assert "".join(lines_of("Donaudampfschifffahrt", 60, 14)) == "Donaudampfschifffahrt"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *((".42", ".42"), ("1,204", "1204"), ("35 %", "35"), ("\N{MINUS SIGN}3", "-3")),
        *(("", None), (".", None), ("1.2.3", None), ("high", None), ("1e9", None)),
        ("\N{ARABIC-INDIC DIGIT THREE}", None),
    ],
)
def test_numbers_as_people_write_them(text: str, number: str | None) -> None:
    assert number_in(text) == (None if number is None else Decimal(number))


def test_bars_and_stages() -> None:
    rows = [("Structured interview", ".42", ".51"), ("A very long name " * 6, "-3", ""), ("C", "0")]
    check(bar_chart(bars_of(rows), "How well each tells", ["2022", "1998"]))
    times = ["5 days", "", "as long as it takes, and at most a week", "2 hours"]
    for many in (1, 2, 6, 9, 20):
        stages = [
            TimelineStage(name=f"Stage {number} of many", time=times[number % 4])
            for number in range(many)
        ]
        found = timelines(stages, "Stages")
        for drawing in found:
            boxes, words = areas(drawing, 672 if drawing.fluid else drawing.width)
            assert_apart([area for it, area in words if it.look != "hiring-on-dot"])
            assert_apart([area for _, area in boxes])
            assert len(stages) - 1 == sum(
                isinstance(it, VerticalRule) for it in drawing.shapes
            ) or (drawing.fluid)
    assert len(timelines([TimelineStage(name="Vorstellungsgespräch")] * 9, "Stages")) == 1


def test_a_line_of_thousands_and_a_circle_of_them() -> None:
    line = {str(number): (str(number - 1),) for number in range(1, 4000)}
    found = spots(line)
    assert {spot.row for spot in found.values()} == {0}
    assert found["3999"].column == 3999
    assert list(circles(line)) == []
    assert [len(it) for it in circles({**line, "0": ("3999",)})] == [4000]


def test_signs_of_markup_are_words() -> None:
    drawing = bar_chart(bars_of([('<b> & "c"', "1")]), "<&>", ["a"])
    root = ET.fromstring(svg(drawing, "it", {}))
    assert root[0].text == "<&>"
    assert any(it.text == '<b> & "c"' for it in root.iter())


def test_boxes_lead_to_pages_where_there_is_one() -> None:
    case = next(case for case in CASES if case["case"].startswith("seven"))
    drawing = career_map(roles_of(case))
    assert drawing is not None
    root = ET.fromstring(svg(drawing, "it", {"ml": "ml.html"}))
    assert [it.get("href") for it in root.iter("a")] == ["ml.html"]
    assert root.get("role") == "group"
    assert ET.fromstring(svg(drawing, "it", {})).get("role") == "img"
