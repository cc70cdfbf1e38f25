"""Handbooks that several folders of tests read: a small one, and one in full."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from hiring.language.vocabulary import Vocabulary
from hiring.model.audience import Audience
from hiring.model.fact_classes import OURS
from hiring.model.handbook import Handbook
from hiring.model.kept_facts import CLASSES
from hiring.model.values import AS_WRITTEN
from hiring.reading.handbook import understand
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.pages.record import PageRecord
from hiring.reading.sources.sources import sources_from
from tests.support.cases import base_files

FROZEN = Path(__file__).parents[1] / "frozen"
"""The handbook as it was on a day: programs are tested on pages that no author changes."""

LONG_LADDER = Path(__file__).with_name("long-ladder.md")
"""A role of the small handbook whose levels are in groups."""

GUIDE = Path(__file__).parents[2] / "handbook/guide"
"""The program's manual: all that a test may read of the real handbook."""

RECORDS = TypeAdapter(dict[str, PageRecord])

Reader = Callable[..., Handbook]


class AsKept(PageCache):
    """Gives pages as a second run has them: written as a cache writes them, and read from that.

    So whatever a test says of a page holds for both runs, and no page may lose anything.
    """

    def __init__(self) -> None:
        super().__init__()
        self.returned: dict[int, tuple[PageRecord, PageRecord]] = {}

    def read(self, *arguments: Any) -> PageRecord:
        """Return a page as it is kept."""
        first = super().read(*arguments)
        if id(first) not in self.returned:
            known = next((it.facts for it in arguments if isinstance(it, Vocabulary)), OURS)
            context = {CLASSES: {"level": known.level, "front_matter": known.front_matter}}
            written = RECORDS.dump_json({"": first}, context=AS_WRITTEN)
            again = RECORDS.validate_json(written, context=context)[""]
            assert repr(again) == repr(first), "a second run would see another page"
            self.returned[id(first)] = first, again
        return self.returned[id(first)][1]


@pytest.fixture(scope="session")
def base() -> Mapping[str, bytes]:
    """Return the small handbook's files, by path."""
    return base_files()


@pytest.fixture(scope="session")
def read(base: Mapping[str, bytes]) -> Reader:
    """Return a reader of the small handbook with other files; it keeps the pages it has read."""
    cache = AsKept()

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
    """Return the frozen handbook's roles, without the pages beside them."""
    files = (*FROZEN.glob("roles/*-*.md"), *FROZEN.glob("*.yaml"))
    data = {file.relative_to(FROZEN).as_posix(): file.read_bytes() for file in files}
    return understand(sources_from(data), Audience.HIRING_TEAM, PageCache())
