"""What every feed holds: one entry an opening, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.digests import digest_of_bytes
from hiring.model.places import area_name, place_name
from hiring.model.slugs import key_from
from hiring.posting.compose import opening_posting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hiring.model.facts import Location, OpeningFacts
    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening
    from hiring.posting.compose import Posting

EMPTY_SINCE = "2000-01-01"
"""The day of a feed without an entry: the clock's would make every build another."""


@dataclass(frozen=True, kw_only=True)
class FeedEntry:
    """An opening in a feed: its posting, and its page's absolute address."""

    posting: Posting
    opening: Opening
    url: str

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


def entries(handbook: Handbook, today: date, base_url: str = "") -> tuple[FeedEntry, ...]:
    """Return the openings that are public, open, posted by ``today`` and not past.

    ``base_url`` is where the handbook is published; without one, the company's address stands in.
    """
    base = (base_url or handbook.company.url).rstrip("/")
    found = [
        FeedEntry(
            posting=opening_posting(opening, handbook),
            opening=opening,
            url=f"{base}/{opening.path.removesuffix('.md')}.html",
        )
        for opening in handbook.openings.values()
        if opening.audience is Audience.PUBLIC and opening.is_listed(today)
    ]
    by_key = sorted(found, key=lambda entry: entry.opening.key)
    return tuple(sorted(by_key, key=lambda entry: entry.posted, reverse=True))


def latest(found: Sequence[FeedEntry]) -> str:
    """Return the day of the newest entry."""
    return found[0].posted if found else EMPTY_SINCE
