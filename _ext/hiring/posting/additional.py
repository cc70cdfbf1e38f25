"""The additional information of a posting: one fact an entry, in the order that readers expect."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hiring.model import words
from hiring.posting.content import Item, Span, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.facts import Company, OpeningFacts
    from hiring.posting.markdown import Reader
    from hiring.posting.terms import Terms

WORK_ENVIRONMENT = {
    "on-site": "On site, at the place of work",
    "hybrid": "Hybrid: at the place of work, with options for remote work",
    "remote": "Remote: wholly from home",
}
"""Each work arrangement in a posting's words. Only the last is remote by J10."""

Fact = tuple[str, str, str | Span | list[Span] | None]
"""A fact's id, its label, and what it says: None where nothing is known."""


def additional(terms: Terms, company: Company, reader: Reader) -> Iterator[Item]:
    """Yield the additional information, an entry a fact; what is not known is left out."""
    for fact_id, label, value in _facts(terms, company, reader):
        spans = [value] if isinstance(value, Span) else value
        spans = [Span(spans)] if spans and isinstance(spans, str) else spans
        found = _entry(fact_id, label, tuple(spans)) if spans else None
        if found:
            yield found


@lru_cache(maxsize=512)  # the levels of a role have most entries in common, and roles have some
def _entry(fact_id: str, label: str, spans: tuple[Span, ...]) -> Item | None:
    found = paragraph([Span(f"{label}:", strong=True), Span(" "), *spans])
    return Item((found,), fact_id) if found else None


def _facts(terms: Terms, company: Company, reader: Reader) -> Iterator[Fact]:
    yield "title", "Job title", terms.title
    yield "employer", "Employer", Span(company.name, href=company.url)
    yield (
        "work",
        "Work environment",
        WORK_ENVIRONMENT[terms.arrangement] if terms.arrangement else None,
    )
    yield "travel", "Travel", terms.travel
    yield "reports-to", "Reports to", terms.reports_to
    yield "salary", "Salary", company.salary_basis
    yield "pay", "Pay range", words.pay(terms.pay) if terms.pay else None
    yield "location", "Location", _placeholder("location", reader)
    yield "employment-type", "Employment type", words.sentence(terms.employment_type)
    yield "experience", "Experience", _experience(terms)
    yield "education", "Education", words.education(terms.education) if terms.education else None
    if terms.opening:
        yield from _opening(terms.opening.facts, reader)
    yield "equal-opportunity", "Equal opportunity", company.equal_opportunity
    yield "apply", "How to apply", _apply(terms, reader)


def _experience(terms: Terms) -> str | None:
    years = terms.level.years if terms.level else None
    background = terms.level.background if terms.level else None
    usual = f"typically {years.spoken}" if years else ""
    return ". ".join(words.sentence(part) for part in (usual, background) if part) or None


def _opening(facts: OpeningFacts, reader: Reader) -> Iterator[Fact]:
    """Yield what only an opening knows."""
    yield "positions", "Open positions", str(facts.positions) if facts.positions > 1 else None
    yield "start", "Start", _placeholder("start", reader)
    yield "requisition", "Requisition", facts.requisition
    yield "posted", "Posted", words.day(facts.posted) if facts.posted else None
    yield "closes", "Apply by", words.day(facts.closes) if facts.closes else None


def _placeholder(name: str, reader: Reader) -> list[Span]:
    """Return what fills a placeholder, or its label; nothing where the company has none."""
    known = name in reader.fill or name in reader.handbook.company.placeholders
    return list(reader.placeholder(name)) if known else []


def _apply(terms: Terms, reader: Reader) -> list[Span]:
    """Return what to send, and where to."""
    where = _placeholder("apply", reader)
    if terms.apply:
        address = terms.apply.url or f"mailto:{terms.apply.email}"
        where = [Span(address.removeprefix("mailto:"), href=address)]
    first = [Span(f"{terms.instructions} ")] if terms.instructions else []
    return [*first, *([Span("Apply at "), *where] if where else [])]
