"""The facts of what a job asks of people that have parts, as licenses and conditions."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

import pycountry
from pydantic import AfterValidator, BeforeValidator, WithJsonSchema, model_validator

from hiring.model.base import Facts, fault
from hiring.model.messages import gettext
from hiring.model.problem import perhaps
from hiring.model.values import Interval, Line
from hiring.model.years import Years, parse_years


def _years(value: str) -> str:
    try:
        return str(parse_years(value))
    except ValueError as error:
        raise ValueError(str(error).partition(", ")[2]) from None


class License(Facts):
    """A license, registration or certificate: who issues it, and when it is needed.

    ``within`` is the time after the start in which it may still be got; without one it is needed
    from the first day.
    """

    name: Line
    issuer: Line | None = None
    within: Interval | None = None
    priority: Literal["must", "should", "nice"] = "must"


def _as_name(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


StatedLicense = Annotated[License, BeforeValidator(_as_name, json_schema_input_type=License | Line)]
"""A license as its parts, or as its name alone."""

_LICENSE = re.compile(
    r"(?P<name>.+?)(?: \((?P<issuer>[^()]+)\))?(?:,? within (?P<within>\d+ \w+))?"
)


def licenses_option(written: str) -> list[dict[str, str]]:
    """Return what a level asks for: ``Registered nurse (State board); ACLS within 6 months``."""
    found = [_LICENSE.fullmatch(part.strip()) for part in written.split(";")]
    if not all(found):
        raise ValueError(gettext("wanted names between semicolons, as `Registered nurse; CPR`"))
    parts = (match.groupdict() for match in found if match)
    return [{name: said for name, said in part.items() if said} for part in parts]


ConditionKind = Literal[
    "background-check",
    "credit-check",
    "driving-record",
    "drug-test",
    "medical",
    "physical-test",
    "vaccination",
    "clearance",
    "citizenship",
    "right-to-work",
    "minimum-age",
    "residence",
    "other",
]


class Condition(Facts):
    """What is checked before the start, or who may do the work by law, and why.

    ``text`` says it more closely: the age, the country, which clearance.
    """

    kind: ConditionKind
    text: Line | None = None
    reason: Line | None = None

    @model_validator(mode="after")
    def _said(self) -> Condition:
        if self.kind in _TOLD_BY_TEXT and self.text is None:
            raise fault(_no_text(self.kind))
        return self


def _as_kind(value: Any) -> Any:
    return {"kind": value} if isinstance(value, str) else value


StatedCondition = Annotated[
    Condition, BeforeValidator(_as_kind, json_schema_input_type=Condition | ConditionKind)
]
"""A condition as its parts, or as its kind alone."""

_TOLD_BY_TEXT = {
    "clearance": "`text: Secret`",
    "citizenship": "`text: United States`",
    "minimum-age": "`text: 18 years`",
    "residence": "`text: Cook County`",
    "other": "`text: ...`",
}
"""The kinds that say nothing without their text, each with an example."""


def _no_text(kind: str) -> str:
    if kind == "other":
        return gettext("add `text` to `other`, as `text: ...`, which says what is asked")
    return gettext("add `text` to `{kind}`, as {example}", kind=kind, example=_TOLD_BY_TEXT[kind])


class Experience(Facts):
    """How much experience is typical for the job, never a condition, and in what."""

    years: Annotated[str, AfterValidator(_years)]
    text: Line | None = None

    @property
    def range(self) -> Years:
        """The years as numbers."""
        return parse_years(self.years)


def _language(value: str) -> str:
    found = pycountry.languages.get(alpha_2=value) or pycountry.languages.get(alpha_3=value)
    if found is None:
        named = pycountry.languages.get(name=value.capitalize())
        letters = getattr(named, "alpha_2", None) or getattr(named, "alpha_3", None)
        wanted = gettext("wanted a language's letters by ISO 639, as de")
        raise ValueError(f"{wanted}{perhaps(letters)}")
    return value


LanguageCode = Annotated[
    str, AfterValidator(_language), WithJsonSchema({"type": "string", "pattern": "^[a-z]{2,3}$"})
]


class SpokenLanguage(Facts):
    """A language that the job is done in, and how well it is spoken: by CEFR or in words."""

    language: LanguageCode
    level: Line | None = None
    priority: Literal["must", "should", "nice"] = "must"
