"""Each file of the search: one call that hands data over, and what a page's file holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hiring.model.digests import digest_of_bytes
from hiring.search.records import PageRecords, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = "search"
CORE = f"{FOLDER}/core.js"

CALL = "hiringSearch.receive("
"""What each file is one call of: its name, and its data as JSON."""

_END = ");\n"


def script(name: str, data: Any) -> bytes:
    """Return a file of the search: a call with its name and its data."""
    return f"{CALL}{_written([name, data])[1:-1]}{_END}".encode()


def data_in(text: bytes) -> Any:
    """Return the data of a file; raise LookupError, TypeError or ValueError if it is damaged."""
    call = text.decode()
    return json.loads(f"[{call[call.index(CALL) + len(CALL) : -len(_END)]}]")[1]


def page_file(path: str) -> str:
    """Return the path of the file for a page."""
    return f"{FOLDER}/{_page_name(path)}.js"


def page_script(page: PageRecords, layout: str, made_of: str) -> bytes:
    """Return the file of a page: the layout that it belongs to, and its records.

    Its first line says what it was made of.
    """
    records = [
        [it.kind, it.anchor, it.heading, it.text, it.parents, it.also, it.kinds, it.level]
        for it in page.records
    ]
    about = [page.path, page.title, page.audience, page.aliases, page.about, page.family]
    data = [*about, records, page.language]
    return f"// {made_of}\n".encode() + script(_page_name(page.path), [layout, data])


def read_page(text: bytes) -> PageRecords:
    """Return the records of a page's file; raise an error where it is damaged."""
    _, (path, title, audience, aliases, about, family, records, language) = data_in(text)
    found = (
        Record(
            kind=kind,
            anchor=anchor,
            heading=heading,
            text=text,
            parents=tuple(parents),
            also=tuple(also),
            kinds=tuple(kinds),
            level=level,
        )
        for kind, anchor, heading, text, parents, also, kinds, level in records
    )
    return PageRecords(
        path=path,
        title=title,
        audience=audience,
        aliases=tuple(aliases),
        about=tuple(about),
        family=family,
        language=language,
        records=tuple(found),
    )


def version_of(core: Mapping[str, Any], files: Iterable[bytes]) -> str:
    """Return what tells these very files, which the core leads to, from all others."""
    said = {name: part for name, part in core.items() if name != "version"}
    parts = [_written(said), *map(digest_of_bytes, files)]
    return digest_of_bytes("\n".join(parts).encode())[:12]


def _page_name(path: str) -> str:
    return f"pages/{path.removesuffix('.md')}"


def _written(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
