"""Classifications of occupations that a company adds: their codes by name, and where to look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple
from urllib.parse import quote

from pydantic import AfterValidator, Field

from hiring.model.base import Facts
from hiring.model.fact_shapes import Occupation
from hiring.model.local_texts import LocalLine, by_languages, words_for
from hiring.model.messages import gettext
from hiring.model.values import Key, Line, Url

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_CODES = 20_000
"""How many codes of a classification a company may name."""


def _with_code(value: str) -> str:
    if value.count("{code}") != 1:
        raise ValueError(gettext("wanted an address with `{code}` in the place of the code"))
    return value


class Classification(Facts):
    """A classification of occupations: its name, its codes with their titles, and an address.

    Where no ``codes`` are named any code is taken.
    """

    name: Line
    url: Annotated[Url, AfterValidator(_with_code)] | None = None
    codes: Annotated[dict[Line, LocalLine], Field(max_length=MOST_CODES)] = Field({})


Classifications = Annotated[dict[Key, Classification], Field(max_length=20)]


class Code(NamedTuple):
    """A code with what it is called, and where it is described."""

    classification: str
    code: str
    title: str = ""
    url: str = ""

    def __str__(self) -> str:
        """Return it in words: ``NOC 2021 31301 Registered nurses``."""
        return " ".join(part for part in (self.classification, self.code, self.title) if part)


class NamedOccupation(Occupation):
    """An occupation with the names of its codes."""

    named: tuple[Code, ...] = ()


def named(
    occupation: Occupation, known: Mapping[str, Classification], language: str, own: str
) -> NamedOccupation:
    """Return an occupation with its codes named for the readers of a language."""
    found = []
    for key, code in occupation.codes.items():
        if it := known.get(key):
            titles = it.codes.get(code)
            title = words_for(by_languages(titles, own), language) if titles else ""
            url = it.url.replace("{code}", quote(code, safe="")) if it.url else ""
            found.append(Code(it.name, code, title, url))
    return NamedOccupation(**dict(occupation), named=tuple(found))
