"""Whether a built site is complete, and nothing in it that is not meant to be published."""

from __future__ import annotations

import json
import re
import zlib
from fnmatch import translate
from functools import cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from hiring.model.digests import digest_of_bytes
from hiring.model.messages import gettext
from hiring.publishing.files import SiteFault, site_paths
from hiring.publishing.unpack import inventory
from hiring.publishing.verify_search import data_of, search_faults
from hiring.publishing.words import text_of
from hiring.system.workers import side_by_side

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from pathlib import Path

PUBLISHED = (
    *("*.html", "*.css", "*.js", "*.mjs", "*.woff2"),
    *("*.svg", "*.png", "*.jpg", "*.jpeg", "*.gif", "*.webp", "*.avif", "*.ico"),
    *("*.json", "*.xml", "*.atom", "*.txt", "*.inv", "*.docx", "*.ics", "*.pdf"),
    *("postings/*.md", "_headers"),
)
"""What may be published. A file that a visible page shows, or a package brings, may be too.

So may the copy of a page, as Markdown, which is named as its source is.
"""

NEVER = (
    *("_sources/*", "*/_sources/*", ".*", "*/.*", "*.py", "*.pyc", "*.pickle", "*.doctree"),
    *("*.yaml", "*.yml", "*.toml", "*.cfg", "*.ini", "*.lock", "*.env", "*.buildinfo"),
)
"""What is never published, wherever it comes from: sources, and what a build works with."""

BROUGHT = ("cname", ".nojekyll", ".domains", ".well-known/*")
"""What hosts and others look for under names of their own, where the operator brings it."""

FRAGMENTS = ("postings/*",)
"""Where an HTML file is only part of a page, to be pasted."""

SEARCHED = ("search/*.js",)
"""What the search loads: a half of it would find wrong things."""

TEXT = (".html", ".css", ".js", ".mjs", ".svg", ".json", ".xml", ".atom", ".txt", ".ics", ".md")

_TAILS = {
    ".html": b"</html>",
    ".ics": b"END:VCALENDAR",
    ".pdf": b"%%EOF",
    ".png": b"IEND\xaeB`\x82",
}
_PICKLE = re.compile(rb"\x80[\x02-\x05]")


def verify(
    site: Path,
    pages: Iterable[str],
    known: AbstractSet[str] = frozenset(),
    sources: AbstractSet[str] = frozenset(),
    seen: Collection[str] = frozenset(),
    jobs: int = 1,
) -> list[SiteFault]:
    """Return what is wrong with a built site, a finding a line.

    ``pages`` are the sources of all pages that must be there, as ``roles/baker.md``; ``known`` the
    digests of files that are right as they are; ``sources`` those of files that no site may hold;
    ``seen`` the paths of files that nobody has touched since they were found right; ``jobs`` how
    many processes may look.
    """
    files = list(site_paths(site))
    there = set(files)
    copied = frozenset(pages)
    # Of what is not published as a rule, it hangs on what pages show.
    unseen = [it for it in files if it not in seen or not _is_usual(it, copied)]

    def look(path: str) -> str:
        file = site / path
        usual = _is_usual(path, copied)
        return _not_plain(file) or _wrong(path, file.read_bytes(), known, sources, usual)

    looked = zip(unseen, side_by_side(look, unseen, jobs), strict=True)
    findings = [SiteFault(path, wrong) for path, wrong in looked if wrong]
    expected = {
        f"{page.removesuffix('.md')}.html": gettext(
            "it is missing: {source} has no page", source=page
        )
        for page in copied
    }
    expected |= dict.fromkeys(copied, gettext("it is missing: the page has no copy"))
    for path in sorted(expected.keys() - there):
        findings.append(SiteFault(path, expected[path]))
    told = {finding.path for finding in findings}
    return findings + [fault for fault in search_faults(site, seen) if fault.path not in told]


def _is_usual(path: str, copied: AbstractSet[str]) -> bool:
    """Tell whether builds write a file of that name; of each page, there is a copy."""
    return path in copied or _is_any(path, PUBLISHED)


def _not_plain(file: Path) -> str:
    if file.is_symlink():
        return gettext("it is a symbolic link: only files are published")
    return "" if file.is_file() else gettext("it is no regular file")


def _wrong(
    path: str,
    data: bytes,
    known: AbstractSet[str],
    sources: AbstractSet[str],
    usual: bool,
) -> str:
    """Return what is wrong with one file; nothing where it is as it should be.

    ``usual`` tells whether builds write a file of that name.
    """
    digest = digest_of_bytes(data)
    is_brought = _is_any(path, BROUGHT) and digest in known
    if _is_any(path, NEVER) and not is_brought:
        return gettext("a file of this kind is never published")
    if digest in sources:
        return gettext("it is a source of the handbook, or a copy of one")
    if digest in known:
        return ""
    if not usual:
        return gettext("no page shows it, and a file of this kind is not one that a build writes")
    if not data.strip():
        return gettext("it is empty")
    return next(_damage(path, data), "")


def _is_any(path: str, patterns: tuple[str, ...]) -> bool:
    return _matching(patterns).match(path.lower()) is not None


@cache
def _matching(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(translate, patterns)))


def _damage(path: str, data: bytes) -> Iterator[str]:
    """Yield why a file can't be whole, as far as its kind lets us tell."""
    ending = PurePosixPath(path).suffix.lower()
    if _PICKLE.match(data):
        yield gettext("it is a pickle, whatever its name says")
    elif ending in TEXT and text_of(data) is None:
        yield gettext("it is not text, as its name says")
    tail = _TAILS.get(ending, b"")
    if not data.rstrip().endswith(tail) and not _is_any(path, FRAGMENTS):
        yield gettext(
            "it is cut short: a whole one ends in {end}", end=tail.decode("ascii", "replace")
        )
    parse = data_of if _is_any(path, SEARCHED) else _PARSERS.get(ending)
    if parse is not None:
        try:
            parse(data)
        except (BadZipFile, EOFError, IndexError, SyntaxError, ValueError, zlib.error) as error:
            yield gettext("it is damaged: {error}", error=error)


def _parse_archive(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        bad = archive.testzip()
    if bad is not None:
        raise ValueError(gettext("{file} in it", file=bad))


def _parse_inventory(data: bytes) -> None:
    entry = re.compile(rb".+?\s+\S+:\S+\s+-?\d+\s+\S*\s+.+")
    for line in inventory(data).splitlines():
        if not entry.fullmatch(line):
            raise ValueError(gettext("an entry of it is no entry"))


_PARSERS: dict[str, Callable[[bytes], object]] = {
    ".json": json.loads,
    ".xml": ElementTree.fromstring,
    ".atom": ElementTree.fromstring,
    ".svg": ElementTree.fromstring,
    ".docx": _parse_archive,
    ".inv": _parse_inventory,
}
