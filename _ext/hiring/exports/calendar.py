"""The reviews that are due, as a calendar that people subscribe to: iCalendar, RFC 5545."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from hiring.model.audience import Audience
from hiring.model.digests import digest_of
from hiring.system.files import put

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from icalendar import Event

    from hiring.model.handbook import Handbook
    from hiring.model.lexicon import Lexicon
    from hiring.model.role import JobRole

REVIEWS = "feeds/reviews.ics"
"""Where the calendar is, from the site's root."""


def write_reviews(
    handbook: Handbook,
    folder: Path,
    base_url: str = "",
    *,
    changes: Mapping[str, date] | None = None,
    kept: Path | None = None,
    code: str = "",
) -> list[Path]:
    """Write the calendar under a folder, where there is one; return what belongs there.

    ``changes`` are the days of the files' last changes, by path, as far as a history tells.
    ``kept`` is a file that says what the calendar was made of: one that would be made of the very
    same is not made again. ``code`` changes with this package.
    """
    if not has_reviews(handbook):
        return []
    file = folder / REVIEWS
    days = changes or {}
    shown = [(it.key, it.path, _stated(it), days.get(it.path)) for it in _reviewed(handbook)]
    made_of = digest_of((shown, handbook.company.name, handbook.company.url, base_url, code))
    if kept is not None and file.exists() and kept.exists() and kept.read_text() == made_of:
        return [file]
    put(file, review_calendar(handbook, base_url, days))
    if kept is not None and kept.parent.exists():
        kept.write_text(made_of)
    return [file]


def _stated(role: JobRole) -> tuple[object, ...]:
    """Return what the calendar says of a role."""
    facts = role.facts
    said = (facts.title, facts.family, facts.owner, facts.review_every)
    return *said, facts.reviewed, role.review_due


def has_reviews(handbook: Handbook) -> bool:
    """Tell whether there is a calendar: the public gets none, and an empty one is not valid."""
    return handbook.audience is not Audience.PUBLIC and bool(_reviewed(handbook))


def _reviewed(handbook: Handbook) -> list[JobRole]:
    """Return the roles whose next review has a day, by key."""
    return [
        role
        for role in handbook.originals.values()
        if role.review_due and role.facts.status != "retired"
    ]


def review_calendar(
    handbook: Handbook, base_url: str = "", changes: Mapping[str, date] | None = None
) -> bytes:
    """Return the calendar: for each review an entry of a whole day, the day on which it is due.

    ``base_url`` is where the handbook is published; without one, entries name the page's file and
    have no address. The same handbook gives the same bytes, on whatever day.
    """
    from icalendar import Calendar  # seldom anything has changed: then it need not be loaded

    company = handbook.company
    name = handbook.lexicon().say("reviews.calendar", company=company.name)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//hiring-handbook//reviews//EN")
    calendar.add("calscale", "GREGORIAN")
    # Programs that know the property of RFC 7986 prefer it; the older ones read the other.
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    host = urlsplit(company.url).hostname or "handbook"
    for role in _reviewed(handbook):
        day = (changes or {}).get(role.path)
        page = quote(handbook.address_of(role.path), safe="/#")
        address = f"{base_url.rstrip('/')}/{page}" if base_url else ""
        calendar.add_component(_entry(role, host, address, day, handbook.lexicon(role.language)))
    written: bytes = calendar.to_ical()
    return written


def _entry(role: JobRole, host: str, address: str, changed: date | None, said: Lexicon) -> Event:
    """Return a review as an entry. Its name stays, so that it moves when the page is reviewed.

    ``changed`` is the day on which the page last changed: by `review_every` the entry moves too.
    """
    from icalendar import Event

    facts, due = role.facts, role.review_due
    assert facts.reviewed is not None
    assert due is not None
    entry = Event()
    entry.add("uid", f"review-{role.key}@{host}")
    # When the entry was last another; where it moves, programs want a newer stamp. The clock's day
    # would be new always.
    stamp = datetime.combine(max(facts.reviewed, changed or facts.reviewed), time(), UTC)
    entry.add("dtstamp", stamp)
    entry.add("last-modified", stamp)
    entry.add("dtstart", due)
    entry.add("dtend", due + timedelta(days=1))
    entry.add("summary", said.say("reviews.event", title=facts.title))
    entry.add("description", _said(role, facts.reviewed, address or role.path, said))
    if address:
        entry.add("url", address)
    entry.add("categories", [facts.family])
    entry.add("transp", "TRANSPARENT")  # nobody is busy all day because of it
    return entry


def _said(role: JobRole, reviewed: date, where: str, said: Lexicon) -> str:
    number, unit = str(role.facts.review_every).split()
    lines = (
        said.say("reviews.event-page", page=where),
        said.say("reviews.event-owner", owner=role.facts.owner),
        said.say("reviews.event-reviewed", day=said.day(reviewed)),
        said.say("reviews.event-do", every=said.length(int(number), unit)),
    )
    return "\n".join(lines)
