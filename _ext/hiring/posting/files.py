"""Postings and feeds as files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hiring.exports.files import DIALECT, as_json
from hiring.posting.compose import opening_posting, role_posting
from hiring.posting.feeds.entries import entries
from hiring.posting.feeds.indeed import indeed
from hiring.posting.feeds.linkedin import linkedin
from hiring.posting.feeds.news import ATOM, JSON_FEED, atom, json_feed
from hiring.posting.formats import FORMATS
from hiring.posting.formats.data import PostingDocument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from hiring.model.handbook import Handbook


def write_postings(handbook: Handbook, folder: Path, today: date, base_url: str = "") -> list[Path]:
    """Write ``postings/``, ``feeds/`` and the schema under a folder; return what was written.

    ``base_url`` is where the handbook is published; without one, feeds give the company's address.
    """
    written = []
    files = [*posting_files(handbook, today), *feed_files(handbook, today, base_url), schema_file()]
    for name, data in files:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        written.append(file)
    return written


def posting_files(handbook: Handbook, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each posting in each format.

    Roles' templates, openings that are neither drafts nor over, and, as plain text, a template for
    each level.
    """
    for role in handbook.roles.values():
        found = role_posting(role, handbook)
        yield from ((f"postings/{found.key}{end}", made(found)) for end, made in FORMATS.items())
        for level in role.levels:
            found = role_posting(role, handbook, level)
            yield f"postings/{found.key}.txt", FORMATS[".txt"](found)
    for opening in handbook.openings.values():
        if opening.state(today) in ("open", "to-come"):
            found = opening_posting(opening, handbook)
            yield from (
                (f"postings/{found.key}{end}", made(found)) for end, made in FORMATS.items()
            )


def feed_files(handbook: Handbook, today: date, base_url: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each feed."""
    found, company = entries(handbook, today, base_url), handbook.company
    yield "feeds/openings.xml", indeed(found, company)
    yield "feeds/linkedin.xml", linkedin(found, company)
    yield ATOM, atom(found, company, base_url)
    yield JSON_FEED, json_feed(found, company, base_url)


@cache
def schema_file() -> tuple[str, bytes]:
    """Return path and bytes of the JSON Schema of a posting's JSON."""
    schema = PostingDocument.model_json_schema(mode="serialization")
    return "schema/posting.json", as_json({"$schema": DIALECT, **schema}).encode()
