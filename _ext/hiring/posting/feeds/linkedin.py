"""LinkedIn's basic XML feed: one job an opening and place.

What is confirmed, and by what:

- LinkedIn's public guide (learn.microsoft.com, "XML feeds development guide", read in 2026, also in
  an older copy at docs.qhse-professionals.nl): `partnerJobId` of at most 40 signs, `company`,
  `title`, `description` of at least 100 signs with a few tags, `applyUrl`, `companyId` (for
  applicant systems), `location` or `city`, `state` and `country`, `postalCode`, the values of
  `experienceLevel`, `jobtype`, and of `period` and `type` under `salaries`. Amounts are whole
  numbers there, so that pay with cents stands in the description alone. An e-mail address of the
  poster is mandatory since June 2025 (release notes).
- Five public writers of this feed, for what excerpts of the guide leave open: that address is
  `posterEmail`; `workplaceTypes` is `On-site`, `Hybrid` or `Remote`; `expirationDate` is written
  month/day/year; `skills` holds at most ten `skill`. No second source for `skills` was found.
- The guide wants an `applyUrl` that starts with ``https://www``; writers say that others are taken.
  It wants a city for remote jobs too, which an opening that is wholly remote has none of.
- `listDate` is left out: it is the day on which LinkedIn showed the job first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.model.digests import digest_of_bytes
from hiring.model.places import area_name, country_name
from hiring.model.regions import region_code
from hiring.posting.boards import board_profile
from hiring.posting.feeds.xml import document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from hiring.model.company_parts import Location
    from hiring.model.fact_shapes import Pay
    from hiring.model.facts import Company
    from hiring.model.values import EmploymentType
    from hiring.posting.compose import Posting
    from hiring.posting.feeds.entries import Feed, FeedEntry
    from hiring.posting.feeds.xml import Field

LONGEST_ID = 40
MOST_SKILLS = 10

WORKPLACES = {"on-site": "On-site", "hybrid": "Hybrid", "remote": "Remote"}
JOB_TYPES = {
    "full-time": "FULL_TIME",
    "part-time": "PART_TIME",
    "contractor": "CONTRACT",
    "temporary": "CONTRACT",
    "intern": "INTERNSHIP",
    "volunteer": "VOLUNTEER",
}
"""LinkedIn's words for types of employment; it has none for the others."""

PERIODS = {
    "hour": "HOURLY",
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "year": "YEARLY",
}

_OF_TITLES = (
    (r"^(?:\w+ )?(?:head|director) of\b|\bdirector$", "DIRECTOR"),
    (r"^chief\b.*\bofficer\b|^(?:\w+ )?vice president\b", "EXECUTIVE"),
)
_OF_LEVELS = (
    (r"\b(?:intern|trainee|apprentice)\b", "INTERNSHIP"),
    (r"\b(?:entry|junior|graduate)\b", "ENTRY_LEVEL"),
    (r"\bassociate\b", "ASSOCIATE"),
    (r"\b(?:mid|intermediate|experienced|senior|lead|staff|principal)\b", "MID_SENIOR_LEVEL"),
)
"""LinkedIn's levels, by what a job's title or its level's name says; the first that fits counts."""


def linkedin(feed: Feed, company: Company) -> bytes:
    """Return the feed of all open jobs."""
    jobs = [job for entry in feed.entries for job in _jobs(entry, company)]
    head: list[Field] = [
        ("publisher", company.name),
        ("publisherUrl", company.url),
        ("lastBuildDate", f"{feed.updated}T00:00:00Z"),
        ("expectedJobCount", str(len(jobs))),
    ]
    return document(head, jobs)


def _jobs(entry: FeedEntry, company: Company) -> Iterator[list[Field]]:
    posting, board = entry.posting, board_profile("linkedin")
    terms = posting.terms
    for reference, place, area in entry.places():
        yield [
            ("partnerJobId", short(reference)),
            ("company", company.name),
            ("title", board.title_of(posting)),
            ("description", board.description_of(posting)),
            ("applyUrl", (terms.apply.url if terms.apply else None) or entry.url),
            ("companyId", company.linkedin.company_id if company.linkedin else None),
            *(_place(place) if place else _area(area or "")),
            ("workplaceTypes", WORKPLACES.get("remote" if area else terms.arrangement or "")),
            ("experienceLevel", experience_level(posting)),
            ("jobtype", _job_type(terms.employment_type)),
            ("salaries", salaries(terms.paid) if terms.paid else None),
            ("skills", [("skill", name) for name in posting.skills[:MOST_SKILLS]] or None),
            ("expirationDate", _day(entry.facts.closes)),
            ("posterEmail", posting.email),
        ]


def _job_type(types: Iterable[EmploymentType]) -> str | None:
    """Return LinkedIn's word for the first type that it has one for: it takes no more than one."""
    return next((JOB_TYPES[name] for name in types if name in JOB_TYPES), None)


def _place(place: Location) -> list[Field]:
    """Return a place: in the United States by city and state, elsewhere by city and country."""
    state = region_code(place.country, place.region) or place.region
    parts = (place.locality, state if place.country == "US" else None)
    words = [part for part in parts if part]
    words += [] if len(words) == len(parts) else [country_name(place.country)]
    return [
        ("location", ", ".join(words)),
        ("city", place.locality),
        ("state", state),
        ("country", place.country),
        ("postalCode", place.postal_code),
    ]


def _area(area: str) -> list[Field]:
    """Return where people may live who work from there."""
    country, _, state = area.partition("-")
    return [("location", area_name(area)), ("state", state or None), ("country", country)]


def experience_level(posting: Posting) -> str | None:
    """Return LinkedIn's level of experience, as far as the job's title, type or level says one."""
    terms = posting.terms
    if terms.employment_type == ("intern",):
        return "INTERNSHIP"
    texts = ((_OF_TITLES, posting.title), (_OF_LEVELS, terms.level.name if terms.level else ""))
    found = (
        level
        for patterns, text in texts
        for pattern, level in patterns
        if re.search(pattern, text, re.IGNORECASE)
    )
    return next(found, None)


def salaries(pay: Pay) -> list[Field] | None:
    """Return the range of pay; None where an end of it is no whole number."""
    if any(end != end.to_integral_value() for end in (pay.min, pay.max)):
        return None
    ends: list[Field] = [
        (name, [("amount", f"{end:.0f}"), ("currencyCode", pay.currency)])
        for name, end in (("highEnd", pay.max), ("lowEnd", pay.min))
    ]
    return [("salary", [*ends, ("period", PERIODS[pay.per]), ("type", "BASE_SALARY")])]


def _day(day: date | None) -> str | None:
    return f"{day:%m/%d/%Y}" if day else None


def short(reference: str) -> str:
    """Return a reference of at most 40 characters: a longer one ends in its digest."""
    if len(reference) <= LONGEST_ID:
        return reference
    digest = digest_of_bytes(reference.encode())[:12]
    return f"{reference[: LONGEST_ID - 13]}-{digest}"
