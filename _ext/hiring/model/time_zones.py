"""Which day it is where the work is: a day starts and ends there, wherever the build runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.core import get_global

from hiring.model.data import stated_in
from hiring.model.places import areas_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, tzinfo

    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening

_LAST_SECOND = time(23, 59, 59)


def day_starts(day: date, areas: Iterable[str]) -> datetime:
    """Return when a day starts in the first of some areas (ISO 3166 codes), as it is said there."""
    return min(datetime.combine(day, time.min, zone) for zone in _zones(areas))


def day_ends(day: date, areas: Iterable[str]) -> datetime:
    """Return the last second of a day in the last of some areas (ISO 3166 codes), as said there."""
    return max(datetime.combine(day, _LAST_SECOND, zone) for zone in _zones(areas))


def closing_time(opening: Opening) -> datetime | None:
    """Return until when people can apply for a job that is open, as it is said where it is."""
    closes = opening.facts.closes
    return day_ends(closes, areas_of(opening.places, opening.facts.remote)) if closes else None


def as_of(handbook: Handbook, now: datetime) -> Handbook:
    """Return a handbook whose openings know which days it is where they are."""
    openings = {key: replace(it, days=_days(it, now)) for key, it in handbook.openings.items()}
    return replace(handbook, openings=openings)


def next_change(handbook: Handbook, now: datetime) -> datetime | None:
    """Return when the next opening starts or ends, by its days; None where none will."""
    return min((at for at in _changes(handbook) if at > now), default=None)


def _changes(handbook: Handbook) -> Iterator[datetime]:
    for opening in handbook.openings.values():
        areas = areas_of(opening.places, opening.facts.remote)
        if opening.facts.posted:
            yield day_starts(opening.facts.posted, areas)
        if closing := closing_time(opening):
            yield closing


def _days(opening: Opening, now: datetime) -> tuple[date, date]:
    """Return the day in the first place of an opening, and the day in the last."""
    areas = areas_of(opening.places, opening.facts.remote)
    days = {now.astimezone(zone).date() for zone in _zones(areas)}
    return max(days), min(days)


def _zones(areas: Iterable[str]) -> list[tzinfo]:
    found = [zone for area in areas for zone in _zones_in(area)]
    return found or [UTC]


@cache
def _zones_in(area: str) -> tuple[tzinfo, ...]:
    known = zones_by_area()
    names = known.get(area) or known.get(area.partition("-")[0], [])
    return tuple(ZoneInfo(name) for name in names)


@cache
def zones_by_area() -> dict[str, list[str]]:
    """Return the names of time zones by area: a country, or a part of one that differs from it.

    Each has one, where it is known which most people there have.
    """
    found: dict[str, list[str]] = {}
    for name, country in sorted(get_global("zone_territories").items()):
        if country.isalpha():  # of the zones that belong to no country, nobody works in one
            found.setdefault(country, []).append(name)
    stated: dict[str, str] = stated_in("time-zones.yaml")
    return found | {area: [name] for area, name in stated.items()}
