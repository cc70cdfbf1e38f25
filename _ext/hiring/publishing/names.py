"""The pages and anchors that a source makes, and those that a built file names or leads to.

Both are read off the text, without the parser that the site is built with: a check that shared
its parser would share its faults.
"""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from hiring.model.slugs import key_from
from hiring.publishing.words import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DIRECTIVE = re.compile(r"\s*(?::{3,}|`{3,})\{([\w:-]+)\}\s*(.*)")
_OPTION = re.compile(r"\s*:(id|name):\s*(\S+)")
_LABEL = re.compile(r"\s*\(([^()\s]+)\)=\s*$")
_HEADING = re.compile(r"#{1,6}\s+(.+)")

_RUN = re.compile(r"[\w./:#~-]{3,}")
_IDS = re.compile(r"""\s(?:id|name)=["']?([\w.-]+)""")
_BETWEEN = re.compile(r"[./:#]")
_ENDING = re.compile(r"\.\w+$")
_DEEPEST = 100
"""How many folders deep a page is looked for: of endless slashes, each would be tried with all."""


def names_made(path: str, text: str) -> Iterator[tuple[str, int]]:
    """Yield (name, line) of what a page adds to the site.

    The page itself is ``roles/head-baker``, an anchor on it ``roles/head-baker#level-senior``, and
    what it defines ``head-baker/senior``. The anchor of a definition and an author's label are
    names by themselves as well, and so is a key of several words: one word is looked for as such.
    """
    page = folded(path.removesuffix(".md"))
    yield page, 1
    key = page.rpartition("/")[2]
    if "-" in key:
        yield key, 1
    kind = ""
    for number, line in enumerate(folded(text).split("\n"), 1):
        directive = _DIRECTIVE.match(line)
        option = _OPTION.match(line)
        label = _LABEL.match(line)
        heading = _HEADING.match(line)
        if directive:
            kind = directive[1].rpartition(":")[2]
            yield f"{page}#{kind}", number
            yield from _defined(page, kind, key_from(directive[2]), number)
        elif option and option[1] == "id":
            yield from _defined(page, kind, option[2], number)
        elif option or label:
            name = option[2] if option else label[1] if label else ""
            yield from ((made, number) for made in (name, f"{page}#{key_from(name)}"))
        elif heading:
            yield f"{page}#{key_from(heading[1])}", number


def _defined(page: str, kind: str, key: str, line: int) -> Iterator[tuple[str, int]]:
    """Yield the names of what a directive defines on a page under a key."""
    if key:
        yield f"{page}#{kind}-{key}", line
        yield f"{kind}-{key}", line
        yield f"{page.rpartition('/')[2]}/{key}", line


def names_in(path: str, views: Iterable[str]) -> set[str]:
    """Return what a built file names and leads to, in the same forms."""
    page = page_of(path)
    folder = dirname(page)
    found: set[str] = set()
    for view in views:
        for run in set(_RUN.findall(view)):
            found |= _keys(run)
            if "/" in run or "#" in run or "." in run:
                found |= _meant(folder, page, run)
    return found


def names_written(views: Iterable[str]) -> set[str]:
    """Return what a text names as it is written; where a link of it leads does not count."""
    runs = {run for view in views for run in _RUN.findall(view)}
    return {name for run in runs for name in (*_keys(run), page_of(run.rstrip(".:/")))}


def _keys(run: str) -> set[str]:
    """Return the keys of several words in what is written without a space."""
    return {piece.strip("-") for piece in _BETWEEN.split(run)} if "-" in run else set()


def anchors_in(path: str, text: str) -> set[str]:
    """Return the anchors that a built page has: ``roles/baker#level-senior``."""
    return {f"{page_of(path)}#{anchor}" for anchor in _IDS.findall(folded(text))}


def page_of(path: str) -> str:
    """Return the page that a built file is of, or belongs to: its path without the ending."""
    return _ENDING.sub("", folded(path))


def _meant(folder: str, page: str, run: str) -> set[str]:
    """Return what a path or link may mean: from where it stands, and from the site's root."""
    place, _, anchor = run.rstrip(".:/").partition("#")
    bare = _ENDING.sub("", place)
    pages = {bare, normpath(join(folder, bare)) if bare else page}
    if place.startswith("/") or "://" in place:
        steps = bare.split("/")
        first = max(1, len(steps) - _DEEPEST)
        pages |= {"/".join(steps[start:]) for start in range(first, len(steps))}
    return {f"{name}#{anchor}" for name in pages} | pages if anchor else pages
