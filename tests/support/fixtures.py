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
from hiring.reading.handbook import understand
from hiring.reading.pages.content_cache import ContentCache
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


class FromFile(PageCache):
    """Gives pages as a second run has them: written to a cache's file, and read from it.

    So whatever a test says of a page holds for both runs, and no page may lose anything.
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self.returned: dict[int, tuple[PageRecord, PageRecord]] = {}

    def read(self, *arguments: Any) -> PageRecord:
        """Return a page as the file has it."""
        first = super().read(*arguments)
        if id(first) not in self.returned:
            self.file.unlink(missing_ok=True)
            known = next((it.facts for it in arguments if isinstance(it, Vocabulary)), OURS)
            context = {CLASSES: {"level": known.level, "front_matter": known.front_matter}}
            writing = ContentCache(RECORDS, self.file)
            writing.get((), lambda: first)
            writing.save()
            again = ContentCache(RECORDS, self.file, context).get((), lambda: first)
            assert again is not first, "it could not be kept"
            assert repr(again) == repr(first), "a second run would see another page"
            self.returned[id(first)] = first, again
        return self.returned[id(first)][1]


@pytest.fixture(scope="session")
def base() -> Mapping[str, bytes]:
    """Return the small handbook's files, by path."""
    return base_files()


@pytest.fixture(scope="session")
def read(base: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Return a reader of the small handbook with other files; it keeps the pages it has read."""
    cache = FromFile(tmp_path_factory.mktemp("kept") / "page.json")

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
