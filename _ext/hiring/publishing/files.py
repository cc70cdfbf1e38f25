"""The files of a built site that are published, and what is found wrong with one."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.model.digests import digest_of_bytes
from hiring.model.messages import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEFT_OUT = (".buildinfo", ".buildinfo.bak", "*.map", "webpack-macros.html")
"""What others' tools put into a site that no reader has a use for: it stays in the work folder."""

_LEFT_OUT = re.compile("|".join(map(translate, LEFT_OUT)))


@dataclass(frozen=True, slots=True, order=True)
class SiteFault:
    """What is wrong with a file of the site: its path there, and one line that says what."""

    path: str
    message: str


def site_paths(site: Path) -> Iterator[str]:
    """Yield the path in a site of all that is published, in order.

    A symbolic link is yielded and never followed, whether it leads to a file or to a folder.
    """
    for here, folders, names in os.walk(site):
        folders.sort()
        place = Path(here)
        links = [name for name in folders if (place / name).is_symlink()]
        inside = "" if place == site else f"{place.relative_to(site).as_posix()}/"
        for name in sorted([*names, *links]):
            if not _LEFT_OUT.match(name):
                yield f"{inside}{name}"


def where_it_is(published: Path) -> str:
    """Return the line that says where a published site is, and how many pages it has."""
    pages = sum(name.endswith(".html") for _, _, names in os.walk(published) for name in names)
    return ngettext(
        "The handbook is in {folder} ({number} page): open {file}",
        "The handbook is in {folder} ({number} pages): open {file}",
        pages,
        folder=published,
        file=published / "index.html",
    )


def digests_of(places: Iterable[Path]) -> frozenset[str]:
    """Return the digests of files, and of all files in folders."""
    return frozenset(digest_of_bytes(file.read_bytes()) for file in files_in(places))


def files_in(places: Iterable[Path]) -> Iterator[Path]:
    """Yield files, and all files in folders; what is not there is left out."""
    for place in places:
        for file in [place, *sorted(place.rglob("*"))]:
            if file.is_file():
                yield file
