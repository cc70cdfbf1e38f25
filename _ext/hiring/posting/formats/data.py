"""A posting as data, with its whole tree."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from hiring.model.base import Facts
from hiring.model.company_parts import ApplyTo, Location
from hiring.model.fact_shapes import Pay
from hiring.model.values import EmploymentTypes, WorkArrangement
from hiring.posting.content import Section
from hiring.posting.formats.html import html_block
from hiring.posting.formats.text import plain_text

if TYPE_CHECKING:
    from hiring.posting.compose import Posting

VERSION: Literal[1] = 1
"""Raised when a field changes its meaning or goes."""


class PostingDocument(Facts):
    """A posting for programs: its facts, its tree, and the same as HTML and as plain text.

    ``kind`` is ``template`` for a role's posting; only an ``opening`` has a requisition and days.
    ``placeholders`` are the names of the facts that are still open. ``language`` is the tag of the
    one that it is written in; a part in another one has its own.
    """

    version: Literal[1]
    kind: Literal["template", "opening"]
    key: str
    role: str
    level: str | None
    language: str
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
        key=terms.opening.key if terms.opening else posting.key,
        role=terms.role.key,
        level=terms.level.id if terms.level else None,
        language=posting.language,
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
