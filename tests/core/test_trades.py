"""Jobs of other trades, with each fact that such postings need, through all outputs."""

from __future__ import annotations

import io
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml
from docx import Document

from hiring.checks.run import run_checks
from hiring.exports.documents import handbook_document
from hiring.exports.files import schemas
from hiring.model import words
from hiring.model.audience import Audience
from hiring.model.diff import level_diff
from hiring.model.fact_shapes import Pay
from hiring.model.job_shapes import Hours
from hiring.posting.feeds.entries import feed
from hiring.posting.feeds.indeed import indeed
from hiring.posting.files import schema_file
from hiring.posting.formats import FORMATS
from hiring.posting.formats.data import posting_document
from hiring.posting.formats.html import html_block
from hiring.posting.formats.word import docx
from hiring.posting.generator.common import asking
from hiring.posting.generator.roles import role_data
from hiring.posting.structured_role import occupation
from hiring.search.records import page_records
from tests.support.cases import base_files

from .jobs import TODAY, TRADES, Job
from .readback import read_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook

VALID = jsonschema.Draft202012Validator(
    json.loads((Path(__file__).parent / "schemas/jobposting.json").read_text("utf-8"))
)
POSTING = jsonschema.Draft202012Validator(json.loads(schema_file()[1]))
HANDBOOK = jsonschema.Draft202012Validator(schemas()["schema/handbook.json"])
ROLE = jsonschema.Draft202012Validator(schemas()["schema/front-matter.json"])


def words_found(job: Job) -> set[str]:
    """Return the lines that the search finds the opening by."""
    page = job.handbook.pages[job.opening.path]
    return set(page_records(job.handbook, page, (), TODAY).records[0].text.split("\n"))


@pytest.mark.parametrize(
    ("level", "stated", "title"),
    [
        ("electrician-i", None, "Electrician I"),
        ("ii", None, "Electrician II"),
        ("crew", None, "Electrician"),
        ("crew", "Crew Electrician", "Crew Electrician"),
        (None, None, "Electrician"),
        (None, "Signal Electrician", "Signal Electrician"),
    ],
)
def test_a_job_is_called_what_people_say(
    read: Callable[..., Handbook], level: str | None, stated: str | None, title: str
) -> None:
    job = Job(read, "electrician", level=level, title=stated)
    assert job.opening.title == job.posting.title == job.data["title"] == title
    assert job.text.startswith(f"{title}\n")
    assert f"- Job title: {title}\n" in job.text
    assert posting_document(job.posting).title == title
    entries = feed(job.handbook, TODAY)
    assert f"<title><![CDATA[{title}]]></title>".encode() in indeed(entries, job.handbook.company)
    shown = next(it for it in handbook_document(job.handbook).openings if it.key == job.opening.key)
    assert shown.title == title


def test_levels_of_one_title_are_told_apart(read: Callable[..., Handbook]) -> None:
    job = Job(read, "electrician")
    names = [job.role.name_of(level) for level in job.role.levels]
    assert names == ["Electrician I", "Electrician II", "Electrician (Crew)"]
    records = page_records(job.handbook, job.handbook.pages[job.role.path], (), TODAY).records
    assert [it.heading for it in records if it.kind == "level"] == names


@pytest.mark.parametrize(
    ("level", "hours", "pay", "paid"),
    [
        (
            "staff-nurse",
            "24 hours per week, 64% of full time (37.5 hours)",
            "$50,560 to $62,720 per year for 24 hours per week "
            "($79,000 to $98,000 per year at 37.5 hours)",
            (50560, 62720),
        ),
        (
            "charge-nurse",
            "30 hours per week, 80% of full time (37.5 hours)",
            "$73,600 to $89,920 per year for 30 hours per week "
            "($92,000 to $112,400 per year at 37.5 hours)",
            (73600, 89920),
        ),
    ],
)
def test_pay_of_part_time_is_what_is_paid(
    read: Callable[..., Handbook], level: str, hours: str, pay: str, paid: tuple[int, int]
) -> None:
    job = Job(read, "nurse", level=level)
    assert (job.entries["hours"], job.entries["pay"]) == (hours, pay)
    value = job.data["baseSalary"]["value"]
    assert (value["minValue"], value["maxValue"]) == paid
    schedule = job.entries["schedule"]
    assert schedule.startswith("Nights" if level == "charge-nurse" else "Two twelve-hour")
    assert job.data["workHours"] == f"{hours}; {schedule}"
    assert job.data["employmentType"] == ["PART_TIME", "TEMPORARY"]
    VALID.validate(job.data)
    document = posting_document(job.posting)
    assert document.pay
    assert (int(document.pay.min), int(document.pay.max)) == paid
    sent = indeed(feed(job.handbook, TODAY), job.handbook.company).decode()
    assert f"<salary><![CDATA[${paid[0]} - ${paid[1]} per year]]></salary>" in sent
    assert pay in sent
    words = words_found(job)
    assert f"Pay: {pay}." in words
    assert f"Hours: {hours}." in words


@pytest.mark.parametrize(
    ("pay", "hours", "said"),
    [
        ("EUR 3413.85-4541.67 month", "23 39", "EUR 2013.30-2678.42 per month"),
        ("EUR 3400-4500 month", "23 39", "EUR 2005-2654 per month"),
        ("USD 38-54 hour", "24 37.5", "USD 38-54 per hour"),
        ("USD 1200-1200 week", "20 40", "USD 600-600 per week"),
        ("USD 50000-60000 year", "40", "USD 50000-60000 per year"),
        ("USD 50000-60000 year", "40 40", "USD 50000-60000 per year"),
    ],
)
def test_what_is_paid_for_hours(pay: str, hours: str, said: str) -> None:
    currency, ends, per = pay.split()
    low, high = map(Decimal, ends.split("-"))
    names = ("per_week", "full_time")
    told = Hours.model_validate(dict(zip(names, hours.split(), strict=False)))
    whole = Pay(currency=currency, min=low, max=high, per=per)  # type: ignore[arg-type]
    assert str(told.paid(whole)) == said


@pytest.mark.parametrize(
    ("level", "anew", "grade", "term", "duration"),
    [
        (None, {}, "Spine point 23", "Fixed term of 18 months; probation of 3 months", "P18M"),
        (
            "senior",
            {"term": "{until: 2028-06-30}"},
            "Spine points 27 to 30",
            "Fixed term until June 30, 2028",
            None,
        ),
        (
            "senior",
            {"grade": "Band 6", "term": "{season: May to October, weeks: 26}"},
            "Band 6",
            "Seasonal (May to October), 26 weeks",
            "P26W",
        ),
        (
            "assistant",
            {"grade": "{step: '4'}", "term": "{probation: {days: 90}}"},
            "4",
            "Probation of 90 days",
            None,
        ),
    ],
)
def test_a_job_that_ends_and_its_grade(
    read: Callable[..., Handbook],
    level: str | None,
    anew: dict[str, str],
    grade: str,
    term: str,
    duration: str | None,
) -> None:
    job = Job(read, "registrar", level=level, **anew)
    assert (job.entries["grade"], job.entries["term"]) == (grade, term)
    assert job.data.get("jobDuration") == duration
    VALID.validate(job.data)
    found = words_found(job)
    assert f"Term: {term}." in found
    assert f"Grade: {grade}." in found
    document = handbook_document(job.handbook)
    shown = next(it for it in document.roles if it.key == "registrar").model_dump(mode="json")
    assert shown["grade"] == {"scheme": "Spine", "step": "point 23"}
    assert shown["levels"][1]["grade"] == {"scheme": "Spine", "step": "points 27 to 30"}


def test_licenses_are_asked_for_as_credentials(read: Callable[..., Handbook]) -> None:
    job = Job(read, "electrician", level="ii")
    assert job.entries["licenses"] == (
        "General electrician (State of Oregon); Driver's license; "
        "Confined space entry, within 6 months of the start; Crane operator (nice to have)"
    )
    text, *credentials = job.data["qualifications"]
    assert text.startswith("Must have\n\n- Reads wiring diagrams\n\nNice to have\n\n1. Variable")
    assert [it["name"] for it in credentials] == [
        "General electrician",
        "Driver's license",
        "Confined space entry",
    ]
    assert credentials[0]["recognizedBy"]["name"] == "State of Oregon"
    VALID.validate(job.data)
    assert read_back(job.data) == [job.data]
    crew = Job(read, "electrician", level="crew", schedule="Nights")
    said = (
        "Supervising electrician (State of Oregon); "
        "Confined space rescue, within 1 year of the start"
    )
    assert crew.entries["licenses"] == said
    assert f"Licenses: {said}." in words_found(crew)
    wish = Job(read, "electrician", licenses="[{name: Crane operator, priority: should}]")
    assert wish.entries["licenses"] == "Crane operator (preferred)"
    assert wish.data["qualifications"] == text


def test_what_is_checked_before_the_start(read: Callable[..., Handbook]) -> None:
    job = Job(read, "nurse", conditions="[{kind: clearance, text: Secret, reason: Plans}]")
    assert job.entries["conditions"] == "Security clearance: Secret (Plans)"
    assert job.data["securityClearanceRequirement"] == "Security clearance: Secret (Plans)"
    assert job.data["eligibilityToWorkRequirement"] == "Work visa: Not sponsored for this job"
    assert "Conditions: Security clearance: Secret (Plans)." in words_found(job)
    job = Job(read, "nurse", visa="sponsored")
    assert job.entries["conditions"] == (
        "Background check (Cares for people who cannot defend themselves); "
        "Vaccination: Hepatitis B (Handles needles); Minimum age: 18 years; Right to work; "
        "A chest X-ray"
    )
    eligible = "Minimum age: 18 years; Right to work; Work visa: Sponsored for this job"
    assert job.data["eligibilityToWorkRequirement"] == eligible
    assert "securityClearanceRequirement" not in job.data
    VALID.validate(job.data)


def test_who_guides_and_who_is_guided(read: Callable[..., Handbook]) -> None:
    entries = Job(read, "nurse", supervises="Four aides").entries
    assert entries["supervises"] == "Four aides"
    assert entries["supervision"] == "A charge nurse is on each shift"
    assert entries["exempt"] == "Non-exempt: extra pay for overtime"
    entries = Job(read, "nurse", exempt="true").entries
    assert entries["exempt"] == "Exempt: no extra pay for overtime"


def test_other_pay_is_said_and_meets_the_laws(read: Callable[..., Handbook]) -> None:
    denver = {"locations": "[{locality: Denver, region: CO, country: US}]"}
    job = Job(read, "nurse", **denver)
    said = "Differential: $4 an hour at night; Bonus: $2,000 after the first year"
    assert job.entries["other-pay"] == said
    assert job.data["incentiveCompensation"] == "Bonus: $2,000 after the first year"
    assert "law-on-other-pay" not in rules_found(job)
    charge = Job(read, "nurse", level="charge-nurse")
    said = "Differential: $5 an hour at night; Allowance: uniforms; Equity; Free meals on shift"
    assert charge.entries["other-pay"] == said
    assert f"Other pay: {said}." in words_found(charge)
    none = Job(read, "nurse", other_pay="[none]", **denver)
    assert none.entries["other-pay"] == "None"
    assert "incentiveCompensation" not in none.data
    assert "law-on-other-pay" not in rules_found(none)
    silent = Job(read, "electrician", **denver)
    assert "law-on-other-pay" in rules_found(silent)
    assert "other-pay" not in silent.entries


def rules_found(job: Job) -> set[str]:
    """Return the rules by which the review finds something in the opening's page."""
    found = run_checks(job.handbook, TODAY).findings
    return {str(it.rule) for it in found if it.path == job.opening.path}


def test_the_generator_starts_from_what_is_stated(read: Callable[..., Handbook]) -> None:
    job = Job(read, "nurse")
    versions = role_data(job.role, asking(job.handbook))["versions"]
    assert [it.get("otherPay") for it in versions] == [
        "Differential: $4 an hour at night; Bonus: $2,000 after the first year",
        "Differential: $4 an hour at night; Bonus: $2,000 after the first year",
        "Differential: $5 an hour at night; Allowance: uniforms; Equity; Free meals on shift",
    ]
    job = Job(read, "electrician")
    assert not any("otherPay" in it for it in role_data(job.role, asking(job.handbook))["versions"])


def test_languages_and_how_well_they_are_spoken(read: Callable[..., Handbook]) -> None:
    job = Job(read, "registrar")
    assert job.entries["languages"] == (
        "English (C1); Welsh (enough for a label) (nice to have); French (preferred)"
    )
    job = Job(read, "registrar", languages="[{language: gsw, level: B1}]")
    assert job.entries["languages"] == "Swiss German (B1)"
    assert "Languages: Swiss German (B1)." in words_found(job)


@pytest.mark.parametrize(
    ("facts", "said", "asked"),
    [
        ({}, "Typically 2 years or more in a museum or an archive", None),
        ({"experience": "{years: 1-3}"}, "Typically 1 to 3 years", None),
        ({"experience": "{years: 0-1}"}, "Typically 0 to 1 year", "no requirements"),
    ],
)
def test_experience_of_a_role_without_years_at_its_levels(
    read: Callable[..., Handbook], facts: dict[str, str], said: str, asked: str | None
) -> None:
    job = Job(read, "registrar", **facts)
    assert job.entries["experience"] == said
    # What is typical is no condition.
    assert job.data.get("experienceRequirements") == asked
    VALID.validate(job.data)
    assert "no-experience" not in rules_found(job)


def test_the_years_of_a_level_come_before_those_of_its_role(read: Callable[..., Handbook]) -> None:
    page = (TRADES / "registrar.md").read_text("utf-8").replace(":grade:", ":years: 5+\n:grade:")
    job = Job(read, "registrar", page, level="senior")
    assert job.entries["experience"] == "Typically 5 years or more"
    job = Job(read, "registrar", page, level="senior", experience="{years: 7+}")
    assert job.entries["experience"] == "Typically 7 years or more"


def test_managers_are_named_by_role_or_in_words(read: Callable[..., Handbook]) -> None:
    job = Job(read, "registrar")
    assert job.entries["reports-to"] == "Data Engineer and Head of Loans"
    assert job.entries["matrix-to"] == "Keeper of Art"
    assert job.role.facts.reports_to == ("Data Engineer", "Head of Loans")
    shown = handbook_document(job.handbook).model_dump(mode="json")
    registrar = next(it for it in shown["roles"] if it["key"] == "registrar")
    assert registrar["reports_to"] == ["Data Engineer", "Head of Loans"]
    assert registrar["matrix_to"] == "Keeper of Art"
    job = Job(read, "registrar", reports_to="data-analyst")
    assert job.entries["reports-to"] == "Data Analyst"
    assert "Reports to: Data Analyst." in words_found(job)


def test_a_hidden_role_is_named_as_nobody_s_manager(read: Callable[..., Handbook]) -> None:
    text = base_files()["roles/data-engineer.md"].decode()
    secret = text.replace("audience: public", "audience: hiring-team")
    page = (TRADES / "registrar.md").read_text("utf-8")
    files = {"roles/data-engineer.md": secret, "roles/registrar.md": page}
    public, team = (read(files, it) for it in (Audience.PUBLIC, Audience.HIRING_TEAM))
    assert public.roles["registrar"].facts.reports_to == ("Head of Loans",)
    assert team.roles["registrar"].facts.reports_to == ("Data Engineer", "Head of Loans")


def test_duties_are_posted_where_nothing_else_says_the_work(read: Callable[..., Handbook]) -> None:
    job = Job(read, "electrician", level="ii")
    work = job.posting.section("responsibilities")
    assert work is not None
    assert work.title == "Duties"
    listed = "- Installs conduits, wire and switchboards\n- Finds faults and repairs them"
    for text in (job.text, job.data["responsibilities"]):
        assert f"{listed}\n\nII level\n\n- Works alone, and guides helpers" in text
    assert occupation(job.role, job.handbook)["responsibilities"] == listed
    assert "incomplete" not in rules_found(job)
    page = (TRADES / "electrician.md").read_text("utf-8")
    more = ":::{responsibilities}\n- Answers for the lights\n:::\n\n:::{duties}"
    job = Job(read, "electrician", page.replace(":::{duties}", more))
    assert [it.title for it in job.posting.sections][1:3] == ["Responsibilities", "Duties"]
    whole = f"- Answers for the lights\n\n{listed}"
    assert job.data["responsibilities"] == whole.replace("\n\n", "\n\nDuties\n\n")
    assert occupation(job.role, job.handbook)["responsibilities"] == whole.replace("\n\n", "\n")
    same = f":::{{responsibilities}}\n{listed}\n- Answers for the lights\n:::\n\n:::{{duties}}"
    job = Job(read, "electrician", page.replace(":::{duties}", same))
    assert job.text.count("Installs conduits") == 1


@pytest.mark.parametrize(
    ("types", "said"),
    [
        (("part-time",), "Part-time"),
        (("full-time", "part-time"), "Full-time or part-time"),
        (("part-time", "temporary"), "Part-time, temporary"),
        (("temporary", "full-time", "part-time"), "Full-time or part-time, temporary"),
        (("contractor", "temporary"), "Contractor or temporary"),
        (("per-diem", "volunteer", "intern", "other"), "Per-diem, volunteer, intern or other"),
    ],
)
def test_types_of_employment_in_words(types: tuple[str, ...], said: str) -> None:
    assert words.employment(types) == said


SEVERAL = """pay:
    - {for: [austin, Waco], currency: USD, min: 79000, max: 98000, per: year}
    - {for: Denver, currency: USD, min: 86000, max: 112400, per: year}
    - {for: N 7, currency: USD, min: 100000, max: 120000, per: year}
"""


@pytest.mark.parametrize(
    ("facts", "said", "ends"),
    [
        ({}, "$79,000 to $98,000 per year", (79000, 98000)),
        (
            {"locations": "[{locality: Denver, region: CO, country: US}]"},
            "$86,000 to $112,400 per year",
            (86000, 112400),
        ),
        (
            {"locations": "[austin, {locality: Denver, region: CO, country: US}]"},
            "$79,000 to $98,000 per year (Austin, Waco); $86,000 to $112,400 per year (Denver)",
            (79000, 112400),
        ),
        (
            {"grade": "N 7", "locations": "[{locality: Ghent, country: BE}]"},
            "$100,000 to $120,000 per year",
            (100000, 120000),
        ),
        (
            {"locations": "[{locality: Ghent, country: BE}]"},
            "$79,000 to $98,000 per year (Austin, Waco); $86,000 to $112,400 per year (Denver); "
            "$100,000 to $120,000 per year (N 7)",
            (79000, 120000),
        ),
    ],
)
def test_an_opening_takes_the_pay_of_its_place_or_step(
    read: Callable[..., Handbook], facts: dict[str, str], said: str, ends: tuple[int, int]
) -> None:
    text = (TRADES / "nurse.md").read_text("utf-8")
    page = re.sub(r"pay: \{currency.*\n", SEVERAL, text)
    full = {"hours": "{per_week: 37.5, full_time: 37.5}", "employment_type": "full-time"}
    job = Job(read, "nurse", re.sub(r":(?:pay|hours):.*\n", "", page), **full, **facts)
    assert job.entries["pay"] == said
    value = job.data["baseSalary"]["value"]
    assert (value["minValue"], value["maxValue"]) == ends
    VALID.validate(job.data)
    assert f"Pay: {said}." in words_found(job)
    sent = indeed(feed(job.handbook, TODAY), job.handbook.company).decode()
    assert f"<salary><![CDATA[${ends[0]} - ${ends[1]} per year]]></salary>" in sent
    POSTING.validate(json.loads(FORMATS[".json"](job.posting)))
    whole = handbook_document(job.handbook)
    HANDBOOK.validate(json.loads(whole.model_dump_json()))
    nurse = next(it for it in whole.model_dump(mode="json")["roles"] if it["key"] == "nurse")
    assert (nurse["pay"]["min"], nurse["pay"]["max"]) == (79000, 120000)
    assert [it["for"] for it in nurse["pay"]["ranges"]] == [["Austin", "Waco"], ["Denver"], ["N 7"]]


NESTED = """pay:
    - {for: Denver, currency: USD, min: 60000, max: 70000, per: year}
    - {for: Colorado, currency: USD, min: 55000, max: 65000, per: year}
    - {for: US, currency: USD, min: 50000, max: 60000, per: year}
    - {for: Belgium, currency: USD, min: 40000, max: 45000, per: year}
"""
ALL = "; ".join(
    f"${low},000 to ${high},000 per year ({whom})"
    for low, high, whom in ((60, 70, "Denver"), (55, 65, "Colorado"), (50, 60, "US"))
)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            {"locations": "[{locality: Denver, region: CO, country: US}]"},
            "$60,000 to $70,000 per year",
        ),
        (
            {"locations": "[{locality: Pueblo, region: CO, country: US}]"},
            "$55,000 to $65,000 per year",
        ),
        ({"locations": "[austin]"}, "$50,000 to $60,000 per year"),
        ({"locations": "[{locality: Ghent, country: BE}]"}, "$40,000 to $45,000 per year"),
        (
            {
                "locations": "[{locality: Denver, region: CO, country: US}, "
                "{locality: Ghent, country: BE}]"
            },
            "$60,000 to $70,000 per year (Denver); $40,000 to $45,000 per year (Belgium)",
        ),
        ({"locations": None, "remote": "[US-CO]"}, "$55,000 to $65,000 per year"),
        ({"locations": None, "remote": "[US-TX]"}, "$50,000 to $60,000 per year"),
        (
            {"locations": "[{locality: Lyon, country: FR}]"},
            f"{ALL}; $40,000 to $45,000 per year (Belgium)",
        ),
    ],
)
def test_the_narrowest_place_says_what_is_paid(
    read: Callable[..., Handbook], facts: dict[str, str], said: str
) -> None:
    text = re.sub(r"pay: \{currency.*\n", NESTED, (TRADES / "nurse.md").read_text("utf-8"))
    full = {"hours": "{per_week: 37.5, full_time: 37.5}", "employment_type": "full-time"}
    job = Job(read, "nurse", re.sub(r":(?:pay|hours):.*\n", "", text), **full, **facts)
    assert job.entries["pay"] == said
    assert f"Pay: {said}." in words_found(job)


def test_several_ranges_are_paid_for_the_hours(read: Callable[..., Handbook]) -> None:
    text = (TRADES / "nurse.md").read_text("utf-8")
    page = re.sub(r":(?:pay|hours):.*\n", "", re.sub(r"pay: \{currency.*\n", SEVERAL, text))
    job = Job(read, "nurse", page)
    assert job.entries["pay"] == (
        "$50,560 to $62,720 per year for 24 hours per week "
        "($79,000 to $98,000 per year at 37.5 hours)"
    )
    hours, pay = job.role.facts.hours, job.role.facts.pay
    assert hours
    assert pay
    assert [str(it) for it in hours.paid(pay).ranges] == [
        "USD 50560-62720 per year",
        "USD 55040-71936 per year",
        "USD 64000-76800 per year",
    ]


LADDER = """::::{levels}

:::{level} Staff
- Cares
:::

:::{level} Charge, days
- Leads a day shift
:::

:::{level} Charge, nights
:beside: charge-days
- Leads a night shift
:::

:::{level} Educator
- Teaches
:::

:::{level} Manager
:track: manager
- Leads a ward
:::

:::{level} Director
:track: manager
- Leads all wards
:::

::::
"""


@pytest.mark.parametrize(
    ("first", "last", "added"),
    [
        ("staff", "charge-nights", ["charge-nights"]),
        ("staff", "educator", ["charge-days", "charge-nights", "educator"]),
        ("staff", "director", ["manager", "director"]),
        ("educator", "manager", ["manager"]),
    ],
)
def test_a_move_goes_along_one_track(
    read: Callable[..., Handbook], first: str, last: str, added: list[str]
) -> None:
    page = (TRADES / "nurse.md").read_text("utf-8").partition("::::{levels}")[0] + LADDER
    job = Job(read, "nurse", page, level="manager")
    role = job.role
    lower, upper = role.level(first), role.level(last)
    assert lower
    assert upper
    assert [it.id for it in level_diff(role, lower, role, upper).added] == added
    assert job.entries["track"] == "Manager"
    shown = handbook_document(job.handbook).model_dump(mode="json")
    nurse = next(it for it in shown["roles"] if it["key"] == "nurse")
    assert [it["beside"] for it in nurse["levels"]][1:4] == [None, "charge-days", None]
    assert [it["track"] for it in nurse["levels"]][3:5] == [None, "manager"]


def test_numbers_and_tables_of_a_block_stay(read: Callable[..., Handbook]) -> None:
    job = Job(read, "electrician")
    listed = (
        "1. Variable frequency drives\n2. Arc-flash training:\n\n   Course | Hours\n   First | 8"
    )
    assert f"Nice to have\n\n{listed}" in job.text
    shown = html_block(job.posting)
    assert "<ol>\n<li>Variable frequency drives</li>\n<li><p>Arc-flash training:</p>" in shown
    assert "<tr><td>First</td><td>8</td></tr>" in shown
    plainer = "<p>2. Arc-flash training:</p>\n<ul>\n<li>Course; Hours</li>\n<li>First; 8</li>"
    assert plainer in job.data["description"]
    word = Document(io.BytesIO(docx(job.posting)))
    assert [[it.text for it in row.cells] for row in word.tables[0].rows] == [
        ["Course", "Hours"],
        ["First", "8"],
    ]


@pytest.mark.parametrize("role", ["electrician", "nurse", "registrar"])
def test_the_schemas_take_what_the_reader_takes(read: Callable[..., Handbook], role: str) -> None:
    text = (TRADES / f"{role}.md").read_text("utf-8")
    ROLE.validate(yaml.load(text.split("---\n")[1], yaml.CSafeLoader))
    job = Job(read, role)
    HANDBOOK.validate(json.loads(handbook_document(job.handbook).model_dump_json()))
    POSTING.validate(json.loads(FORMATS[".json"](job.posting)))


@pytest.mark.parametrize(
    ("anew", "types"),
    [
        ({}, "Full-time or part-time, temporary"),
        ({"hours": "{per_week: 20, full_time: 37.5}"}, "Part-time, temporary"),
        ({"hours": "{per_week: 37.5}"}, "Full-time or part-time, temporary"),
        ({"hours": "{per_week: 20, full_time: 37.5}", "employment_type": "full-time"}, "Full-time"),
    ],
)
def test_hours_choose_between_full_and_part_time(
    read: Callable[..., Handbook], anew: dict[str, str], types: str
) -> None:
    page = (TRADES / "nurse.md").read_text("utf-8")
    both = page.replace("[part-time, temporary]", "[full-time, part-time, temporary]")
    assert Job(read, "nurse", both, **anew).entries["employment-type"] == types
