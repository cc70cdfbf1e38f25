"""Pure functions of the model, by their tables of cases in ``values/``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hiring.model.company_parts import Location
from hiring.model.fact_table import facts_of
from hiring.model.job_words import years as spoken
from hiring.model.language_tags import direction, tag_meant
from hiring.model.lexicon import lexicon
from hiring.model.places import place_name
from hiring.model.problem import (
    LONGEST_QUOTE,
    MOST_LISTED,
    Problem,
    Severity,
    listed,
    nearest,
    quoted,
)
from hiring.model.role_facts import RoleFacts
from hiring.model.rules import Rule
from hiring.model.slugs import key_from
from hiring.model.titles import title_at
from hiring.model.years import Years, next_review, parse_years
from tests.support.cases import stated_in


def table(name: str) -> Any:
    file = Path(__file__).parent / "values" / f"{name}.yaml"
    return stated_in(file)


def said(text: str) -> dict[str, str]:
    try:
        years = parse_years(text)
    except ValueError as error:
        return {"written": text, "error": str(error)}
    return {"written": text, "range": str(years), "spoken": spoken(years)}


def test_years() -> None:
    cases = table("years")
    assert [said(case["written"]) for case in cases] == cases


def test_years_keep_their_ends() -> None:
    assert parse_years("1-2") == Years(1, 2)
    assert parse_years("5+") == Years(5, None)


def test_languages() -> None:
    cases = table("languages")
    assert [[it, tag_meant(it), direction(tag_meant(it))] for it, _, _ in cases] == cases


def test_places() -> None:
    cases = table("places")
    for case in cases:
        assert place_name(Location.model_validate(case["place"])) == case["name"]


def test_titles_at_levels() -> None:
    cases = table("titles")
    found = [[*case[:2], title_at(*case[:2], *case[3:]), *case[3:]] for case in cases]
    assert found == cases


@pytest.mark.parametrize(("tag", "name", "value", "wanted"), table("said"))
def test_facts_in_words(tag: str, name: str, value: Any, wanted: str) -> None:
    stated = {"title": "A", "family": "B", "summary": "C.", "owner": "D", name: value}
    facts = RoleFacts.model_validate(stated)
    said = facts_of(RoleFacts)[name].said(getattr(facts, name), lexicon(tag))
    assert said.replace("\N{NO-BREAK SPACE}", " ") == wanted


def test_next_review() -> None:
    cases = table("reviews")
    due = [next_review(date.fromisoformat(day), every).isoformat() for day, every, _ in cases]
    assert due == [wanted for _, _, wanted in cases]


def test_keys_from_names() -> None:
    cases = table("keys")
    assert {name: key_from(name) for name in cases} == cases


def test_nearest() -> None:
    cases = table("nearest")
    assert [[name, names, nearest(name, names)] for name, names, _ in cases] == cases


def test_quoted_is_one_line_and_short() -> None:
    assert quoted("a\n  b\t") == "`a b`"
    assert quoted("```{x}") == "'```{x}'"
    assert quoted("x" * 1000) == f"`{'x' * LONGEST_QUOTE}…`"


def test_listed_is_short() -> None:
    assert listed([]) == "none"
    assert listed(["a", "b"]) == "`a`, `b`"
    assert listed(["a"] * (MOST_LISTED + 3)).endswith("`a` and 3 more")


def test_a_problem_prints_as_one_line() -> None:
    error = Problem("roles/x.md", 12, Rule.PAY_RANGE, "the message")
    warning = Problem("roles/x.md", 2, Rule.LEVEL_PAY, "another", Severity.WARNING)
    assert str(error) == "roles/x.md:12: error[pay-range] the message"
    assert str(warning) == "roles/x.md:2: warning[level-pay] another"
    assert sorted([error, warning]) == [warning, error]
