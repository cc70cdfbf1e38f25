"""What the search's files say: compressed, and several pages may stand in one file."""

from __future__ import annotations

import re
import zlib
from base64 import b64decode
from typing import TYPE_CHECKING

from hiring.search.scripts import read_page, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hiring.search.records import PageRecords


_COMPRESSED = re.compile(rb'"base64,(eN[A-Za-z0-9+/]+=*)"')


def opened(data: bytes) -> bytes:
    """Return a file with what is compressed in it as it was: words are looked for in that."""
    return _COMPRESSED.sub(lambda it: zlib.decompress(b64decode(it[1], validate=True)), data)


def searched_pages(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the script of each page, by its path without ending, of a site's files by path."""
    packs = (data for path, data in files.items() if path.startswith("search/pages/"))
    scripts = (opened(script) for pack in packs for script in unpacked(pack))
    return {script.split(b'"')[1].decode().removeprefix("pages/"): script for script in scripts}


def searched_in(site: Path) -> dict[str, bytes]:
    """Return the same of a folder."""
    files = sorted((site / "search/pages").glob("*.js"))
    return searched_pages({file.relative_to(site).as_posix(): file.read_bytes() for file in files})


def records_in(site: Path) -> dict[str, PageRecords]:
    """Return what is found on each page of a site, by its path."""
    packs = (file.read_bytes() for file in sorted((site / "search/pages").glob("*.js")))
    pages = (read_page(script) for pack in packs for script in unpacked(pack))
    return {page.path: page for page in pages}
