"""Every text that a reader of a built site sees or hears, whichever file it is in."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from docx import Document

from tests.support.searched import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SPOKEN_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "label", "data-failed", "summary")
NOT_READ = ("handbook.json", "schema", "core.js", "qualifications.json", "objects.inv", "_headers")
"""What programs read, whose names and values the guide lists; a posting's JSON is read as well."""
OWN_SCRIPTS = ("hiring", "search", "generator")

_COMMENT = re.compile(r"^\s*//.*$|/\*.*?\*/|new Error\([^)]*\)", re.MULTILINE | re.DOTALL)
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
_CODE = re.compile(
    r"[<>=\[\]_]|\w\.\w|(?:^|\s)[.#]\w|--|\$\{|\\[pb]|^use strict$|^hiring-|"
    r"^\(|makeElement|^[a-z]+, [a-z]+$"
)
"""What tells a string of a script as one for the browser."""


def texts_of(site: Path) -> Iterator[tuple[str, str]]:
    """Yield each text of a site with the file that it is in; what is marked as English is left out.

    Copies as Markdown have no such marks: there the same words are left out as on their page.
    """
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site)
        if file.is_dir() or path.parts[0] in NOT_READ or path.name in NOT_READ:
            continue
        if path.parts[0] == "_static" and OWN_SCRIPTS[0] not in path.parts:
            continue
        reader = READERS.get(file.suffix)
        if reader is None:
            continue
        page = file.with_suffix(".html")
        marked = english_in(page.read_bytes()) if file.suffix == ".md" and page.exists() else []
        for text in reader(file.read_bytes()):
            said = " ".join(text.split())
            for english in marked:
                said = said.replace(english, "")
            yield str(path), said


def english_in(page: bytes) -> list[str]:
    """Return the texts of a page that are marked as English, the longest first."""
    soup = BeautifulSoup(page, "html.parser")
    found = {
        " ".join(text.split())
        for it in soup.find_all(lang="en")
        for text in it.find_all(string=True)
    }
    return sorted(filter(None, found), key=len, reverse=True)


def _html(data: bytes) -> Iterator[str]:
    soup = BeautifulSoup(data, "html.parser")
    for script in soup.find_all("script"):
        if script.get("type") == "application/ld+json":
            yield from _values(json.loads(script.string or ""))
        script.decompose()
    for english in soup.find_all(lang="en"):
        if english.name != "html":
            english.decompose()
    for meta in soup.find_all("meta"):
        kind = str(meta.get("name") or meta.get("property") or "")
        if kind in ("description", "keywords") or kind.startswith("og:"):
            yield "" if kind in ("og:type", "og:image:type") else str(meta["content"])
    for element in soup.find_all(True):
        yield from (str(element[name]) for name in SPOKEN_ATTRIBUTES if element.get(name))
    yield from soup.find_all(string=True)


def _values(data: Any) -> Iterator[str]:
    """Yield the texts of data; a code, as ``FULL_TIME`` or ``on-site``, is none."""
    if isinstance(data, dict):
        for value in data.values():
            yield from _values(value)
    elif isinstance(data, list):
        for value in data:
            yield from _values(value)
    elif isinstance(data, str) and not re.fullmatch(r"[A-Za-z]+|[A-Z_]+|[a-z0-9_.:/-]+", data):
        yield data


def _script(data: bytes) -> Iterator[str]:
    text = _COMMENT.sub("", opened(data).decode())
    is_data = re.match(r"(?://.*\n)?hiring(?:Search|Generator)\.", text)
    for plain, template in _STRING.findall(text):
        said = plain or template
        is_word = re.fullmatch(r"[A-Z][a-z]+", said)
        if (" " in said.strip() or is_word) and (is_data or not _CODE.search(said)):
            readable = re.sub(r"\\u([0-9a-f]{4})", lambda it: chr(int(it[1], 16)), said)
            yield readable.replace("\\n", " ")


def _json(data: bytes) -> Iterator[str]:
    yield from _values(json.loads(data))


def _xml(data: bytes) -> Iterator[str]:
    yield from BeautifulSoup(data, "xml").find_all(string=True)


def _word(data: bytes) -> Iterator[str]:
    document = Document(io.BytesIO(data))
    for part in document.element.body.iter():
        if part.tag.endswith("}t"):
            yield part.text or ""
    yield document.core_properties.title


def _lines(data: bytes) -> Iterator[str]:
    yield from data.decode().splitlines()


def _calendar(data: bytes) -> Iterator[str]:
    for line in data.decode().replace("\r\n ", "").splitlines():
        name, _, value = line.partition(":")
        if name.partition(";")[0] in ("SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME"):
            yield value.replace("\\n", " ")


def _sheet(data: bytes) -> Iterator[str]:
    yield from re.findall(r'content:\s*"([^"]*)"', data.decode())


READERS = {
    ".html": _html,
    ".js": _script,
    ".json": _json,
    ".xml": _xml,
    ".atom": _xml,
    ".svg": _xml,
    ".docx": _word,
    ".md": _lines,
    ".txt": _lines,
    ".ics": _calendar,
    ".css": _sheet,
}
