"""A small handbook without a mistake, and a way to read it with some files put in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hiring.model.audience import Audience
from hiring.model.handbook import Handbook
from hiring.reading.cache import PageCache
from hiring.reading.handbook import understand
from hiring.reading.sources import sources_from

BASE = Path(__file__).parent / "base"

Reader = Callable[..., Handbook]


@pytest.fixture(scope="session")
def base() -> Mapping[str, bytes]:
    """Return the small handbook's files, by path."""
    files = sorted(path for path in BASE.rglob("*") if path.is_file())
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="session")
def read(base: Mapping[str, bytes]) -> Reader:
    """Return a reader of the small handbook with other files; it keeps the pages it has read."""
    cache = PageCache()

    def read(
        files: Mapping[str, bytes | str] | None = None, audience: Audience = Audience.EMPLOYEE
    ) -> Handbook:
        changed = {
            path: data.encode() if isinstance(data, str) else data
            for path, data in (files or {}).items()
        }
        return understand(sources_from({**base, **changed}), audience, cache)

    return read
