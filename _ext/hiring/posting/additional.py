"""The additional information of a posting: one fact an entry, in the order that readers expect."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hiring.model import job_words, words
from hiring.model.fact_table import facts_of
from hiring.model.role_facts import RoleFacts
from hiring.posting.content import Item, Span, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hiring.model.fact_table import Fact, Posted
    from hiring.model.facts import Company, OpeningFacts
    from hiring.posting.markdown import Reader
    from hiring.posting.terms import Terms

AT, BY_MAIL = "at ", "by e-mail to "
"""How an address follows "Apply"."""

Said = str | Span | list[Span] | None
"""What an entry says: nothing, or None, where nothing is known."""


class _Job(NamedTuple):
    """What the entries are about."""

    terms: Terms
    company: Company
    reader: Reader

    @property
    def opening(self) -> OpeningFacts | None:
        return self.terms.opening.facts if self.terms.opening else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An entry of the additional information: its place, its id, its label, and what it says.

    ``named`` gives the label where it goes by what is said.
    """

    at: int
    id: str
    label: str
    say: Callable[[_Job], Said]
    optional: bool = False
    named: Callable[[_Job], str] | None = None

    def label_of(self, job: _Job) -> str:
        return (self.named(job) if self.named else "") or self.label


def additional(terms: Terms, company: Company, reader: Reader) -> Iterator[Item]:
    """Yield the additional information, an entry a fact; what is not known is left out."""
    job = _Job(terms, company, reader)
    for entry in _entries():
        value = entry.say(job)
        spans = [Span(value)] if value and isinstance(value, str) else value
        spans = [spans] if isinstance(spans, Span) else spans
        found = _item(entry.id, entry.label_of(job), tuple(spans)) if spans else None
        if found:
            yield found


@lru_cache(maxsize=512)  # the levels of a role have most entries in common, and roles have some
def _item(entry_id: str, label: str, spans: tuple[Span, ...]) -> Item | None:
    found = paragraph([Span(f"{label}:", strong=True), Span(" "), *spans])
    return Item((found,), entry_id) if found else None


def posted_id(name: str, fact: Fact) -> str:
    """Return the id of the entry that says a fact."""
    return (fact.posted.id if fact.posted else "") or name.replace("_", "-")


def optional_entries() -> frozenset[str]:
    """Return the ids of the entries that a posting can do without."""
    return frozenset(entry.id for entry in _entries() if entry.optional)


@cache
def _entries() -> tuple[_Entry, ...]:
    """Return the entries in their order: those of the table of facts, and those of our own."""
    facts = facts_of(RoleFacts).items()
    posted = (_posted(name, fact, fact.posted) for name, fact in facts if fact.posted)
    return tuple(sorted((*_OWN, *posted), key=lambda entry: entry.at))


def _posted(name: str, fact: Fact, posted: Posted) -> _Entry:
    def say(job: _Job) -> str:
        if name == "other_pay" and job.terms.other_pay:
            return job.terms.other_pay
        said = fact.said_among(name, job.terms.facts, posted.words)
        if said and name == "work_arrangement" and job.terms.is_by_choice:
            return f"{said}, or wholly from home"
        return said

    return _Entry(
        at=posted.at,
        id=posted_id(name, fact),
        label=posted.label or fact.label,
        say=say,
        optional=posted.optional,
        named=lambda job: "" if posted.label else fact.label_of(getattr(job.terms.facts, name)),
    )


def _day(job: _Job, name: str) -> str | None:
    day = getattr(job.opening, name, None)
    return words.day(day) if day else None


def _positions(job: _Job) -> str | None:
    many = job.opening is not None and job.opening.positions > 1
    return str(job.opening.positions) if job.opening and many else None


def _salary_basis(job: _Job) -> str | None:
    """Return what decides on the pay within its range: nothing where the pay is one amount."""
    pay = job.terms.facts.pay
    is_open = pay is None or job_words.is_range(pay)
    return job.company.salary_basis if is_open else None


def _start(job: _Job) -> Said:
    return _placeholder(job, "start") if job.opening else None


def _experience(job: _Job) -> str | None:
    level = job.terms.level
    typical, background = job.terms.experience, level.background if level else None
    usual = f"typically {job_words.experience(typical)}" if typical else ""
    return ". ".join(words.sentence(part) for part in (usual, background) if part) or None


def _placeholder(job: _Job, name: str) -> list[Span]:
    """Return what fills a placeholder, or its label; nothing where the company has none."""
    known = name in job.reader.fill or name in job.company.placeholders
    return list(job.reader.placeholder(name)) if known else []


def _apply(job: _Job) -> list[Span]:
    """Return what to send, and where to."""
    terms, where = job.terms, _placeholder(job, "apply")
    if terms.apply:
        address = terms.apply.url or f"mailto:{terms.apply.email}"
        where = [Span(address.removeprefix("mailto:"), href=address)]
    is_mail = terms.apply is not None and not terms.apply.url
    first = [Span(f"{terms.instructions} ")] if terms.instructions else []
    ways = [Span(f"Apply {BY_MAIL if is_mail else AT}"), *where] if where else []
    return [*first, *ways]


_OWN = (
    _Entry(at=10, id="title", label="Job title", say=lambda job: job.terms.title),
    _Entry(
        at=20,
        id="employer",
        label="Employer",
        say=lambda job: Span(job.company.name, href=job.company.url),
    ),
    _Entry(at=60, id="salary", label="Salary", say=_salary_basis, optional=True),
    _Entry(at=80, id="location", label="Location", say=lambda job: _placeholder(job, "location")),
    _Entry(at=100, id="experience", label="Experience", say=_experience, optional=True),
    _Entry(at=120, id="positions", label="Open positions", say=_positions),
    _Entry(at=125, id="vacancy", label="Vacancy", say=lambda job: job.terms.vacancy),
    _Entry(at=130, id="start", label="Start", say=_start),
    _Entry(
        at=140,
        id="requisition",
        label="Requisition",
        say=lambda job: job.opening.requisition if job.opening else None,
    ),
    _Entry(at=150, id="posted", label="Posted", say=lambda job: _day(job, "posted")),
    _Entry(at=160, id="closes", label="Apply by", say=lambda job: _day(job, "closes")),
    _Entry(
        at=170,
        id="equal-opportunity",
        label="Equal opportunity",
        say=lambda job: job.company.equal_opportunity,
        optional=True,
    ),
    _Entry(
        at=175,
        id="ai-screening",
        label="Artificial intelligence",
        say=lambda job: job.terms.ai_screening,
    ),
    _Entry(at=180, id="apply", label="How to apply", say=_apply),
)
"""The entries that are no facts of a role: the company's, a level's, an opening's."""
