"""What the generator is given: who is asked what, which laws count, which questions help."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter

from hiring.model.facts import Company
from hiring.model.role import Question
from hiring.model.values import Area
from hiring.posting.generator import files
from hiring.posting.generator.common import asking, common_data
from hiring.posting.generator.files import write_generator
from hiring.posting.generator.roles import is_on_resumes, role_data
from hiring.posting.laws import FORBIDDEN, REQUIREMENTS, pay_laws
from hiring.posting.rules import STATED, posting_rules

from .templates import FORMATS, template

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole

TODAY = date(2026, 11, 22)
NOTES = Path(__file__).parents[2] / "_ext/hiring/site/scripts/generator/notes.js"


def company(**stated: Any) -> Company:
    return Company(name="A", url="https://a.example", **stated)


def binding(size: int | None, day: date, what: str = "range") -> set[str]:
    """Return the names of the laws that ask a company of a size for something on a day."""
    stated = company(size=size)
    return {law.name for law in pay_laws() if what in law.asks and law.binds(stated, day)}


@pytest.mark.parametrize(
    ("size", "day", "more", "fewer"),
    [
        (1, date(2020, 12, 31), {"Austria", "Latvia"}, {"Colorado"}),
        (1, date(2021, 1, 1), {"Colorado"}, {"California"}),
        (14, TODAY, {"New York", "New Jersey", "Vermont", "Maine"}, {"California", "Cleveland"}),
        (15, TODAY, {"California", "Illinois", "Cleveland"}, {"Ontario", "Columbus", "Minnesota"}),
        (24, date(2027, 1, 1), {"Columbus"}, {"Ontario", "Massachusetts"}),
        (25, TODAY, {"Ontario", "Massachusetts"}, {"Minnesota", "Hawaii"}),
        (None, date(2025, 12, 31), {"Poland", "Malta"}, {"Ontario", "Italy", "Germany"}),
        (None, date(2026, 6, 6), {"Ontario"}, {"Italy", "European Union"}),
        (None, date(2026, 6, 7), {"Italy", "European Union"}, {"Virginia", "Netherlands"}),
        (None, date(2026, 9, 30), {"Virginia", "Maine"}, {"Connecticut"}),
        (None, date(2026, 10, 1), {"Connecticut"}, {"Delaware", "Westchester County"}),
        (None, date(2027, 9, 26), {"Delaware", "Netherlands"}, {"United Kingdom", "Sweden"}),
    ],
)
def test_laws_in_force(size: int | None, day: date, more: set[str], fewer: set[str]) -> None:
    found = binding(size, day)
    assert more <= found
    assert not fewer & found


def test_a_law_that_ends() -> None:
    on, after = date(2023, 9, 16), date(2023, 9, 17)
    assert "Westchester County" in binding(None, on)
    assert binding(None, after) - binding(None, on) == {"New York"}
    assert binding(None, on) - binding(None, after) == {"Westchester County"}


def test_every_law_says_where_it_stands_and_asks_for_what_a_note_can_say() -> None:
    for law in pay_laws():
        assert set(law.asks) <= set(REQUIREMENTS), law.name
        assert set(law.forbids) <= set(FORBIDDEN), law.name
        assert set(law.later) <= set(law.requires), law.name
        assert law.asks or law.on_request, law.name
        assert law.source, law.name
        assert re.fullmatch(r"20\d\d-[01]\d", law.as_of), law.name
        assert law.certain is not bool(law.doubt), f"{law.name}: a doubt, and only that, has words"
        assert law.since or not law.certain, f"{law.name}: what is planned is not certain"
        for place in law.places:
            TypeAdapter(Area).validate_python(place)


def test_every_kind_of_rule_is_some_law() -> None:
    """What no row uses nobody has tried."""
    asked = {what for law in pay_laws() for what in law.asks}
    assert asked == set(REQUIREMENTS)


def test_every_rule_has_its_test_in_the_browser() -> None:
    source = NOTES.read_text(encoding="utf-8")
    for rule in posting_rules():
        assert f'"{rule.wants}": (it)' in source or f"  {rule.wants}: (it)" in source, rule.wants
        assert rule.says.endswith(".")


def test_every_note_leads_somewhere() -> None:
    """A field asks for it, or it is said where it is stated; a part to show may not be there."""
    text = (
        NOTES.read_text(encoding="utf-8").partition("CONTROLS_OF_NOTES = {")[2].partition("};")[0]
    )
    controls = dict(re.findall(r'"?([\w-]+)"?: \[.*"([^"]+)"\]', text))
    asked = {name for name, last in controls.items() if not last.startswith("part ")}
    wanted = {*REQUIREMENTS, *(rule.wants for rule in posting_rules())}
    assert wanted == asked | STATED.keys()
    assert controls.keys() <= wanted


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
    handbook = asking(read({"company.yaml": text}))
    common = common_data(handbook, TODAY)
    assert {"location", "apply", "start"} <= common["placeholders"].keys()
    assert common["company"]["apply"] == "a@a.example"
    found = role_data(handbook.roles["data-engineer"], handbook)
    texts = [template(found, section, name) for section in found["sections"] for name in FORMATS]
    asked = {
        common["open"][int(number)] for number in re.findall("\ufdd0@?([0-9]+)", "".join(texts))
    }
    chosen = {"work", "other-pay", "vacancy", "requisition", "posted", "closes", "positions"}
    assert asked == {"location", "apply", "start", *chosen}


def test_a_checklist_shows_what_is_open_and_asks_for_nothing(
    read: Callable[..., Handbook], base: dict[str, bytes]
) -> None:
    engineer = base["roles/data-engineer.md"].decode()
    before, found, after = engineer.partition(":::{qualifications}\n")
    assert found
    open_ = f"{before}{found}{after.replace('- ', '- In [[location]], ', 1)}"
    handbook = asking(read({"roles/data-engineer.md": open_}))
    data = role_data(handbook.roles["data-engineer"], handbook)
    texts = [template(data, section, name) for section in data["application"] for name in FORMATS]
    assert any("In [City, State], " in text for text in texts)
    assert "\ufdd0" not in "".join(texts)


def test_levels_share_their_sections(read: Callable[..., Handbook]) -> None:
    handbook = asking(read())
    role = handbook.roles["data-engineer"]
    found = role_data(role, handbook)
    assert [version["id"] for version in found["versions"]] == ["", *(it.id for it in role.levels)]
    used = [number for version in found["versions"] for number in version["sections"]]
    assert len(found["sections"]) == len(set(used)) < len(used)
    pieces = [number for part in found["sections"] for number in part["pieces"]]
    assert len(set(pieces)) < len(pieces)
    for version in found["versions"]:
        assert version["jobPosting"]["@type"] == "JobPosting"
        assert version["jobPosting"]["description"] == ""


def test_only_what_changed_is_composed_and_written(
    read: Callable[..., Handbook],
    base: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    composed: list[str] = []

    def noted(role: JobRole, handbook: Handbook) -> dict[str, Any]:
        composed.append(role.key)
        return role_data(role, handbook)

    monkeypatch.setattr(files, "role_data", noted)

    def written(changed: dict[str, str]) -> tuple[list[str], set[str]]:
        """Return which roles are composed, and which files written."""
        composed.clear()
        for file in tmp_path.rglob("*.js"):
            os.utime(file, (0, 0))
        made = write_generator(read(changed), tmp_path, TODAY, "code")
        return composed.copy(), {file.name for file in made if file.stat().st_mtime}

    analyst, engineer = (base[f"roles/data-{it}.md"].decode() for it in ("analyst", "engineer"))
    engineer = engineer.replace("Works in", "Works with a {role}`data-analyst` in")
    roles = {"roles/data-engineer.md": engineer}
    both = ["data-analyst", "data-engineer"]
    assert written(roles) == (both, {"common.js", "word.js", *(f"{key}.js" for key in both)})
    assert written(roles) == ([], set())
    again = {**roles, "roles/data-analyst.md": f"{analyst}\nMore of it.\n"}
    assert written(again) == ([], set()), "no posting shows that"
    renamed = analyst.replace("Data Analyst", "Chief Analyst")
    assert written({**roles, "roles/data-analyst.md": renamed})[0] == both
    company = base["company.yaml"].decode() + "salary_basis: By experience.\n"
    assert written({**roles, "company.yaml": company})[0] == both
    alone = engineer.replace("Answers for", "Stands for")
    changed = {"company.yaml": company, "roles/data-engineer.md": alone}
    assert written(changed) == (["data-engineer"], {"data-engineer.js"})
