"""Where references lead, for whom: case by case in ``targets.yaml``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hiring.model.audience import Audience
from hiring.model.kinds import KINDS, NAME, OURS, WRITTEN, Found
from hiring.model.targets import Hidden, Missing, is_shown, may_lead, resolve, target_of, words_of
from tests.support.cases import stated_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook
    from hiring.model.targets import Answer

DATA = stated_in(Path(__file__).parent / "targets.yaml")


def told(answer: Answer | None) -> str:
    """Return an answer as the cases have it."""
    match answer:
        case None:
            return "elsewhere"
        case Found(page, anchor, title):
            place = f"{page}#{anchor}" if anchor else page
            return " ".join(filter(None, ["found", place, f"'{title}'" if title else ""]))
        case Hidden(target):
            return f"hidden {target.kind} {target.name}"
        case Missing(target):
            return f"missing {target.kind} {target.name}"


@pytest.fixture(scope="module")
def views(read: Callable[..., Handbook]) -> dict[Audience, Handbook]:
    """Return the cases' handbook for each audience: it has no error."""
    views = {audience: read(DATA["files"], audience) for audience in Audience}
    assert [str(problem) for problem in views[Audience.HIRING_TEAM].problems] == []
    return views


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["case"])
def test_a_reference_leads(case: dict[str, Any], views: dict[Audience, Handbook]) -> None:
    handbook = views[Audience(case.get("readers", "employee"))]
    if case.get("projected"):
        handbook = replace(handbook, hidden=replace(handbook.hidden, names={}, projected=True))
    kind, written = case["written"].split(" ", 1)
    page = case.get("page", "guide/case.md")
    target = target_of(kind, written, page)
    answer = resolve(target, handbook) if target else None
    assert told(answer) == case["answer"]
    assert may_lead(kind, written, handbook, page) == (answer is None or isinstance(answer, Found))
    assert target is None or is_shown(target, handbook) == (not isinstance(answer, Hidden))


def test_no_two_cases_have_one_name() -> None:
    names = [case["case"] for case in DATA["cases"]]
    assert len(names) == len(set(names))


def test_every_kind_is_found_hidden_and_missing_in_a_case() -> None:
    said = [case["answer"].split() for case in DATA["cases"]]
    hidden = {kind for kind, entry in KINDS.items() if entry.hides} - {"question"}
    assert {words[1] for words in said if words[0] == "hidden"} == {*hidden, NAME}
    asked = {case["written"].split()[0] for case in DATA["cases"]}
    assert {*KINDS, *WRITTEN} - {"anchor", *WRITTEN.values()} <= asked


@pytest.mark.parametrize(
    ("kind", "written", "words"),
    [
        ("level", "planner/entry", "Entry Planner"),
        ("level", "planner/chief", "another level"),
        ("level", "planner/nobody", "another level"),
        ("role", "agent", "another role"),
        ("doc", "skills", "Skills"),
        ("doc", "team", "another page"),
        ("ref", "secret-label", "another section"),
        ("term", "Ramp", "Ramp"),
        ("kbd", "Esc", "Esc"),
    ],
)
def test_words_do_not_tell_hidden_from_missing(
    kind: str, written: str, words: str, views: dict[Audience, Handbook]
) -> None:
    assert words_of(kind, written, views[Audience.EMPLOYEE], "guide/case.md") == words


def test_a_name_is_looked_up_without_a_walk_over_the_handbook(
    views: dict[Audience, Handbook], monkeypatch: pytest.MonkeyPatch
) -> None:
    def walked(handbook: Handbook) -> list[str]:
        raise AssertionError("all names were asked for")

    for name, kind in KINDS.items():
        monkeypatch.setitem(KINDS, name, replace(kind, names=walked))
    for case in DATA["cases"]:
        kind, written = case["written"].split(" ", 1)
        may_lead(kind, written, views[Audience.EMPLOYEE], "guide/case.md")


def test_what_is_ours_says_what_stands_in_its_place() -> None:
    assert all(KINDS[kind].another and KINDS[kind].rule for kind in OURS)
