"""A posting as data: with its whole tree, and in the shape that Lever's applicant tracking has."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from hiring.model import words
from hiring.model.base import Facts
from hiring.model.fact_shapes import Pay
from hiring.model.facts import ApplyTo, Location
from hiring.model.places import place_name
from hiring.model.values import EmploymentTypes, WorkArrangement
from hiring.posting.content import Section
from hiring.posting.formats.html import content_html, html_block
from hiring.posting.formats.text import content_text, plain_text

if TYPE_CHECKING:
    from hiring.posting.compose import Posting

VERSION: Literal[1] = 1
"""Raised when a field changes its meaning or goes."""

_INTERVALS = {
    "hour": "per-hour-wage",
    "day": "per-day-wage",
    "week": "per-week-salary",
    "month": "per-month-salary",
    "year": "per-year-salary",
}
"""Lever's names for what pay is paid for. Not confirmed at the source."""


class PostingDocument(Facts):
    """A posting for programs: its facts, its tree, and the same as HTML and as plain text.

    ``kind`` is ``template`` for a role's posting; only an ``opening`` has a requisition and days.
    ``placeholders`` are the names of the facts that are still open.
    """

    version: Literal[1]
    kind: Literal["template", "opening"]
    key: str
    role: str
    level: str | None
    title: str
    company: str
    requisition: str | None
    status: str | None
    posted: date | None
    closes: date | None
    positions: int | None
    places: tuple[Location, ...]
    remote: tuple[str, ...]
    work_arrangement: WorkArrangement | None
    employment_type: EmploymentTypes
    pay: Pay | None
    apply: ApplyTo | None
    placeholders: tuple[str, ...]
    sections: tuple[Section, ...]
    html: str
    text: str


def posting_document(posting: Posting) -> PostingDocument:
    """Return the posting in its published shape."""
    terms = posting.terms
    facts = terms.opening.facts if terms.opening else None
    return PostingDocument(
        version=VERSION,
        kind="opening" if facts else "template",
        key=posting.key,
        role=terms.role.key,
        level=terms.level.id if terms.level else None,
        title=posting.title,
        company=posting.company.name,
        requisition=facts.requisition if facts else None,
        status=facts.status if facts else None,
        posted=facts.posted if facts else None,
        closes=facts.closes if facts else None,
        positions=facts.positions if facts else None,
        places=terms.places,
        remote=terms.remote,
        work_arrangement=terms.arrangement,
        employment_type=terms.employment_type,
        pay=terms.paid,
        apply=terms.apply,
        placeholders=posting.placeholders,
        sections=posting.sections,
        html=html_block(posting),
        text=plain_text(posting),
    )


def lever(posting: Posting) -> dict[str, Any]:
    """Return the posting in the shape in which Lever serves postings."""
    terms, pay = posting.terms, posting.terms.paid
    first, last = posting.section("brief"), posting.section("additional")
    content, end = first.content if first else (), last.content if last else ()
    country = terms.places[0].country if terms.places else "".join(terms.remote[:1])[:2]
    found: dict[str, Any] = {
        "text": posting.title,
        "categories": {
            "location": "; ".join(map(place_name, terms.places)) or terms.filled.get("location"),
            "commitment": words.employment(terms.employment_type),
            "team": terms.role.facts.family,
            "department": terms.role.facts.family,
        },
        "country": country or None,
        "description": content_html(content),
        "descriptionPlain": content_text(content),
        "lists": [
            {"text": section.title, "content": content_html(section.content)}
            for section in posting.sections
            if section not in (first, last)
        ],
        "additional": content_html(end),
        "additionalPlain": content_text(end),
        "workplaceType": terms.arrangement or "unspecified",
    }
    if pay:
        found["salaryRange"] = {
            **pay.model_dump(mode="json", include={"currency", "min", "max"}),
            "interval": _INTERVALS[pay.per],
        }
    return found
