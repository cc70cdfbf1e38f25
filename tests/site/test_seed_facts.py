"""The machine-learning engineer's page holds every fact that its source text stated.

The facts, and the counts of their lists, are those of an inventory of the source; the page says
them in its own words, so names, figures and counts are what is looked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

from .conftest import HANDBOOK

if TYPE_CHECKING:
    from .conftest import Build

PAGE = "roles/machine-learning-engineer.html"

LISTS = {"duties": 11, "responsibilities": 10, "benefits": 6, "qualifications": 7, "qualifications-should": 2}
"""Items of each block; the qualifications are nine, over two priorities."""

SECTIONS = {"what-the-engineer-does": 9, "skills": 9, "what-a-posting-says": 9}
"""Items of the lists under these headings."""

BASES = "race religion color national-origin gender sexual-orientation age marital-status veteran-status disability-status"

FACTS = {
    "edition": "Edition 2025",
    "readers": "job seeker; hiring manager; curious",
    "template": "customiz; job board; career site",
    "life cycle": "all stages; life cycle; structured; unstructured",
    "job brief": "motivated; machine learning; statistical model; programming; decision; artificial intelligence",
    "languages": "Python; Java; R; SQL",
    "frameworks": "Keras; PyTorch; TensorFlow; scikit-learn",
    "big data": "Hadoop; Spark; Hive",
    "clouds": "AWS; Azure",
    "foundations": "data structures; data model; architecture; probability; statistics; algorithms; mathematics",
    "education": "master's; bachelor's; computer science; data science; mathematics; Ph.D.; portfolio; certif",
    "certifiers": "Google; IBM; universit",
    "benefits": "401(k); health insurance; dental insurance; retirement plan; paid time off; professional development",
    "office": "office; remote; travel; client consultation; team meeting",
    "reports to": "Head of Data Science",
    "salary basis": "experience; qualifications; market; business considerations",
    "pay": "$100,000; $160,000; $112,806",
    "placeholders": "[City, State]; [email address or application portal]",
    "employment": "full-time; equal",
    "apply": "résumé; cover letter",
    "employers": "corporation; IT firm; self-employed; consult; academ",
    "colleagues": "data scientist; data engineer; planners",
    "levels": "1 to 2 years; 2 to 4 years; 5 years or more; 7 years or more; internship; part-time",
    "entry": "predictive analytics; data science; artificial intelligence",
    "mid": "data analyst; AI specialist; deep learning; statistical modeling",
    "experienced": "mentor; leads",
    "senior": "large; system design; strateg; 8 years; architecture",
    "hard to hire": "demand; scarce|hard to find|few",
    "qualities": "curious; analytical; detail",
    "generator": "listing; résumé",
    "reading": "earn; become; hard sides|disadvantage; stress; risk; defy|unusual|normal; enjoy; AI",
}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Tag:
    """Return the article of the built page."""
    from sphinx.cmd.build import build_main

    out = tmp_path_factory.mktemp("handbook")
    assert build_main(["-q", "-W", "-n", "-b", "html", str(HANDBOOK), str(out)]) == 0
    article = BeautifulSoup((out / PAGE).read_text(encoding="utf-8"), "html.parser").article
    assert article is not None
    return article


@pytest.fixture(scope="module")
def words(page: Tag) -> str:
    return " ".join(page.get_text(" ").split()).lower().replace("’", "'")


@pytest.mark.parametrize("block", LISTS)
def test_blocks_have_every_item(page: Tag, block: str) -> None:
    shown = page.select_one(f".hiring-{block}")
    assert shown is not None
    assert len(shown.select(":scope > ul > li")) == LISTS[block]


@pytest.mark.parametrize("section", SECTIONS)
def test_sections_have_every_item(page: Tag, section: str) -> None:
    shown = page.select_one(f"section#{section}")
    assert shown is not None
    counts = [len(found.select(":scope > li")) for found in shown.select("ul, ol")]
    assert SECTIONS[section] in counts


def test_levels_and_questions(page: Tag) -> None:
    levels = [row.select_one("th, td") for row in page.select("table.hiring-levels tbody tr")]
    assert len(levels) == 4
    questions = {found["id"] for found in page.select(".hiring-answer")}
    stated = ("skills", "degree", "resume", "qualities", "hard-to-hire")
    assert {f"question-{name}" for name in stated} <= questions


@pytest.mark.parametrize("fact", FACTS)
def test_fact_is_on_the_page(words: str, fact: str) -> None:
    for term in FACTS[fact].split("; "):
        assert any(option.lower() in words for option in term.split("|")), term


def test_equal_opportunity_names_every_base(words: str) -> None:
    for base in BASES.split():
        assert base.replace("-", " ") in words, base


def test_reviewer_sees_the_contradictions(page: Tag) -> None:
    note = page.select_one(".reviewer-note")
    assert note is not None
    said = note.get_text(" ").lower()
    for term in ("degree", "between", "sql", "framework", "cloud", "401(k)", "average"):
        assert term in said, term
    assert len(re.findall(r"\bli\b", " ".join(tag.name for tag in note.find_all()))) >= 6
