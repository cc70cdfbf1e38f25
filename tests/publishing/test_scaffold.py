"""A page that was just started is a draft without a mistake: what is said of it is its blanks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hiring.checks.folder import review_folder
from hiring.model.report import BLANK
from hiring.reading.handbook import read_handbook
from hiring.scaffold import ScaffoldError, new_opening, new_role, next_step
from tests.support.cases import DAY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@pytest.fixture
def handbook(tmp_path: Path, base: Mapping[str, bytes]) -> Path:
    folder = tmp_path / "handbook"
    for path, data in base.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def said_of(page: Path, handbook: Path) -> list[str]:
    found = review_folder(handbook, DAY, handbook.parent / "work").findings
    return [str(finding) for finding in found if finding.path.endswith(page.name)]


@pytest.mark.parametrize(
    "kind", ["role", "opening for a level", "opening for the role as a whole", "second opening"]
)
def test_one_thing_is_said_of_a_new_page(kind: str, handbook: Path) -> None:
    if kind == "role":
        page = new_role("Warehouse Electrician", handbook, DAY)
    else:
        level = "" if kind.endswith("whole") else "senior"
        page = new_opening("data-engineer", level, handbook, DAY)
        if kind.startswith("second"):
            page = new_opening("data-engineer", level, handbook, DAY)
    lines = page.read_text(encoding="utf-8").split("\n")
    blanks = [number for number, line in enumerate(lines, 1) for _ in BLANK.findall(line)]
    (said,) = said_of(page, handbook)
    place = f"{page.parent.name}/{page.name}:{blanks[0]}"
    assert said == (
        f"{place}: warning[todo] {len(blanks)} blanks left, first on line {blanks[0]}: "
        "fill in each `TODO`, or delete it"
    )
    assert f"{len(blanks)} blanks, first on line {blanks[0]}" in next_step(page)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("C++ / C# Engineer", "c-plus-plus-c-sharp-engineer"),
        ("R&D Lead", "r-d-lead"),
        ("Straßenbauer:in", "strassenbauer-in"),
        ("Ärztin / Arzt (m/w/d)", "arztin-arzt-m-w-d"),
        ("Łukasz Øre", "lukasz-ore"),
        ("Pfleger*in", "pfleger-in"),
        ("Directeur·rice", "directeur-rice"),
        ("Vice President, Sales", "vice-president-sales"),
        ("No", "no"),
        ("12", "12"),
        ("True", "true"),
        ("_Baker_", "baker"),
        ("- Baker", "baker"),
        ("#1 Baker", "1-baker"),
    ],
)
def test_a_title_as_people_write_it(title: str, key: str, handbook: Path) -> None:
    page = new_role(title, handbook, DAY)
    assert page.stem == key
    assert [line.partition("[")[2].partition("]")[0] for line in said_of(page, handbook)] == [
        "todo"
    ]
    assert read_handbook(handbook).roles[key].facts.title == title


@pytest.mark.parametrize("title", ["日本語", "Инженер", "مهندس", "Βιβλιοθηκονόμος"])
def test_a_title_in_other_letters_says_how_to_choose_a_key(title: str, handbook: Path) -> None:
    with pytest.raises(ScaffoldError, match="with `--key data-engineer`, in make `KEY="):
        new_role(title, handbook, DAY)
    with pytest.raises(
        ScaffoldError, match="write lower-case letters, digits and hyphens, as `a-b`"
    ):
        new_role(title, handbook, DAY, key="A b")
    page = new_role(title, handbook, DAY, key="own-key")
    assert page.stem == "own-key"
    assert read_handbook(handbook).roles["own-key"].facts.title == title


def test_two_openings_of_a_role_without_number_are_not_told_apart_yet(handbook: Path) -> None:
    for _ in range(2):
        page = new_opening("data-engineer", "senior", handbook, DAY)
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("[TODO]", "[austin]"), encoding="utf-8")
    (said,) = said_of(page, handbook)
    assert "[todo]" in said


def test_what_is_written_on_a_page_with_blanks_is_judged_at_once(handbook: Path) -> None:
    page = new_role("Warehouse Electrician", handbook, DAY)
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("- TODO: one duty", "- TODO: hire digital natives"), "utf-8")
    assert [line.partition("[")[2].partition("]")[0] for line in said_of(page, handbook)] == [
        "todo",
        "age-words",
    ]


def test_a_waiver_waits_with_what_it_waives(handbook: Path) -> None:
    page = new_role("Warehouse Electrician", handbook, DAY)
    until = DAY + timedelta(days=90)
    waiver = f"{{rule: wide-pay, reason: Agreed with the works council, until: {until}}}"
    text = page.read_text(encoding="utf-8")
    text = text.replace("\n---\n\n# ", f"\nchecks:\n  waive: [{waiver}]\n---\n\n# ")
    page.write_text(text, encoding="utf-8")
    (said,) = said_of(page, handbook)
    assert "[todo]" in said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("All", "the name `all` is kept for another use"),
        ("ETL Developer", "`roles/etl-developer` already leads to roles/etl-developer.md"),
    ],
)
def test_a_page_that_would_be_a_mistake_is_not_started(
    title: str, said: str, handbook: Path
) -> None:
    (handbook / "openings").mkdir()
    opening = "---\nopening: {role: data-engineer, requisition: ENG-7}\n---\n"
    (handbook / "openings/pipes.md").write_text(opening, encoding="utf-8")
    role = handbook / "roles/data-engineer.md"
    text = role.read_text(encoding="utf-8")
    redirects = "redirects: [roles/etl-developer]\naudience: public"
    role.write_text(text.replace("audience: public", redirects), encoding="utf-8")
    before = sorted(handbook.rglob("*"))
    with pytest.raises(ScaffoldError) as error:
        new_role(title, handbook, DAY)
    assert said in str(error.value)
    assert sorted(handbook.rglob("*")) == before


def test_what_was_wrong_before_stops_no_page(handbook: Path) -> None:
    (handbook / "guide/hire.md").write_text("Nothing is right here.\n", encoding="utf-8")
    assert new_role("Warehouse Electrician", handbook, DAY).is_file()


def test_an_opening_proposes_the_pay_of_its_level(handbook: Path) -> None:
    page = new_opening("data-engineer", "senior", handbook, DAY).read_text(encoding="utf-8")
    assert "# pay: {currency: USD, min: 120000, max: 160000, per: year} " in page


@pytest.mark.parametrize(
    "skills", ["skills: []", "skills:\n- {key: lifting, name: A, description: B}"]
)
def test_a_role_is_started_with_whatever_skills_there_are(skills: str, tmp_path: Path) -> None:
    (tmp_path / "company.yaml").write_text("name: A\nurl: https://a.example\n", "utf-8")
    (tmp_path / "skills.yaml").write_text(f"{skills}\n", "utf-8")
    text = new_role("Nurse", tmp_path, DAY).read_text("utf-8")
    assert text.count("{skill}`lifting`") == ("lifting" in skills)
    assert "$" not in text
