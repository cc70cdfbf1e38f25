"""LinkedIn's basic XML feed: one job an opening and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.digests import digest_of_bytes
from hiring.model.places import area_name, place_name
from hiring.posting.feeds.xml import document
from hiring.posting.formats.html import description

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.facts import Company
    from hiring.posting.feeds.entries import Feed, FeedEntry

LONGEST_ID = 40
LONGEST_TITLE = 200


def linkedin(feed: Feed, company: Company) -> bytes:
    """Return the feed of all open jobs."""
    head = [
        ("publisher", company.name),
        ("publisherUrl", company.url),
        ("lastBuildDate", f"{feed.updated}T00:00:00Z"),
    ]
    return document(head, (job for entry in feed.entries for job in _jobs(entry, company)))


def _jobs(entry: FeedEntry, company: Company) -> Iterator[list[tuple[str, str | None]]]:
    apply = entry.posting.terms.apply
    for reference, place, area in entry.places():
        yield [
            ("partnerJobId", short(reference)),
            ("company", company.name),
            ("title", entry.posting.title[:LONGEST_TITLE]),
            ("description", description(entry.posting)),
            ("location", place_name(place) if place else area_name(area or "")),
            ("applyUrl", (apply.url if apply else None) or entry.url),
            ("email", entry.email),
        ]


def short(reference: str) -> str:
    """Return a reference of at most 40 characters: a longer one ends in its digest."""
    if len(reference) <= LONGEST_ID:
        return reference
    digest = digest_of_bytes(reference.encode())[:12]
    return f"{reference[: LONGEST_ID - 13]}-{digest}"
