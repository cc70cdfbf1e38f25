"""Interviews: coverage against a count by hand, ids and steps, sheets, and what candidates know."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from hiring.exports.documents import handbook_document
from hiring.interviewing.files import packet_name, write_packets
from hiring.interviewing.never_asked import never_asked
from hiring.interviewing.sheets import ratings_table, resume_screen, scorecards
from hiring.interviewing.word import packet
from hiring.model.audience import Audience
from hiring.model.coverage import coverage_of
from hiring.model.facts import Company
from hiring.model.interview_words import minutes_in_words
from hiring.model.interviews import alike, rubric_for
from hiring.model.lexicon import lexicon
from hiring.model.qualifications import id_from, ids_for
from hiring.model.rules import Rule
from hiring.model.skill_scale import expected_at
from hiring.posting.compose import role_posting
from hiring.posting.content import spans_in
from hiring.posting.formats.text import content_text
from hiring.reading.handbook import read_handbook
from hiring.reading.projected_tree import projected_files, told_of, write_tree
from tests.support.cases import ROLE, base_files, stated_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook

CASES = stated_in(Path(__file__).parent / "interviews.yaml")
SKILLS = """\
skills:
  - key: python
    name: Python
    description: One.
    levels: {1: Reads, 2: Writes, 3: Shapes, 4: Leads}
  - {key: sql, name: SQL, aliases: [SQL/PSM], description: Two.}
  - {key: java, name: Java, description: Three.}
"""
POINTS = "1. One\n2. Two\n3. Three\n4. Four\n"
PLAN = "---\naudience: hiring-team\n---\n\n# Plan\n\n"


def stage(number: int, assesses: str, *, bare: bool = False, more: str = "") -> str:
    points = "Talk." if bare else POINTS
    return (
        f"::::{{stage}} S{number}\n:minutes: 30\n:assesses: {assesses}\n{more}Secret words.\n\n"
        f":::{{question}} Why {number}?\n- And then?\n\n{points}\n:::\n::::\n"
    )


def kit(stages: str, options: str = ":role: case\n") -> str:
    return f"{PLAN}:::::{{interview}}\n{options}\n{stages}:::::\n"


def role_page(qualifications: str, levels: str = "") -> str:
    return f"{ROLE}:::{{qualifications}}\n{qualifications}:::\n{levels}"


def files(page: str, role: str, **more: str) -> dict[str, bytes]:
    given = {"roles/case.md": role, "skills.yaml": SKILLS, "interviews/case.md": page, **more}
    return {path: text.encode() for path, text in given.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_coverage_is_that_of_a_count_by_hand(
    case: dict[str, Any], read: Callable[..., Handbook]
) -> None:
    stages = "".join(
        stage(number, assesses, bare=case.get("bare", False))
        for number, assesses in enumerate(case["stages"], 1)
    )
    handbook = read(
        files(kit(stages), role_page(case["qualifications"], case.get("levels", ""))),
        Audience.HIRING_TEAM,
    )
    assert [str(problem) for problem in handbook.problems] == []
    found = coverage_of(handbook.interviews["case"], handbook)
    table = {row.need.id if row.need else row.skill: list(row.marks) for row in found.rows}
    assert table == case["table"]
    assert {need.id: list(skills) for need, skills in found.unassessed} == case["unassessed"]
    assert [[it.id, skill] for it, skill in found.unasked] == case["unasked"]
    assert [need for need, _ in found.often] == case["often"]
    assert [[it.id, list(needs)] for it, needs in found.unrated] == case["unrated"]
    assert found.minutes == 30 * len(case["stages"])


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("SQL at depth: window functions", "sql-at-depth"),
        ("Writes clear, working code in Python or Java", "writes-clear-working-code-in"),
        ("Écrit le français", "ecrit-le-francais"),
        ("日本語", ""),
    ],
)
def test_an_id_is_made_of_the_first_words(words: str, made: str) -> None:
    assert id_from(words) == made


def test_each_qualification_has_an_id_of_its_own() -> None:
    words = ["Speaks plainly", "Speaks plainly", "日本語", "Writes"]
    assert ids_for([], words) == ["speaks-plainly", "speaks-plainly-2", "entry-3", "writes"]
    assert ids_for(["", "talk", "", ""], words)[:2] == ["speaks-plainly", "talk"]


def test_an_id_survives_another_step(read: Callable[..., Handbook]) -> None:
    for written in ("python", "python/working", "python/3", "python / Expert"):
        role = role_page(f"- {{skill}}`{written}` for others\n")
        handbook = read(files(kit(stage(1, "python-for-others")), role), Audience.HIRING_TEAM)
        assert handbook.problems == (), written


def test_a_stated_id_survives_a_rewording(read: Callable[..., Handbook]) -> None:
    for words in ("Speaks plainly", "Talks to drivers as to managers"):
        role = role_page(f":id: talk\n- {words}\n")
        handbook = read(files(kit(stage(1, "talk")), role), Audience.HIRING_TEAM)
        assert handbook.problems == ()
        assert coverage_of(handbook.interviews["case"], handbook).unassessed == ()


LEVELS = """
::::{levels}
:::{level} Entry
- Writes {skill}`python/1`
:::
:::{level} Senior
- Writes {skill}`Python <python/Practitioner>`, asks {skill}`sql/PSM`
:::
:::{level} Staff
- Leads
:::
::::
"""


def test_a_step_holds_until_a_level_asks_for_more(read: Callable[..., Handbook]) -> None:
    role = role_page("- Reads {skill}`java/awareness`\n- Asks {skill}`sql`\n", LEVELS)
    handbook = read(files(kit(stage(1, "java")), role), Audience.HIRING_TEAM)
    case = handbook.roles["case"]
    assert [dict(sorted(expected_at(case, level).items())) for level in case.levels] == [
        {"java": 1, "python": 1},
        {"java": 1, "python": 3},
        {"java": 1, "python": 3},
    ]
    assert [it.words for it in case.needs] == ["Reads Java (awareness)", "Asks SQL"]


def test_sheets_say_what_is_asked_at_a_level(read: Callable[..., Handbook]) -> None:
    asked = ":::{question} Only then?\n:level: senior\n" + POINTS + ":::\n::::\n"
    stages = stage(1, "asks-sql, python").removesuffix("::::\n") + asked
    rubrics = f":::{{rubric}} python\n:role: case\n:level: staff\n{POINTS}:::\n"
    role = role_page("- Asks {skill}`sql`\n- Writes {skill}`python`\n", LEVELS)
    handbook = read(files(kit(stages) + rubrics, role), Audience.HIRING_TEAM)
    assert handbook.problems == ()
    interview, case = handbook.interviews["case"], handbook.roles["case"]
    told = {
        name: [it.title for card in scorecards(interview, handbook, "", level) for it in card.rated]
        for name, level in (("any", None), *((it.id, it) for it in case.levels))
    }
    assert told["any"] == told["senior"] == told["staff"] == ["Why 1?", "Only then?"]
    assert told["entry"] == ["Why 1?"]
    assert rubric_for(handbook.rubrics, "python", "case", "staff")
    assert rubric_for(handbook.rubrics, "python", "case", "senior") is None
    rows = [(row.words, row.evidence) for row in resume_screen(case, handbook)]
    assert rows == [("Asks SQL", "SQL: Two."), ("Writes Python", "Python: One.")]
    head, lines = ratings_table(case, interview, handbook, lexicon("en"))
    assert head == ["Must-have", "S1", "Met"]
    assert lines == [["Asks SQL", "", ""], ["Writes Python", "", ""]]


def test_a_packet_is_a_document_to_fill_in(read: Callable[..., Handbook], tmp_path: Path) -> None:
    role = role_page("- Speaks plainly\n- Writes {skill}`python`\n")
    page = kit(stage(1, "speaks-plainly") + stage(2, "python", bare=True))
    rubric = f"\n:::{{rubric}} python\n{POINTS}:::\n"
    handbook = read(files(page + rubric, role), Audience.HIRING_TEAM)
    data = packet(handbook.interviews["case"], handbook)
    assert data == packet(handbook.interviews["case"], handbook)
    document = Document(io.BytesIO(data))
    styled = [(it.text, it.style.name if it.style else "") for it in document.paragraphs]
    headings = [text for text, style in styled if style == "Heading 1"]
    assert headings == [
        "Screen of an application",
        "Scorecard 1: S1",
        "Scorecard 2: S2",
        "Agenda of the decision",
    ]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert cells.count("Three") == 2
    assert sum("Notes: what was said" in cell for cell in cells) == 3
    [file] = write_packets(handbook, tmp_path)
    assert file == tmp_path / packet_name("case")
    assert zipfile.ZipFile(file).testzip() is None


def test_candidates_are_told_what_their_readers_may_know(
    read: Callable[..., Handbook], tmp_path: Path
) -> None:
    more = ":prepare: Bring a pen\n:days: 3\n:setting: Video call\n"
    page = kit(stage(1, "speaks-plainly", more=more), ":role: case\n:briefing: employee\n")
    given = files(page, role_page("- Speaks plainly\n"))
    team, employee, public = (read(given, it) for it in reversed(Audience))
    assert list(public.briefings) == []
    told = "S1: 30 minutes. Video call. Bring a pen. You hear from us within 3 working days."
    for handbook in (team, employee):
        words = handbook.briefings["case"].stages[0].told(lexicon("en"))
        assert " ".join(it.text for it in words) == told
        posting = role_posting(handbook.roles["case"], handbook)
        section = posting.section("selection")
        assert section is not None
        assert told in content_text(section.content)
    assert employee.interviews == {}
    assert "Secret" not in handbook_document(employee).model_dump_json()
    folder = tmp_path / "handbook"
    for path, data in {**base_files(), **given}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "conf.py").write_text("")
    seen, tree = projected_files(folder, Audience.EMPLOYEE)
    write_tree(tree, Audience.EMPLOYEE, tmp_path / "tree", {}, told_of(seen))
    again = read_handbook(tmp_path / "tree", Audience.EMPLOYEE)
    assert again.briefings == seen.briefings == employee.briefings
    assert not (tmp_path / "tree/interviews").exists()


TABLE = """\
| Score | Sounds like |
|---|---|
| 4 | Leads |
| 3, yes | *Shapes* |
| 2 | Writes |
| (1) | Reads |
"""


def test_points_may_stand_in_a_table(read: Callable[..., Handbook]) -> None:
    other = (
        "::::{stage} S2\n:minutes: 30\n:assesses: Speaks plainly: to all\n:::{question} Which?\n"
    )
    other += f"| Age | Count |\n|---|---|\n| 1 | 2 |\n\n{TABLE}:::\n::::\n"
    rubric = f"\n:::{{rubric}} python\n{TABLE}:::\n"
    role = role_page("- Speaks plainly: to all\n- Writes {skill}`python`\n")
    page = kit(stage(1, "python", bare=True) + other) + rubric
    handbook = read(files(page, role), Audience.HIRING_TEAM)
    assert [str(it) for it in handbook.problems] == []
    [first, second] = handbook.interviews["case"].stages
    assert first.questions[0].points == ()
    assert second.questions[0].points == ("Reads", "Writes", "Shapes", "Leads")
    # What a qualification is called stands for its id.
    assert second.assesses == ("speaks-plainly",)
    [found] = handbook.rubrics.values()
    assert found.points == ("Reads", "Writes", "Shapes", "Leads")


SHARED = """\
::::{stage} First talk
:from: case/s1
:minutes: 20
:days: 2
:id: talk
::::
"""


def test_a_stage_is_another_roles(read: Callable[..., Handbook]) -> None:
    role = role_page("- Writes {skill}`python`\n")
    given = files(kit(stage(1, "python", more=":prepare: Bring a pen\n")), role)
    other = kit(SHARED + stage(2, "sql"), ":role: other\n:briefing: public\n")
    asks = role_page("- Asks {skill}`sql`\n- Writes {skill}`python`\n")
    given |= {"interviews/other.md": other.encode()}
    given |= {"roles/other.md": asks.replace("Case", "Other").encode()}
    handbook = read(given, Audience.HIRING_TEAM)
    assert [str(it) for it in handbook.problems if it.path != "roles/other.md"] == []
    interview = handbook.interviews["other"]
    first, original = interview.stages[0], handbook.interviews["case"].stages[0]
    assert (first.id, first.name, first.minutes, first.days) == ("talk", "First talk", 20, 2)
    assert (first.prepare, first.questions) == ("Bring a pen", original.questions)
    assert (first.path, first.origin) == ("interviews/case.md", "case/s1")
    assert first.body.nodes == original.body.nodes
    assert interview.minutes == 50
    marks = [row.marks for row in coverage_of(interview, handbook).rows]
    assert marks == [("", "whole"), ("whole", "")]
    anew = other.replace(":id: talk", ":id: talk\n:assesses: asks-sql")
    less = read({**given, "interviews/other.md": anew.encode()}, Audience.HIRING_TEAM)
    assert less.interviews["other"].stages[0].assesses == ("asks-sql",)
    document = handbook_document(handbook)
    [found] = [it for it in document.interviews if it.role == "other"]
    assert [it.origin for it in found.stages] == ["case/s1", None]
    [briefing] = document.briefings
    assert [it.minutes for it in briefing.stages] == [20, 30]


def test_a_kit_speaks_the_language_of_its_page(read: Callable[..., Handbook]) -> None:
    more = ":setting: Am Telefon\n:days: 1\n:format: work sample\n"
    page = kit(stage(1, "speaks-plainly", more=more), ":role: case\n:briefing: public\n:days: 5\n")
    german = page.replace("audience: hiring-team", "audience: hiring-team\nlanguage: de")
    role = role_page("- Speaks plainly\n")
    handbook = read(files(german, role), Audience.HIRING_TEAM)
    assert handbook.problems == ()
    interview = handbook.interviews["case"]
    [card] = scorecards(interview, handbook)
    assert ("Art", "Arbeitsprobe") in card.facts
    document = Document(io.BytesIO(packet(interview, handbook)))
    texts = [it.text for it in document.paragraphs]
    assert "Bewertungsbogen 1: S1" in texts
    assert not [it for it in texts if "Scorecard" in it or "Rate within" in it]
    # The posting is in English: what is said in German in it says so.
    section = role_posting(handbook.roles["case"], handbook).section("selection")
    assert section is not None
    told = {(it.text.strip(), it.language) for it in spans_in(section.content)}
    assert ("Innerhalb von 5 Arbeitstagen nach Ihrer Bewerbung hören Sie von uns.", "de") in told
    assert {language for _, language in told} == {"de"}
    spanish = page.replace("audience: hiring-team", "audience: hiring-team\nlanguage: es")
    handbook = read(files(spanish, role), Audience.HIRING_TEAM)
    section = role_posting(handbook.roles["case"], handbook).section("selection")
    assert section is not None
    told = {(it.text.strip(), it.language) for it in spans_in(section.content)}
    assert ("Am Telefon.", "es") in told
    assert ("You hear from us within 5 working days of your application.", "") in told


def test_a_kit_may_call_its_role_by_an_old_name(read: Callable[..., Handbook]) -> None:
    role = role_page("- Writes {skill}`python`\n")
    renamed = role.replace("---\n\n# Case", "redirects: [roles/old-case]\n---\n\n# Case")
    rubric = f"\n:::{{rubric}} python\n:role: old-case\n{POINTS}:::\n"
    page = kit(stage(1, "python", bare=True), ":role: old-case\n") + rubric
    given = files(page, renamed)
    other = kit("::::{stage} S1\n:from: old-case\n::::\n", ":role: other\n")
    given |= {"interviews/other.md": other.encode()}
    given |= {"roles/other.md": role.replace("Case", "Other").encode()}
    handbook = read(given, Audience.HIRING_TEAM)
    told = [it for it in handbook.problems if it.path.startswith("interviews/")]
    assert [(it.path, it.rule) for it in told] == [
        ("interviews/case.md", Rule.RENAMED),
        ("interviews/case.md", Rule.RENAMED),
        ("interviews/other.md", Rule.RENAMED),
    ]
    assert list(handbook.interviews) == ["case", "other"]
    assert ("python", "case", None) in handbook.rubrics


FRENCH = """\
---
language: fr
translation_of: case
role:
  title: Cas
  family: Données
  summary: Un cas.
---

# Cas

:::{job-brief}
Un cas.
:::

:::{candidate-briefing}
:::
"""


def test_a_page_in_another_language_has_the_kit_of_its_original(
    read: Callable[..., Handbook],
) -> None:
    page = kit(stage(1, "speaks-plainly"), ":role: case\n:briefing: employee\n:days: 5\n")
    given = files(page, role_page("- Speaks plainly\n"), **{"roles/case-fr.md": FRENCH})
    handbook = read(given)
    assert [it.rule for it in handbook.problems if it.path == "roles/case-fr.md"] == []
    section = role_posting(handbook.roles["case-fr"], handbook).section("selection")
    assert section is not None
    told = {(it.text.strip(), it.language) for it in spans_in(section.content)}
    assert ("You hear from us within 5 working days of your application.", "en") in told


def test_an_own_selection_says_it_in_its_own_words(read: Callable[..., Handbook]) -> None:
    role = role_page("- Speaks plainly\n", "\n:::{selection}\n1. We meet.\n:::\n")
    page = kit(stage(1, "speaks-plainly"), ":role: case\n:briefing: public\n")
    handbook = read(files(page, role), Audience.HIRING_TEAM)
    posting = role_posting(handbook.roles["case"], handbook)
    assert "We meet." in repr(posting.section("selection"))
    assert "30 minutes" not in repr(posting.section("selection"))


def test_what_is_never_asked_goes_by_the_places_of_the_company() -> None:
    def laws(*places: dict[str, str]) -> set[str]:
        locations = {f"place-{number}": place for number, place in enumerate(places)}
        company = Company.model_validate(
            {"name": "F", "url": "https://f.example", "locations": locations}
        )
        entries = never_asked(company, lexicon("en"))
        assert all(it.topic.value and it.why.value for it in entries)
        return {law.name for it in entries for law in it.laws}

    assert laws() == set()
    assert {"United States", "Colorado"} <= laws({"country": "US", "region": "CO"})
    assert "Colorado" not in laws({"country": "US", "region": "TX"})
    assert {"Belgium", "European Union"} <= laws({"country": "BE"})
    assert "Germany" not in laws({"country": "BE"})


def test_what_is_never_asked_is_said_in_the_language_and_an_addition_in_the_companys() -> None:
    company = Company.model_validate(
        {
            "name": "F",
            "url": "https://f.example",
            "language": "fr",
            "locations": {"here": {"country": "DE"}},
            "never_asked": [
                {"id": "age", "laws": [{"places": ["DE"], "name": "Allemagne", "source": "AGG"}]},
                {"id": "stars", "topic": "Les astres", "why": "Ils ne disent rien."},
                {
                    "id": "genes",
                    "why": "La loi.",
                    "laws": [{"places": ["US"], "name": "Ailleurs", "source": "X"}],
                },
            ],
        }
    )
    found = {it.id: it for it in never_asked(company, lexicon("de"))}
    age = found["age"]
    assert (age.topic.value.partition(",")[0], age.topic.language) == ("Alter", "de")
    *ours, own = age.laws
    assert {(law.name, law.says.language, law.source.language) for law in ours} == {
        ("Deutschland", "de", "en"),
        ("Europäische Union", "de", "en"),
    }
    assert own.name == "Allemagne"
    assert own.says == ("die Frage ist verboten", "de")
    assert own.source == ("AGG", "fr")
    assert found["stars"].topic == ("Les astres", "fr")
    assert found["stars"].ask is None
    assert (found["genes"].why, found["genes"].topic.language) == (("La loi.", "fr"), "de")
    assert "Ailleurs" not in {law.name for law in found["genes"].laws}


def test_words_of_times_and_points() -> None:
    assert [minutes_in_words(it) for it in (1, 45, 60, 90, 125)] == [
        "1 minute",
        "45 minutes",
        "1 hour",
        "1 hour 30 minutes",
        "2 hours 5 minutes",
    ]
    assert alike(["A b", "b, A!", "A b c", "d"]) == [(1, 2)]
