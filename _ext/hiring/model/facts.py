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
from hiring.model.job_facts import JobFacts
from hiring.model.language_tags import ENGLISH, LanguageTag
from hiring.model.local_texts import LocalText, LocalTexts, Said, best
from hiring.model.problem import quoted
from hiring.model.regions import LETTERED, region_code, region_words
from hiring.model.role_facts import RoleFacts
from hiring.model.skill_steps import SCALE, Scale, Steps
from hiring.model.values import (
    Area,
    Country,
    Currency,
    Date,
    Email,
    IssueForm,
    Key,
    Line,
    Number,
    OldPath,
    Text,
    Url,
    WholeNumber,
    WordFile,
    YesNo,
)


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
            message = "{country} has no {called} {region}: write its letters, as {example}"
            found = {
                "country": self.country,
                "called": region_words()[self.country],
                "region": quoted(self.region),
                "example": LETTERED[self.country],
            }
            raise PydanticCustomError("bad_region", message, found)
        return self


class Apply(Facts):
    """How a candidate applies."""

    instructions: LocalText
    email: Email | None = None
    url: Url | None = None


class ApplyTo(Facts):
    """Where a candidate for one opening applies; what is left out is the company's."""

    instructions: Text | None = None
    email: Email | None = None
    url: Url | None = None


def _place_or_key(value: Any) -> str:
    return "key" if isinstance(value, str) else "place"


class OpeningFacts(JobFacts):
    """What the ``opening:`` front matter of an opening's page states.

    What is left out is the level's, then the role's, then the company's. ``locations`` are places,
    or keys of company.yaml; ``remote`` are the countries, or parts of them, that people may live
    in, where the job is wholly remote; where both are stated they may choose, and
    ``office_or_remote`` may say so. ``vacancy`` says whether a vacancy exists, and
    ``ai_screening`` whether artificial intelligence screens, assesses or selects applicants.
    ``fill`` gives placeholders their text, by name.
    """

    FIRST = (
        *("role", "level", "requisition", "status", "posted", "closes", "start", "positions"),
        *("locations", "remote", "office_or_remote"),
    )

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
    office_or_remote: YesNo | None = None
    vacancy: YesNo | None = None
    ai_screening: YesNo | None = None
    apply: ApplyTo | None = None
    fill: dict[Key, Line] = Field({})


class FrontMatter(Facts):
    """The keys that a page's front matter may hold.

    ``language`` is the one that the page's own text is written in.
    """

    role: RoleFacts | None = None
    opening: OpeningFacts | None = None
    audience: Audience | None = None
    language: LanguageTag | None = None
    redirects: tuple[OldPath, ...] = ()
    aliases: tuple[Line, ...] = ()
    title: Line | None = None
    description: Line | None = None
    keywords: tuple[Line, ...] = ()
    checks: PageChecks | None = None


class Skill(Facts):
    """A skill that roles ask for, with the other names that people use for it.

    ``levels`` say what people do at each step of the scale, from 1 to 4. Skills of one ``group``
    are shown together.
    """

    key: Key
    name: Line
    aliases: tuple[Line, ...] = ()
    group: Line | None = None
    description: Text
    levels: Steps = Field({})


class Skills(Facts):
    """The whole of skills.yaml."""

    skills: tuple[Skill, ...] = ()


class Placeholder(Facts):
    """An open fact of a posting, shown as ``[label]`` until an opening fills it."""

    label: Line
    hint: Text
    type: Literal["text", "date", "email", "url"] = "text"
    default: Line | None = None


class Owner(Facts):
    """How to reach who keeps pages: by mail, at an address, or by both."""

    email: Email | None = None
    url: Url | None = None

    @model_validator(mode="after")
    def _is_reached(self) -> Owner:
        if self.email is None and self.url is None:
            message = "say how they are reached: an `email`, or the `url` of a page or a channel"
            raise PydanticCustomError("no_way", message)
        return self


class LinkedIn(Facts):
    """The company at LinkedIn: the number in the address of its page's administration."""

    company_id: Number


class Company(Facts):
    """The whole of company.yaml.

    ``owners`` are by their names, as roles give them; the first answers for each page that names
    none. ``issues`` is the form in which a problem with a page is reported. ``ai_screening`` says
    whether artificial intelligence screens, assesses or selects applicants. ``word_template`` is
    the document whose styles, paper, head and foot postings have as Word documents. ``scale`` are
    the names of the four steps of a skill, from the lowest up.

    Texts that postings show may be stated for each language; ``language`` is that of the others,
    the site's where it is left out.
    """

    name: Line
    url: Url
    language: LanguageTag | None = None
    description: Text | None = None
    logo: Url | None = None
    industry: Line | None = None
    linkedin: LinkedIn | None = None
    size: WholeNumber | None = None
    currency: Currency = "USD"
    locations: dict[Key, Location] = Field({})
    benefits: LocalTexts = ()
    salary_basis: LocalText | None = None
    equal_opportunity: LocalText | None = None
    ai_screening: YesNo | None = None
    apply: Apply | None = None
    placeholders: dict[Key, Placeholder] = Field({})
    owners: dict[Line, Owner] = Field({})
    issues: IssueForm | None = None
    word_template: WordFile | None = None
    scale: Scale = SCALE
    # For reviewers alone: no export says what is waived and why, and of pages only the report on an
    # opening, which the public has none of.
    checks: CompanyChecks = Field(default_factory=CompanyChecks, exclude=True)

    @property
    def own_language(self) -> str:
        """The language of what is stated in one language."""
        return self.language or ENGLISH

    @property
    def posted_texts(self) -> dict[str, Any]:
        """The texts that postings show and that may be stated for each language, by their names."""
        stated = {
            "benefits": self.benefits,
            "salary_basis": self.salary_basis,
            "equal_opportunity": self.equal_opportunity,
            "apply.instructions": self.apply.instructions if self.apply else None,
        }
        return {name: text for name, text in stated.items() if text}

    def said(self, name: str, language: str) -> Said[Any] | None:
        """Return one of these texts for the readers of a language, and which it is in."""
        stated = self.posted_texts.get(name)
        return best(stated, language, self.own_language) if stated else None
