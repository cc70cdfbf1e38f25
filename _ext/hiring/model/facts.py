"""The facts that contributors state in front matter, in company.yaml and in skills.yaml.

Values arrive as text, exactly as written: which texts are numbers, dates or yes and no is decided
here, by the field, and never by the notation. The JSON Schemas of ``schema/`` are made from these
classes.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

import pycountry
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from hiring.model.audience import Audience

KEY = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A key: lower case, digits and single hyphens."""


def _amount(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d{1,9}(\.\d{1,2})?", value):
        raise ValueError("wanted a number without sign, symbol or separators, as 100000")
    return value


def _iso_date(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError("wanted a date as 2026-11-20")
    return value


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str) and value not in ("true", "false"):
        raise ValueError("wanted true or false")
    return value == "true" if isinstance(value, str) else value


def _currency(value: str) -> str:
    if pycountry.currencies.get(alpha_3=value) is None:
        raise ValueError("wanted a currency's three letters by ISO 4217, as USD")
    return value


def _country(value: str) -> str:
    if pycountry.countries.get(alpha_2=value) is None:
        raise ValueError("wanted a country's two letters by ISO 3166-1, as US")
    return value


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Key = Annotated[str, StringConstraints(pattern=f"^{KEY}$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+$")]
Date = Annotated[date, BeforeValidator(_iso_date)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Amount = Annotated[
    Decimal,
    BeforeValidator(_amount),
    PlainSerializer(_number, when_used="json"),
    WithJsonSchema({"type": "number", "minimum": 0}),
]
Currency = Annotated[
    str, AfterValidator(_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})
]
Country = Annotated[
    str, AfterValidator(_country), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})
]
Period = Literal["hour", "day", "week", "month", "year"]
EducationLevel = Literal[
    "none", "high-school", "associate", "certificate", "bachelor", "master", "doctorate"
]


class Facts(BaseModel):
    """The base of all stated facts: frozen, and closed to fields that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Pay(Facts):
    """The range the employer pays, in ``currency`` for each ``per``."""

    currency: Currency
    min: Amount
    max: Amount
    per: Period

    @model_validator(mode="after")
    def _in_order(self) -> Pay:
        if self.min > self.max:
            raise ValueError(f"`min` {self.min} is above `max` {self.max}")
        return self


class MarketPay(Facts):
    """What the market pays on average, and who says so."""

    currency: Currency
    average: Amount
    per: Period
    as_of: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")] | None = None
    source: Text | None = None


class Occupation(Facts):
    """The occupation's O*NET-SOC code, and how well it fits the role."""

    onet_soc: Annotated[str, StringConstraints(pattern=r"^\d\d-\d{4}\.\d\d$")]
    match: Literal["exact", "close", "broad"] = "close"


class Education(Facts):
    """The education asked for, the one preferred, and whether experience may stand in for it."""

    level: EducationLevel
    preferred: EducationLevel | None = None
    fields: tuple[Line, ...] = ()
    or_experience: YesNo = False


class RoleFacts(Facts):
    """What the ``role:`` front matter of a role's page states."""

    title: Line
    aliases: tuple[Line, ...] = ()
    family: Line
    status: Literal["draft", "active", "retired"] = "active"
    summary: Line
    reports_to: Line | None = None
    works_with: tuple[Key, ...] = ()
    employment_type: Literal[
        "full-time",
        "part-time",
        "contractor",
        "temporary",
        "intern",
        "volunteer",
        "per-diem",
        "other",
    ] = "full-time"
    work_arrangement: Literal["on-site", "hybrid", "remote"] | None = None
    travel: Line | None = None
    pay: Pay | None = None
    market_pay: MarketPay | None = None
    occupation: Occupation | None = None
    education: Education | None = None
    related: tuple[Key, ...] = ()
    owner: Line
    reviewed: Date | None = None
    review_every: (
        Annotated[str, StringConstraints(pattern=r"^[1-9]\d? (weeks?|months?|years?)$")] | None
    ) = None


class FrontMatter(Facts):
    """The keys that a page's front matter may hold."""

    role: RoleFacts | None = None
    audience: Audience | None = None
    redirects: tuple[Annotated[str, StringConstraints(pattern=r"^[\w./ -]+$")], ...] = ()
    title: Line | None = None
    description: Line | None = None
    keywords: tuple[Line, ...] = ()


class Skill(Facts):
    """A skill that roles ask for, with the other names that people use for it."""

    key: Key
    name: Line
    aliases: tuple[Line, ...] = ()
    description: Text


class Skills(Facts):
    """The whole of skills.yaml."""

    skills: tuple[Skill, ...] = ()


class Location(Facts):
    """A place of work: the country's ISO 3166-1 letters, and as much else as is known."""

    locality: Line | None = None
    region: Line | None = None
    country: Country
    postal_code: Line | None = None
    street: Line | None = None


class Apply(Facts):
    """How a candidate applies."""

    instructions: Text
    email: Email | None = None
    url: Url | None = None


class Placeholder(Facts):
    """An open fact of a posting, shown as ``[label]`` until an opening fills it."""

    label: Line
    hint: Text
    default: Line | None = None


class Company(Facts):
    """The whole of company.yaml."""

    name: Line
    url: Url
    description: Text | None = None
    size: Annotated[int, Field(ge=1)] | None = None
    currency: Currency = "USD"
    locations: dict[Key, Location] = {}
    benefits: tuple[Text, ...] = ()
    equal_opportunity: Text | None = None
    apply: Apply | None = None
    placeholders: dict[Key, Placeholder] = {}
