"""Years of experience, as ranges that may be open above, and the calendar of reviews."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from hiring.model.messages import gettext


@dataclass(frozen=True, slots=True)
class Years:
    """Typical years of experience, ``min`` to ``max``; ``max`` is None where the range is open."""

    min: int
    max: int | None

    def __str__(self) -> str:
        """Return the range as contributors write it: ``1-2`` or ``5+``."""
        return f"{self.min}+" if self.max is None else f"{self.min}-{self.max}"


NO_YEARS = Years(0, None)
"""Any number of years, none of them too: written ``0+``."""


def parse_years(text: str) -> Years:
    """Read ``1-2``, ``2-4`` or ``5+``; raise ValueError, with what is wanted, on anything else."""
    match = re.fullmatch(r"([0-9]{1,2})(?:\s*[-\N{EN DASH}]\s*([0-9]{1,2})|\s*\+)", text.strip())
    if not match:
        raise ValueError(gettext("found `{text}`, wanted years as `1-2` or `5+`", text=text))
    low, high = match.groups()
    if high is not None and int(high) <= int(low):
        raise ValueError(
            gettext("found `{text}`, wanted the smaller number of years first", text=text)
        )
    return Years(int(low), None if high is None else int(high))


def next_review(reviewed: date, every: str) -> date:
    """Return the day on which a review is due: ``reviewed`` plus ``every``, as ``12 months``.

    A day that the month lacks becomes the month's last day.
    """
    count, unit = every.split()
    if unit.startswith(("day", "week")):
        return reviewed + timedelta(days=int(count) * (7 if unit.startswith("week") else 1))
    months = int(count) * (12 if unit.startswith("year") else 1)
    year, month = divmod(reviewed.year * 12 + reviewed.month - 1 + months, 12)
    last_day = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(reviewed.day, last_day))
