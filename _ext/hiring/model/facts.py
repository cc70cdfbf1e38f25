"""The facts that contributors state in front matter, in company.yaml and in skills.yaml.

The JSON Schemas of ``schema/`` are made from these classes.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from hiring.model.audience import Audience
from hiring.model.base import Facts
from hiring.model.checks import CompanyChecks, PageChecks
from hiring.model.classifications import Classifications
from hiring.model.company_parts import Apply, ApplyTo, LinkedIn, Location, Owner, Placeholder
from hiring.model.job_facts import JobFacts
from hiring.model.language_tags import ENGLISH, LanguageTag
from hiring.model.local_texts import LocalLine, LocalText, LocalTexts, Said, best, called
from hiring.model.own import OwnBlocks, OwnFacts
from hiring.model.own_rules import OwnLaws, OwnNeverAskedList
from hiring.model.role_facts import RoleFacts
from hiring.model.skill_steps import SCALE, Scale, Steps
from hiring.model.values import (
    Area,
    Currency,
    Date,
    IssueForm,
    Key,
    Line,
    OldPath,
    PageName,
    Text,
    Url,
    WholeNumber,
    WordFile,
    YesNo,
)


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


class Change(Facts):
    """What changed on a page, for its readers: on which day, in a sentence, and why."""

    on: Date
    note: Line
    why: Line | None = None


class FrontMatter(Facts):
    """The keys that a page's front matter may hold.

    ``language`` is the one that the page's own text is written in; ``translation_of`` is the page
    that says the same in another one, by its name, or by its path from the handbook's folder.
    """

    role: RoleFacts | None = None
    opening: OpeningFacts | None = None
    audience: Audience | None = None
    language: LanguageTag | None = None
    translation_of: PageName | None = None
    redirects: tuple[OldPath, ...] = ()
    aliases: tuple[Line, ...] = ()
    title: Line | None = None
    description: Line | None = None
    keywords: tuple[Line, ...] = ()
    changes: tuple[Change, ...] = ()
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


class Company(Facts):
    """The whole of company.yaml.

    ``owners`` are by their names, as roles give them; the first answers for each page that names
    none. ``issues`` is the form in which a problem with a page is reported. ``ai_screening`` says
    whether artificial intelligence screens, assesses or selects applicants. ``word_template`` is
    the document whose styles, paper, head and foot postings have as Word documents. ``scale`` are
    the names of the four steps of a skill, from the lowest up. ``facts`` and ``blocks`` are what
    the company adds to the language, ``laws`` and ``never_asked`` to what is known of places,
    ``classifications`` to O*NET's occupations.

    Texts that postings show may be stated for each language; ``language`` is that of the others,
    the site's where it is left out.
    """

    name: Line
    url: Url
    language: LanguageTag | None = None
    description: LocalText | None = None
    logo: Url | None = None
    industry: LocalLine | None = None
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
    facts: OwnFacts = Field({})
    blocks: OwnBlocks = Field({})
    classifications: Classifications = Field({})
    laws: OwnLaws = Field((), exclude=True)
    never_asked: OwnNeverAskedList = Field((), exclude=True)
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
        """Return one of these texts for the readers of a language, and which it is in.

        The ``description`` and the ``industry`` are such texts, too.
        """
        told = {"description": self.description, "industry": self.industry}
        stated = {**told, **self.posted_texts}.get(name)
        return best(stated, language, self.own_language) if stated else None

    def open_fact(self, name: str, part: str, language: str) -> Said[str] | None:
        """Return the label, the hint or the default of a placeholder in a language."""
        stated = getattr(self.placeholders.get(name), part, None)
        return best(stated, language, self.own_language) if stated else None

    def in_language(self, language: str) -> Company:
        """Return the company with places and placeholders in a language alone."""
        places = {key: place.in_language(language) for key, place in self.locations.items()}
        declared = {
            name: stated.model_copy(
                update={
                    part: said.value
                    for part in ("label", "hint", "default")
                    if (said := self.open_fact(name, part, language))
                }
            )
            for name, stated in self.placeholders.items()
        }
        return self.model_copy(update={"locations": places, "placeholders": declared})

    def owner_called(self, owner: str, language: str) -> str:
        """Return what an owner of pages is called in a language."""
        known = self.owners.get(owner)
        return called(owner, known.names, language) if known else owner
