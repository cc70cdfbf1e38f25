"""Long ladders: levels in groups that open and close, and contents that lead to each level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

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
