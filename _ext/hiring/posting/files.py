"""Postings and feeds as files."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.exports.encode import as_json
from hiring.exports.files import DIALECT
from hiring.exports.named import shown_in
from hiring.model.digests import digest_of
from hiring.posting.compose import opening_posting, role_postings
from hiring.posting.feeds.entries import changed, feed, last_change
from hiring.posting.feeds.indeed import indeed
from hiring.posting.feeds.linkedin import linkedin
from hiring.posting.feeds.news import ATOM, JSON_FEED, atom, json_feed
from hiring.posting.formats import FORMATS, file_of
from hiring.posting.formats.data import PostingDocument
from hiring.posting.own_formats import own_formats
from hiring.system.files import put
from hiring.system.workers import Task, tasks_side_by_side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening
    from hiring.model.role import JobRole
    from hiring.posting.compose import Posting


def write_postings(
    handbook: Handbook,
    folder: Path,
    today: date,
    base_url: str = "",
    *,
    changes: Mapping[str, date] | None = None,
    kept: Path | None = None,
    code: str = "",
    jobs: int = 1,
) -> list[Path]:
    """Write ``postings/``, ``feeds/`` and the schema under a folder; return what belongs there.

    ``base_url`` is where the handbook is published; without one there are no feeds.
    ``changes`` are the days of the files' last changes, by path.
    ``kept`` is a file that says what each posting was made of: one that would be made of the very
    same is not made again. ``code`` changes with this package, and ``jobs`` processes may work.
    """
    task = postings_task(handbook, folder, today, base_url, changes=changes, kept=kept, code=code)
    [files] = tasks_side_by_side([task], jobs)
    return files


def postings_task(
    handbook: Handbook,
    folder: Path,
    today: date,
    base_url: str = "",
    *,
    changes: Mapping[str, date] | None = None,
    kept: Path | None = None,
    code: str = "",
) -> Task[Source, tuple[str, list[str]], list[Path]]:
    """Return the task of writing the same, which comes to what belongs there."""
    before = _read_kept(kept)
    sources = list(_sources(handbook, today, code))
    sources.append(_feeds(sources, handbook, today, base_url, changes or {}, code))
    there = files_under(folder, "postings", "feeds")
    known = {name: entry for name, entry in before.items() if there.issuperset(entry[1])}
    new = [it for it in sources if it.name not in known or known[it.name][0] != it.made_of()]

    def write(source: Source) -> tuple[str, list[str]]:
        return source.made_of(), [_put(folder, *file) for file in source.files()]

    def end(made: Iterator[tuple[str, list[str]]]) -> list[Path]:
        fresh = {source.name: entry for source, entry in zip(new, made, strict=True)}
        entries = {it.name: fresh.get(it.name) or known[it.name] for it in sources}
        if kept is not None and kept.parent.exists() and entries != before:
            kept.write_text(json.dumps(entries), encoding="utf-8")
        names = [name for _, names in entries.values() for name in names]
        return [folder / name for name in (*names, _put(folder, *schema_file()))]

    return Task(write, new, end)


def files_under(folder: Path, *names: str) -> set[str]:
    """Return the files in some folders of a folder, and below, as paths from there."""
    found: set[str] = set()
    for name in names:
        for here, _, files in os.walk(folder / name):
            place = Path(here).relative_to(folder).as_posix()
            found.update(f"{place}/{file}" for file in files)
    return found


def _feeds(
    sources: Sequence[Source],
    handbook: Handbook,
    today: date,
    base_url: str,
    changes: Mapping[str, date],
    code: str,
) -> Source:
    """Return what the feeds are made of: the postings of what is open, on that day."""

    def made_of() -> str:
        made = [source.made_of() for source in sources if source.name.startswith("opening ")]
        # By the clock alone an opening comes or goes within a day, as days are where it is.
        days = [
            (opening.state(today), changed(opening, handbook, today, changes))
            for opening in handbook.openings.values()
        ]
        last = last_change(handbook, today, changes)
        return digest_of((made, handbook.company, today, days, last, base_url, code))

    return Source("feeds", made_of, partial(feed_files, handbook, today, base_url, changes))


def _put(folder: Path, name: str, data: bytes) -> str:
    """Write a file, unless it says just that; return its name."""
    put(folder / name, data)
    return name


def _read_kept(kept: Path | None) -> dict[str, tuple[str, list[str]]]:
    try:
        read = json.loads(kept.read_text("utf-8")) if kept else {}
        return {name: (str(made_of), list(names)) for name, (made_of, names) in read.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}  # there is none, or it was not written to its end


@dataclass(frozen=True, slots=True)
class Source:
    """A page that postings are made of: what gives a digest of all that they say, or makes them."""

    name: str
    made_of: Callable[[], str]
    files: Callable[[], Iterator[tuple[str, bytes]]]


def _sources(handbook: Handbook, today: date, code: str = "") -> Iterator[Source]:
    """Yield roles, and openings that are neither drafts nor over."""
    own = own_formats(handbook).digest
    shared = digest_of((handbook.company, handbook.word_template, code, own))
    for role in handbook.roles.values():
        made_of = partial(_role_digest, role, handbook, shared)
        yield Source(f"role {role.key}", made_of, partial(_role_files, role, handbook))
    for opening in handbook.openings.values():
        if opening.state(today) in ("open", "to-come"):
            made_of = partial(_opening_digest, opening, handbook, shared)
            make = partial(_opening_files, opening, handbook)
            yield Source(f"opening {opening.key}", made_of, make)


def _role_digest(role: JobRole, handbook: Handbook, shared: str) -> str:
    told = handbook.briefings.get(role.key)
    return digest_of((role.digest, shown_in(role, handbook), told, shared))


def _opening_digest(opening: Opening, handbook: Handbook, shared: str) -> str:
    role = handbook.roles[opening.facts.role]
    named = (*shown_in(role, handbook), *shown_in(opening, handbook))
    told = handbook.briefings.get(role.key)
    return digest_of((opening, role.digest, named, told, shared))


def posting_files(handbook: Handbook, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each posting in each format.

    Roles' templates, openings that are neither drafts nor over, and, as plain text, a template for
    each level.
    """
    for source in _sources(handbook, today):
        yield from source.files()


def _role_files(role: JobRole, handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    whole, *levels = role_postings(role, handbook)
    yield from _in_each_format(whole, handbook)
    for found in levels:
        yield f"postings/{found.key}.txt", file_of(found, ".txt")


def _opening_files(opening: Opening, handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    yield from _in_each_format(opening_posting(opening, handbook), handbook)


def _in_each_format(posting: Posting, handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    yield from ((f"postings/{posting.key}{end}", file_of(posting, end)) for end in FORMATS)
    yield from own_formats(handbook).files(posting)


def feed_files(
    handbook: Handbook, today: date, base_url: str = "", changes: Mapping[str, date] | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each feed; ``changes`` are the days of the files' last changes.

    Where nobody has said where the site is, there is none: job boards would be led to pages that
    are not there.
    """
    if not base_url:
        return
    found, company = feed(handbook, today, base_url, changes), handbook.company
    yield "feeds/openings.xml", indeed(found, company)
    yield "feeds/linkedin.xml", linkedin(found, company)
    yield ATOM, atom(found, company, base_url)
    yield JSON_FEED, json_feed(found, company, base_url)


@cache
def schema_file() -> tuple[str, bytes]:
    """Return path and bytes of the JSON Schema of a posting's JSON."""
    schema = PostingDocument.model_json_schema(mode="serialization")
    return "schema/posting.json", as_json({"$schema": DIALECT, **schema}).encode()
