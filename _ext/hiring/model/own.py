"""What a company adds to the language in company.yaml: facts and blocks of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)

from hiring.model.audience import Audience
from hiring.model.base import Facts, fault
from hiring.model.fact_table import facts_of
from hiring.model.local_texts import LocalLine, by_language
from hiring.model.messages import gettext
from hiring.model.problem import instead, quoted
from hiring.model.role_facts import RoleFacts
from hiring.model.schema_org import FREE
from hiring.model.values import FACT_NAME, Key, Line, YesNo, one_or_several

Holder = Literal["role", "opening", "level"]
"""What may state a fact."""

Shown = Literal["head", "facts", "table"]
"""Where pages show a fact: at a role's head, in its box of facts, in tables of levels."""

MOST_CHOICES = 200
"""How many values people may choose from."""

MOST = 40
"""How many facts, and how many blocks, a company may add."""


TAKEN = frozenset(
    (
        *(*RoleFacts.model_fields, *dir(BaseModel)),
        # What an opening states of itself, what options of levels are, and what data have of each.
        *("role", "level", "requisition", "posted", "closes", "start", "positions", "locations"),
        *("remote", "office_or_remote", "vacancy", "ai_screening", "apply", "fill"),
        *("years", "background", "scope", "adds", "beside", "from", "id", "name", "anchor"),
        *(
            "steps",
            "translations",
            "blocks",
            "markdown",
            "text",
            "key",
            "path",
            "url",
            "audience",
            "language",
        ),
        *("review_due", "levels", "questions", "skills", "qualifications", "places"),
        # The other entries of a posting.
        *("employer", "salary", "location", "equal_opportunity", "work", "opening", "checks"),
    )
)
"""The names of facts, and of what stands beside facts, that are there already."""


def _free(name: str) -> str:
    if name in TAKEN:
        raise ValueError(gettext("which the handbook has for another use: choose another name"))
    return name


def _property(name: str) -> str:
    if name not in FREE:
        wrong = gettext("which can't be said by a fact of yours")
        raise ValueError(f"{wrong}{instead(name, FREE)}")
    return name


OwnName = Annotated[str, StringConstraints(pattern=FACT_NAME, max_length=40), AfterValidator(_free)]
OwnBlockName = Annotated[Key, StringConstraints(max_length=40)]


Choices = Annotated[
    Annotated[tuple[Line, ...], Field(max_length=MOST_CHOICES), Tag("one")]
    | Annotated[dict[Key, LocalLine], Field(max_length=MOST_CHOICES), Tag("several")],
    Discriminator(by_language),
]
"""The values that people choose from, as a list, or by keys with their words."""


class OwnFact(Facts):
    """A fact that a company adds.

    ``on`` says what may state it, ``shown`` where pages show it, and ``after`` which of our facts
    it follows there, in postings and in what is found. ``schema_org`` is the property of
    JobPosting that says it. A ``required`` one is stated by each role, or by each opening where no
    role may.
    """

    label: LocalLine
    type: Literal["text", "number", "amount", "choice", "date", "list", "yes-no"] = "text"
    choices: Choices = ()
    unit: LocalLine | None = None
    guide: Line | None = None
    on: Annotated[
        tuple[Holder, ...],
        Field(min_length=1),
        BeforeValidator(one_or_several, json_schema_input_type=Holder | list[Holder]),
    ] = ("role",)
    required: YesNo = False
    shown: Annotated[
        tuple[Shown, ...],
        BeforeValidator(one_or_several, json_schema_input_type=Shown | list[Shown]),
    ] = ("facts", "table")
    after: Line | None = None
    posted: YesNo = True
    searched: YesNo = True
    schema_org: Annotated[str, AfterValidator(_property)] | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> OwnFact:
        if self.after is not None and self.after not in (ours := facts_of(RoleFacts)):
            raise fault(
                gettext("no fact of ours is called {after}", after=quoted(self.after))
                + instead(self.after, ours)
            )
        if (self.type == "choice") != bool(self.choices):
            wanted = (
                gettext("a fact of the type `choice` lacks `choices`: list them")
                if self.type == "choice"
                else gettext("a fact of the type `{type}` has no `choices`", type=self.type)
            )
            raise fault(wanted)
        if self.unit is not None and self.type != "number":
            raise fault(gettext("only a number has a `unit`: delete it"))
        if self.required and self.on == ("level",):
            raise fault(gettext("a level need not state anything: delete `required`"))
        if self.schema_org and not self.posted:
            raise fault(
                gettext("structured data says nothing that the posting does not: post it (J19)")
            )
        if self.schema_org and (FREE[self.schema_org] == "yes-no") != (self.type == "yes-no"):
            wanted = FREE[self.schema_org]
            raise fault(
                gettext(
                    "`{schema_org}` wants a fact of the type `{wanted}`",
                    schema_org=self.schema_org,
                    wanted=wanted,
                )
            )
        return self


class OwnBlock(Facts):
    """A block that a company adds to the pages of roles, and to postings.

    ``after`` is the block that its section follows in postings. What is for a higher ``audience``
    may stand only in parts of a page, or on pages, that are for it.
    """

    heading: LocalLine
    kind: Literal["list", "text"] = "list"
    guide: Line | None = None
    posted: YesNo = True
    after: Key | None = None
    audience: Audience = Audience.PUBLIC


OwnFacts = Annotated[dict[OwnName, OwnFact], Field(max_length=MOST)]
OwnBlocks = Annotated[dict[OwnBlockName, OwnBlock], Field(max_length=MOST)]
