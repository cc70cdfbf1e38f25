"""The facts of a job's terms that have parts: its hours, its term, its grade, other pay."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

from hiring.model.base import Facts, fault
from hiring.model.fact_shapes import Pay, PayRange, spanning
from hiring.model.messages import gettext
from hiring.model.values import Amount, Date, Line, WholeNumber, alone_or_listed, one_or_several

AnyPay = TypeVar("AnyPay", bound=PayRange)

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
                message = gettext(
                    "`{name}` {hours} are no hours of a week: write a number, as 37.5",
                    name=name,
                    hours=hours,
                )
                raise fault(message)
        if self.full_time is not None and self.per_week > self.full_time:
            message = gettext(
                "`per_week` {own} is above `full_time` {full}: swap them, or correct one",
                own=self.per_week,
                full=self.full_time,
            )
            raise fault(message)
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
        if pay.ranges:
            return spanning(tuple(self._paid(it, share) for it in pay.ranges))
        return self._paid(pay, share)

    def _paid(self, pay: AnyPay, share: Decimal) -> AnyPay:
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
        raise ValueError(
            gettext("wanted hours a week, as `40`, or `23 of 37.5` where it is part-time")
        )
    return {
        name: hours
        for name, hours in zip(("per_week", "full_time"), match.groups(), strict=True)
        if hours
    }


class Length(Facts):
    """How long something lasts: so many months, weeks or days, one of them."""

    months: WholeNumber | None = None
    weeks: WholeNumber | None = None
    days: WholeNumber | None = None

    @model_validator(mode="after")
    def _in_one_unit(self) -> Length:
        if len(self.stated) != 1:
            message = gettext(
                "say how long in one unit, as `{months: 6}`: `months`, `weeks` or `days`"
            )
            raise fault(message)
        return self

    @property
    def stated(self) -> list[tuple[int, str]]:
        """The numbers that are stated, each with its unit: ``6``, ``months``."""
        units = (("months", self.months), ("weeks", self.weeks), ("days", self.days))
        return [(number, unit) for unit, number in units if number is not None]


class Term(Facts):
    """For how long the job is, where it ends, and how much of it is on probation."""

    until: Date | None = None
    months: WholeNumber | None = None
    weeks: WholeNumber | None = None
    season: Line | None = None
    probation: Length | None = None

    @model_validator(mode="after")
    def _with_one_end(self) -> Term:
        ends = [self.until, self.months, self.weeks]
        if len([end for end in ends if end is not None]) > 1:
            message = gettext(
                "keep one of `until`, `months` and `weeks`: each says when the job ends"
            )
            raise fault(message)
        if all(value is None for value in (*ends, self.season, self.probation)):
            message = gettext("say when the job ends, as `{until: 2027-08-31}` or `{months: 12}`")
            raise fault(message)
        return self


class Grade(Facts):
    """The step of a scale that the job is paid or ranked by, and the scale's name."""

    scheme: Line | None = None
    step: Line


def _as_step(value: Any) -> Any:
    return {"step": value} if isinstance(value, str) else value


StatedGrade = Annotated[Grade, BeforeValidator(_as_step, json_schema_input_type=Grade | Line)]
"""A grade as its parts, or as a text."""


def grade_option(written: str) -> str | dict[str, str]:
    """Return the grade that a level states: ``S 8a``, or with its scheme ``TV\u00f6D: S 8a``."""
    scheme, colon, step = written.partition(": ")
    return {"scheme": scheme, "step": step} if colon else written


OtherPayKind = Literal[
    "bonus",
    "commission",
    "profit-sharing",
    "equity",
    "premium",
    "differential",
    "allowance",
    "tips",
    "none",
    "other",
]


class OtherPay(Facts):
    """What is paid beside the salary, or that nothing is; ``text`` says how much, and for what."""

    kind: OtherPayKind
    text: Line | None = None

    @model_validator(mode="after")
    def _said(self) -> OtherPay:
        if self.kind == "other" and self.text is None:
            message = gettext("add `text` to `other`, as `text: A car that you may use at home`")
            raise fault(message)
        return self


def _as_kind(value: Any) -> Any:
    return {"kind": value} if isinstance(value, str) else value


def _all_or_none(values: tuple[OtherPay, ...]) -> tuple[OtherPay, ...]:
    if len(values) > 1 and any(value.kind == "none" for value in values):
        raise ValueError(gettext("`none` stands beside what is paid: delete one of them"))
    return values


_Stated = Annotated[
    OtherPay, BeforeValidator(_as_kind, json_schema_input_type=OtherPay | OtherPayKind)
]
StatedOtherPay = Annotated[tuple[_Stated, ...], AfterValidator(_all_or_none)]
"""Other pay, each as its parts, or as its kind alone."""


def other_pay_option(written: str) -> list[dict[str, str]]:
    """Return what a level pays beside the salary: ``bonus: up to 10% a year; equity``.

    What starts with none of the kinds is other pay, in words.
    """
    parts = [part.strip() for part in written.split(";")]
    if not all(parts):
        raise ValueError(
            gettext("wanted kinds between semicolons, as `bonus: up to 10% a year; equity`")
        )
    return [_other_pay(part) for part in parts]


def _other_pay(part: str) -> dict[str, str]:
    kind, _, text = part.partition(":")
    known = kind.strip().lower()
    if known not in get_args(OtherPayKind):
        return {"kind": "other", "text": part}
    return {"kind": known, **({"text": text.strip()} if text.strip() else {})}


Managers = Annotated[
    tuple[Line, ...],
    BeforeValidator(lambda value: () if value is None else one_or_several(value)),
    PlainSerializer(lambda values: alone_or_listed(values) if values else None),
    WithJsonSchema(
        {"anyOf": [{"type": ["string", "null"]}, {"type": "array", "items": {"type": "string"}}]}
    ),
]
"""One or several to whom somebody answers, each the key of a role or a text."""
