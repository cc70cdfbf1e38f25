"""Long ladders: levels in groups that open and close, and contents that lead to each level."""

from __future__ import annotations

import json
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from docutils.nodes import Element

from hiring.site.nodes.draw import band
from tests.support.cases import BASE, CONF
from tests.support.fixtures import LONG_LADDER

from .conftest import run_build

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

PAGE = "roles/support-engineer"
COMPARED = """\
# Side by side

:::{levels}
:from: support-engineer, data-engineer
:::

:::{level-diff}
:from: support-engineer/associate-support-engineer
:to: support-engineer/senior-support-engineer
:::
"""


def handbook(folder: Path, ladder: str) -> Path:
    """Write the small handbook with a ladder, and a page that compares it."""
    files = {file.relative_to(BASE): file.read_bytes() for file in BASE.rglob("*.*")}
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / f"{PAGE}.md").write_text(ladder, encoding="utf-8")
    (folder / "guide/compared.md").write_text(COMPARED, encoding="utf-8")
    return folder


def built(folder: Path, ladder: str, builder: str = "html", **settings: Any) -> Path:
    source = handbook(folder / "handbook", ladder)
    assert run_build(source, folder, builder, **settings) == ""
    return folder / builder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("ladder"), LONG_LADDER.read_text(encoding="utf-8"))


def soup(site: Path, page: str = PAGE) -> BeautifulSoup:
    return BeautifulSoup((site / f"{page}.html").read_text(encoding="utf-8"), "html.parser")


def groups(level: Tag) -> list[str]:
    return [" ".join(it.get_text().split()) for it in level.select("details > summary")]


def test_groups_of_a_long_ladder_are_folded(site: Path) -> None:
    first, second, third = soup(site).select("table.hiring-levels tbody tr")
    assert groups(first) == ["Communication (5)", "Craft and Python (5)", "Team (4)"]
    assert groups(second) == ["Communication (2)", "Craft (3)", "Team (2)"]
    assert groups(third) == []
    for level in (first, second):
        assert [details.has_attr("open") for details in level.select("details")] == [
            True,
            False,
            False,
        ]


def test_a_group_has_its_sentence_and_its_entries(site: Path) -> None:
    first, second, _ = soup(site).select("table.hiring-levels tbody tr")
    [communication, *_] = first.select("details")
    assert communication.p
    assert communication.p.get_text() == "How somebody speaks and writes."
    assert len(communication.select("li")) == 5
    assert "Everybody starts here." in first.get_text()
    said = [[li.get_text() for li in it.select("li")] for it in second.select("details")]
    assert said[0] == [
        "Leads a call on which a customer decides",
        "Writes what customers read of an outage",
    ]
    assert said[2][1] == "Reviews how cases are handed on"
    [loose] = [li.get_text() for li in second.select("li") if not li.find_parent("details")]
    assert loose == "Stands in for the lead"


def test_levels_on_other_pages_are_folded_too(site: Path) -> None:
    page = soup(site, "guide/compared")
    assert len(page.select("table.hiring-comparison details")) == 6
    assert len(page.select(".hiring-diff details")) == 3
    assert [link["href"] for link in page.select(".hiring-diff details a")] == ["hire.html"]


def test_contents_lead_to_each_level(site: Path) -> None:
    listed = soup(site).select("#pst-page-toc-nav > ul > li > ul > li > a")
    assert [(link.get_text(), link["href"]) for link in listed] == [
        ("Associate Support Engineer", "#level-associate-support-engineer"),
        ("Senior Support Engineer", "#level-senior-support-engineer"),
        ("Manager, Support Engineering", "#level-manager-support-engineering"),
    ]


def test_contents_lead_to_levels_below_the_title(tmp_path: Path) -> None:
    ladder = LONG_LADDER.read_text(encoding="utf-8")
    ladder = ladder.replace("## How somebody grows here\n", "") + "\n## More\n\nMore of it.\n"
    listed = soup(built(tmp_path, ladder)).select("#pst-page-toc-nav > ul > li > a")
    assert [link.get_text().strip() for link in listed] == [
        "Associate Support Engineer",
        "Senior Support Engineer",
        "Manager, Support Engineering",
        "More",
    ]


def test_a_part_for_the_hiring_team_keeps_its_mark(tmp_path: Path) -> None:
    """A part stands around a whole group, or around some of one."""
    ladder = LONG_LADDER.read_text(encoding="utf-8")
    start, end = "::::::{audience} hiring-team\n", "::::::\n"
    parts = {
        "**Team**\n\n- Takes over": f"{start}**Team**\n\n- Takes over",
        "twice a year\n": f"twice a year\n{end}",
        "How somebody speaks and writes.\n": f"{start}Whom to ask.\n{end}\nHow somebody speaks.\n",
    }
    for old, new in parts.items():
        assert old in ladder
        ladder = ladder.replace(old, new)
    first = soup(built(tmp_path, ladder, hiring_audience="hiring-team")).select_one(
        "table.hiring-levels tbody tr"
    )
    assert first
    marked = first.select("div.hiring-team-only")
    assert [groups(it) for it in marked] == [[], ["Team (4)"]]
    assert "Whom to ask." in marked[0].get_text()
    assert marked[0].find_parent("details")
    others = soup(built(tmp_path / "others", ladder, hiring_audience="employee"))
    said = others.get_text()
    assert "Reads the log of a service" in said
    assert "Takes over a case" not in said
    assert "Whom to ask." not in said


@pytest.mark.parametrize("builder", ["text", "latex", "epub"])
def test_other_builders_show_all_groups(builder: str, tmp_path: Path) -> None:
    folder = built(
        tmp_path,
        LONG_LADDER.read_text(encoding="utf-8"),
        builder,
        version="1",
        epub_copyright="2026",
    )
    ending = {"text": "txt", "latex": "tex", "epub": "xhtml"}[builder]
    said = "".join(it.read_text(encoding="utf-8") for it in folder.rglob(f"*.{ending}"))
    words = re.sub(r"[\s|]+", " ", said)
    assert "Takes over a case" in words
    assert "Reviews" in words


def test_the_copy_as_markdown_has_groups(site: Path) -> None:
    copy = (site / f"{PAGE}.md").read_text(encoding="utf-8")
    assert "**Team** (4)" in copy or "**Team (4)**" in copy
    assert "Takes over a case with all that is known" in copy


WHOLE = """\
---
role:
  title: Welder
  family: Works
  summary: Welds.
  owner: People team
---

# Welder

:::{qualifications}
- Reads drawings
:::

:::::{levels}
:adds: all

::::{level} Welder
- Welds plates, under guidance
- Keeps the bench tidy
- Asks before a day is lost

:::{qualifications}
- A first certificate of the trade
:::
::::

::::{level} Lead welder
:::{qualifications}
- A second certificate of the trade
:::

:::{qualifications}
:priority: nice
- Has led a shift, as [everybody](../guide/hire.md) may
:::

- Welds plates, alone and overhead
- Keeps the bench tidy
- Signs off the work of {role}`others <data-engineer>`

::::::{audience} hiring-team
Hears of pay first.

1. Secret
::::::
::::

:::::
"""
COMPARED_WHOLE = """\
# Welders

:::{level-diff}
:from: welder/welder
:to: welder/lead-welder
:::

:::{level-diff}
:from: data-engineer/entry
:to: welder/lead-welder
:::
"""


@pytest.fixture(scope="module")
def welders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    source = handbook(folder / "handbook", LONG_LADDER.read_text(encoding="utf-8"))
    (source / "roles/welder.md").write_text(WHOLE, encoding="utf-8")
    (source / "guide/welders.md").write_text(COMPARED_WHOLE, encoding="utf-8")
    assert run_build(source, folder, hiring_audience="hiring-team") == ""
    return folder / "html"


def test_levels_that_state_all_say_what_a_level_does(welders: Path) -> None:
    heads = soup(welders, "roles/welder").select("table.hiring-levels thead th")
    assert [head.get_text() for head in heads] == ["Level", "What this level does"]
    data = json.loads((welders / "handbook.json").read_text(encoding="utf-8"))
    stated = {role["key"]: [level["adds"] for level in role["levels"]] for role in data["roles"]}
    assert stated["welder"] == ["all", "all"]
    assert stated["data-engineer"] == [None, None]


def test_levels_that_state_all_are_compared_entry_by_entry(welders: Path) -> None:
    whole, other = soup(welders, "guide/welders").select(".hiring-diff")
    lines = [" ".join(it.get_text().split()) for it in whole.find_all(["p", "li"], recursive=False)]
    assert lines == ["New:", "Changed:", "Only at Welder:", "As at Welder: 1"]
    lists = [
        [" ".join(li.get_text(" ").split()) for li in it.find_all("li", recursive=False)]
        for it in whole.find_all("ul", recursive=False)
    ]
    assert lists == [
        [
            "Signs off the work of others",
            "Hiring team only Secret",
            "Nice to have: Has led a shift, as everybody may",
        ],
        [
            "Welds plates, alone and overhead Before: Welds plates, under guidance",
            "Must have: A second certificate of the trade "
            "Before: Must have: A first certificate of the trade",
        ],
        ["Asks before a day is lost"],
    ]
    assert whole.select_one("li a[href='../roles/data-engineer.html']")
    assert "Lead welder does:" in " ".join(other.get_text().split())
    assert "Keeps the bench tidy" in other.get_text()
    assert "Asks before" not in other.get_text()


def test_a_level_asks_for_more_than_the_role(welders: Path) -> None:
    _, lead = soup(welders, "roles/welder").select("table.hiring-levels tbody tr")
    cell = lead.select("td")[0]
    assert [it.get_text() for it in cell.select("strong")] == ["Must have:", "Nice to have:"]
    for anchor in ("qualifications", "qualifications-nice"):
        assert cell.find(id=f"level-lead-welder-{anchor}")
    assert cell.select_one("a[href='../guide/hire.html']")
    assert "certificate" not in soup(welders, "roles/welder").select(".hiring-block")[0].get_text()


def test_a_posting_at_a_level_asks_for_what_that_asks(welders: Path) -> None:
    template = (welders / "postings/welder--lead-welder.txt").read_text(encoding="utf-8")
    start = template.index("Qualifications\n")
    asked = template[start : template.index("Additional information")].split("\n\n")
    assert asked[1:5] == [
        "Must have",
        "- Reads drawings\n- A second certificate of the trade",
        "Nice to have",
        "- Has led a shift, as everybody may",
    ]
    whole = (welders / "postings/welder.txt").read_text(encoding="utf-8")
    assert "Reads drawings" in whole
    assert "certificate" not in whole
    data = json.loads((welders / "handbook.json").read_text(encoding="utf-8"))
    [levels] = [role["levels"] for role in data["roles"] if role["key"] == "welder"]
    assert list(levels[1]["blocks"]) == ["qualifications", "qualifications-nice"]
    assert levels[1]["blocks"]["qualifications"]["text"] == "- A second certificate of the trade"
    assert "certificate" not in levels[1]["markdown"]


def test_a_level_may_hold_a_table_of_its_own(tmp_path: Path) -> None:
    ladder = LONG_LADDER.read_text(encoding="utf-8")
    ladder = ladder.replace(
        "Everybody starts here.", "| Case | Hours |\n|---|---|\n| Urgent | 1 |\n| Other | 8 |"
    )
    first, *others = soup(built(tmp_path, ladder)).select("table.hiring-levels > tbody > tr")
    assert len(others) == 2
    rows = [row.get_text(" ", strip=True) for row in first.select("table > tbody > tr")]
    assert rows == ["Urgent 1", "Other 8"]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (0.5, 0.5), (1, 1), (0.999, 1), (0, 1)])
def test_a_band_of_pay_lies_on_its_scale(start: float, end: float) -> None:
    drawn = SimpleNamespace(body=[])
    band(drawn, Element(start=start, end=end))
    found = BeautifulSoup("".join(drawn.body), "html.parser").select_one(".hiring-years-range")
    assert found is not None
    left, width = float(str(found["x"])), float(str(found["width"]))
    assert width >= 3
    assert 0 <= left <= left + width <= 120
