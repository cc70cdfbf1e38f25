"""The review of a handbook's folder: made anew only where something that it depends on is new."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hiring.checks.adopting import adoption_problems
from hiring.checks.finding import CheckRun
from hiring.checks.gone import gone_pages, gone_problems
from hiring.checks.rulebook import rulebook
from hiring.checks.run import code_version, findings_kept, run_checks
from hiring.checks.start import (
    address_problems,
    rule_problems,
    settings_problems,
    start_problems,
)
from hiring.reading.handbook import views_of
from hiring.reading.history import files_before
from hiring.reading.pages.content_cache import ContentCache
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.sources import sources_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from hiring.reading.sources.sources import Sources


def review_folder(folder: Path, today: date, work: Path) -> CheckRun:
    """Review the handbook under a folder on a day; ``work`` is where what is found is kept.

    All files are read each time, and a review depends on nothing else but the names of files in the
    last commits: where all of them, the day and our code are as they were, the last review is
    returned.
    """
    sources = sources_in(folder)
    gone = [] if sources.projected else gone_pages(files_before(folder), sources.files)
    parts = (*_told_in(sources, today), *gone)
    kept = ContentCache(CheckRun, work / "review.json")
    found = kept.get(parts, partial(_reviewed, sources, gone, today, work))
    kept.save()
    return found


def _reviewed(sources: Sources, gone: list[str], today: date, work: Path) -> CheckRun:
    pages = PageCache(work / "pages.json")
    views = views_of(sources, pages)
    pages.save()
    readers = next(view for view in views if view.audience is sources.settings.audience)
    start = (
        *settings_problems(sources),
        *rule_problems(sources),
        *start_problems(sources, readers),
        *address_problems(sources, views[-1]),
    )
    own = adoption_problems(sources, views[-1].company.name)
    problems = (*views[-1].problems, *start, *gone_problems(gone, views[-1]), *own)
    whole = replace(views[-1], problems=problems)
    return run_checks(whole, today, findings_kept(work / "findings.json"), views=views)


def _told_in(sources: Sources, today: date) -> Iterator[str]:
    """Yield all that a review depends on."""
    yield from (code_version(), rulebook(sources.settings.rules).digest)
    yield from (today.isoformat(), repr(sorted(sources.files)))
    told = {name: it for name, it in vars(sources).items() if name not in ("texts", "files")}
    yield repr(told)
    for path, text in sorted(sources.texts.items()):
        yield from (path, text)
