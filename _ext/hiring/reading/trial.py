"""What a change of the files would break, before it is made."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from hiring.model.problem import Severity
from hiring.reading.handbook import views_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.reading.pages.page_cache import PageCache
    from hiring.reading.sources.sources import Sources


def new_errors(
    before: Sources,
    after: Sources,
    cache: PageCache,
    moved: Mapping[str, str] = MappingProxyType({}),
) -> list[str]:
    """Return the errors of a changed handbook that are not there today, as ``check`` prints them.

    ``moved`` gives the new paths of pages by their old ones. The words of an error that stays may
    change, as what they name does: how many there are of a rule on a page counts.
    """
    known, found = (
        [it for it in views_of(sources, cache)[-1].problems if it.severity is Severity.ERROR]
        for sources in (before, after)
    )
    left = Counter((moved.get(problem.path, problem.path), problem.rule) for problem in known)
    new = []
    for problem in found:
        left[problem.path, problem.rule] -= 1
        if left[problem.path, problem.rule] < 0:
            new.append(str(problem))
    return new
