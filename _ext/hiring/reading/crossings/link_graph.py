"""Where pages lead: to which pages the text of each, and to which its tables of contents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.model.kinds import Target
from hiring.model.targets import page_of, target_of
from hiring.reading.crossings.contents import Contents
from hiring.reading.crossings.shown import keys_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hiring.model.handbook import Handbook
    from hiring.reading.pages.record import PageRecord, Shown


def with_outgoing(handbook: Handbook, records: Sequence[PageRecord]) -> Handbook:
    """Return a handbook with where its pages lead, and the line of what they state.

    ``records`` are its pages'; readers are led to no other.
    """
    contents = Contents(handbook.pages)
    pages, lines = {}, {}
    for record in records:
        links = _links(record, handbook)
        listed = {
            path
            for entry in record.references
            if entry.kind in ("toctree", "glob")
            for path in contents.named(record.path, entry)
            if path != record.path
        }
        pages[record.path] = replace(
            handbook.pages[record.path],
            links=tuple(sorted(links)),
            contents=tuple(sorted(listed)),
        )
        lines[record.path] = {
            **record.field_lines,
            **record.anchors,
            **{f"links.{path}": line for path, line in links.items()},
        }
    return replace(handbook, pages=pages, lines={**lines, **handbook.lines})


def _links(record: PageRecord, handbook: Handbook) -> Mapping[str, int]:
    """Return the pages that a page's text leads to, each with the line that does so first."""
    found = [
        (reference.line, page_of(target, handbook))
        for reference in record.references
        if reference.kind != "toctree"
        and (target := target_of(reference.kind, reference.target, record.path))
    ]
    for shown in record.shown:
        found += [(shown.line, page_of(target, handbook)) for target in _shown(shown)]
    return {
        path: line
        for line, path in sorted(found, key=lambda it: it[0], reverse=True)
        if path and path != record.path
    }


def _shown(shown: Shown) -> Iterator[Target]:
    """Yield what a directive shows by name: roles, or two levels."""
    kind = "level" if shown.name == "level-diff" else "role"
    keys = [*keys_in(shown.options.get("from", "")), *map(shown.options.get, ("role", "to"))]
    if shown.name == "role-card":
        keys.append(shown.argument)
    yield from (Target(kind, key) for key in keys if key)
