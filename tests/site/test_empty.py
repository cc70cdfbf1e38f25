"""A handbook that has hardly anything yet builds, and each list says that it has nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from hiring.model.audience import Audience
from hiring.site.command.build import build
from tests.support.cases import CONF, base_files

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

PUBLIC = "---\naudience: public\n---\n\n"
GLOB = "```{toctree}\n:hidden:\n:glob:\n\n"
INDEX = f"""\
# Handbook

Welcome.

{GLOB}guide/*
roles/index
skills
posting-generator
careers/*
```
"""
VIEWS = """\
# What there is

:::{role-list} Roles as cards
:::

:::{role-list} Roles as a table
:display: table
:::

:::{opening-list} Open jobs
:::

:::{readiness-list} Openings to post
:::

:::{skill-matrix} Skills by role
:::

:::{skill-list} All skills
:::

:::{faq} Questions
:from: all
:::

:::{levels} Levels
:from: all
:::

:::{review-list} Reviews
:::

:::{recent-changes} Changes
:::
"""
ROLE = """\
---
role:
  title: Welder
  family: Works
  summary: Welds.
  owner: People team
audience: public
---

# Welder

:::{role-facts}
:::

:::{posting}
:::
"""
NOTHING = {
    "Roles as cards": "No role is listed here yet.",
    "Roles as a table": "No role is listed here yet.",
    "Open jobs": "No job is open here at the moment.",
    "Openings to post": "No opening is open, to come or in draft.",
    "Skills by role": "No role here asks for a skill of the list yet.",
    "All skills": "No skill is listed here yet.",
    "Questions": "No question is answered here yet.",
    "Levels": "No role has levels yet.",
    "Reviews": "There is no role's page to review here yet.",
}
OF_THE_TEAM = ("Openings to post", "Reviews")


def handbook(folder: Path, *, role: bool, openings: bool) -> Path:
    """Write a handbook without openings, skills, levels and questions, and with a role or none."""
    files = {"company.yaml": base_files()["company.yaml"].decode(), "conf.py": CONF}
    files |= {"skills.yaml": "skills: []\n", "index.md": PUBLIC + INDEX}
    files["guide/there.md"] = PUBLIC + VIEWS
    files["skills.md"] = PUBLIC + "# Skills\n\n:::{skill-matrix}\n:::\n\n:::{skill-list}\n:::\n"
    files["posting-generator.md"] = PUBLIC + "# Postings\n\n:::{posting-generator}\n:::\n"
    files["careers/application-checklist.md"] = (
        PUBLIC + "# Prepare\n\n:::{application-checklist}\n:::\n"
    )
    contents = f"\n\n{GLOB}*\n```\n"
    files["roles/index.md"] = f"{PUBLIC}# Roles\n\n:::{{role-list}}\n:::{contents}"
    if role:
        files["roles/welder.md"] = ROLE
    if openings:
        files["openings/index.md"] = f"{PUBLIC}# Jobs\n\n:::{{opening-list}}\n:::{contents}"
        files["index.md"] = files["index.md"].replace("skills\n", "openings/index\nskills\n")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def article(site: Path, page: str) -> Tag:
    soup = BeautifulSoup((site / f"{page}.html").read_text(encoding="utf-8"), "html.parser")
    found = soup.select_one("article.bd-article")
    assert found
    return found


def said_below_titles(site: Path) -> dict[str, str]:
    """Return what stands below each title of the page that shows all there is."""
    titles = article(site, "guide/there").select(".hiring-title")
    below = ((it.get_text(), it.find_next_sibling()) for it in titles)
    return {title: " ".join(it.get_text().split()) for title, it in below if it}


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("openings", [True, False])
def test_a_handbook_without_anything(tmp_path: Path, audience: Audience, openings: bool) -> None:
    source = handbook(tmp_path / "handbook", role=False, openings=openings)
    assert build(source, tmp_path / "site", audience=audience) == 0
    wanted = {
        title: said
        for title, said in NOTHING.items()
        if audience is not Audience.PUBLIC or title not in OF_THE_TEAM
    }
    found = said_below_titles(tmp_path / "site")
    for title, said in wanted.items():
        assert found[title].startswith(said)
    assert {*found} <= {*wanted, "Changes"}
    generator = article(tmp_path / "site", "posting-generator")
    assert "There is no role to write a posting for yet." in generator.get_text()
    checklist = article(tmp_path / "site", "careers/application-checklist")
    assert "There is no role to prepare an application for yet." in checklist.get_text()
    for page in ("guide/there", "roles/index", "skills"):
        assert not article(tmp_path / "site", page).select("table")


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("openings", [True, False])
def test_a_handbook_of_one_bare_role(tmp_path: Path, audience: Audience, openings: bool) -> None:
    source = handbook(tmp_path / "handbook", role=True, openings=openings)
    assert build(source, tmp_path / "site", audience=audience) == 0
    found = said_below_titles(tmp_path / "site")
    for title in ("Open jobs", "Skills by role", "All skills", "Questions", "Levels"):
        assert found[title].startswith(NOTHING[title])
    assert "Welder" in found["Roles as cards"]
    assert "Welder" in article(tmp_path / "site", "posting-generator").get_text()
    checklist = article(tmp_path / "site", "careers/application-checklist")
    assert "has no list of qualifications yet" in checklist.get_text()
