"""The facts that contributors state in front matter, in company.yaml and in skills.yaml.

The JSON Schemas of ``schema/`` are made from these classes.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from hiring.model.audience import Audience
from hiring.model.base import Facts
from hiring.model.checks import CompanyChecks, PageChecks
from hiring.model.problem import quoted
from hiring.model.values import (
    LETTERED,
    Amount,
    Area,
    Country,
    Currency,
    Date,
    EducationLevel,
    Email,
    EmploymentType,
    Interval,
    Key,
    Line,
    OldPath,
    PartOfDate,
    Period,
    SocCode,
    Text,
    Url,
    WholeNumber,
    WorkArrangement,
    YesNo,
    region_code,
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


class RoleFacts(Facts):
    """What the ``role:`` front matter of a role's page states."""

    title: Line
    aliases: tuple[Line, ...] = ()
    family: Line
    status: Literal["draft", "active", "retired"] = "active"
    summary: Line
    reports_to: Line | None = None
    works_with: tuple[Key, ...] = ()
    employment_type: EmploymentType = "full-time"
    work_arrangement: WorkArrangement | None = None
    travel: Line | None = None
    pay: Pay | None = None
    market_pay: MarketPay | None = None
    occupation: Occupation | None = None
    education: Education | None = None
    related: tuple[Key, ...] = ()
    owner: Line
    reviewed: Date | None = None
    review_every: Interval | None = None


class Location(Facts):
    """A place of work: the country's ISO 3166-1 letters, and as much else as is known."""

    locality: Line | None = None
    region: Line | None = None
    country: Country
    postal_code: Line | None = None
    street: Line | None = None

    @model_validator(mode="after")
    def _in_its_country(self) -> Location:
        if (
            self.region
            and self.country in LETTERED
            and region_code(self.country, self.region) is None
        ):
            message = "{country} has no region {region}: write its letters, as TX"
            found = {"country": self.country, "region": quoted(self.region)}
            raise PydanticCustomError("bad_region", message, found)
        return self


class Apply(Facts):
    """How a candidate applies."""

    instructions: Text
    email: Email | None = None
    url: Url | None = None


class ApplyTo(Facts):
    """Where a candidate for one opening applies; what is left out is the company's."""

    instructions: Text | None = None
    email: Email | None = None
    url: Url | None = None


def _place_or_key(value: Any) -> str:
    return "key" if isinstance(value, str) else "place"


class OpeningFacts(Facts):
    """What the ``opening:`` front matter of an opening's page states.

    What is left out is the level's, then the role's, then the company's. ``locations`` are places,
    or keys of company.yaml; ``remote`` are the countries, or parts of them, that people may live
    in, where the job is wholly remote. ``fill`` gives placeholders their text, by name.
    """

    role: Key
    level: Key | None = None
    requisition: Line
    status: Literal["draft", "open", "filled", "closed"] = "draft"
    posted: Date | None = None
    closes: Date | None = None
    start: Line | None = None
    positions: WholeNumber = 1
    locations: tuple[
        Annotated[
            Annotated[Location, Tag("place")] | Annotated[Key, Tag("key")],
            Discriminator(_place_or_key),
        ],
        ...,
    ] = ()
    remote: tuple[Area, ...] = ()
    pay: Pay | None = None
    employment_type: EmploymentType | None = None
    work_arrangement: WorkArrangement | None = None
    travel: Line | None = None
    reports_to: Line | None = None
    apply: ApplyTo | None = None
    fill: dict[Key, Line] = Field({})


class FrontMatter(Facts):
    """The keys that a page's front matter may hold."""

    role: RoleFacts | None = None
    opening: OpeningFacts | None = None
    audience: Audience | None = None
    redirects: tuple[OldPath, ...] = ()
    title: Line | None = None
    description: Line | None = None
    keywords: tuple[Line, ...] = ()
    checks: PageChecks | None = None


class Skill(Facts):
    """A skill that roles ask for, with the other names that people use for it."""

    key: Key
    name: Line
    aliases: tuple[Line, ...] = ()
    description: Text


class Skills(Facts):
    """The whole of skills.yaml."""

    skills: tuple[Skill, ...] = ()


class Placeholder(Facts):
    """An open fact of a posting, shown as ``[label]`` until an opening fills it."""

    label: Line
    hint: Text
    type: Literal["text", "date", "email", "url"] = "text"
    default: Line | None = None


class Company(Facts):
    """The whole of company.yaml."""

    name: Line
    url: Url
    description: Text | None = None
    size: WholeNumber | None = None
    currency: Currency = "USD"
    locations: dict[Key, Location] = Field({})
    benefits: tuple[Text, ...] = ()
    salary_basis: Text | None = None
    equal_opportunity: Text | None = None
    apply: Apply | None = None
    placeholders: dict[Key, Placeholder] = Field({})
    # For reviewers alone: no export says what is waived and why, and of pages only the report on an
    # opening, which the public has none of.
    checks: CompanyChecks = Field(default_factory=CompanyChecks, exclude=True)
