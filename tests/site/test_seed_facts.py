"""The machine-learning engineer's page holds every fact that its source text stated.

The facts, and the counts of their lists, are those of an inventory of the source; the page says
them in its own words, so names, figures and counts are what is looked for.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.support.cases import stated_in

PAGE = "roles/machine-learning-engineer.html"

STATED = stated_in(Path(__file__).with_name("seed-facts.yaml"))


@pytest.fixture(scope="module")
def page(employee_site: Path) -> Tag:
    """Return the article of the built page."""
    article = BeautifulSoup(
        (employee_site / PAGE).read_text(encoding="utf-8"), "html.parser"
    ).article
    assert article is not None
    return article


@pytest.fixture(scope="module")
def words(page: Tag) -> str:
    return " ".join(page.get_text(" ").split()).lower().replace("’", "'")


@pytest.mark.parametrize("block", STATED["blocks"])
def test_blocks_have_every_item(page: Tag, block: str) -> None:
    shown = page.select_one(f".hiring-{block}")
    assert shown is not None
    # Many duties are folded.
    listed = shown.select(":scope > ul > li, :scope > div > details > div > ul > li")
    assert len(listed) == STATED["blocks"][block]


@pytest.mark.parametrize("section", STATED["sections"])
def test_sections_have_every_item(page: Tag, section: str) -> None:
    shown = page.select_one(f"section#{section}")
    assert shown is not None
    counts = [len(found.select(":scope > li")) for found in shown.select("ul, ol")]
    assert STATED["sections"][section] in counts


def test_levels_and_questions(page: Tag) -> None:
    levels = [row.select_one("th, td") for row in page.select("table.hiring-levels tbody tr")]
    assert len(levels) == 4
    questions = {found["id"] for found in page.select(".hiring-answer")}
    stated = ("skills", "degree", "resume", "qualities", "hard-to-hire")
    assert {f"question-{name}" for name in stated} <= questions


@pytest.mark.parametrize("fact", STATED["facts"])
def test_fact_is_on_the_page(words: str, fact: str) -> None:
    for term in STATED["facts"][fact]:
        assert any(option.lower() in words for option in term.split("|")), term


def test_equal_opportunity_names_every_base(words: str) -> None:
    for base in STATED["equal_opportunity"]:
        assert base in words, base


def test_reviewer_sees_the_contradictions(page: Tag) -> None:
    note = page.select_one(".reviewer-note")
    assert note is not None
    said = note.get_text(" ").lower()
    for term in ("degree", "between", "sql", "framework", "cloud", "401(k)", "average"):
        assert term in said, term
    assert len(note.select("li")) >= 6
