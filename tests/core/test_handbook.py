"""The handbook as a value: what is in it, for whom, and that it is the same every time."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from hiring.model.audience import Audience
from hiring.model.company_parts import Apply
from hiring.model.fact_shapes import Pay
from hiring.model.role import Block, Level, Question, SkillUse
from hiring.reading.handbook import understand
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.sources import sources_from

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.model.handbook import Handbook

    Reader = Callable[..., Handbook]

HIDDEN = "---\naudience: hiring-team\n---\n\n# Interviews\n"


def test_audiences_are_in_order() -> None:
    order = [Audience.PUBLIC, Audience.EMPLOYEE, Audience.HIRING_TEAM]
    assert list(Audience) == order
    may = {(reader, page) for reader in Audience for page in Audience if reader.may_read(page)}
    assert may == {(order[r], order[p]) for r in range(3) for p in range(3) if r >= p}


def test_what_the_small_handbook_states(read: Reader) -> None:
    handbook = read()
    assert handbook.problems == ()
    assert list(handbook.roles) == ["data-analyst", "data-engineer"]
    assert handbook.withheld == ()
    role = handbook.roles["data-engineer"]
    assert role.path == "roles/data-engineer.md"
    assert role.facts.pay == Pay.model_validate(
        {"currency": "USD", "min": 100000, "max": 160000, "per": "year"}
    )
    assert role.review_due == date(2027, 11, 1)
    assert [block.anchor for block in role.blocks] == [
        "job-brief",
        "responsibilities",
        "qualifications",
    ]
    assert role.skills == (
        SkillUse(skill="python", priority="must"),
        SkillUse(skill="sql", priority="must"),
    )
    assert [(level.anchor, str(level.years)) for level in role.levels] == [
        ("level-entry", "1-2"),
        ("level-senior", "2+"),
    ]
    assert [(entry.anchor, entry.markdown) for entry in role.questions] == [
        ("question-degree", "No.")
    ]


def test_lookups(read: Reader) -> None:
    handbook = read()
    role = handbook.roles["data-engineer"]
    assert role.block("responsibilities", None) is role.blocks_named("responsibilities")[0]
    assert role.block("qualifications", "must") is not None
    assert role.block("qualifications", "nice") is None
    assert role.level("senior") is role.levels[1]
    assert role.level("principal") is None
    assert role.question("degree") is role.questions[0]
    assert role.question("pay") is None
    assert handbook.skill_names["python 3"].key == "python"
    assert handbook.roles_by_skill == {"python": (role,), "sql": (role,)}
    assert [role.key for role in handbook.families["Data"]] == ["data-analyst", "data-engineer"]


def test_a_retired_role_leaves_its_family(read: Reader, base: Mapping[str, bytes]) -> None:
    page = base["roles/data-analyst.md"].replace(b"owner:", b"status: retired\n  owner:")
    handbook = read({"roles/data-analyst.md": page})
    assert [role.key for role in handbook.families["Data"]] == ["data-engineer"]
    assert "data-analyst" in handbook.roles


@pytest.mark.parametrize("audience", list(Audience))
def test_each_audience_gets_its_own_and_what_is_below(read: Reader, audience: Audience) -> None:
    files = {"guide/interviews.md": HIDDEN}
    handbook = read(files, audience)
    pages = {
        Audience.PUBLIC: ["roles/data-analyst.md", "roles/data-engineer.md"],
        Audience.EMPLOYEE: ["guide/hire.md", "index.md"],
        Audience.HIRING_TEAM: ["guide/interviews.md"],
    }
    visible = {path for reader in Audience if audience.may_read(reader) for path in pages[reader]}
    assert set(handbook.pages) == visible
    assert set(handbook.withheld) == {path for paths in pages.values() for path in paths} - visible
    assert handbook.problems == ()


@pytest.mark.parametrize(
    ("front_matter", "visible"),
    [
        ("audience: public\nsurprise: 1", True),
        ("surprise: 1", True),
        ("audience: hiring-team\nsurprise: 1", False),
        ("audience: hiring team", False),
        ("audience:", False),
        ("audiance: public", False),
        ("Audience: public", False),
        ("readers: public", False),
        ("role:\n  audience: public", False),
        ("audience: [public]", False),
        ("audience: public\naudience: public", False),
        ('title: "', False),
        ("- public", False),
    ],
)
def test_a_page_whose_audience_is_unclear_is_for_the_fewest(
    read: Reader, front_matter: str, visible: bool
) -> None:
    handbook = read({"guide/case.md": f"---\n{front_matter}\n---\n\n# Case\n"})
    assert handbook.problems
    assert ("guide/case.md" in handbook.pages) is visible
    assert ("guide/case.md" in handbook.withheld) is not visible


def test_all_mistakes_are_told_at_once(read: Reader) -> None:
    files = {
        "company.yaml": "name: A\nurl: nowhere\n",
        "guide/a.md": b"# A\n\n\xff\n",
        "guide/b.md": "---\naudience: everyone\n---\n\n# B\n\n{role}`nobody`\n",
        "guide/c.md": "# C\n\n:::{note}\n",
        "roles/data-analyst.md": "# Data Analyst\n",
    }
    found = [f"{problem.path} {problem.rule}" for problem in read(files).problems]
    assert found == [
        "company.yaml bad-value",
        "guide/a.md encoding",
        "guide/b.md bad-value",
        "guide/b.md unknown-role",
        "guide/c.md fence-open",
        "roles/data-analyst.md missing-field",
    ]


def test_problems_do_not_depend_on_the_order_of_reading(base: Mapping[str, bytes]) -> None:
    files = {**base, "z.md": b"no title", "a.md": b"{role}`x` {role}`y`", "m.md": b"::"}
    forward = understand(sources_from(files), Audience.EMPLOYEE, PageCache())
    backward = understand(
        sources_from(dict(reversed(files.items()))), Audience.EMPLOYEE, PageCache()
    )
    assert forward.problems == backward.problems == tuple(sorted(forward.problems))
    assert list(forward.pages) == list(backward.pages) == sorted(forward.pages)
    assert forward == backward


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: b"\xef\xbb\xbf" + data, id="byte order mark"),
        pytest.param(lambda data: data.replace(b"\n", b"\r\n"), id="CRLF"),
        pytest.param(lambda data: data.replace(b"\n", b"\r"), id="CR"),
        pytest.param(lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"), id="both"),
    ],
)
def test_how_text_is_saved_changes_nothing(
    read: Reader, base: Mapping[str, bytes], change: Any
) -> None:
    saved = read({path: change(data) for path, data in base.items()})
    assert saved == read()
    assert saved.problems == ()


@pytest.mark.parametrize(
    "word", ["👩🏽\u200d💻", "مهندسة بيانات", "מהנדסת נתונים", "Ingénieure «données»", "データ"]
)
def test_any_script_equals_its_plain_form(
    read: Reader, base: Mapping[str, bytes], word: str
) -> None:
    def written(text: str) -> bytes:
        return base["roles/data-engineer.md"].decode().replace("Answers", text).encode()

    other = read({"roles/data-engineer.md": written(word)})
    plain = read({"roles/data-engineer.md": written("PLAIN")})
    assert other.problems == ()
    blocks = plain.roles["data-engineer"].blocks
    expected = [replace(block, markdown=block.markdown.replace("PLAIN", word)) for block in blocks]
    assert list(other.roles["data-engineer"].blocks) == expected


def test_values_keep_what_is_written(read: Reader, base: Mapping[str, bytes]) -> None:
    page = base["roles/data-analyst.md"].decode()
    page = page.replace("family: Data", "family: 1.10").replace("People team", "12:30")
    company = base["company.yaml"].decode().replace("country: US}", "country: NO}")
    handbook = read({"roles/data-analyst.md": page, "company.yaml": company})
    facts = handbook.roles["data-analyst"].facts
    assert (facts.family, facts.owner) == ("1.10", "12:30")
    assert handbook.company.locations["austin"].country == "NO"


def test_lines_lead_to_the_text(base: Mapping[str, bytes], read: Reader) -> None:
    lines = base["roles/data-engineer.md"].decode().splitlines()
    role = read().roles["data-engineer"]
    parts: list[Block | Level | Question] = [*role.blocks, *role.levels, *role.questions]
    for part in parts:
        assert lines[part.line - 1] == part.markdown.splitlines()[0]


def test_a_body_may_start_after_empty_lines(read: Reader, base: Mapping[str, bytes]) -> None:
    page = base["roles/data-engineer.md"].replace(b"- Answers", b"\n\n- Answers")
    role = read({"roles/data-engineer.md": page}).roles["data-engineer"]
    block = role.blocks_named("responsibilities")[0]
    assert block.markdown == "- Answers for the tables"
    assert page.decode().splitlines()[block.line - 1] == block.markdown


def test_a_block_in_a_card_is_the_role_s(read: Reader, base: Mapping[str, bytes]) -> None:
    page = base["roles/data-engineer.md"].decode()
    start, end = page.index(":::{qualifications}"), page.index("::::{levels}")
    card = f"::::{{card}} What we ask\n{page[start:end]}::::\n\n"
    role = read({"roles/data-engineer.md": page[:start] + card + page[end:]}).roles["data-engineer"]
    plain = read().roles["data-engineer"]
    assert role.skills == plain.skills
    assert role.block("qualifications", "must") is not None


def test_values_are_frozen(read: Reader) -> None:
    handbook = read()
    role = handbook.roles["data-engineer"]
    frozen: list[tuple[Any, str]] = [
        (handbook, "roles"),
        (handbook.pages["index.md"], "title"),
        (role, "key"),
        (role.blocks[0], "markdown"),
        (role.levels[0], "years"),
        (role.levels[0].years, "min"),
        (role.questions[0], "id"),
        (role.skills[0], "skill"),
    ]
    for value, name in frozen:
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, None)
    facts: list[tuple[Any, str]] = [
        (handbook.company, "name"),
        (handbook.skills["sql"], "name"),
        (role.facts, "title"),
        (Apply(instructions="Write"), "email"),
    ]
    for value, name in facts:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(value, name, None)
