"""What exists only above the readers of a build: words, names and files, and where each is said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

import snowballstemmer

from hiring.model.digests import digest_of_bytes
from hiring.model.messages import gettext
from hiring.publishing.files import files_in
from hiring.publishing.names import names_made, names_written, page_of
from hiring.publishing.unpack import ClosedError, outside_compressed, parts
from hiring.publishing.words import LEAST, folded, plain_words, text_of, views, words_in, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

SOURCES = (".md", ".yaml", ".py")
"""What a handbook is written in; every other file of it is shown as it is."""

WORDY = (
    *(".css", ".css_t", ".csv", ".docx", ".html", ".jinja", ".js", ".js_t", ".json", ".py"),
    *(".toml", ".txt", ".xml"),
)
"""The files of a package from which words can come into a site."""


class HiddenKind(Enum):
    """What can be hidden."""

    WORD = "word"
    NAME = "name"
    PAGE = "page"
    FILE = "file"

    def called(self, name: str) -> str:
        """Return how a finding calls one of the kind."""
        match self:
            case HiddenKind.WORD:
                return gettext('the word "{word}"', word=name)
            case HiddenKind.NAME:
                return gettext('the page or anchor "{name}"', name=name)
            case HiddenKind.PAGE:
                return gettext('the page "{page}"', page=name)
            case HiddenKind.FILE:
                return gettext("a file")


@dataclass(frozen=True)
class HiddenContent:
    """For each kind what is hidden, and of each the place that says it: ``roles/y.md line 3``.

    ``known`` are the digests of files that may be in the site as they are, whatever they hold.
    """

    places: Mapping[HiddenKind, Mapping[str, str]]
    known: frozenset[str]

    def __bool__(self) -> bool:
        """Tell whether anything is hidden at all."""
        return any(self.places.values())


def hidden_between(
    above: Mapping[str, bytes],
    visible: Mapping[str, bytes],
    vocabulary: AbstractSet[str] = frozenset(),
    packages: AbstractSet[str] = frozenset(),
) -> HiddenContent:
    """Return what files by path say above that they do not say in what is visible.

    ``vocabulary`` are words that any handbook's site can hold, and ``packages`` the digests of
    files that anybody can install: neither tells a reader anything.
    """
    usual = {word for path, data in visible.items() for word in source_words(path, data)}
    usual |= vocabulary
    said = {name for path, data in visible.items() for name in _said(path, data)} | usual
    assets = frozenset(
        digest_of_bytes(data) for path, data in visible.items() if not is_source(path)
    )
    words: dict[str, str] = {}
    names: dict[str, str] = {}
    files: dict[str, str] = {}
    for path, data in sorted(above.items()):
        if visible.get(path) == data:
            continue
        for word, place in _placed(path, data, usual):
            words.setdefault(word, place)
        for name, line in _names(path, data):
            if name not in said:
                names.setdefault(name, _place(path, line))
        if digest_of_bytes(data) not in assets | packages:
            files[digest_of_bytes(data)] = path
    words = _with_stems(words, usual)
    # That readers may see a page's name, in a text, does not mean that they may see the page.
    pages = {page_of(path): path for path in above.keys() - visible.keys() if is_page(path)}
    places = {
        HiddenKind.WORD: words,
        HiddenKind.NAME: names,
        HiddenKind.PAGE: pages,
        HiddenKind.FILE: files,
    }
    return HiddenContent(places, assets | packages)


def is_source(path: str) -> bool:
    """Tell whether a file of the handbook is read rather than shown."""
    return path.endswith(SOURCES)


def is_page(path: str) -> bool:
    """Tell whether a file of the handbook is a page of it."""
    return path.endswith(".md")


def source_words(path: str, data: bytes) -> set[str]:
    """Return the words of a file, of its name, and of all that is in it."""
    found: set[str] = set()
    try:
        for name, content in parts(path, data):
            found |= words_of(outside_compressed(content)) | words_in(name)
    except ClosedError:
        # What can't be looked into says nothing; where it is in the site, the scan reports it.
        pass
    return found


def vocabulary(places: Iterable[Path]) -> frozenset[str]:
    """Return the words that packages can bring into any site: those of their code and templates.

    ``places`` are folders and files of packages that anybody can install.
    """
    found: set[str] = set()
    for file in files_in(places):
        if file.suffix in WORDY:
            for _, content in parts(file.name, file.read_bytes()):
                found |= plain_words(folded(text_of(content) or ""))
    return frozenset(found)


def _placed(path: str, data: bytes, usual: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Yield each word of a file that is not usual, with the first line that says it."""
    left = source_words(path, data) - usual
    text = text_of(data) or ""
    for number, line in enumerate(text.split("\n"), 1):
        if not left:
            return
        for word in words_in(line) & left:
            yield word, _place(path, number)
            left.discard(word)
    yield from ((word, path) for word in left)


def _place(path: str, line: int) -> str:
    return gettext("{path} line {line}", path=path, line=line)


def _names(path: str, data: bytes) -> Iterator[tuple[str, int]]:
    if is_page(path):
        yield from names_made(path, text_of(data) or "")


def _said(path: str, data: bytes) -> Iterator[str]:
    """Yield every name that a visible file makes or writes; an anchor also by itself."""
    for name, _ in _names(path, data):
        yield from (name, name.rpartition("#")[2])
    yield from names_written(views(text_of(data) or ""))


def _with_stems(words: Mapping[str, str], usual: AbstractSet[str]) -> dict[str, str]:
    """Return hidden words, and the forms in which a search index may keep them.

    A form that a usual word has in the index as well is left out: its being there tells nothing.
    """
    # A stem begins as its word does, nearly always: only such words can share one.
    starts = {word[: LEAST - 1] for word in words}
    shared = usual | {stem(word) for word in usual if word[: LEAST - 1] in starts}
    stems = {stem(word): place for word, place in words.items() if len(stem(word)) >= LEAST}
    return {word: place for word, place in {**stems, **words}.items() if word not in shared}


@cache
def stem(word: str) -> str:
    """Return the stem of an English word, as search indices have it."""
    return str(snowballstemmer.stemmer("english").stemWord(word))
