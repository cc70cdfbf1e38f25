"""The gate: an opening that is not ready to be posted goes into no list, feed or data.

All else is published. What holds an opening back is what its report calls an error, on the day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.checks.report import reports
from hiring.model.messages import gettext
from hiring.model.problem import Severity
from hiring.model.time_zones import as_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from hiring.checks.finding import Finding
    from hiring.checks.report import ReadinessReport
    from hiring.model.checks import PageChecks
    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening
    from hiring.reading.pages.content_cache import ContentCache


def gated(
    handbook: Handbook,
    now: datetime,
    checks: Mapping[str, PageChecks] | None = None,
    kept: ContentCache[list[Finding]] | None = None,
) -> Handbook:
    """Return a handbook as it is at a moment, with the openings held back that are not ready.

    ``checks`` are those that pages state, by path: the public is told nothing of what is meant, and
    what is meant counts for its build all the same. ``kept`` is what was found in openings before.
    """
    current, today = as_of(handbook, now), now.date()
    found = reports(_with_checks(current, checks or {}), today, kept)
    openings = {
        key: replace(opening, held=tuple(_reasons(opening, today, found.get(key))))
        for key, opening in current.openings.items()
    }
    # One job in two languages is one job: where it must not go out, it goes out in neither.
    for key, opening in openings.items():
        original = openings.get(opening.translates)
        if original and original.held:
            openings[key] = replace(opening, held=original.held)
    return replace(current, openings=openings)


def held_back(handbook: Handbook) -> Iterator[str]:
    """Yield a line for each reason why an opening of a gated handbook is held back."""
    found = (line for opening in handbook.openings.values() for line in opening.held)
    yield from dict.fromkeys(found)


def _with_checks(handbook: Handbook, checks: Mapping[str, PageChecks]) -> Handbook:
    taken = {
        path: checks[page.translates]
        for path, page in handbook.pages.items()
        if page.translates in checks and "checks" not in handbook.lines.get(path, {})
    }
    checks = {**taken, **checks}
    pages = {
        path: replace(page, front_matter=page.front_matter.model_copy(update={"checks": stated}))
        for path, stated in checks.items()
        if (page := handbook.pages.get(path))
    }
    return replace(handbook, pages={**handbook.pages, **pages}) if pages else handbook


def _reasons(opening: Opening, today: date, report: ReadinessReport | None) -> Iterator[str]:
    if report is None or opening.state(today) not in ("open", "to-come"):
        return
    for found in report.found(Severity.ERROR):
        held = gettext("held back: {why}", why=found.message)
        yield f"{found.path}:{found.line}: {held} [{found.rule}]"
