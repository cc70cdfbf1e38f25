"""The search data that an earlier build has left: what it says of pages that have not changed.

The files are all that is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hiring.search.core import core_pages
from hiring.search.scripts import (
    CORE,
    FOLDER,
    opened,
    pack_file,
    read_page,
    read_script,
    unpacked,
    version_of,
)
from hiring.search.searched import SearchedPage
from hiring.search.weights import page_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from hiring.search.core import CorePage
    from hiring.search.records import PageRecords

FEW = 5
"""Where one page in so many is new, a whole index costs no more than the old one changed."""


@dataclass(frozen=True)
class Before:
    """All files of an earlier build, which are whole; by path, with what the core says.

    ``pages`` are the scripts of pages, by the pages' paths.
    """

    core: Mapping[str, Any]
    files: Mapping[str, bytes]
    pages: Mapping[str, bytes]

    @cached_property
    def core_pages(self) -> list[CorePage]:
        """What the core says of each page."""
        return core_pages(self.core)

    @cached_property
    def core_page_at(self) -> dict[str, CorePage]:
        """The same, by the pages' paths."""
        return {page.path: page for page in self.core_pages}

    def is_made_of(self, path: str, made_of: str) -> bool:
        """Tell whether the script of a page was made of the very same."""
        return self.pages.get(path, b"").startswith(f"// {made_of}\n".encode())

    def page(self, path: str) -> PageRecords:
        """Return what was found on a page."""
        return read_page(self.pages[path])

    def searched(self, path: str, made_of: str) -> SearchedPage:
        """Return a page as the files have it."""
        words = page_words(self.page(path), self.core["stemmer"])
        data = read_script(self.pages[path])[1]
        return SearchedPage(self.core_page_at[path], words, data, made_of)

    def script(self, path: str, layout: str) -> bytes:
        """Return the script of a page as it belongs to a layout."""
        old, new = (f',["{it}",'.encode() for it in (self.core["layout"], layout))
        return self.pages[path].replace(old, new, 1)

    def has_place_for(self, new: Collection[str], paths: Sequence[str]) -> bool:
        """Tell whether these pages are the same as before, and few of them are new."""
        return len(new) * FEW <= len(paths) and [it.path for it in self.core_pages] == list(paths)

    @cached_property
    def portions(self) -> list[tuple[str, str]]:
        """Each portion of the words, and what it is compressed to."""
        names = [f"{FOLDER}/words/{number}.js" for number in range(len(self.core["shards"]))]
        written = [read_script(self.files[name])[1] for name in names]
        return [(opened(data), data) for data in written]

    def groups(self) -> list[tuple[list[str], str]]:
        """Return the forms of each word, and its postings."""
        lines = " ".join(portion for portion, _ in self.portions).split(" ")
        words = [group.split(",") for group in self.core["words"].split(" ")]
        return list(zip(words, lines, strict=True))


def read_before(folder: Path) -> Before | None:
    """Return what an earlier build has left under a folder; nothing unless it is whole."""
    try:
        data = (folder / CORE).read_bytes()
        version, written = read_script(data)
        core = opened(written)
        names = [f"{FOLDER}/words/{number}.js" for number in range(len(core["shards"]))]
        names += [pack_file(number) for number in range(len(core["packs"]))]
        files = {name: (folder / name).read_bytes() for name in names}
        if version != version_of(core, files.values()):
            return None
        packs = (files[pack_file(number)] for number in range(len(core["packs"])))
        scripts = [script for pack in packs for script in unpacked(pack)]
        paths = (f"{page[0]}.md" for page in core["pages"])
        return Before(core, {**files, CORE: data}, dict(zip(paths, scripts, strict=True)))
    except (OSError, LookupError, TypeError, ValueError):
        return None  # it was never written, or not to its end
