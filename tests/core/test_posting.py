"""What a posting is composed of, and that the seven roles' templates say what they said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hiring.model import words
from hiring.model.audience import Audience
from hiring.posting.compose import SECTIONS, compose, opening_posting, role_posting
from hiring.posting.content import Bullets, Paragraph
from hiring.posting.formats.text import content_text, plain_text
from hiring.posting.reader import Reader
from hiring.posting.terms import terms_of_opening, terms_of_role
from tests.support.cases import ROLE
from tests.support.fixtures import FROZEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_regressions.file_regression import FileRegressionFixture

    from hiring.model.handbook import Handbook
    from hiring.posting.compose import Posting

ROLES = sorted(file.stem for file in (FROZEN / "roles").glob("*.md") if file.stem != "index")

FACTS = """\
---
opening:
  role: data-engineer
  level: senior
  requisition: ENG-1
  status: open
  posted: 2026-11-20
  closes: 2026-12-31
  locations: [austin, {locality: Ghent, country: BE}]
  apply: {url: "https://jobs.example.com/ENG-1"}
audience: public
---
"""


def facts_of(posting: Posting) -> dict[str, str]:
    """Return the additional information by the id of each fact."""
    section = posting.section("additional")
    assert section is not None
    (found,) = section.content
    assert isinstance(found, Bullets)
    return {item.id: content_text(item.content) for item in found.items}


@pytest.mark.parametrize("key", ROLES)
def test_template(key: str, frozen: Handbook, file_regression: FileRegressionFixture) -> None:
    file_regression.check(plain_text(role_posting(frozen.roles[key], frozen)), encoding="utf-8")


def test_template_at_a_level(frozen: Handbook, file_regression: FileRegressionFixture) -> None:
    role = frozen.roles["machine-learning-engineer"]
    found = role_posting(role, frozen, role.level("senior"))
    assert found.key == "machine-learning-engineer--senior"
    file_regression.check(plain_text(found), encoding="utf-8")


@pytest.mark.parametrize("key", ROLES)
def test_a_template_has_every_section_and_open_facts(key: str, frozen: Handbook) -> None:
    found = role_posting(frozen.roles[key], frozen)
    ids = [section.id for section in found.sections]
    assert ids == [name for name in SECTIONS if name in ids]
    assert {"brief", "responsibilities", "qualifications", "benefits", "additional"} <= {*ids}
    assert set(found.placeholders) == {"location", "apply"}
    facts = facts_of(found)
    assert facts["location"] == "Location: [City, State]"
    assert facts["apply"].endswith("Apply at [email address or application portal]")
    assert "posted" not in facts


def test_an_opening_has_no_placeholder(read: Callable[..., Handbook]) -> None:
    handbook = read({"openings/job.md": FACTS})
    assert handbook.problems == ()
    found = opening_posting(handbook.openings["job"], handbook)
    assert (found.key, found.title, found.placeholders) == ("job", "Senior Data Engineer", ())
    assert facts_of(found) == {
        "title": "Job title: Senior Data Engineer",
        "employer": "Employer: Fennmoor Freight (https://www.fennmoor.example)",
        "pay": "Pay range: $120,000 to $160,000 per year",
        "location": "Location: Austin, TX, United States; Ghent, Belgium",
        "employment-type": "Employment type: Full-time",
        "experience": "Experience: Typically 2 years or more",
        "education": "Education: Bachelor's degree in Mathematics; equivalent experience counts "
        "the same",
        "requisition": "Requisition: ENG-1",
        "posted": "Posted: November 20, 2026",
        "closes": "Apply by: December 31, 2026",
        "apply": "How to apply: Apply at https://jobs.example.com/ENG-1",
    }


def test_an_opening_overrides_its_role(read: Callable[..., Handbook]) -> None:
    own = """\
  pay: {currency: USD, min: 130000, max: 150000, per: year}
  employment_type: part-time
  work_arrangement: on-site
  travel: Much
  reports_to: The owner
  positions: 2
  start: 2027-02-01
  apply: {email: jobs@fennmoor.example, instructions: Send a letter.}
audience: public
"""
    facts = FACTS.replace(
        '  apply: {url: "https://jobs.example.com/ENG-1"}\naudience: public\n', own
    )
    start = "  start: {label: start date, hint: The first day., default: soon}\n"
    company = read().company  # the base's company.yaml has no placeholder for the start
    assert "start" not in company.placeholders
    base = (Path(__file__).parent / "base/company.yaml").read_text("utf-8")
    handbook = read({"openings/job.md": facts, "company.yaml": base + start})
    assert handbook.problems == ()
    found = facts_of(opening_posting(handbook.openings["job"], handbook))
    assert found["pay"] == "Pay range: $130,000 to $150,000 per year"
    assert found["employment-type"] == "Employment type: Part-time"
    assert found["work"] == "Work environment: On site, at the place of work"
    assert found["travel"] == "Travel: Much"
    assert found["reports-to"] == "Reports to: The owner"
    assert found["positions"] == "Open positions: 2"
    assert found["start"] == "Start: February 1, 2027"
    assert found["apply"] == "How to apply: Send a letter. Apply by e-mail to jobs@fennmoor.example"


@pytest.mark.parametrize(
    ("company", "stated", "wanted"),
    [
        ("", "", (None, None)),
        ("ai_screening: true\n", "", (None, True)),
        ("ai_screening: true\n", "ai_screening: false\n  vacancy: false", (False, False)),
        ("", "ai_screening: true\n  vacancy: true", (True, True)),
    ],
)
def test_whether_a_vacancy_exists_and_a_machine_screens(
    read: Callable[..., Handbook],
    base: dict[str, bytes],
    company: str,
    stated: str,
    wanted: tuple[bool | None, bool | None],
) -> None:
    """What laws want said is said, the opening's before the company's; nothing where it is open."""
    page = FACTS.replace("  apply:", f"  {stated}\n  apply:") if stated else FACTS
    general = base["company.yaml"].decode() + company
    handbook = read({"company.yaml": general, "openings/a.md": f"{page}\n"})
    assert handbook.problems == ()
    found = facts_of(opening_posting(handbook.openings["a"], handbook))
    labels = {
        "vacancy": ("Vacancy", words.vacancy(wanted[0])),
        "ai-screening": ("Artificial intelligence", words.ai_screening(wanted[1])),
    }
    for name, (label, said) in labels.items():
        assert found.get(name) == (f"{label}: {said}" if said else None)


@pytest.mark.parametrize("heading", ["##", "###"])
def test_what_an_opening_adds_begins_the_brief(heading: str, read: Callable[..., Handbook]) -> None:
    text = (
        "\nYou join *four* people in [[location]].\n\n"
        f"{heading} The team\n\n1. Meets daily\n2. Ships\n"
    )
    handbook = read({"openings/job.md": FACTS + text})
    found = opening_posting(handbook.openings["job"], handbook)
    sections = {section.id: content_text(section.content) for section in found.sections}
    assert list(sections)[:3] == ["brief", "about-the-team", "responsibilities"]
    place = "Austin, TX, United States; Ghent, Belgium"
    brief = f"You join four people in {place}.\n\nWorks in {place}."
    assert sections["brief"].replace("\n", " ") == brief.replace("\n", " ")
    assert sections["about-the-team"] == "1. Meets daily\n2. Ships"


def test_a_level_adds_its_own_list(read: Callable[..., Handbook]) -> None:
    handbook = read()
    role = handbook.roles["data-engineer"]
    part = role_posting(role, handbook, role.level("senior")).section("responsibilities")
    assert part is not None
    assert content_text(part.content) == (
        "- Answers for the tables\n\nSenior level\n\n- Designs a table"
    )


LEVELS = """\
::::{levels}
:adds: all

:::{level} Entry
- Loads a file
:::

:::{level} Senior
:scope: The tables that planners use
Everybody at this level:

**Craft**

- Loads a file that nobody knows

**Team:**

Helps others.

1. Reviews
2. Teaches
:::

:::{level} Lead
- **Craft:** Decides
- **Craft:** Designs
:::

::::
"""


def test_a_level_has_a_scope_and_groups(read: Callable[..., Handbook]) -> None:
    """A posting at a level has that level's list, in its groups, and none of the levels below."""
    handbook = read({"roles/case.md": ROLE + LEVELS})
    assert handbook.problems == ()
    role = handbook.roles["case"]
    said = {
        level.id: role_posting(role, handbook, level).section("responsibilities")
        for level in role.levels
    }
    assert said["senior"]
    assert content_text(said["senior"].content).split("\n\n") == [
        "Senior level",
        "Scope: The tables that planners use",
        "Everybody at this level:",
        "Craft",
        "- Loads a file that nobody knows",
        "Team",
        "Helps others.",
        "1. Reviews\n2. Teaches",
    ]
    heads = [it.text for it in said["senior"].content if isinstance(it, Paragraph) and it.heading]
    assert heads == ["Senior level"]
    assert said["lead"]
    assert content_text(said["lead"].content) == "Lead level\n\n- Decides\n- Designs"


def test_the_choices_of_a_form_make_another_posting(read: Callable[..., Handbook]) -> None:
    handbook = read()
    terms = terms_of_role(handbook.roles["data-engineer"], handbook)
    place = handbook.company.locations["austin"]
    chosen = replace(terms, places=(place,)).stating(work_arrangement="hybrid")
    found = facts_of(compose(chosen, handbook))
    assert found["location"] == "Location: Austin, TX, United States"
    assert found["work"].startswith("Work environment: Hybrid")


def test_a_form_may_offer_the_defaults_itself(read: Callable[..., Handbook]) -> None:
    base = (Path(__file__).parent / "base/company.yaml").read_text("utf-8")
    start = "  start: {label: start date, hint: The first day., default: soon}\n"
    handbook = read({"openings/job.md": FACTS, "company.yaml": base + start})
    opening = handbook.openings["job"]
    terms = terms_of_opening(opening, handbook.roles["data-engineer"], handbook)
    assert facts_of(compose(terms, handbook))["start"] == "Start: soon"
    form = compose(terms, handbook, reader=Reader(handbook, terms.filled))
    assert (form.placeholders, facts_of(form)["start"]) == (("start",), "Start: [start date]")


STATES: list[tuple[dict[str, Any], date, bool]] = [
    ({}, date(2026, 11, 20), True),
    ({}, date(2026, 12, 31), True),
    ({}, date(2026, 11, 19), False),
    ({}, date(2027, 1, 1), False),
    ({"closes": None}, date(2030, 1, 1), True),
    ({"status": "draft"}, date(2026, 12, 1), False),
    ({"status": "filled"}, date(2026, 12, 1), False),
    ({"status": "closed"}, date(2026, 12, 1), False),
    ({"posted": None}, date(2026, 12, 1), False),
]


@pytest.mark.parametrize(("change", "today", "listed"), STATES)
def test_listed_from_posting_to_closing(
    change: dict[str, Any], today: date, listed: bool, read: Callable[..., Handbook]
) -> None:
    opening = read({"openings/job.md": FACTS}).openings["job"]
    opening = replace(opening, facts=opening.facts.model_copy(update=change))
    assert opening.is_listed(today) is listed


def test_terms_of_a_remote_opening(read: Callable[..., Handbook]) -> None:
    remote = FACTS.replace(
        "  locations: [austin, {locality: Ghent, country: BE}]", "  remote: [US, DE-BE]"
    )
    handbook = read({"openings/job.md": remote})
    opening = handbook.openings["job"]
    terms = terms_of_opening(opening, handbook.roles["data-engineer"], handbook)
    assert (terms.arrangement, terms.filled["location"]) == (
        "remote",
        "Remote (United States; Berlin, Germany)",
    )


def test_a_draft_is_the_hiring_teams(read: Callable[..., Handbook]) -> None:
    draft = {"openings/job.md": FACTS.replace("status: open", "status: draft")}
    assert read(draft).openings == {}
    assert read(draft).withheld == ("openings/job.md",)
    assert list(read(draft, Audience.HIRING_TEAM).openings) == ["job"]
