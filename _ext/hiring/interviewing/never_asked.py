"""What is never asked, with the laws of the company's places: ``data/never-asked.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from hiring.model.data import stated_in
from hiring.model.language_tags import ENGLISH
from hiring.model.local_texts import Said
from hiring.model.places import area_code
from hiring.posting.laws import law_text, laws_known, place_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from hiring.model.facts import Company
    from hiring.model.lexicon import Lexicon
    from hiring.model.own_rules import OwnNeverAsked
    from hiring.posting.laws import PayLaw


FORBIDDEN = "the question is forbidden"
"""What a law on postings says of what it forbids to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law on something that is asked: what its place is called, what it says, where it stands."""

    name: str
    says: Said[str]
    source: Said[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverAsked:
    """Something that no interview asks for: why, what may be asked, and laws where we are."""

    id: str
    topic: Said[str]
    why: Said[str]
    ask: Said[str] | None
    laws: tuple[Law, ...] = ()


def never_asked(company: Company, said: Lexicon) -> tuple[NeverAsked, ...]:
    """Return all that is never asked, with the laws of the company's places, in a language.

    What the company adds is in its own words: more laws to a topic of ours, what it says otherwise
    of one, or a topic of its own.
    """
    areas = {area_code(place) for place in company.locations.values()}
    areas |= {area.partition("-")[0] for area in areas}
    entries = {row["id"]: _entry(row, areas, laws_known(company), said) for row in _rows()}
    for own in company.never_asked:
        entries[own.id] = _with_own(entries.get(own.id), own, areas, company.own_language, said)
    return tuple(entries.values())


def _with_own(
    ours: NeverAsked | None, own: OwnNeverAsked, areas: Set[str], tag: str, said: Lexicon
) -> NeverAsked:
    """Return what a company says, in the language of its texts, upon what we say of the same."""
    forbidden = Said(law_text(FORBIDDEN, said), said.language)
    laws = (
        Law(
            name=law.name,
            says=Said(law.says, tag) if law.says else forbidden,
            source=Said(law.source, tag),
        )
        for law in own.laws
        if not areas.isdisjoint(law.places)
    )
    known = ours or NeverAsked(id=own.id, topic=Said(own.id, tag), why=Said("", tag), ask=None)
    return NeverAsked(
        id=own.id,
        topic=Said(own.topic, tag) if own.topic else known.topic,
        why=Said(own.why, tag) if own.why else known.why,
        ask=Said(own.ask, tag) if own.ask else known.ask,
        laws=(*known.laws, *laws),
    )


def _entry(
    row: dict[str, Any], areas: Set[str], on_postings: Iterable[PayLaw], said: Lexicon
) -> NeverAsked:
    here = [law for law in row["laws"] if not areas.isdisjoint(law["places"])]
    stated = [(law["name"], law["places"], law["says"], law["source"]) for law in here]
    named = {name for name, *_ in stated}
    stated += [
        (law.name, law.places, FORBIDDEN, law.source)
        for law in on_postings
        if row.get("forbids") in law.forbids and law.certain and law.name not in named
        if not areas.isdisjoint(law.places)
    ]
    texts = said.under(f"never-asked.{row['id']}")
    ask = texts.get("ask")
    laws = (
        Law(
            name=place_among(places, name, said),
            says=Said(law_text(says, said), said.language),
            source=Said(source, ENGLISH),
        )
        for name, places, says, source in stated
    )
    return NeverAsked(
        id=row["id"],
        topic=Said(texts["topic"], said.language),
        why=Said(texts["why"], said.language),
        ask=Said(ask, said.language) if ask else None,
        laws=tuple(laws),
    )


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    return tuple(stated_in("never-asked.yaml"))
