"""What the generator is given: who is asked what, which laws count, which questions help."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hiring.model.facts import Company
from hiring.model.role import Question
from hiring.posting.generator.common import common_data
from hiring.posting.generator.roles import is_on_resumes, role_data
from hiring.posting.rules import REQUIREMENTS, pay_laws, posting_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook

TODAY = date(2026, 11, 22)
NOTES = Path(__file__).parents[2] / "_ext/hiring/site/static/hiring/generator/notes.js"


def company(**stated: Any) -> Company:
    return Company(name="A", url="https://a.example", **stated)


@pytest.mark.parametrize(
    ("size", "day", "bound"),
    [
        (14, TODAY, {"Colorado", "New York", "New Jersey", "Vermont", "Maryland"}),
        (None, date(2020, 12, 31), set()),
        (None, date(2021, 1, 1), {"Colorado"}),
        (0, date(2026, 6, 6), set()),
        (0, date(2026, 6, 7), {"European Union"}),
    ],
)
def test_laws_in_force(size: int | None, day: date, bound: set[str]) -> None:
    stated = company(size=None if size is None else 1).model_copy(update={"size": size})
    found = {law.name for law in pay_laws() if law.binds(stated, day)}
    more = {"District of Columbia", "European Union"} if size == 14 else set()
    assert found == bound | more


def test_every_law_asks_for_what_a_note_can_say() -> None:
    for law in pay_laws():
        assert set(law.requires) <= set(REQUIREMENTS), law.name
        assert law.places, law.name


def test_every_rule_has_its_test_in_the_browser() -> None:
    source = NOTES.read_text(encoding="utf-8")
    for rule in posting_rules():
        assert f'"{rule.wants}": (it)' in source or f"  {rule.wants}: (it)" in source, rule.wants
        assert rule.says.endswith(".")


@pytest.mark.parametrize(
    ("question", "also", "wanted"),
    [
        ("resume", (), True),
        ("cv", ("Résumé",), True),
        ("cv", ("application", "RESUME"), True),
        ("resume-gap", ("presume",), False),
    ],
)
def test_questions_on_resumes(question: str, also: tuple[str, ...], wanted: bool) -> None:
    entry = Question(id=question, question="What?", markdown="So.", line=1, also=also)
    assert is_on_resumes(entry) is wanted


def test_a_form_asks_for_place_and_address_though_nobody_declares_them(
    read: Callable[..., Handbook],
) -> None:
    text = "name: A\nurl: https://a.example\napply: {instructions: Write., email: a@a.example}\n"
    handbook = read({"company.yaml": text})
    common = common_data(handbook, TODAY)
    assert {"location", "apply", "start"} <= common["placeholders"].keys()
    assert common["company"]["apply"] == "a@a.example"
    found = role_data(handbook.roles["data-engineer"], handbook)
    names = {
        span.get("placeholder")
        for section in found["sections"]
        for part in section["content"]
        for item in part.get("items", ())
        for inner in item["content"]
        for span in inner.get("spans", ())
    }
    chosen = {"work", "requisition", "posted", "closes", "positions"}
    assert names - {None} == {"location", "apply", "start", *chosen}


def test_levels_share_their_sections(read: Callable[..., Handbook]) -> None:
    handbook = read()
    role = handbook.roles["data-engineer"]
    found = role_data(role, handbook)
    assert [version["id"] for version in found["versions"]] == ["", *(it.id for it in role.levels)]
    used = [number for version in found["versions"] for number in version["sections"]]
    assert len(found["sections"]) == len(set(used)) < len(used)
    for version in found["versions"]:
        assert version["jobPosting"]["@type"] == "JobPosting"
        assert version["jobPosting"]["description"] == ""
