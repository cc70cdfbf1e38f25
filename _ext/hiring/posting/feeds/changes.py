"""What changed on pages, as a feed to subscribe to: Atom (RFC 4287)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hiring.model.changes import changes_of
from hiring.model.digests import digest_of
from hiring.posting.feeds.news import escape
from hiring.system.files import put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.changes import PageChange
    from hiring.model.handbook import Handbook

CHANGES = "feeds/changes.atom"
MOST = 100
"""How many changes the feed holds: the older ones stand on their pages."""


def write_changes(handbook: Handbook, folder: Path, base_url: str) -> list[Path]:
    """Write the feed under a folder, where there is something to tell; return what belongs there.

    ``base_url`` is where the handbook is published. Without one there is no feed: it would lead
    nowhere.
    """
    found = changes_of(handbook.pages.values())[:MOST]
    if not found or not base_url:
        return []
    put(folder / CHANGES, change_feed(found, handbook, base_url).encode())
    return [folder / CHANGES]


def change_feed(found: list[PageChange], handbook: Handbook, base_url: str) -> str:
    """Return changes as a feed, the newest first."""
    base, company = base_url.rstrip("/"), handbook.company.name
    title = handbook.lexicon().say("changes_at", company=company)
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{handbook.language}">',
        f"  <title>{escape(title)}</title>",
        f"  <id>{escape(f'{base}/{CHANGES}')}</id>",
        f'  <link rel="self" type="application/atom+xml" href="{escape(f"{base}/{CHANGES}")}"/>',
        f'  <link rel="alternate" type="text/html" href="{escape(f"{base}/")}"/>',
        f"  <updated>{found[0].change.on}T00:00:00Z</updated>",
        f"  <author><name>{escape(company)}</name></author>",
    ]
    lines = [
        line
        for noted in found
        for line in _entry(
            noted, f"{base}/{handbook.address_of(noted.page.path)}", handbook.language
        )
    ]
    return "\n".join([*head, *lines, "</feed>"]) + "\n"


def _entry(noted: PageChange, url: str, language: str) -> Iterator[str]:
    page, change = noted
    # A day may have several changes: each keeps its name while its words stay.
    name = f"{url}#{change.on}-{digest_of(change.note)[:8]}"
    spoken = f' xml:lang="{page.language}"' if page.language != language else ""
    yield f"  <entry{spoken}>"
    yield f"    <title>{escape(f'{page.title}: {change.note}')}</title>"
    yield f"    <id>{escape(name)}</id>"
    yield f'    <link rel="alternate" type="text/html" href="{escape(url)}"/>'
    yield f"    <updated>{change.on}T00:00:00Z</updated>"
    yield f"    <summary>{escape(change.why or change.note)}</summary>"
    yield "  </entry>"
