"""Each file of the search: calls that hand data over, and what is said of a page.

The data is compressed here, since not every host does it, and written as Base64, since a page that
is opened from a disk gets it as a script: a host that compresses takes nearly all of that away.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any

from hiring.model.digests import digest_of_bytes
from hiring.search.kinds import SearchedFact
from hiring.search.records import PageRecords, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = "search"
CORE = f"{FOLDER}/core.js"

CALL = "hiringSearch.receive("
"""What each file is a call of, or several, in a line: a name, then build and data as JSON."""

BASE64 = "base64,"
"""What data begins with: the publishing scan opens what follows it, as in any other file."""

PACK = 12_000
"""The bytes of pages that one file holds, more or less: few requests, few bytes each."""

_END = ");\n"
_BEST = 9  # what zlib does at most: a thousand roles take a second


def script(name: str, build: str, data: str) -> bytes:
    """Return a file of the search: a call with its name, its build and its compressed data."""
    return f"{CALL}{_written([name, [build, data]])[1:-1]}{_END}".encode()


def read_script(text: bytes) -> tuple[str, str]:
    """Return build and compressed data of a file.

    Raises LookupError, TypeError or ValueError if it is damaged.
    """
    call = text.decode()
    _, (build, data) = json.loads(f"[{call[call.index(CALL) + len(CALL) : -len(_END)]}]")
    return build, data


def compressed(data: Any) -> str:
    """Return data as it stands in a file."""
    return BASE64 + b64encode(zlib.compress(_written(data).encode(), _BEST)).decode()


def opened(data: str) -> Any:
    """Return compressed data as it was; raise ValueError if it is damaged."""
    if not data.startswith(BASE64):
        raise ValueError(f"its data does not begin with {BASE64}")
    try:
        return json.loads(zlib.decompress(b64decode(data.removeprefix(BASE64), validate=True)))
    except zlib.error as error:
        raise ValueError(f"its data can't be opened: {error}") from error


def packed(pages: Mapping[str, bytes]) -> tuple[list[int], dict[str, bytes]]:
    """Return the files of pages: the number of the first page in each, and their contents.

    Small pages that follow one another stand in one file; a large one has a file of its own.
    """
    starts: list[int] = []
    packs: list[bytes] = []
    for number, data in enumerate(pages.values()):
        if packs and len(packs[-1]) + len(data) <= PACK:
            packs[-1] += data
        else:
            starts.append(number)
            packs.append(data)
    return starts, {pack_file(number): data for number, data in enumerate(packs)}


def unpacked(data: bytes) -> list[bytes]:
    """Return the scripts of the pages in a file."""
    lines = data.splitlines(keepends=True)
    return [first + second for first, second in zip(lines[::2], lines[1::2], strict=True)]


def pack_file(number: int) -> str:
    """Return the path of a file of pages."""
    return f"{FOLDER}/pages/{number}.js"


def page_data(page: PageRecords) -> str:
    """Return the compressed data of a page: what is said of it, and its records."""
    records = [
        [
            *(it.kind, it.anchor, it.heading, it.text, it.parents),
            *(it.also, it.kinds, it.level, it.facts, it.note),
        ]
        for it in page.records
    ]
    about = [page.path, page.title, page.audience, page.aliases, page.about, page.family]
    return compressed([*about, records, page.language])


def page_script(path: str, layout: str, made_of: str, data: str) -> bytes:
    """Return the script of a page: the layout that it belongs to, and its compressed data.

    Its first line says what it was made of.
    """
    return f"// {made_of}\n".encode() + script(_page_name(path), layout, data)


def read_page(text: bytes) -> PageRecords:
    """Return the records of a page's script; raise an error where it is damaged."""
    _, data = read_script(text)
    path, title, audience, aliases, about, family, records, language = opened(data)
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
            facts=tuple(SearchedFact(it, said, tuple(called)) for it, said, called in facts),
            note=note,
        )
        for kind, anchor, heading, text, parents, also, kinds, level, facts, note in records
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
    parts = [_written(core), *map(digest_of_bytes, files)]
    return digest_of_bytes("\n".join(parts).encode())[:12]


def _page_name(path: str) -> str:
    return f"pages/{path.removesuffix('.md')}"


def _written(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
