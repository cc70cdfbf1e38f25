"""What every feed holds: one entry an opening, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.digests import digest_of_bytes
from hiring.model.language_tags import ENGLISH
from hiring.model.lexicon import AMERICAN
from hiring.model.paths import COMPANY, OPENINGS
from hiring.model.places import area_name, place_name
from hiring.model.slugs import key_from
from hiring.posting.compose import opening_posting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from hiring.model.company_parts import Location
    from hiring.model.facts import OpeningFacts
    from hiring.model.handbook import Handbook
    from hiring.model.lexicon import Lexicon
    from hiring.model.opening import Opening
    from hiring.posting.compose import Posting


@dataclass(frozen=True, kw_only=True)
class FeedEntry:
    """An opening in a feed: its posting, its page's absolute address, the day it last changed."""

    posting: Posting
    opening: Opening
    url: str
    updated: date

    @property
    def facts(self) -> OpeningFacts:
        """What the opening states."""
        return self.opening.facts

    @property
    def posted(self) -> str:
        """The day of the first posting, as ISO 8601; a listed opening has one."""
        return str(self.facts.posted)

    def places(self) -> Iterator[tuple[str, Location | None, str | None]]:
        """Yield for each place a reference that never changes, the place, or the remote area.

        The reference is the page's key, which never changes either, and the place's words.
        """
        for place in self.posting.terms.places:
            parts = (place.locality, place.region, place.country)
            name = "-".join(key_from(part) for part in parts if part)
            yield self._reference(name, place_name(place)), place, None
        for area in self.posting.terms.remote:
            yield self._reference(f"remote-{area.lower()}", area_name(area)), None, area

    def _reference(self, place: str, words: str) -> str:
        """Return a reference that no other place has, though its letters may not show in keys."""
        digest = digest_of_bytes(words.encode())[:6]
        return f"{self.opening.key}--{place}-{digest}"


@dataclass(frozen=True, kw_only=True)
class Feed:
    """What every feed says: its entries, and the day on which one of them changed, came or went.

    ``home`` is the address of the page with the open jobs, the company's where there is none;
    ``language`` the tag of the site's language, and ``said`` its words.
    """

    entries: tuple[FeedEntry, ...]
    updated: date
    home: str
    language: str = ENGLISH
    said: Lexicon = AMERICAN


def feed(
    handbook: Handbook, today: date, base_url: str = "", changes: Mapping[str, date] | None = None
) -> Feed:
    """Return the openings that are public, open, posted by ``today`` and not past.

    ``base_url`` is where the handbook is published; without one, no address leads there.
    ``changes`` are the days of the files' last changes, by path, as far as a history tells.
    """
    base = base_url.rstrip("/")
    found = [
        FeedEntry(
            posting=opening_posting(opening, handbook),
            opening=opening,
            url=f"{base}/{handbook.address_of(opening.path)}",
            updated=changed(opening, handbook, today, changes or {}),
        )
        for opening in handbook.vacancies
        if opening.audience is Audience.PUBLIC and opening.is_listed(today)
    ]
    found.sort(key=lambda entry: entry.opening.key)
    found.sort(key=lambda entry: entry.posted, reverse=True)
    index = f"{OPENINGS}index.md"
    has_page = base_url and index in handbook.pages
    return Feed(
        entries=tuple(found),
        updated=last_change(handbook, today, changes or {}),
        home=f"{base}/{handbook.address_of(index)}" if has_page else handbook.company.url,
        language=handbook.language,
        said=handbook.lexicon(),
    )


def changed(opening: Opening, handbook: Handbook, today: date, changes: Mapping[str, date]) -> date:
    """Return the day on which what an opening says last changed, or the job came or went.

    Of one that is held back nobody knows since when: that counts as of today.
    """
    if opening.held:
        return today
    facts = opening.facts
    files = (opening.path, handbook.roles[facts.role].path, COMPANY)
    days = [changes[path] for path in files if path in changes]
    closed = facts.closes + timedelta(days=1) if facts.closes else None
    return max(
        (day for day in (*days, facts.posted, closed) if day and day <= today), default=today
    )


def last_change(handbook: Handbook, today: date, changes: Mapping[str, date]) -> date:
    """Return the day on which the public openings last changed: what is over counts as well.

    So the day never goes back. Where there is nothing that could tell, it is today.
    """
    public = (it for it in handbook.openings.values() if it.audience is Audience.PUBLIC)
    days = [changed(opening, handbook, today, changes) for opening in public]
    return max(
        [*days, *(changes[path] for path in (OPENINGS, COMPANY) if path in changes)], default=today
    )
