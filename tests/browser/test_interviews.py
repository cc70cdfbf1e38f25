"""Interviews: points side by side where there is room, and sheets that print a page each."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import run_build
from tests.support.cases import BASE, CONF

from .accessibility import faults_at, ready

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
GERMAN = """\
---
audience: hiring-team
language: de
---

# Gespräche

:::::{interview}
:role: data-analyst
:days: 5
:briefing: public

::::{stage} Erstes Gespräch
:minutes: 90
:assesses: sql

:::{question} Was hat sich geändert?
- Woran war das zu sehen?

| Punkte | Klingt wie |
|---|---|
| 1 | Nichts |
| 2 | Etwas |
| 3 | Was, und woran man es sah |
| 4 | Dasselbe, und was es gekostet hat |
:::
::::

::::{stage} Rechnen
:from: data-engineer/stage-1
::::
:::::

:::{rubric} sql
1. Liest
2. Schreibt
3. Prüft
4. Entscheidet
:::

:::{rubric} python
:from: data-analyst
:::

""" + "".join(
    f":::{{{name}}}\n:::\n\n"
    for name in (
        "coverage-matrix",
        "scorecard",
        "resume-screen",
        "decision-agenda",
        "candidate-briefing",
        "never-asked",
    )
)
"""A kit with all that there is of one, in German, with a stage that is another role's."""

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
    (source / "guide/plan-de.md").write_text(GERMAN, "utf-8")
    rubric = "\n:::{rubric} python\n1. Reads\n2. Writes\n3. Shapes\n4. Decides\n:::\n"
    with (source / "guide/plan.md").open("a", encoding="utf-8") as written:
        written.write(rubric)
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


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_plan_is_a_document_of_a_page_a_sheet(open_page: Open, plan: str, paper: str) -> None:
    page = open_page(plan, script=False)
    alone = "document.querySelectorAll('.hiring-sheet').forEach(it => it.remove())"
    whole = _pages(page.pdf(format=paper))
    page.evaluate(alone)
    assert whole == _pages(page.pdf(format=paper)) + 3


def _pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_a_kit_in_german_is_for_everyone(open_page: Open, plan: str) -> None:
    page = ready(open_page(plan.replace("plan.html", "plan-de.html"), width=390))
    for width in (390, 1280):
        assert faults_at(page, width) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    said = page.locator("main").inner_text()
    for words in ("Bewertungsbogen 2: Rechnen", "1 Stunde 30 Minuten", "Innerhalb von 5"):
        assert words in said
    for words in ("Scorecard", "Rate within", "minutes", "Asked for"):
        assert words not in said
    # What another page says in English is shown as English.
    [english] = page.locator("main .hiring-rubric[lang=en]").all()
    assert "strong no" in english.inner_text()
    assert "klares Nein" in said
