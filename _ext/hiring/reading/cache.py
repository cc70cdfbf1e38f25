"""Pages already read, kept by the content that they were read from.

Kept as JSON, never as a pickle: a file that someone else could have written must not be able to
run code. A cache that can't be read is thrown away.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from pydantic import TypeAdapter, ValidationError

from hiring.model.audience import Audience
from hiring.reading.page import read_page
from hiring.reading.projection import MARK
from hiring.reading.record import PageRecord
from hiring.reading.vocabulary import LANGUAGE, Vocabulary


@cache
def _adapter() -> TypeAdapter[dict[str, PageRecord]]:
    return TypeAdapter(dict[str, PageRecord])


@cache
def reader_version() -> str:
    """Return a digest of the code that reads pages: other code may read another thing."""
    digest = hashlib.sha256()
    package = Path(__file__).parent.parent
    for folder in ("model", "reading"):
        for file in sorted((package / folder).glob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()


class PageCache:
    """Pages by the digest of their path and text; ``file`` is where they are kept, if anywhere."""

    def __init__(self, file: Path | None = None) -> None:
        """Load what an earlier run has kept."""
        self.file = file
        self._kept: dict[str, PageRecord] = {}
        self._used: dict[str, PageRecord] = {}
        if file is not None and file.is_file():
            try:
                self._kept = _adapter().validate_json(file.read_bytes())
            except (ValidationError, OSError):
                self._kept = {}

    def read(
        self,
        path: str,
        text: str,
        audience: Audience = Audience.HIRING_TEAM,
        words: Vocabulary = LANGUAGE,
    ) -> PageRecord:
        """Return the page, read anew only where its text, or our code, has changed.

        ``words`` is what pages may use: with other words it may be read as something else.
        """
        # Without a mark in it, a page is the same for all who may read it.
        readers = audience if MARK in text else ""
        parts = (reader_version(), repr(words), path, readers, text)
        digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()
        record = self._used.get(digest) or self._kept.get(digest)
        record = record or read_page(path, text, audience, words)
        self._used[digest] = record
        return record

    def save(self) -> None:
        """Keep what this run has used, and nothing older. A cache that can't be kept is no loss."""
        if self.file is None or self._used.keys() == self._kept.keys():
            return
        partial = None
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            # Of two builds at once each writes a file of its own; the last one renamed stays.
            with NamedTemporaryFile(dir=self.file.parent, delete=False) as file:
                partial = Path(file.name)
                file.write(_adapter().dump_json(self._used))
            partial.replace(self.file)
        except OSError:
            if partial is not None:
                partial.unlink(missing_ok=True)
