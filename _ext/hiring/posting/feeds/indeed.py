"""Indeed's XML feed: one job an opening and place, every text in CDATA, HTML as on the page.

The elements, what is required of them, the forms of dates and pay, and the tags of a description
are those of Indeed's public reference (docs.indeed.com: "XML feed reference", "Job description
formatting", read in 2026). The words of `remotetype` are not confirmed there. `education` and
`experience` are what people are filtered by: they stand where something is a condition, and not
where it is typical or a wish (see posting/required.py).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from babel.numbers import get_currency_symbol

from hiring.model.lexicon import LOCALE
from hiring.model.regions import region_code
from hiring.posting.boards import board_profile
from hiring.posting.feeds.xml import document
from hiring.posting.required import required

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.model.company_parts import Location
    from hiring.model.fact_shapes import Pay
    from hiring.model.facts import Company
    from hiring.model.values import EmploymentType
    from hiring.posting.feeds.entries import Feed, FeedEntry
    from hiring.posting.feeds.xml import Field

JOB_TYPES = {
    "full-time": "fulltime",
    "part-time": "parttime",
    "contractor": "contract",
    "temporary": "temporary",
    "intern": "internship",
    "volunteer": "volunteer",
    "per-diem": "perdiem",
}
EDUCATION = {
    "high-school": "High School",
    "associate": "Associates",
    "certificate": "Certificate",
    "bachelor": "Bachelors",
    "master": "Masters",
    "doctorate": "Doctorate",
}
REMOTE_TYPES = {"remote": "Fully remote", "hybrid": "Hybrid remote"}
"""Indeed's words for work arrangements; not confirmed at the source, so they are kept apart."""


def indeed(feed: Feed, company: Company) -> bytes:
    """Return the feed of all open jobs."""
    head = [
        ("publisher", company.name),
        ("publisherurl", company.url),
        ("lastBuildDate", f"{feed.updated}T00:00:00Z"),
    ]
    return document(head, (job for entry in feed.entries for job in _jobs(entry, company)))


def _jobs(entry: FeedEntry, company: Company) -> Iterator[list[Field]]:
    """Yield the fields of a job for each of its places."""
    terms, facts, board = entry.posting.terms, entry.facts, board_profile("indeed")
    asked = required(terms)
    for reference, place, area in entry.places():
        yield [
            ("title", board.title_of(entry.posting)),
            ("date", f"{entry.posted}T00:00:00Z"),
            ("referencenumber", reference),
            ("requisitionid", facts.requisition),
            ("url", entry.url),
            ("company", company.name),
            ("sourcename", company.name),
            *_place(place, area or ""),
            ("email", entry.posting.email),
            ("description", board.description_of(entry.posting)),
            ("salary", salary(terms.paid) if terms.paid else None),
            ("education", EDUCATION.get(asked.education.level) if asked.education else None),
            ("experience", f"{asked.years}+ years" if asked.years else None),
            ("jobtype", _job_types(terms.employment_type)),
            ("category", terms.role.facts.family),
            ("expirationdate", str(facts.closes) if facts.closes else None),
            ("remotetype", REMOTE_TYPES.get("remote" if area else terms.arrangement or "")),
        ]


def _job_types(types: Iterable[EmploymentType]) -> str | None:
    return ", ".join(JOB_TYPES[name] for name in types if name in JOB_TYPES) or None


def _place(place: Location | None, area: str) -> Iterator[Field]:
    """Yield the address; a remote job's city is `Remote`, and its state and postal code empty."""
    if place is None:
        country, _, region = area.partition("-")
        fields: dict[str, str | None] = {"city": "Remote", "state": region, "country": country}
        yield from {**fields, "postalcode": ""}.items()
        return
    yield "city", place.locality or ""
    yield "state", region_code(place.country, place.region) or place.region or ""
    yield "country", place.country
    yield "postalcode", place.postal_code
    yield "streetaddress", place.street


def salary(pay: Pay) -> str:
    """Return pay as ``$100000 - $160000 per year``: the currency's sign, and no separators."""
    sign = get_currency_symbol(pay.currency, locale=LOCALE)
    low, high = (f"{sign}{_digits(amount)}" for amount in (pay.min, pay.max))
    return f"{low if low == high else f'{low} - {high}'} per {pay.per}"


def _digits(amount: Decimal) -> str:
    whole = amount == amount.to_integral_value()
    return f"{amount:.0f}" if whole else f"{amount:.2f}"
