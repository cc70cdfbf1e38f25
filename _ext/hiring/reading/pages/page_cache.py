"""Pages already read, kept by the content that they were read from."""

from __future__ import annotations

import pickle
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.language.vocabulary import LANGUAGE, Vocabulary
from hiring.model.audience import Audience
from hiring.model.digests import digest_of, digest_of_bytes, digest_of_code
from hiring.model.fact_classes import OURS
from hiring.model.kept_facts import CLASSES
from hiring.model.messages import message_language
from hiring.model.role import JobRole
from hiring.reading.pages.content_cache import ContentCache
from hiring.reading.pages.page import read_page
from hiring.reading.pages.page_trees import PageTrees
from hiring.reading.pages.record import PageRecord
from hiring.reading.sources.projection import Parts
from hiring.system.workers import side_by_side

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def reader_version() -> str:
    """Return a digest of the code that reads pages: other code may read another thing."""
    return digest_of_code("data", "language", "model", "reading")


def readers_of(text: str, parts: Parts, audience: Audience) -> str:
    """Return what tells those who see the same of a page as an audience from who sees all of it.

    Without a mark or a waiver in it, a page is the same for all who may read it.
    """
    if parts.mistakes or (audience is Audience.PUBLIC and "checks" in text):
        return audience
    seen = "".join("01"[audience.may_read(part.audience)] for part in parts.parts)
    return seen if "0" in seen else ""


Roles = dict[tuple[int, str], tuple[PageRecord, JobRole | None]]
"""The roles that records state, each with its record, by whose identity and readers it is."""


class PageCache:
    """Pages by their path and text; ``file`` is where they are kept, if anywhere."""

    def __init__(self, file: Path | None = None) -> None:
        """Note where an earlier run has kept what it read: what pages may state tells how."""
        self.trees = PageTrees()
        self._file = file
        self._kept: ContentCache[PageRecord] | None = None
        self._digests = ContentCache(str, file and file.with_name(f"{file.stem}-roles.json"))
        self._words = (LANGUAGE, digest_of(LANGUAGE))
        self._texts: dict[str, tuple[str, str]] = {}
        self._roles: tuple[object, Roles] = (None, {})
        self._whole: dict[str, tuple[object, PageRecord]] = {}
        self._made_of: dict[int, tuple[PageRecord, tuple[str, ...]]] = {}

    def roles_with(self, stated: object) -> Roles:
        """Return the roles made so far with what data files state; to be added to."""
        if self._roles[0] != stated:
            self._roles = (stated, {})
        return self._roles[1]

    def read(
        self,
        path: str,
        text: str,
        audience: Audience = Audience.HIRING_TEAM,
        words: Vocabulary = LANGUAGE,
    ) -> PageRecord:
        """Return the page, read anew only where its text, or our code, has changed.

        ``words`` is what pages may use: with other words it may be read as something else. The
        whole page comes first: its record has the parts, which nobody looks for again.
        """
        known = (text, words, message_language())
        if path not in self._whole or self._whole[path][0] != known:
            whole = self._read(path, text, Audience.HIRING_TEAM, words)
            self._whole[path] = (known, whole)
        whole = self._whole[path][1]
        if audience is Audience.HIRING_TEAM:
            return whole
        readers = readers_of(text, whole.parts, audience)
        return self._read(path, text, audience, words, readers) if readers else whole

    def _read(
        self, path: str, text: str, audience: Audience, words: Vocabulary, readers: str = ""
    ) -> PageRecord:
        kept, parts = self._at_hand(words), self._told(path, text, words, readers)
        record = kept.get(parts, lambda: read_page(path, text, audience, words, self.trees))
        self._made_of[id(record)] = record, parts
        return record

    def with_digest(self, role: JobRole, record: PageRecord, stated: str) -> JobRole:
        """Return a role with the digest of its parts, where it was made of this record before.

        ``stated`` tells what data files state. A record that was changed since is in no cache.
        """
        if self._file is None or id(record) not in self._made_of:
            return role
        made_of = (*self._made_of[id(record)][1], stated)
        return role.with_digest(self._digests.get(made_of, lambda: role.digest_of_parts))

    def _at_hand(self, words: Vocabulary) -> ContentCache[PageRecord]:
        if self._kept is None or words.facts != self._words[0].facts:
            facts = words.facts
            known = {"level": facts.level, "front_matter": facts.front_matter}
            context = {CLASSES: known if facts != OURS else {}}
            self._kept = ContentCache(PageRecord, self._file, context)
        return self._kept

    def _told(self, path: str, text: str, words: Vocabulary, readers: str) -> tuple[str, ...]:
        """Return what a record is made of; words and text, which are long, by their digests."""
        if words is not self._words[0]:
            self._words = (words, digest_of(words))
        if path not in self._texts or self._texts[path][0] != text:
            self._texts[path] = (text, digest_of_bytes(text.encode()))
        made_of = (self._words[1], path, readers, self._texts[path][1])
        return (reader_version(), message_language(), *made_of)

    def read_ahead(
        self, pages: Mapping[str, str], audience: Audience, words: Vocabulary, jobs: int
    ) -> None:
        """Read pages in several processes, as far as they were not read before.

        Facts of the company's own are of classes that are made of company.yaml, and can't be handed
        to another process: then each page is read when it is asked for, as any other is that can't
        be handed over.
        """
        if jobs < 2 or words.facts != OURS:
            return
        kept = self._at_hand(words)
        new = {
            path: text
            for path, text in pages.items()
            if not kept.has(self._told(path, text, words, ""))
        }

        def read(path: str) -> bytes | None:
            self.read(path, new[path], audience, words)
            whole = self._whole[path][1]
            readers = readers_of(new[path], whole.parts, audience)
            records = {"": whole}
            if audience is not Audience.HIRING_TEAM and readers:
                records[readers] = self._read(path, new[path], audience, words, readers)
            try:
                return pickle.dumps((records, self.trees.parsed(path)))
            except RecursionError:
                return None

        for path, made in zip(new, side_by_side(read, list(new), jobs), strict=True):
            if made is None:
                continue
            records, tree = pickle.loads(made)
            self.trees.keep(path, new[path], words, tree)
            for readers, record in records.items():
                kept.put(self._told(path, new[path], words, readers), record)

    def save(self) -> None:
        """Keep what this run has used, and nothing older."""
        if self._kept is not None:
            self._kept.save()
            self._digests.save()

    def settle(self) -> None:
        """Start another run, which has at hand what the one before has used."""
        self._whole, self._made_of = {}, {}  # what is asked for again is used again
        self._digests.settle()
        if self._kept is not None:
            self._kept.settle()


def pages_in(file: Path | None) -> PageCache:
    """Return the pages that are kept in a file, with what this process has read before."""
    cache = _pages_in(file)
    cache.settle()
    return cache


@lru_cache(maxsize=1)
def _pages_in(file: Path | None) -> PageCache:
    return PageCache(file)
