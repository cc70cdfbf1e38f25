"""A small handbook without a mistake, and a way to read it with some files put in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from hiring.model.audience import Audience
from hiring.model.handbook import Handbook
from hiring.reading.cache import PageCache
from hiring.reading.handbook import understand
from hiring.reading.sources import sources_from
from tests.support.cases import base_files

Reader = Callable[..., Handbook]


@pytest.fixture(scope="session")
def base() -> Mapping[str, bytes]:
    """Return the small handbook's files, by path."""
    return base_files()


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
