"""Structured data: valid by the rules, read by an independent reader, never more than is said."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given

from hiring.model.audience import Audience
from hiring.model.fact_shapes import Education
from hiring.model.values import EducationLevel
from hiring.posting.compose import opening_posting, role_posting
from hiring.posting.formats.data import posting_document
from hiring.posting.formats.text import plain_text
from hiring.posting.structured import job_posting
from hiring.posting.structured_role import occupation
from tests.support.cases import SOUND, files_of

from .examples import few, opening, stated
from .readback import read_back, visible_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.model.handbook import Handbook

TODAY = date(2026, 12, 1)
SCHEMA = json.loads((Path(__file__).parent / "schemas/jobposting.json").read_text("utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(scope="session")
def handbook(read: Callable[..., Handbook]) -> Handbook:
    """Return the small handbook."""
    return read()


def data(handbook: Handbook, today: date = TODAY, **facts: Any) -> dict[str, Any] | None:
    """Return the JobPosting of an opening whose facts differ from the sound one's in some."""
    found = opening_posting(opening(handbook, {**SOUND, **facts}), handbook)
    return job_posting(found, today, "https://handbook.example/openings/job.html")


def test_the_schema_is_one() -> None:
    VALID.check_schema(SCHEMA)


def test_an_opening_in_full(handbook: Handbook) -> None:
    found = data(handbook)
    assert found is not None
    VALID.validate(found)
    assert found.pop("description").startswith("<p>Job brief</p>\n<p>Works in Austin, TX, United")
    assert found == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Senior Data Engineer",
        "datePosted": "2026-11-20",
        "validThrough": "2026-12-31T23:59:59-06:00",
        "hiringOrganization": {
            "@type": "Organization",
            "name": "Fennmoor Freight",
            "sameAs": "https://www.fennmoor.example",
        },
        "identifier": {"@type": "PropertyValue", "name": "Fennmoor Freight", "value": "ENG-1"},
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Austin",
                "addressRegion": "TX",
                "addressCountry": "US",
            },
        },
        "employmentType": "FULL_TIME",
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "USD",
            "value": {
                "@type": "QuantitativeValue",
                "minValue": 120000,
                "maxValue": 160000,
                "unitText": "YEAR",
            },
        },
        "occupationalCategory": {
            "@type": "CategoryCode",
            "inCodeSet": {
                "@type": "CategoryCodeSet",
                "name": "O*NET-SOC",
                "url": "https://www.onetonline.org/",
            },
            "codeValue": "15-1243.01",
            "name": "Data Warehousing Specialists",
        },
        "skills": "Python, SQL",
        "employmentUnit": {"@type": "Organization", "name": "Data"},
        "directApply": True,
        "responsibilities": "- Answers for the tables\n\nSenior level\n\n- Designs a table",
        "qualifications": "Must have\n\n- Writes Python and SQL",
        "url": "https://handbook.example/openings/job.html",
    }


@pytest.mark.parametrize(
    ("today", "facts"),
    [
        (date(2027, 1, 1), {}),
        (date(2026, 11, 19), {}),
        (TODAY, {"status": "draft"}),
        (TODAY, {"status": "filled"}),
        (TODAY, {"status": "closed"}),
        (TODAY, {"posted": None}),
    ],
)
def test_what_nobody_can_apply_for_has_no_markup(
    today: date, facts: dict[str, Any], handbook: Handbook
) -> None:
    assert data(handbook, **facts) is None or today != TODAY
    assert data(handbook, today, **facts) is None


def test_only_a_public_opening_has_markup(handbook: Handbook) -> None:
    own = opening(handbook, SOUND)
    for audience in (Audience.EMPLOYEE, Audience.HIRING_TEAM):
        found = opening_posting(replace(own, audience=audience), handbook)
        assert job_posting(found, TODAY) is None
    assert job_posting(role_posting(handbook.roles["data-engineer"], handbook), TODAY) is None
    assert job_posting(opening_posting(own, handbook), TODAY) is not None


def test_several_places_are_a_list(handbook: Handbook) -> None:
    found = data(handbook, locations=["austin", {"country": "BE", "locality": "Ghent"}])
    assert found is not None
    VALID.validate(found)
    countries = [place["address"]["addressCountry"] for place in found["jobLocation"]]
    assert countries == ["US", "BE"]


def test_remote_says_where_people_may_live(handbook: Handbook) -> None:
    found = data(handbook, locations=None, remote=["US", "DE-BE"])
    assert found is not None
    VALID.validate(found)
    assert "jobLocation" not in found
    assert found["applicantLocationRequirements"] == [
        {"@type": "Country", "name": "United States"},
        {"@type": "State", "name": "Berlin, Germany"},
    ]


def test_every_must_have_skill_is_said_that_the_posting_names(
    base: Mapping[str, bytes], read: Any
) -> None:
    old = "- Writes {skill}`python` and {skill}`SQL`"
    new = "- {skill}`SQL` first\n- Then {skill}`python`\n- {skill}`Python 3 <python>`, too"
    case = {"change": {"roles/data-engineer.md": {old: new}}}
    handbook = read(files_of(case, base))
    found = data(handbook)
    assert found is not None
    assert found["skills"] == "Python, SQL"


def test_a_choice_between_office_and_home_has_both(handbook: Handbook) -> None:
    facts = {**SOUND, "remote": ["US-TX", "US-NM"], "work_arrangement": "hybrid"}
    found = data(handbook, **facts)
    assert found is not None
    VALID.validate(found)
    assert found["jobLocation"]["address"]["addressRegion"] == "TX"
    assert found["jobLocationType"] == "TELECOMMUTE"
    assert [area["name"] for area in found["applicantLocationRequirements"]] == [
        "Texas, United States",
        "New Mexico, United States",
    ]
    text = plain_text(opening_posting(opening(handbook, facts), handbook))
    where = "Austin, TX, United States, or remote (Texas, United States; New Mexico, United States)"
    assert f"- Location: {where}\n" in text
    assert "with options for remote work, or wholly from home\n" in text


def test_several_types_of_employment_are_a_list(handbook: Handbook) -> None:
    facts = {**SOUND, "employment_type": ["full-time", "part-time"]}
    found = data(handbook, **facts)
    assert found is not None
    VALID.validate(found)
    assert found["employmentType"] == ["FULL_TIME", "PART_TIME"]
    posting = opening_posting(opening(handbook, facts), handbook)
    assert "- Employment type: Full-time or part-time\n" in plain_text(posting)
    assert posting_document(posting).model_dump(mode="json")["employment_type"] == [
        "full-time",
        "part-time",
    ]


def test_equal_ends_of_pay_are_one_value(handbook: Handbook) -> None:
    pay = {"currency": "EUR", "min": "22.50", "max": "22.50", "per": "hour"}
    found = data(handbook, pay=pay)
    assert found is not None
    VALID.validate(found)
    quantity = {"@type": "QuantitativeValue", "value": 22.5, "unitText": "HOUR"}
    amount = {"@type": "MonetaryAmount", "currency": "EUR", "value": quantity}
    assert found["baseSalary"] == amount


@pytest.mark.parametrize(
    ("level", "category"),
    [
        ("none", None),
        ("high-school", "high school"),
        ("associate", "associate degree"),
        ("certificate", "professional certificate"),
        ("bachelor", "bachelor degree"),
        ("master", "postgraduate degree"),
        ("doctorate", "postgraduate degree"),
    ],
)
def test_education(level: EducationLevel, category: str | None, handbook: Handbook) -> None:
    posting = opening_posting(opening(handbook, SOUND), handbook)
    for or_experience in (False, True):
        asked = Education(level=level, or_experience=or_experience)
        changed = replace(posting, terms=posting.terms.stating(education=asked))
        found = job_posting(changed, TODAY)
        assert found is not None
        VALID.validate(found)
        education = found.get("educationRequirements")
        if category is None:
            assert education == "no requirements"
        elif or_experience:  # who has the experience needs no degree: it is no condition
            assert education is None
        else:
            assert education is not None
            assert education["credentialCategory"] == category


MUST = "- Writes {skill}`python` and {skill}`SQL`\n"
BACHELOR = "{level: bachelor, fields: [Mathematics], or_experience: true}"


@pytest.mark.parametrize(
    ("education", "must", "should", "category", "months"),
    [
        ("{level: master}", MUST, "", "postgraduate degree", None),
        ("{level: master}", MUST, "- Holds a master's degree\n", None, None),
        ("{level: master}", f"{MUST}- Holds a bachelor's degree\n", "", None, None),
        (
            "{level: master}",
            f"{MUST}- Holds a master's degree\n",
            "- Or better a doctorate\n",
            "postgraduate degree",
            None,
        ),
        (BACHELOR, f"{MUST}- Has at least three years of experience with data\n", "", None, 36),
        (BACHELOR, f"{MUST}- 2-4 years as an engineer\n- Five years of practice\n", "", None, 60),
        (BACHELOR, f"{MUST}- Ideally five years of experience\n", "", None, None),
        (BACHELOR, f"{MUST}- Five years of experience, or the equivalent\n", "", None, None),
        (BACHELOR, f"{MUST}- Up to five years of experience\n", "", None, None),
        (BACHELOR, f"{MUST}- Is at least 18 years old\n", "", None, None),
        (BACHELOR, MUST, "- Has five years of experience with data\n", None, None),
    ],
)
def test_only_a_condition_is_data(
    education: str,
    must: str,
    should: str,
    category: str | None,
    months: int | None,
    read: Callable[..., Handbook],
) -> None:
    text = read().pages["roles/data-engineer.md"].text
    wished = f":::{{qualifications}}\n:priority: should\n{should}:::\n\n" if should else ""
    text = text.replace(BACHELOR, education).replace(MUST, must)
    own = read({"roles/data-engineer.md": text.replace("::::{levels}", f"{wished}::::{{levels}}")})
    found = data(own)
    assert found is not None
    VALID.validate(found)
    assert found.get("educationRequirements", {}).get("credentialCategory") == category
    assert found.get("experienceRequirements", {}).get("monthsOfExperience") == months
    work = occupation(own.roles["data-engineer"], own)
    assert work.get("educationRequirements", {}).get("credentialCategory") == category


def test_typical_years_are_no_condition(read: Callable[..., Handbook]) -> None:
    text = read().pages["roles/data-engineer.md"].text.replace(":years: 2+", ":years: 0-2")
    found = data(read({"roles/data-engineer.md": text.replace(":years: 1-2\n", "")}))
    assert found is not None
    VALID.validate(found)
    assert found["experienceRequirements"] == "no requirements"


def test_what_the_company_states_is_data(read: Callable[..., Handbook]) -> None:
    facts = "name: Fennmoor Freight\nurl: https://www.fennmoor.example\nindustry: Road freight\n"
    facts += "logo: https://www.fennmoor.example/logo.png\n"
    facts += "locations: {austin: {locality: Austin, region: TX, country: US}}\n"
    found = data(read({"company.yaml": facts}), apply={"email": "jobs@fennmoor.example"})
    assert found is not None
    VALID.validate(found)
    assert found["industry"] == "Road freight"
    assert found["hiringOrganization"]["logo"] == "https://www.fennmoor.example/logo.png"
    assert found["directApply"] is False


def test_without_a_level_no_experience_is_made_up(handbook: Handbook) -> None:
    found = data(handbook, level=None)
    assert found is not None
    VALID.validate(found)
    assert "experienceRequirements" not in found
    assert "experienceInPlaceOfEducation" not in found


@pytest.mark.parametrize(
    "change",
    [
        {"@type": "Job"},
        {"title": "Engineer, $100,000"},
        {"description": "<div>Work</div>"},
        {"datePosted": "20 November"},
        {"validThrough": "2026-12-31"},
        {"employmentType": "fulltime"},
        {"jobLocationType": "TELECOMMUTE"},
        {"jobLocation": None},
        {"jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress"}}},
        {"baseSalary": {"@type": "MonetaryAmount", "currency": "$", "value": {}}},
        {"educationRequirements": "a degree"},
        {"experienceInPlaceOfEducation": True},
        {"identifier": "ENG-1"},
    ],
)
def test_the_schema_refuses_what_the_rules_do(change: dict[str, Any], handbook: Handbook) -> None:
    sound = data(handbook)
    assert sound is not None
    broken = {name: value for name, value in {**sound, **change}.items() if value is not None}
    assert not VALID.is_valid(broken)


@few
@given(stated)
def test_any_opening_is_valid_readable_and_says_what_is_visible(
    handbook: Handbook, example: tuple[dict[str, Any], str]
) -> None:
    own = opening(handbook, *example)
    posting = opening_posting(own, handbook)
    today = own.facts.posted or TODAY
    found = job_posting(posting, today)
    assert (found is None) == (own.facts.status != "open")
    if found is None:
        return
    VALID.validate(found)
    assert read_back(found) == [found]
    visible = "".join(plain_text(posting).split())
    for text in visible_words(found):
        assert "".join(text.split()) in visible
