"""The facts of a job's terms that have parts: its hours."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from hiring.model.base import Facts
from hiring.model.values import Amount

if TYPE_CHECKING:
    from hiring.model.fact_shapes import Pay

_OF_A_WEEK = 168
_BY_THE_HOURS = ("week", "month", "year")
"""What pay is for where less of it is paid for fewer hours."""


class Hours(Facts):
    """How many hours a week the job has, and how many a full-time one."""

    per_week: Amount
    full_time: Amount | None = None

    @model_validator(mode="after")
    def _of_one_week(self) -> Hours:
        for name, hours in (("per_week", self.per_week), ("full_time", self.full_time)):
            if hours is not None and not 0 < hours <= _OF_A_WEEK:
                message = "`{name}` {hours} are no hours of a week: write a number, as 37.5"
                raise PydanticCustomError("bad_hours", message, {"name": name, "hours": str(hours)})
        if self.full_time is not None and self.per_week > self.full_time:
            message = "`per_week` {own} is above `full_time` {full}: swap them, or correct one"
            stated = {"own": str(self.per_week), "full": str(self.full_time)}
            raise PydanticCustomError("bad_hours", message, stated)
        return self

    @property
    def is_part_time(self) -> bool:
        """Whether the job has fewer hours than one that is full-time."""
        return self.full_time is not None and self.per_week < self.full_time

    def paid(self, pay: Pay) -> Pay:
        """Return what is paid for these hours where ``pay`` is for all of a full-time job.

        Amounts are rounded as they are written: to whole units, or to hundredths of one.
        """
        if self.full_time is None or not self.is_part_time or pay.per not in _BY_THE_HOURS:
            return pay
        share = self.per_week / self.full_time
        whole = all(it == it.to_integral_value() for it in (pay.min, pay.max))
        unit = Decimal(1) if whole else Decimal("0.01")
        ends = (pay.min * share, pay.max * share)
        low, high = (end.quantize(unit, ROUND_HALF_UP) for end in ends)
        return pay.model_copy(update={"min": low, "max": high})


_NUMBER = r"(\d[^\s%]*)"
_HOURS = re.compile(rf"{_NUMBER}(?: of {_NUMBER})?(?: hours)?(?: (?:per|a) week)?")


def hours_option(written: str) -> dict[str, str]:
    """Return the parts of a level's hours: ``23 of 37.5``."""
    match = _HOURS.fullmatch(written.strip())
    if match is None:
        raise ValueError("wanted hours a week, as `40`, or `23 of 37.5` where it is part-time")
    return {
        name: hours
        for name, hours in zip(("per_week", "full_time"), match.groups(), strict=True)
        if hours
    }
