"""Interviews: points side by side where there is room, and sheets that print a page each."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import run_build
from tests.support.cases import BASE, CONF

if TYPE_CHECKING:
    from .conftest import Open

pytestmark = pytest.mark.browser

STAGE = """\
::::{{stage}} Stage {number}
:minutes: 60
:interviewers: A data engineer and an analyst
:assesses: python, sql

{questions}::::

"""
QUESTION = """\
:::{{question}} Tell us of something that you built and that others changed, number {id}.
- What did you do yourself?
- How did you know?

1. Cannot describe one that ran without them
2. Describes tools and volumes; the readers are unknown
3. Names readers, a failure that they noticed, and a change that made it less likely
4. The same, and knew what it cost to run and what they switched off
:::

"""
SHEETS = "".join(f":::{{{name}}}\n:::\n\n" for name in ("scorecard", "decision-agenda"))
PRINTED = (718, 1030)
"""What A4 has room for between the margins of a browser, in pixels."""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a plan with two stages of four questions each."""
    folder = tmp_path_factory.mktemp("plan")
    source = shutil.copytree(BASE, folder / "handbook")
    (source / "conf.py").write_text(f'{CONF}hiring_audience = "hiring-team"\n', encoding="utf-8")
    stages = "".join(
        STAGE.format(
            number=number,
            questions="".join(QUESTION.format(id=f"{number}{place}") for place in range(4)),
        )
        for number in (1, 2)
    )
    page = f"# Plan\n\n:::::{{interview}}\n:role: data-engineer\n\n{stages}:::::\n\n{SHEETS}"
    (source / "guide/plan.md").write_text(f"---\naudience: hiring-team\n---\n\n{page}", "utf-8")
    assert run_build(source, folder) == ""
    return (folder / "html/guide/plan.html").as_uri()


def test_points_stand_side_by_side_where_there_is_room(open_page: Open, plan: str) -> None:
    for width, lines in ((1280, 1), (390, 4)):
        page = open_page(plan, width=width)
        points = page.locator(".hiring-rating").first.locator("dt").all()
        boxes = [box for it in points if (box := it.bounding_box())]
        assert len(boxes) == 4
        assert len({round(box["y"]) for box in boxes}) == lines
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_scorecard_prints_on_a_page(open_page: Open, plan: str) -> None:
    page = open_page(plan, width=PRINTED[0], script=False)
    page.emulate_media(media="print")
    sheets = page.locator(".hiring-sheet").all()
    assert len(sheets) == 3
    for sheet in sheets:
        box = sheet.bounding_box()
        assert box
        assert box["height"] < PRINTED[1]
        assert sheet.evaluate("it => getComputedStyle(it).breakBefore") == "page"
        assert sheet.get_by_text("Notes", exact=False).or_(sheet.get_by_text("Decision")).count()


def test_a_plan_is_a_document_of_a_page_a_sheet(open_page: Open, plan: str) -> None:
    page = open_page(plan, script=False)
    alone = "document.querySelectorAll('.hiring-sheet').forEach(it => it.remove())"
    whole = _pages(page.pdf(format="A4"))
    page.evaluate(alone)
    assert whole == _pages(page.pdf(format="A4")) + 3


def _pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
