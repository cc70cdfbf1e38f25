"""A page that was just started is a draft without a mistake: what is said of it is its blanks."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.checks.folder import review_folder
from hiring.model.lexicon import lexicon
from hiring.model.report import BLANK
from hiring.reading.handbook import read_handbook
from hiring.rename import RenameError, rename
from hiring.scaffold import TEMPLATES, ScaffoldError, new_opening, new_role, next_step
from tests.support.cases import DAY

if TYPE_CHECKING:
    from collections.abc import Mapping


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


@pytest.mark.parametrize(
    ("language", "title", "key"),
    [
        ("de", "Zerspanungsmechaniker (m/w/d)", "zerspanungsmechaniker"),
        ("de", "Erzieher*in (m/w/d)", "erzieher-in"),
        ("de-AT", "Ärztin / Arzt (w/m/x)", "arztin-arzt"),
        ("fr-CA", "Infirmière ou infirmier (H/F)", "infirmiere-ou-infirmier"),
        ("fr", "Soudeur TIG H/F", "soudeur-tig"),
    ],
)
def test_a_page_is_started_in_the_language_of_the_handbook(
    language: str, title: str, key: str, handbook: Path
) -> None:
    (handbook / "conf.py").write_text(f'language = "{language}"\n', encoding="utf-8")
    page = new_role(title, handbook, DAY)
    assert page.stem == key, "an address needs no sign that the title fits any gender"
    english = {"In brief", "Must have", "Levels", "Questions people ask", "do I need"}
    text = page.read_text(encoding="utf-8")
    assert [it for it in english if it in text] == []
    # Headings are the words of postings, so that a block says nothing twice.
    priorities = lexicon(language).under("priority").values()
    assert [f"### {it}\n" in text for it in priorities] == [True] * 3
    levels = read_handbook(handbook).roles[key].levels
    if language.startswith("de"):
        assert {it.facts.title for it in levels} == {title}
    opening = new_opening(key, levels[1].id, handbook, DAY)
    assert "the " not in opening.read_text(encoding="utf-8")
    for it in (page, opening):
        (said,) = [line for line in said_of(it, handbook) if "-language]" not in line]
        assert "[todo]" in said


def test_templates_differ_in_their_words_alone() -> None:
    """What is asked of a page is the same in each language, in the same order."""
    asked = {
        file.relative_to(TEMPLATES): re.findall(
            r"(?m)^(?:# )?(?: +(?:# )?)?[a-z_]+:|^:+(?:\{[a-z-]+\}|[a-z]+:)",
            file.read_text("utf-8"),
        )
        for file in TEMPLATES.rglob("*.md")
    }
    for name in ("role.md", "opening.md"):
        english = [it for it in asked[Path("en", name)] if it.strip("# ") != "occupation:"]
        for language in ("de", "fr"):
            assert [it for it in asked[Path(language, name)] if it != ":title:"] == english


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


def test_an_opening_by_an_old_key_is_told_the_new_one(handbook: Path) -> None:
    rename(handbook, "data-engineer", "pipeline-engineer")
    rename(handbook, "pipeline-engineer", "table-engineer")
    for old in ("data-engineer", "pipeline-engineer"):
        with pytest.raises(ScaffoldError, match=f"^`{old}` is now `table-engineer`: "):
            new_opening(old, "", handbook, DAY)
        with pytest.raises(RenameError, match=f"^`{old}` is now `roles/table-engineer`: "):
            rename(handbook, old, "other-engineer")


def test_where_there_is_nothing_to_name_it_says_what_to_do(handbook: Path) -> None:
    with pytest.raises(ScaffoldError, match=r"`senior`\. It has no levels: leave the level out$"):
        new_opening("data-analyst", "senior", handbook)
    for page in (handbook / "roles").iterdir():
        page.unlink()
    with pytest.raises(ScaffoldError, match=r"`baker`\. There is none so far: begin it by `make "):
        new_opening("baker", "", handbook)
