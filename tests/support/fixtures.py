"""Handbooks that several folders of tests read: a small one, and one with roles in full."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hiring.model.audience import Audience
from hiring.model.handbook import Handbook
from hiring.reading.handbook import read_handbook, understand
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.sources import sources_from
from tests.support.cases import base_files

FROZEN = Path(__file__).parents[1] / "frozen"
"""Pages of the handbook as they were on a day: programs are tested on what no author changes."""

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


@pytest.fixture(scope="session")
def frozen() -> Handbook:
    """Return the handbook with roles in full."""
    return read_handbook(FROZEN, Audience.HIRING_TEAM)
