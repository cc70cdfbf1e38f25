"""The gate: an opening that is not ready to be posted goes into no list, feed or data.

All else is published. What holds an opening back is what its report calls an error, on the day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.checks.report import opening_report
from hiring.model.problem import Severity
from hiring.model.time_zones import as_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from hiring.model.handbook import Handbook


def gated(handbook: Handbook, now: datetime) -> Handbook:
    """Return a handbook as it is at a moment, with the openings held back that are not ready."""
    current, today = as_of(handbook, now), now.date()
    openings = {
        key: replace(opening, is_held=_is_unready(current, today, key))
        for key, opening in current.openings.items()
    }
    return replace(current, openings=openings)


def held_back(handbook: Handbook, today: date) -> Iterator[str]:
    """Yield a line for each reason why an opening of a gated handbook is held back."""
    for key, opening in handbook.openings.items():
        report = opening_report(handbook, today, key) if opening.is_held else None
        for found in report.found(Severity.ERROR) if report else ():
            yield f"{found.path}:{found.line}: held back: {found.message} [{found.rule}]"


def _is_unready(handbook: Handbook, today: date, key: str) -> bool:
    if handbook.openings[key].state(today) not in ("open", "to-come"):
        return False
    report = opening_report(handbook, today, key)
    return report is not None and not report.is_ready
