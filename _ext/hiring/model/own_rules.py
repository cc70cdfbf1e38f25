"""What a company knows beside the package: words of the house, laws, what nobody is asked for."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from hiring.model.base import Facts, fault
from hiring.model.data import stated_in
from hiring.model.language_tags import LanguageTag
from hiring.model.messages import gettext
from hiring.model.problem import quoted
from hiring.model.values import (
    Amount,
    Area,
    Currency,
    Date,
    Key,
    Line,
    PartOfDate,
    Text,
    WholeNumber,
    YesNo,
)

LONGEST_TERM = 80
MOST_LISTS = 200
"""How many entries a list of a company's may have."""
MOST_TERMS = 100
"""How many terms an entry may have."""

MOST_WORDS = 8
"""How many words a term may have."""

_TERM = re.compile(r"[^\W_][^*]*|\*[^\W_]{3,}[^*]*|[^\W_][^*]+[^\W_]\*")


def _term(value: str) -> str:
    """Take a word or a phrase, in which a star at an end stands for any letters."""
    words = re.findall(r"[^\W_]+", value)
    if not _TERM.fullmatch(value) or len(value) > LONGEST_TERM or len(words) > MOST_WORDS:
        raise ValueError(
            gettext(
                "wanted a word or a phrase of at most {most} words that starts with a letter or a "
                "digit; one star at its start or end stands for any letters, as manag*",
                most=MOST_WORDS,
            )
        )
    return value


Term = Annotated[Line, AfterValidator(_term)]


class HouseWords(Facts):
    """Terms that the company does not use: why not, and what to write instead.

    They are those of a ``language``, of any where none is stated. ``case`` tells that capitals
    count.
    """

    terms: Annotated[tuple[Term, ...], Field(max_length=MOST_TERMS)]
    instead: Line
    why: Line | None = None
    language: LanguageTag | None = None
    case: YesNo = False


HouseLists = Annotated[tuple[HouseWords, ...], Field(max_length=MOST_LISTS)]
HouseSpelling = Annotated[dict[Term, Line], Field(max_length=MOST_LISTS)]

Requirement = Literal[
    "range",
    "benefits",
    "other-compensation",
    "deadline",
    "gender-neutral-title",
    "ai-screening",
    "vacancy",
]
"""What a law may want of a posting."""


class OwnWidth(Facts):
    """How wide a range of pay may be at most, per year; one that ends above may be wider."""

    currency: Currency
    most: Amount
    above: Amount


class OwnLaw(Facts):
    """A law on postings that the package does not know, as its own table of laws states them.

    Without ``since`` it is only planned. ``later`` may also be told before the interview.
    """

    name: Line
    places: tuple[Area, ...]
    localities: tuple[Line, ...] = ()
    remote: YesNo = True
    min_employees: WholeNumber = 1
    since: Date | None = None
    until: Date | None = None
    requires: tuple[Requirement, ...] = ()
    later: tuple[Requirement, ...] = ()
    must_state: tuple[Requirement, ...] = ()
    forbids: tuple[Literal["pay-history", "local-experience"], ...] = ()
    width: OwnWidth | None = None
    on_request: str = ""
    also: str = ""
    certain: YesNo = True
    doubt: str = ""
    source: Line
    as_of: PartOfDate


class OwnNeverAskedLaw(Facts):
    """A law on something that is asked, and where it holds; as a rule it forbids the question."""

    places: tuple[Area, ...]
    name: Line
    says: Line | None = None
    source: Line


class OwnNeverAsked(Facts):
    """What no interview asks for; of what the package has by the same ``id``, more laws."""

    id: Key
    topic: Line | None = None
    why: Text | None = None
    ask: Text | None = None
    laws: tuple[OwnNeverAskedLaw, ...] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> OwnNeverAsked:
        if self.id not in _ids() and not (self.topic and self.why):
            message = gettext(
                "{id} is no topic of ours: say what it is about, by `topic` and `why`",
                id=quoted(self.id),
            )
            raise fault(message)
        return self


@cache
def _ids() -> frozenset[str]:
    return frozenset(row["id"] for row in stated_in("never-asked.yaml"))


OwnLaws = Annotated[tuple[OwnLaw, ...], Field(max_length=MOST_LISTS)]
OwnNeverAskedList = Annotated[tuple[OwnNeverAsked, ...], Field(max_length=MOST_LISTS)]
