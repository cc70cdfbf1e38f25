"""What company.yaml states in parts of its own: places, ways to apply, open facts, owners."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from hiring.model.base import Facts, fault
from hiring.model.lexicon import message_lexicon
from hiring.model.local_texts import LocalLine, LocalText, Names, called
from hiring.model.messages import gettext
from hiring.model.problem import quoted
from hiring.model.regions import LETTERED, region_code, region_words
from hiring.model.values import Country, Email, Line, Number, Text, Url


class Location(Facts):
    """A place of work: the country's ISO 3166-1 letters, and as much else as is known.

    ``names`` are those of the locality in other languages.
    """

    locality: Line | None = None
    region: Line | None = None
    country: Country
    postal_code: Line | None = None
    street: Line | None = None
    names: Names = Field({}, exclude_if=lambda value: not value)

    def in_language(self, language: str) -> Location:
        """Return the place as it is called in a language."""
        if not self.names:
            return self
        told = called(self.locality or "", self.names, language) or None
        return self.model_copy(update={"locality": told, "names": {}})

    def __hash__(self) -> int:
        """Return what is the same of equal places: mappings have no hash of their own."""
        return hash((self.locality, self.region, self.country, self.postal_code, self.street))

    @model_validator(mode="after")
    def _in_its_country(self) -> Location:
        if (
            self.region
            and self.country in LETTERED
            and region_code(self.country, self.region) is None
        ):
            message = gettext(
                "{country} has no {called} {region}: write its letters, as {example}",
                country=self.country,
                called=region_words(message_lexicon())[self.country],
                region=quoted(self.region),
                example=LETTERED[self.country],
            )
            raise fault(message)
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


class Placeholder(Facts):
    """An open fact of a posting, shown as ``[label]`` until an opening fills it."""

    label: LocalLine
    hint: LocalText
    type: Literal["text", "date", "email", "url"] = "text"
    default: LocalLine | None = None


class Owner(Facts):
    """How to reach who keeps pages: by mail, at an address, or by both.

    ``names`` are what they are called in other languages than where pages name them.
    """

    email: Email | None = None
    url: Url | None = None
    names: Names = Field({}, exclude_if=lambda value: not value)

    @model_validator(mode="after")
    def _is_reached(self) -> Owner:
        if self.email is None and self.url is None:
            message = gettext(
                "say how they are reached: an `email`, or the `url` of a page or a channel"
            )
            raise fault(message)
        return self


class LinkedIn(Facts):
    """The company at LinkedIn: the number in the address of its page's administration."""

    company_id: Number
