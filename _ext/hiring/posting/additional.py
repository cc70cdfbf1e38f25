"""The additional information of a posting: one fact an entry, in the order that readers expect."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from hiring.model import job_words, words
from hiring.model.fact_table import facts_of
from hiring.model.language_tags import foreign
from hiring.model.role_facts import RoleFacts
from hiring.posting.content import Item, Span, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hiring.model.fact_table import Fact, Posted
    from hiring.model.facts import Company, OpeningFacts
    from hiring.model.lexicon import Lexicon
    from hiring.posting.reader import Reader
    from hiring.posting.terms import Terms

Told = str | Span | list[Span] | None
"""What an entry says: nothing, or None, where nothing is known."""


class _Job(NamedTuple):
    """What the entries are about."""

    terms: Terms
    company: Company
    reader: Reader

    @property
    def opening(self) -> OpeningFacts | None:
        return self.terms.opening.facts if self.terms.opening else None

    @property
    def lexicon(self) -> Lexicon:
        return self.terms.lexicon

    def marked(self, language: str) -> str:
        """Return a language, empty where it is the posting's."""
        return foreign(language, self.terms.language)

    def ours(self, text: str | None) -> Span | None:
        """Return words of ours, or nothing."""
        return Span(text, language=self.terms.of_words) if text else None

    def company_says(self, name: str) -> Span | None:
        """Return a text of the company's, in the posting's language where there is one."""
        found = self.company.said(name, self.terms.language)
        return found and Span(found.value, language=foreign(found.language, self.terms.language))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An entry of the additional information: its place, its id, its label, and what it says."""

    at: int
    id: str
    say: Callable[[_Job], Told]
    label: Callable[[_Job], str]
    label_in: Callable[[_Job], str] = lambda job: job.terms.of_words
    optional: bool = False


def additional(terms: Terms, company: Company, reader: Reader) -> Iterator[Item]:
    """Yield the additional information, an entry a fact; what is not known is left out."""
    job = _Job(terms, company, reader)
    for entry in _entries(type(terms.facts)):
        value = entry.say(job)
        spans = [Span(value)] if value and isinstance(value, str) else value
        spans = [spans] if isinstance(spans, Span) else spans
        name = job.lexicon.say("labelled", label=entry.label(job))
        label = Span(name, strong=True, language=entry.label_in(job))
        found = _item(entry.id, label, tuple(spans)) if spans else None
        if found:
            yield found


@lru_cache(maxsize=512)  # the levels of a role have most entries in common, and roles have some
def _item(entry_id: str, label: Span, spans: tuple[Span, ...]) -> Item | None:
    found = paragraph([label, Span(" "), *spans])
    return Item((found,), entry_id) if found else None


def posted_id(name: str, fact: Fact) -> str:
    """Return the id of the entry that says a fact."""
    return (fact.posted.id if fact.posted else "") or name.replace("_", "-")


def optional_entries(facts: type[RoleFacts] = RoleFacts) -> frozenset[str]:
    """Return the ids of the entries that a posting can do without."""
    return frozenset(entry.id for entry in _entries(facts) if entry.optional)


@lru_cache(maxsize=32)
def _entries(model: type[RoleFacts]) -> tuple[_Entry, ...]:
    """Return the entries in their order: those of the table of facts, and those of our own."""
    facts = facts_of(model).items()
    posted = (_posted(name, fact, fact.posted) for name, fact in facts if fact.posted)
    return tuple(sorted((*_OWN, *posted), key=lambda entry: entry.at))


def _posted(name: str, fact: Fact, posted: Posted) -> _Entry:
    def say(job: _Job) -> Told:
        if name == "other_pay" and job.terms.other_pay:
            return job.terms.other_pay
        said = fact.said_among(name, job.terms.facts, job.lexicon, posted.spoken)
        if said and name == "work_arrangement" and job.terms.is_by_choice:
            said = job.lexicon.say("work_by_choice", said=said)
        if not said:
            return None
        if fact.spoken_in:
            return Span(said, language=job.marked(fact.spoken_in(stated(job), job.lexicon)))
        if fact.in_our_words:
            return job.ours(said)
        return Span(said, language=job.terms.language_of(name))

    def label(job: _Job) -> str:
        if posted.label:
            return job.lexicon.label(name, posted.label, "posted")
        return fact.label_of(name, stated(job), job.lexicon)

    def stated(job: _Job) -> Any:
        return getattr(job.terms.facts, name)

    return _Entry(
        at=posted.at,
        id=posted_id(name, fact),
        label=label,
        label_in=lambda job: job.marked(fact.label_in(job.lexicon)),
        say=say,
        optional=posted.optional,
    )


def _day(job: _Job, name: str) -> Told:
    day = getattr(job.opening, name, None)
    return job.ours(job.lexicon.day(day)) if day else None


def _positions(job: _Job) -> str | None:
    many = job.opening is not None and job.opening.positions > 1
    return str(job.opening.positions) if job.opening and many else None


def _salary_basis(job: _Job) -> Told:
    """Return what decides on the pay within its range: nothing where the pay is one amount."""
    pay = job.terms.facts.pay
    is_fixed = pay is not None and job_words.is_one_amount(pay)
    return None if is_fixed else job.company_says("salary_basis")


def _start(job: _Job) -> Told:
    return _placeholder(job, "start") if job.opening else None


def _experience(job: _Job) -> list[Span]:
    terms, level = job.terms, job.terms.level
    typical, background = terms.experience, level.background if level else None
    usual = job.ours(job_words.typical(typical, job.lexicon) if typical else "")
    spoken = foreign(terms.role.language, terms.language)
    more = Span(words.sentence(background), language=spoken) if background else None
    if usual and more:
        return [replace(usual, text=f"{usual.text}. "), more]
    return [part for part in (usual, more) if part]


def _placeholder(job: _Job, name: str) -> list[Span]:
    """Return what fills a placeholder, or its label; nothing where the company has none."""
    known = name in job.reader.fill or name in job.company.placeholders
    terms = job.terms
    usual = foreign(job.company.own_language, terms.language) if name in job.reader.fill else ""
    ours = terms.of_words if name in terms.filled else usual
    return list(job.reader.placeholder(name, Span("", language=ours))) if known else []


def _apply(job: _Job) -> list[Span]:
    """Return what to send, and where to."""
    terms, where = job.terms, _placeholder(job, "apply")
    if terms.apply:
        address = terms.apply.url or f"mailto:{terms.apply.email}"
        where = [Span(address.removeprefix("mailto:"), href=address)]
    is_mail = terms.apply is not None and not terms.apply.url
    told = terms.instructions
    first = []
    if told:
        first = [Span(f"{told.value} ", language=foreign(told.language, terms.language))]
    how = job.lexicon.say("apply_by_mail" if is_mail else "apply_at")
    ways = [Span(how, language=terms.of_words), *where] if where else []
    return [*first, *ways]


def _own(at: int, entry_id: str, say: Callable[[_Job], Told], *, optional: bool = False) -> _Entry:
    def label(job: _Job) -> str:
        return job.lexicon.say(f"entries.{entry_id}")

    return _Entry(at=at, id=entry_id, say=say, label=label, optional=optional)


_OWN = (
    _own(10, "title", lambda job: Span(job.terms.title, language=job.terms.language_of("title"))),
    _own(20, "employer", lambda job: Span(job.company.name, href=job.company.url)),
    _own(60, "salary", _salary_basis, optional=True),
    _own(80, "location", lambda job: _placeholder(job, "location")),
    _own(100, "experience", _experience, optional=True),
    _own(120, "positions", _positions),
    _own(125, "vacancy", lambda job: job.ours(job.terms.vacancy)),
    _own(130, "start", _start),
    _own(140, "requisition", lambda job: job.opening.requisition if job.opening else None),
    _own(150, "posted", lambda job: _day(job, "posted")),
    _own(160, "closes", lambda job: _day(job, "closes")),
    _own(
        170, "equal-opportunity", lambda job: job.company_says("equal_opportunity"), optional=True
    ),
    _own(175, "ai-screening", lambda job: job.ours(job.terms.ai_screening)),
    _own(180, "apply", _apply),
)
"""The entries that are no facts of a role: the company's, a level's, an opening's."""
