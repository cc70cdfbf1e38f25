"""What is never asked, with the laws of the company's places: ``data/never-asked.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from hiring.model.data import stated_in
from hiring.model.places import area_code
from hiring.posting.laws import laws_known

if TYPE_CHECKING:
    from collections.abc import Collection

    from hiring.model.facts import Company
    from hiring.posting.laws import PayLaw


FORBIDDEN = "the question is forbidden"
"""What a law on postings says of what it forbids to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law on something that is asked: what its place is called, what it says, where it stands."""

    name: str
    says: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverAsked:
    """Something that no interview asks for, and laws on it where the company is."""

    id: str
    topic: str
    why: str
    ask: str = ""
    laws: tuple[Law, ...] = ()


def never_asked(company: Company) -> tuple[NeverAsked, ...]:
    """Return all that is never asked, with the laws of the company's places."""
    areas = {area_code(place) for place in company.locations.values()}
    areas |= {area.partition("-")[0] for area in areas}
    laws = laws_known(company)
    return tuple(_entry(row, areas, laws) for row in _with_own(company))


def _with_own(company: Company) -> list[dict[str, Any]]:
    """Return the rows with what the company adds: more laws to one of ours, or a row of its own."""
    rows = {row["id"]: row for row in _rows()}
    for own in company.never_asked:
        before = rows.get(own.id, {"id": own.id, "topic": own.id, "why": "", "laws": []})
        stated = own.model_dump(include={"topic", "why", "ask"}, exclude_none=True)
        laws = [*before["laws"], *(law.model_dump() for law in own.laws)]
        rows[own.id] = {**before, **stated, "laws": laws}
    return list(rows.values())


def _entry(
    row: dict[str, Any], areas: Collection[str], on_postings: Collection[PayLaw]
) -> NeverAsked:
    laws = [
        Law(name=law["name"], says=law["says"], source=law["source"])
        for law in row["laws"]
        if not set(law["places"]).isdisjoint(areas)
    ]
    named = {law.name for law in laws}
    forbids = row.get("forbids")
    laws += [
        Law(name=law.name, says=FORBIDDEN, source=law.source)
        for law in (on_postings if forbids else ())
        if forbids in law.forbids and law.certain and law.name not in named
        if not set(law.places).isdisjoint(areas)
    ]
    return NeverAsked(
        id=row["id"],
        topic=row["topic"],
        why=row["why"],
        ask=row.get("ask", ""),
        laws=tuple(laws),
    )


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    return tuple(stated_in("never-asked.yaml"))
