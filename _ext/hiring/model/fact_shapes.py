"""The facts that have parts: pay, occupation, education."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from hiring.model.base import Facts
from hiring.model.values import (
    Amount,
    Currency,
    EducationLevel,
    Line,
    PartOfDate,
    Period,
    SocCode,
    Text,
    YesNo,
)


class Pay(Facts):
    """The range the employer pays, in ``currency`` for each ``per``."""

    currency: Currency
    min: Amount
    max: Amount
    per: Period

    @model_validator(mode="after")
    def _in_order(self) -> Pay:
        if self.min > self.max:
            message = "`min` {low} is above `max` {high}: swap them, or correct one"
            raise PydanticCustomError(
                "pay_range", message, {"low": str(self.min), "high": str(self.max)}
            )
        return self

    def __str__(self) -> str:
        """Return the range as contributors write it: ``USD 100000-120000 per year``."""
        return f"{self.currency} {self.min}-{self.max} per {self.per}"


_BOUND = r"([^\s\N{EN DASH}-]+)"
_PAY = re.compile(rf"(\S+)\s+{_BOUND}\s*[\N{{EN DASH}}-]\s*{_BOUND}\s+per\s+(\w+)")


def pay_option(written: str) -> dict[str, str]:
    """Return the parts of a range as a level states it: ``USD 100000-120000 per year``."""
    match = _PAY.fullmatch(written.strip())
    if match is None:
        raise ValueError("wanted `USD 100000-120000 per year`")
    return dict(zip(("currency", "min", "max", "per"), match.groups(), strict=True))


class MarketPay(Facts):
    """What the market pays on average, and who says so."""

    currency: Currency
    average: Amount
    per: Period
    as_of: PartOfDate | None = None
    source: Text | None = None


class Occupation(Facts):
    """The occupation's O*NET-SOC code, and how well it fits the role."""

    onet_soc: SocCode
    match: Literal["exact", "close", "broad"] = "close"


class Education(Facts):
    """The education asked for, the one preferred, and whether experience may stand in for it."""

    level: EducationLevel
    preferred: EducationLevel | None = None
    fields: tuple[Line, ...] = ()
    or_experience: YesNo = False
