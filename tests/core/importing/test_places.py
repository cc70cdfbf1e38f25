"""The core, without a file: lines and their looks in, places out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hiring.importing.amounts import pay_in, pay_stated
from hiring.importing.codes import grade_in
from hiring.importing.durations import hours_in, length_in, years_in
from hiring.importing.education import education_in
from hiring.importing.lines import Line
from hiring.importing.place import place_lines
from hiring.importing.titles import cleaned_title
from hiring.model.facts import Company
from tests.support.cases import stated_in
from tests.support.imported import KNOWN

HERE = Path(__file__).parent
CASES = stated_in(HERE / "cases.yaml")
VALUES = stated_in(HERE / "values.yaml")


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


@pytest.mark.parametrize(("text", "wanted"), VALUES["doubts of pay"].items())
def test_doubt_of_pay(text: str, wanted: str) -> None:
    assert pay_stated(text, Company(name="A", url="https://a.example"))[0].doubt == wanted


@pytest.mark.parametrize(
    ("text", "own", "wanted"),
    [("30,81 $ de l'heure", "EUR", "CAD"), ("$30 an hour", "EUR", "USD"), ("$30", "AUD", "AUD")],
)
def test_whose_dollar(text: str, own: str, wanted: str) -> None:
    paid = pay_in(text, own)
    assert paid
    assert paid.currency == wanted


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


def test_education_that_another_line_lets_experience_stand_in_for() -> None:
    ways = ["A degree in surveying", "OR", "Combination of education and experience"]
    assert education_in(ways).or_experience
    assert not education_in(["A degree in surveying", "Experience with levels"]).or_experience
    assert education_in(["A degree in surveying; or", "Experience in the trade"]).or_experience
    assert not education_in(["A degree in surveying; and", "Experience in it"]).or_experience


@pytest.mark.parametrize(("text", "wanted"), VALUES["titles"].items())
def test_titles(text: str, wanted: str) -> None:
    assert cleaned_title(text)[0] == wanted
