"""The feeds that people subscribe to: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from hiring.exports.encode import as_json
from hiring.posting.content import Bullets, Paragraph, clean
from hiring.posting.formats.html import html_block
from hiring.posting.formats.text import plain_text

if TYPE_CHECKING:
    from hiring.model.facts import Company
    from hiring.posting.feeds.entries import Feed, FeedEntry

ATOM = "feeds/openings.atom"
JSON_FEED = "feeds/openings.json"


def atom(feed: Feed, company: Company, base_url: str = "") -> bytes:
    """Return the Atom feed."""
    base = base_url.rstrip("/")
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.language}">',
        f"  <title>{escape(_title(feed, company))}</title>",
        f"  <id>{escape(f'{base}/{ATOM}')}</id>",
        f'  <link rel="self" type="application/atom+xml" href="{escape(f"{base}/{ATOM}")}"/>',
        f'  <link rel="alternate" type="text/html" href="{escape(feed.home)}"/>',
        f"  <updated>{feed.updated}T00:00:00Z</updated>",
        f"  <author><name>{escape(company.name)}</name></author>",
    ]
    lines = [line for entry in feed.entries for line in _atom_entry(entry, feed.language)]
    return ("\n".join([*head, *lines, "</feed>"]) + "\n").encode()


def _atom_entry(entry: FeedEntry, feed_language: str) -> list[str]:
    own = entry.posting.language
    spoken = f' xml:lang="{own}"' if own != feed_language else ""
    return [
        f"  <entry{spoken}>",
        f"    <title>{escape(entry.posting.title)}</title>",
        f"    <id>{escape(entry.url)}</id>",
        f'    <link rel="alternate" type="text/html" href="{escape(entry.url)}"/>',
        f"    <published>{entry.posted}T00:00:00Z</published>",
        f"    <updated>{entry.updated}T00:00:00Z</updated>",
        f'    <category term="{escape(entry.posting.terms.role.facts.family)}"/>',
        f"    <summary>{escape(_summary(entry))}</summary>",
        f'    <content type="html">{escape(html_block(entry.posting))}</content>',
        "  </entry>",
    ]


def json_feed(feed: Feed, company: Company, base_url: str = "") -> bytes:
    """Return the JSON Feed."""
    base = base_url.rstrip("/")
    found: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(feed, company),
        "home_page_url": feed.home,
        "feed_url": f"{base}/{JSON_FEED}",
        "language": feed.language,
        "authors": [{"name": company.name, "url": company.url}],
        "items": [_item(entry, feed.language) for entry in feed.entries],
    }
    return as_json(found).encode()


def _item(entry: FeedEntry, feed_language: str) -> dict[str, Any]:
    own = entry.posting.language
    spoken = own if own != feed_language else ""
    return {
        "id": entry.url,
        "url": entry.url,
        "title": entry.posting.title,
        "summary": _summary(entry),
        "content_html": html_block(entry.posting),
        "content_text": plain_text(entry.posting),
        "date_published": f"{entry.posted}T00:00:00Z",
        "date_modified": f"{entry.updated}T00:00:00Z",
        "tags": [entry.posting.terms.role.facts.family],
        **({"language": spoken} if spoken else {}),
    }


def escape(text: str) -> str:
    """Return text as XML can hold it."""
    return html.escape(clean(text))


def _title(feed: Feed, company: Company) -> str:
    return feed.said.say("open_jobs_at", company=company.name)


def _summary(entry: FeedEntry) -> str:
    """Return where the work is done, and what is paid, in the posting's own words."""
    additional = entry.posting.section("additional")
    lists = additional.content if additional else ()
    items = [item for part in lists if isinstance(part, Bullets) for item in part.items]
    texts = {item.id: item.content[0] for item in items}
    found = (texts.get(name) for name in ("location", "pay"))
    return ". ".join(part.text.partition(": ")[2] for part in found if isinstance(part, Paragraph))
