"""Where pages lead: to which pages the text of each, and to which its tables of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hiring.reading.anchors import plain_label
from hiring.reading.assets import path_in, resolved
from hiring.reading.contents import pages_named
from hiring.reading.displays import keys_in
from hiring.reading.sources import OPENINGS_FOLDER, ROLES_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hiring.language.references import Reference
    from hiring.reading.record import PageRecord, Shown


class Outgoing:
    """Knows the pages that there are, and tells where one of them leads."""

    def __init__(self, records: Sequence[PageRecord]) -> None:
        """Take the records of all pages that readers may see: no other is led to."""
        self.paths = {record.path for record in records}
        self.labelled = {
            plain_label(label): record.path for record in records for label, _ in record.labels
        }

    def links(self, record: PageRecord) -> Mapping[str, int]:
        """Return the pages that a page's text names, each with the line that does so first."""
        found = [
            (reference.line, self._target(record, reference)) for reference in record.references
        ]
        for shown in record.shown:
            found += [(shown.line, path) for path in _shown(shown)]
        return {
            path: line
            for line, path in sorted(found, key=lambda it: it[0], reverse=True)
            if path in self.paths and path != record.path
        }

    def contents(self, record: PageRecord) -> Iterator[str]:
        """Yield the pages in a page's tables of contents."""
        for entry in record.references:
            if entry.kind in ("toctree", "glob"):
                for path in pages_named(record.path, entry, self.paths):
                    if path != record.path:
                        yield path

    def _target(self, record: PageRecord, reference: Reference) -> str:
        """Return the path of the page that a reference leads to; "" where it leads to none."""
        target = reference.target
        match reference.kind:
            case "role" | "level" | "question":
                return _role_page(target)
            case "opening":
                return f"{OPENINGS_FOLDER}/{target}.md"
            case "doc":
                return f"{resolved(record.path, target.removesuffix('.md'))}.md"
            case "ref":
                return self.labelled.get(plain_label(target), "")
            case "link":
                return self._address(record.path, target)
        return ""

    def _address(self, page: str, address: str) -> str:
        """Return the page that a link leads to: by its path, or by a name behind a ``#``."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return ""
        if parts.scheme or parts.netloc:
            return ""
        path = path_in(address)
        if path:
            inside = resolved(page, path) or ""
            named = self.labelled.get(plain_label(path), f"{inside}.md")
            return inside if inside in self.paths else named
        role = _role_page(parts.fragment)
        return self.labelled.get(plain_label(parts.fragment), role)


def _role_page(target: str) -> str:
    """Return the page of the role in ``role``, or in ``role/level``."""
    return f"{ROLES_FOLDER}/{target.partition('/')[0]}.md"


def _shown(shown: Shown) -> Iterator[str]:
    """Yield the pages of the roles that a directive shows by name."""
    keys = [*keys_in(shown.options.get("from", "")), *map(shown.options.get, ("role", "to"))]
    if shown.name == "role-card":
        keys.append(shown.argument)
    yield from (_role_page(key) for key in keys if key)


def lines_of(records: Sequence[PageRecord]) -> dict[str, Mapping[str, int]]:
    """Return for each page the line of each field and anchor, and of ``links.PATH`` to a page."""
    leads = Outgoing(records)
    return {
        record.path: {
            **record.field_lines,
            **record.anchors,
            **{f"links.{path}": line for path, line in leads.links(record).items()},
        }
        for record in records
    }
