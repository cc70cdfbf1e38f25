"""An opening may have the key of a role: nothing of the one stands in the place of the other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from hiring.model.audience import Audience
from hiring.reading.handbook import read_handbook
from hiring.rename import RenameError, rename
from tests.support.cases import BASE, CONF

from .conftest import run_build

if TYPE_CHECKING:
    from pathlib import Path

OPENING = """\
---
opening:
  role: data-engineer
  level: senior
  requisition: ENG-7
  status: open
  posted: 2026-11-20
  closes: 2026-12-31
  locations: [austin]
  pay: {currency: USD, min: 120000, max: 150000, per: year}
  apply: {url: "https://jobs.example.com/7"}
audience: public
---
"""
PAGE = """\
# Both

A {role}`data-engineer`, and the job {opening}`data-engineer`. See [](#data-engineer),
[](#data-engineer/senior), [the role](/roles/data-engineer.md) and
[the job](/openings/data-engineer.md).
"""
OPENINGS = "# Jobs\n\n:::{opening-list}\n:::\n\n```{toctree}\n:hidden:\n:glob:\n\n*\n```\n"


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """Return the small handbook with an opening that has its role's key."""
    folder = tmp_path / "handbook"
    for file in BASE.rglob("*.*"):
        (folder / file.relative_to(BASE)).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.relative_to(BASE)).write_bytes(file.read_bytes())
    (folder / "openings").mkdir()
    (folder / "openings/data-engineer.md").write_text(OPENING, encoding="utf-8")
    (folder / "openings/index.md").write_text(OPENINGS, encoding="utf-8")
    (folder / "guide/both.md").write_text(PAGE, encoding="utf-8")
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    return folder


def test_nothing_collides(handbook: Path, tmp_path: Path) -> None:
    assert run_build(handbook, tmp_path, html_baseurl="https://sample.example/") == ""
    site = tmp_path / "html"
    template = json.loads((site / "postings/data-engineer.json").read_text(encoding="utf-8"))
    posting = json.loads(
        (site / "postings/openings/data-engineer.json").read_text(encoding="utf-8")
    )
    assert (template["kind"], template["key"], template["title"]) == (
        "template",
        "data-engineer",
        "Data Engineer",
    )
    assert (posting["kind"], posting["key"], posting["title"]) == (
        "opening",
        "data-engineer",
        "Senior Data Engineer",
    )
    for end in ("html", "md", "txt", "docx"):
        assert (site / f"postings/openings/data-engineer.{end}").is_file()
    data = json.loads((site / "handbook.json").read_text(encoding="utf-8"))
    assert [it["key"] for it in data["openings"]] == ["data-engineer"]
    feed = json.loads((site / "feeds/openings.json").read_text(encoding="utf-8"))
    assert [it["url"].rpartition("/html/")[2] for it in feed["items"]]
    assert "openings/data-engineer.html" in feed["items"][0]["url"]


def test_links_lead_to_the_one_that_is_meant(handbook: Path, tmp_path: Path) -> None:
    assert run_build(handbook, tmp_path) == ""
    page = BeautifulSoup(
        (tmp_path / "html/guide/both.html").read_text(encoding="utf-8"), "html.parser"
    )
    links = [(it.get_text(), it["href"]) for it in page.select("article.bd-article p a.internal")]
    role, job = "../roles/data-engineer.html", "../openings/data-engineer.html"
    assert links == [
        ("Data Engineer", role),
        ("Senior Data Engineer", job),
        ("Data Engineer", role),
        ("Senior Data Engineer", f"{role}#level-senior"),
        ("the role", role),
        ("the job", job),
    ]
    opening = BeautifulSoup(
        (tmp_path / "html/openings/data-engineer.html").read_text(encoding="utf-8"), "html.parser"
    )
    files = [str(it["href"]) for it in opening.select(".hiring-files a")]
    assert files
    for file in files:
        assert file.startswith("../postings/openings/data-engineer.")


def test_one_is_renamed_and_the_other_stays(handbook: Path) -> None:
    with pytest.raises(RenameError, match="write which"):
        rename(handbook, "data-engineer", "pipes")
    rename(handbook, "openings/data-engineer", "pipes")
    found = read_handbook(handbook, Audience.EMPLOYEE)
    assert found.problems == ()
    assert found.openings["pipes"].facts.role == "data-engineer"
    assert found.openings["pipes"].stem == "pipes"
    page = (handbook / "guide/both.md").read_text(encoding="utf-8")
    assert "{role}`data-engineer`" in page
    assert "{opening}`pipes`" in page
    assert "[](#data-engineer)" in page
    assert "[the job](/openings/pipes.md)" in page


def test_the_role_is_renamed_and_the_opening_stays(handbook: Path) -> None:
    rename(handbook, "roles/data-engineer", "pipes")
    found = read_handbook(handbook, Audience.EMPLOYEE)
    assert [it.message for it in found.problems] == []
    assert found.openings["data-engineer"].facts.role == "pipes"
    page = (handbook / "guide/both.md").read_text(encoding="utf-8")
    assert "{role}`pipes`" in page
    assert "{opening}`data-engineer`" in page
