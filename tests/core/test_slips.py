"""What newcomers get wrong, slip by slip: what the review says of it stands in ``slips/``.

A case needs no Python. It changes texts of a handbook without a finding, ``slips/base``, or renames
one of its files; ``says`` are the lines that ``check`` prints, all of them. A case is one mistake,
or as many as it says in ``mistakes``: each is told once, and nothing else is, neither at another
file nor of the whole. Where there are none, what is written is right, or taken as it was meant.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.checks.run import findings_kept, run_checks
from hiring.reading.handbook import views_of
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.sources import sources_from
from tests.support.cases import DAY, abridged, files_in, files_of, one_by_one

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.support.cases import Case

SLIPS = Path(__file__).parent / "slips"


@pytest.fixture(scope="module")
def sound() -> Mapping[str, bytes]:
    """Return the handbook in which nothing is found, by path."""
    return files_in(SLIPS / "base")


@pytest.fixture(scope="module")
def cache() -> PageCache:
    """Return the pages that have been read: most are the same in all cases."""
    return PageCache()


@pytest.fixture(scope="module")
def said(cache: PageCache) -> Callable[[Mapping[str, bytes]], list[str]]:
    """Return what a review says of files: of pages that are as before, what was found before."""
    kept = findings_kept()

    def said(files: Mapping[str, bytes]) -> list[str]:
        views = views_of(sources_from(files), cache)
        return [str(found) for found in run_checks(views[-1], DAY, kept, views=views).findings]

    return said


def test_nothing_is_found_where_nothing_is_wrong(
    sound: Mapping[str, bytes], said: Callable[[Mapping[str, bytes]], list[str]]
) -> None:
    assert said(sound) == []


@pytest.mark.parametrize("case", one_by_one(SLIPS))
def test_case(
    case: Case,
    sound: Mapping[str, bytes],
    said: Callable[[Mapping[str, bytes]], list[str]],
) -> None:
    files = {**sound, **files_of(case, sound)}
    for old, new in case.get("rename", {}).items():
        files[new] = files.pop(old)
    wanted = case["says"].splitlines()
    told = said(files)
    assert [
        abridged(line, wanted[number : number + 1]) for number, line in enumerate(told)
    ] == wanted
    assert len(told) == case.get("mistakes", 1)
