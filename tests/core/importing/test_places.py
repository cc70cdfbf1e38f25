"""The core, without a file: lines and their looks in, places out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hiring.importing.amounts import pay_in
from hiring.importing.codes import grade_in
from hiring.importing.company import CompanyFacts
from hiring.importing.durations import hours_in, length_in, years_in
from hiring.importing.education import education_in
from hiring.importing.ladder import parted
from hiring.importing.lines import Line, clean
from hiring.importing.page import write_page
from hiring.importing.place import place_lines
from hiring.importing.report import entries_of, reasons
from hiring.importing.titles import cleaned_title
from hiring.language.read import read_tree
from hiring.model.facts import Company, Skill
from tests.support.examples import examples

HERE = Path(__file__).parent
KNOWN = CompanyFacts(
    Company.model_validate(
        {
            "name": "A bank",
            "url": "https://bank.example",
            "locations": {"austin": {"locality": "Austin", "region": "TX", "country": "US"}},
            "benefits": ["Medical and dental insurance from the first day"],
        }
    ),
    (Skill(key="python", name="Python", description="Writes it."),),
)
CASES = yaml.safe_load((HERE / "cases.yaml").read_text("utf-8"))
VALUES = yaml.safe_load((HERE / "values.yaml").read_text("utf-8"))


def line(number: int, written: str) -> Line:
    """Return a line of a case: its looks are the sign before it."""
    sign, _, text = written.partition(" ")
    at = f"line {number}"
    if sign == "#":
        return Line(text, at, "heading", 2 if number else 1)
    if sign == "-":
        return Line(text, at, "entry")
    if sign == "|":
        return Line(text, at, "row", cells=tuple(text.split(" | ")))
    looks: dict[str, Any] = {"*": {"strong": True}, "^": {"apart": True}, "~": {"aside": True}}
    return Line(text, at, **looks[sign]) if sign in looks else Line(written, at)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["case"]))
def test_places(case: dict[str, Any]) -> None:
    lines = [line(number, written) for number, written in enumerate(case["lines"])]
    found = place_lines(lines, KNOWN, case.get("language", "en"))
    assert [it.place for it in found.placed] == case["places"]
    if "title" in case:
        assert found.title == case["title"]
    assert {name: found.fact(name) for name in case.get("facts", {})} == case.get("facts", {})
    assert [it.doubt for it in found.placed if it.doubt] == case.get("doubts", [])


@pytest.mark.parametrize(("text", "wanted"), VALUES["pay"].items())
def test_pay(text: str, wanted: str) -> None:
    paid = pay_in(text, "USD")
    assert (f"{paid.currency} {paid.min}-{paid.max} {paid.per}" if paid else "") == wanted


@pytest.mark.parametrize(("text", "wanted"), VALUES["grades"].items())
def test_grade(text: str, wanted: str) -> None:
    assert grade_in(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), VALUES["hours"].items())
def test_hours(text: str, wanted: str) -> None:
    assert hours_in(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), VALUES["years"].items())
def test_years(text: str, wanted: str) -> None:
    assert years_in(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), VALUES["lengths"].items())
def test_lengths(text: str, wanted: dict[str, int]) -> None:
    assert length_in(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), VALUES["education"].items())
def test_education(text: str, wanted: str) -> None:
    found = education_in([text])
    said = found.level or ("none" if found.preferred else "")
    said += " or experience" if found.or_experience else ""
    said += f", prefers {found.preferred}" if found.preferred else ""
    assert said == wanted


@pytest.mark.parametrize(("text", "wanted"), VALUES["titles"].items())
def test_titles(text: str, wanted: str) -> None:
    assert cleaned_title(text)[0] == wanted


WORDS = st.sampled_from(
    [
        *(
            "Duties",
            "Salary: ",
            "$40,000",
            "Contact",
            "**bold**",
            "[a](b)",
            "{skill}`x`",
            ":::",
            "---",
        ),
        *(
            "* * *",
            "1. one",
            "# two",
            "<b>",
            "% note",
            "|a|b|",
            "\\",
            "`",
            "[[apply]]",
            "TODO",
            "©",
        ),
        *("a.", "b)", "Requirements:", "Python", "~~~", "{role}", "&amp;", "=====", "[^1]", "o"),
    ]
)
TEXTS = st.lists(WORDS | st.text(max_size=12), min_size=1, max_size=6).map(" ".join).map(clean)
RANKS = st.integers(0, 3)
LINES = st.lists(
    st.builds(
        Line,
        TEXTS.filter(lambda text: any(sign.isalnum() for sign in text)),
        st.just("line"),
        st.sampled_from(["heading", "entry", "text"]),
        st.integers(0, 3),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


@given(LINES)
@examples(25)
def test_whatever_stands_in_a_line_is_text(lines: list[Line]) -> None:
    """Each has a place or a reason, and what looks like Markdown in it makes nothing of a page."""
    found = place_lines(lines, KNOWN)
    page = write_page(found, KNOWN)
    entries = entries_of(found.placed, page)
    assert len(entries) == len(lines)
    assert all(bool(entry.line) != bool(entry.why) for entry in entries)
    for it, entry in zip(found.placed, entries, strict=True):
        assert entry.why != reasons()["heading"] or it.part.is_heading, entry
    body = page.text.split("\n---\n", 1)[1]
    problems = [it for it in read_tree(body, 1, "roles/a.md").problems if it.rule != "todo"]
    assert problems == [], page.text


STEPS = st.sampled_from(["Level 1", "Level 2", "Stufe III", "IC4", "Senior Clerk", "Junior Clerk"])
LADDERS = st.lists(
    LINES | st.builds(lambda name, rank: [Line(name, "line", "heading", rank)], STEPS, RANKS),
    min_size=2,
    max_size=8,
).map(lambda found: [line for lines in found for line in lines])


@given(LADDERS)
@examples(50)
def test_no_line_of_a_ladder_is_lost(lines: list[Line]) -> None:
    """Whatever stands under a level, or between two: each line is on the page, or has a reason."""
    found = place_lines(lines, KNOWN, levels=True)
    ladder = parted(found)
    if ladder is None:
        return  # it is read as a description without levels, which the test above is about
    page = write_page(ladder.role, KNOWN, levels=ladder.levels, adds_all=ladder.adds_all)
    entries = entries_of(ladder.role.placed, page)
    assert len(entries) == len(lines)
    assert all(bool(it.line) != bool(it.why) for it in entries)
    assert all(it.why in ("", *reasons().values()) for it in entries)
