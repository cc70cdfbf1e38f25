"""The facts that have parts: pay, occupation, education."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetPydanticSchema,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from hiring.model.base import Facts, fault
from hiring.model.messages import gettext
from hiring.model.values import (
    Amount,
    Currency,
    EducationLevel,
    Key,
    Line,
    PartOfDate,
    Period,
    SocCode,
    Text,
    YesNo,
    one_or_several,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


Reach = tuple[tuple[str, ...], ...]
"""What one place, department or step of a job goes by, from narrow to wide."""


class PayRange(Facts):
    """A range in ``currency`` for each ``per``."""

    currency: Currency
    min: Amount
    max: Amount
    per: Period

    @model_validator(mode="after")
    def _in_order(self) -> PayRange:
        if self.min > self.max:
            message = gettext(
                "`min` {low} is above `max` {high}: swap them, or correct one",
                low=self.min,
                high=self.max,
            )
            raise PydanticCustomError("pay_range", "{message}", {"message": message})
        return self

    def __str__(self) -> str:
        """Return the range as contributors write it: ``USD 100000-120000 per year``."""
        return f"{self.currency} {self.min}-{self.max} per {self.per}"


_Names = Annotated[
    tuple[Line, ...], BeforeValidator(one_or_several, json_schema_input_type=Line | list[Line])
]


class PayFor(PayRange):
    """A range for some jobs of a role: by place, department or step."""

    model_config = ConfigDict(serialize_by_alias=True)
    FIRST = ("whom",)

    whom: _Names = Field(alias="for", min_length=1)


class Pay(PayRange):
    """What the employer pays. With several ``ranges`` it spans all of them."""

    ranges: tuple[PayFor, ...] = Field((), exclude_if=lambda value: not value)

    def naming(self, names: Mapping[str, str]) -> Pay:
        """Return the same with names in place of keys, in whom the ranges are for."""
        named = tuple(
            it.model_copy(update={"whom": tuple(names.get(one, one) for one in it.whom)})
            for it in self.ranges
        )
        return self.model_copy(update={"ranges": named})

    def at(self, reaches: Iterable[Reach]) -> Pay:
        """Return what is paid for a job of such a place, department or step.

        Of each, the narrowest ranges hold: one for a town, and not that for its country. Several
        are spanned, and it is the whole where none is for any of them.
        """
        wanted = {name for reach in reaches for name in self._nearest(reach)}
        fitting = [it for it in self.ranges if wanted & _folded(it.whom)]
        if not fitting:
            return self
        spanned = spanning(tuple(fitting))
        return spanned if len({(it.min, it.max) for it in fitting}) > 1 else _alone(fitting[0])

    def _nearest(self, reach: Reach) -> set[str]:
        """Return the narrowest names of a reach that any range is for."""
        known = {name for it in self.ranges for name in _folded(it.whom)}
        return next((found for names in reach if (found := known & _folded(names))), set())


def _folded(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}


def _alone(stated: PayFor) -> Pay:
    return Pay(currency=stated.currency, min=stated.min, max=stated.max, per=stated.per)


def spanning(ranges: tuple[PayFor, ...]) -> Pay:
    """Return what several ranges span, with them; raise ValueError where they can't be compared."""
    if len({(it.currency, it.per) for it in ranges}) > 1:
        raise ValueError(
            gettext("wanted one `currency` and one `per` in all: state the others in openings")
        )
    low, high = min(it.min for it in ranges), max(it.max for it in ranges)
    first = ranges[0]
    return Pay(currency=first.currency, min=low, max=high, per=first.per, ranges=ranges)


def _is_listed(value: Any) -> str:
    several = isinstance(value, list) and value and all(isinstance(it, dict) for it in value)
    return "several" if several else "one"


_OneOrSeveral = Annotated[
    Annotated[Pay, Tag("one")]
    | Annotated[tuple[PayFor, ...], AfterValidator(spanning), Tag("several")],
    Discriminator(_is_listed),
]
StatedPay = Annotated[
    Pay, GetPydanticSchema(lambda _, handler: handler.generate_schema(_OneOrSeveral))
]
"""Pay as one range, or as a list of ranges, each ``for`` some jobs."""


_BOUND = r"([^\s\N{EN DASH}-]+)"
_PAY = re.compile(rf"(\S+)\s+{_BOUND}(?:\s*[\N{{EN DASH}}-]\s*{_BOUND})?\s+per\s+(\w+)")


def pay_option(written: str) -> dict[str, str]:
    """Return the parts of pay as a level states it: ``USD 100000-120000 per year``.

    One amount, as ``EUR 15.50 per hour``, is both ends.
    """
    match = _PAY.fullmatch(written.strip())
    if match is None:
        raise ValueError(gettext("wanted `USD 100000-120000 per year`"))
    currency, low, high, per = match.groups()
    return {"currency": currency, "min": low, "max": high or low, "per": per}


class MarketPay(Facts):
    """What the market pays on average, and who says so."""

    currency: Currency
    average: Amount
    per: Period
    as_of: PartOfDate | None = None
    source: Text | None = None


class Occupation(Facts):
    """The occupation's O*NET-SOC code, and how well it fits the role.

    ``codes`` are those of classifications that company.yaml names, by their keys.
    """

    onet_soc: SocCode | None = None
    match: Literal["exact", "close", "broad"] = "close"
    codes: dict[Key, Line] = Field({}, exclude_if=lambda value: not value)

    @model_validator(mode="after")
    def _has_a_code(self) -> Occupation:
        if self.onet_soc is None and not self.codes:
            message = gettext(
                "`onet_soc` is missing: add it, or `codes` of a classification of yours"
            )
            raise fault(message)
        return self


class Education(Facts):
    """The education asked for, the one preferred, and whether experience may stand in for it."""

    level: EducationLevel
    preferred: EducationLevel | None = None
    fields: tuple[Line, ...] = ()
    or_experience: YesNo = False
