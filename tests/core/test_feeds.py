"""Feeds: valid by their schemas, the same each time, and with the open public jobs alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import feedparser
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from hiring.model.audience import Audience
from hiring.model.fact_shapes import Pay
from hiring.model.role import Level
from hiring.posting.boards import board_profile
from hiring.posting.compose import role_posting
from hiring.posting.content import clean
from hiring.posting.feeds.entries import feed
from hiring.posting.feeds.indeed import indeed, salary
from hiring.posting.feeds.linkedin import experience_level, linkedin, short
from hiring.posting.feeds.news import atom, json_feed
from hiring.posting.files import feed_files
from hiring.posting.formats.html import description, html_block
from tests.support.cases import SOUND

from .examples import few, opening, stated

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening

SCHEMAS = Path(__file__).parent / "schemas"
TODAY = date(2026, 12, 31)
BASE = "https://handbook.example/en"
JSON = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "jsonfeed.json").read_text("utf-8")))
FACTS = {**SOUND, "level": None, "closes": None, "apply": None}


@pytest.fixture(scope="session")
def handbook(read: Callable[..., Handbook]) -> Handbook:
    """Return the small handbook."""
    return read()


@cache
def relax(name: str) -> etree.RelaxNG:
    """Return a schema."""
    return etree.RelaxNG(etree.parse(SCHEMAS / f"{name}.rng"))


def holding(handbook: Handbook, *openings: Opening) -> Handbook:
    """Return the handbook with openings."""
    return replace(handbook, openings={opening.key: opening for opening in openings})


def feeds(handbook: Handbook, today: date = TODAY) -> dict[str, bytes]:
    """Return every feed by its path."""
    return dict(feed_files(handbook, today, BASE))


def jobs(feed: bytes) -> list[dict[str, str]]:
    """Return the jobs of an XML feed."""
    root = etree.fromstring(feed)
    return [{str(field.tag): field.text or "" for field in job} for job in root.iter("job")]


def check(found: dict[str, bytes]) -> None:
    """See that every feed is valid by its schema."""
    for path, name in (
        ("feeds/openings.xml", "indeed"),
        ("feeds/linkedin.xml", "linkedin"),
        ("feeds/openings.atom", "atom"),
    ):
        relax(name).assertValid(etree.ElementTree(etree.fromstring(found[path])))
    JSON.validate(json.loads(found["feeds/openings.json"]))


def test_the_feeds_of_no_openings_are_valid(handbook: Handbook) -> None:
    found = feeds(handbook)
    check(found)
    assert list(found) == [
        "feeds/openings.xml",
        "feeds/linkedin.xml",
        "feeds/openings.atom",
        "feeds/openings.json",
    ]


@few
@given(st.lists(stated, min_size=1, max_size=3))
def test_the_feeds_of_any_openings_are_valid_and_agree(
    handbook: Handbook, examples: list[tuple[dict[str, Any], str]]
) -> None:
    openings = [
        opening(handbook, *example, key=f"job-{number}") for number, example in enumerate(examples)
    ]
    own = holding(handbook, *openings)
    found = feeds(own)
    check(found)
    assert found == feeds(own)
    listed = feed(own, TODAY, BASE).entries
    for path, board in (("feeds/openings.xml", "indeed"), ("feeds/linkedin.xml", "linkedin")):
        tags = board_profile(board).tags
        descriptions = [job["description"] for job in jobs(found[path])]
        assert set(descriptions) == {description(entry.posting, tags) for entry in listed}
    references = [job["referencenumber"] for job in jobs(found["feeds/openings.xml"])]
    assert len(references) == len(set(references))
    assert [job["requisitionid"] for job in jobs(found["feeds/openings.xml"])] == [
        clean(entry.facts.requisition) for entry in listed for _ in entry.places()
    ]
    parsed = feedparser.parse(found["feeds/openings.atom"])
    assert not parsed.bozo
    assert [entry.link for entry in parsed.entries] == [entry.url for entry in listed]
    items = json.loads(found["feeds/openings.json"])["items"]
    assert [item["content_html"] for item in items] == [
        html_block(entry.posting) for entry in listed
    ]


def test_only_open_public_jobs_are_in_feeds(handbook: Handbook) -> None:
    sound = opening(handbook, FACTS)
    hidden = [
        replace(sound, key="a", audience=Audience.EMPLOYEE),
        replace(sound, key="b", audience=Audience.HIRING_TEAM),
        *(
            opening(handbook, {**FACTS, **change}, key=f"c-{number}")
            for number, change in enumerate(
                [
                    {"status": "draft"},
                    {"status": "filled"},
                    {"status": "closed"},
                    {"posted": "2027-01-01"},
                    {"closes": "2026-12-30"},
                ]
            )
        ),
    ]
    found = feeds(holding(handbook, sound, *hidden))
    assert len(jobs(found["feeds/openings.xml"])) == len(jobs(found["feeds/linkedin.xml"])) == 1
    assert len(json.loads(found["feeds/openings.json"])["items"]) == 1
    assert found["feeds/openings.atom"].count(b"<entry>") == 1


def test_indeed_has_an_entry_for_each_place(handbook: Handbook) -> None:
    places = ["austin", {"locality": "Denver", "region": "Colorado", "country": "US"}]
    several = opening(handbook, {**FACTS, "level": "senior", "locations": places}, key="several")
    own = holding(handbook, several)
    first, second = jobs(indeed(feed(own, TODAY, BASE), own.company))
    assert first == {
        "title": "Senior Data Engineer",
        "date": "2026-11-20T00:00:00Z",
        "referencenumber": "several--austin-tx-us-c14c3f",
        "requisitionid": "ENG-1",
        "url": f"{BASE}/openings/several.html",
        "company": "Fennmoor Freight",
        "sourcename": "Fennmoor Freight",
        "city": "Austin",
        "state": "TX",
        "country": "US",
        "description": first["description"],
        "salary": "$120000 - $160000 per year",
        "jobtype": "fulltime",
        "category": "Data",
    }
    assert (second["city"], second["state"]) == ("Denver", "CO")
    assert second["requisitionid"] == first["requisitionid"]
    assert second["referencenumber"] != first["referencenumber"]


def test_indeed_has_its_own_words_for_remote(handbook: Handbook) -> None:
    facts = {**FACTS, "remote": ["US", "US-CA", "DE-BE"], "locations": [], "closes": "2027-01-15"}
    own = holding(handbook, opening(handbook, facts))
    found = jobs(indeed(feed(own, TODAY, BASE), own.company))
    fields = ("city", "state", "postalcode", "country", "remotetype", "expirationdate")
    assert [tuple(job[field] for field in fields) for job in found] == [
        ("Remote", "", "", "US", "Fully remote", "2027-01-15"),
        ("Remote", "CA", "", "US", "Fully remote", "2027-01-15"),
        ("Remote", "BE", "", "DE", "Fully remote", "2027-01-15"),
    ]


@pytest.mark.parametrize(
    ("currency", "low", "high", "per", "said"),
    [
        ("USD", "100000", "160000", "year", "$100000 - $160000 per year"),
        ("USD", "22.50", "31", "hour", "$22.50 - $31 per hour"),
        ("EUR", "5000", "5000", "month", "€5000 per month"),
        ("GBP", "1", "2", "week", "£1 - £2 per week"),
    ],
)
def test_salary(currency: str, low: str, high: str, per: Any, said: str) -> None:
    stated = {"currency": currency, "min": low, "max": high, "per": per}
    assert salary(Pay.model_validate(stated)) == said


def test_the_end_of_cdata_is_text(handbook: Handbook) -> None:
    own = holding(handbook, opening(handbook, {**FACTS, "requisition": "a]]>b]]>"}, "c]]>&<i>"))
    for made in (indeed, linkedin):
        (job,) = jobs(made(feed(own, TODAY, BASE), own.company))
        assert "c]]&gt;&amp;" in job["description"]
    assert jobs(indeed(feed(own, TODAY, BASE), own.company))[0]["requisitionid"] == "a]]>b]]>"


def test_a_long_reference_is_cut_and_stays_one_of_a_kind() -> None:
    names = [f"{'x' * 50}{number}" for number in range(100)]
    cut = [short(name) for name in names]
    assert max(map(len, cut)) == 40
    assert len(set(cut)) == 100
    assert short("x" * 40) == "x" * 40


def test_linkedin_has_what_its_guide_names(read: Callable[..., Handbook]) -> None:
    text = "name: Fennmoor Freight\nurl: https://www.fennmoor.example\n"
    text += (
        "linkedin: {company_id: 1234567}\napply: {instructions: Write., email: jobs@a.example}\n"
    )
    text += (
        "locations: {austin: {locality: Austin, region: Texas, postal_code: 78701, country: US}}\n"
    )
    handbook = read({"company.yaml": text})
    places = ["austin", {"locality": "Antwerp", "country": "BE"}]
    facts = {**FACTS, "level": "senior", "locations": places, "closes": "2027-01-15"}
    own = holding(handbook, opening(handbook, {**facts, "work_arrangement": "hybrid"}))
    written = linkedin(feed(own, TODAY, BASE), own.company)
    relax("linkedin").assertValid(etree.ElementTree(etree.fromstring(written)))
    assert etree.fromstring(written).findtext("expectedJobCount") == "2"
    first, second = jobs(written)
    assert first.pop("partnerJobId").startswith("job--austin-texas-us-")
    assert first.pop("description").startswith("<p><strong>Job brief</strong></p>")
    nested = {name: first.pop(name).split() for name in ("salaries", "skills")}
    assert nested == {"salaries": [], "skills": []}
    assert first == {
        "company": "Fennmoor Freight",
        "title": "Senior Data Engineer",
        "applyUrl": f"{BASE}/openings/job.html",
        "companyId": "1234567",
        "location": "Austin, TX",
        "city": "Austin",
        "state": "TX",
        "country": "US",
        "postalCode": "78701",
        "workplaceTypes": "Hybrid",
        "experienceLevel": "MID_SENIOR_LEVEL",
        "jobtype": "FULL_TIME",
        "expirationDate": "01/15/2027",
        "posterEmail": "jobs@a.example",
    }
    assert (second["location"], second["country"]) == ("Antwerp, Belgium", "BE")
    job = etree.fromstring(written).find("job")
    assert job is not None
    assert [it.text for it in job.iter("amount")] == ["160000", "120000"]
    assert job.findtext("salaries/salary/period") == "YEARLY"
    assert [it.text for it in job.iter("skill")] == ["Python", "SQL"]


def test_linkedin_knows_a_job_that_is_wholly_remote(handbook: Handbook) -> None:
    facts = {**FACTS, "remote": ["US", "US-CA"], "locations": []}
    facts["pay"] = {"currency": "USD", "min": "22.50", "max": "31", "per": "hour"}
    own = holding(handbook, opening(handbook, facts))
    whole, state = jobs(linkedin(feed(own, TODAY, BASE), own.company))
    assert [it["workplaceTypes"] for it in (whole, state)] == ["Remote", "Remote"]
    assert [it["location"] for it in (whole, state)] == [
        "United States",
        "California, United States",
    ]
    assert state["state"] == "CA"
    # A rounded amount would be another: what has cents stands in the description alone.
    assert "salaries" not in whole
    assert "$22.50 to $31 per hour" in whole["description"]


@pytest.mark.parametrize(
    ("title", "level", "says"),
    [
        ("Head of Data Science", "", "DIRECTOR"),
        ("Senior Head of Data Science", "Senior Head", "DIRECTOR"),
        ("Chief Technology Officer", "", "EXECUTIVE"),
        ("Staff Nurse", "", None),
        ("Executive Assistant", "", None),
        ("Internal Auditor", "Entry", "ENTRY_LEVEL"),
        ("Engineer", "Experienced", "MID_SENIOR_LEVEL"),
        ("Engineer", "Band 5", None),
    ],
)
def test_linkedins_level_is_said_or_left_out(
    title: str, level: str, says: str | None, handbook: Handbook
) -> None:
    posting = role_posting(handbook.roles["data-engineer"], handbook)
    named = Level(id="x", name=level, markdown="", line=1) if level else None
    terms = replace(posting.terms, level=named)
    assert experience_level(replace(posting, title=title, terms=terms)) == says


def test_indeed_states_what_is_a_condition_alone(read: Callable[..., Handbook]) -> None:
    role = read().pages["roles/data-engineer.md"].text
    strict = role.replace(", or_experience: true", "").replace(
        "- Writes", "- Has at least four years of practice in the field\n- Writes"
    )
    (job,) = jobs(_of_indeed(read({"roles/data-engineer.md": strict})))
    assert (job["education"], job["experience"]) == ("Bachelors", "4+ years")
    should = ":::{qualifications}\n:priority: should\n- Holds a bachelor's degree\n:::\n\n"
    wish = strict.replace("::::{levels}", f"{should}::::{{levels}}")
    (job,) = jobs(_of_indeed(read({"roles/data-engineer.md": wish})))
    assert "education" not in job


def _of_indeed(handbook: Handbook) -> bytes:
    own = holding(handbook, opening(handbook, {**FACTS, "level": "senior"}))
    return indeed(feed(own, TODAY, BASE), own.company)


def test_places_without_letters_have_references_of_their_own(handbook: Handbook) -> None:
    places = [{"locality": name, "country": "JP"} for name in ("東京", "大阪", "京都")]
    own = holding(handbook, opening(handbook, {**FACTS, "locations": places}))
    found = jobs(indeed(feed(own, TODAY, BASE), own.company))
    assert len({job["referencenumber"] for job in found}) == 3
    assert [job["city"] for job in found] == ["東京", "大阪", "京都"]


def test_news_goes_by_day_and_key(handbook: Handbook) -> None:
    days = {"b": "2026-11-20", "a": "2026-11-20", "c": "2026-12-01"}
    made = [opening(handbook, {**FACTS, "posted": day}, key=key) for key, day in days.items()]
    own = holding(handbook, *made)
    found = feedparser.parse(atom(feed(own, TODAY, BASE), own.company, BASE))
    assert [entry.link.rpartition("/")[2] for entry in found.entries] == [
        "c.html",
        "a.html",
        "b.html",
    ]
    assert found.feed.updated == "2026-12-01T00:00:00Z"
    assert found.entries[0].summary.startswith("Austin, TX, United States. $100,000 to")


CLOSES = {"posted": "2026-11-20", "closes": "2026-12-10"}


@pytest.mark.parametrize(
    ("facts", "changes", "today", "updated", "last"),
    [
        ({}, {}, "2026-12-01", "2026-11-20", "2026-11-20"),
        ({}, {"openings/job.md": "2026-11-29"}, "2026-12-01", "2026-11-29", "2026-11-29"),
        ({}, {"roles/data-engineer.md": "2026-11-28"}, "2026-12-01", "2026-11-28", "2026-11-28"),
        ({}, {"company.yaml": "2026-11-27"}, "2026-12-01", "2026-11-27", "2026-11-27"),
        ({}, {"roles/data-analyst.md": "2026-11-28"}, "2026-12-01", "2026-11-20", "2026-11-20"),
        ({}, {"openings/job.md": "2026-11-01"}, "2026-12-01", "2026-11-20", "2026-11-20"),
        ({}, {"openings/": "2026-11-30"}, "2026-12-01", "2026-11-20", "2026-11-30"),
        ({}, {}, "2026-12-11", None, "2026-12-11"),
        ({}, {}, "2027-02-20", None, "2026-12-11"),
        ({"status": "filled"}, {}, "2026-12-01", None, "2026-11-20"),
        ({"status": "filled"}, {"openings/job.md": "2026-11-30"}, "2026-12-01", None, "2026-11-30"),
    ],
    ids=str,
)
def test_clocks(
    handbook: Handbook,
    facts: dict[str, Any],
    changes: dict[str, str],
    today: str,
    updated: str | None,
    last: str,
) -> None:
    """They tell of what changed, and go on when a job is over."""
    own = holding(handbook, opening(handbook, {**FACTS, **CLOSES, **facts}))
    days = {path: date.fromisoformat(day) for path, day in changes.items()}
    found = feed(own, date.fromisoformat(today), BASE, days)
    assert [str(entry.updated) for entry in found.entries] == ([updated] if updated else [])
    assert str(found.updated) == last
    news = feedparser.parse(atom(found, own.company, BASE))
    assert news.feed.updated == f"{last}T00:00:00Z"
    items = json.loads(json_feed(found, own.company, BASE))["items"]
    wanted = [f"{updated}T00:00:00Z"] if updated else []
    assert [entry.updated for entry in news.entries] == wanted
    assert [item["date_modified"] for item in items] == wanted


def test_a_feed_of_nothing_is_of_today(handbook: Handbook) -> None:
    assert feed(handbook, date(2026, 12, 1), BASE).updated == date(2026, 12, 1)


def test_where_nobody_knows_where_the_site_is_no_feed_leads_there(handbook: Handbook) -> None:
    own = holding(handbook, opening(handbook, FACTS))
    assert dict(feed_files(own, TODAY)) == {}
    assert len(dict(feed_files(own, TODAY, BASE))) == 4
