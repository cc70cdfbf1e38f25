"""The fixed words of a handbook in each language: the package's, and what the company adds.

A company's own words stand in ``words-LANGUAGE.yaml`` of its handbook. Those of a language that the
package has take the place of single words there; those of a region, as of ``de-CH``, of single
words of the language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from babel.languages import get_official_languages
from babel.numbers import get_territory_currencies

from hiring.model.digests import digest_of
from hiring.model.language_tags import ENGLISH, primary, region_of
from hiring.model.lexicon import LANGUAGES, Lexicon, locale_of, shipped
from hiring.model.messages import spelled

if TYPE_CHECKING:
    from hiring.model.facts import Company

Texts = Mapping[str, str]

_NONE: Mapping[str, Texts] = MappingProxyType({})


@dataclass(frozen=True)
class Lexicons:
    """The lexicon of each language that a handbook may speak.

    ``own`` are the company's own words by the tags of their languages, ``country`` the letters of
    the country that the company is at home in, empty where nobody knows: a language that is spoken
    officially there is written as it is there.
    """

    own: Mapping[str, Texts] = field(default_factory=lambda: _NONE)
    country: str = ""
    _made: dict[str, Lexicon] = field(default_factory=dict, repr=False, compare=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that there are words of."""
        return tuple(sorted({*LANGUAGES, *map(primary, self.own)}))

    @property
    def digest(self) -> str:
        """What is another where words, or the ways of days and amounts, are others."""
        return digest_of([sorted((tag, sorted(it.items())) for tag, it in self.own.items())]) + (
            self.country
        )

    def of(self, tag: str) -> Lexicon:
        """Return the words for what is written in a language, by its tag."""
        if tag not in self._made:
            self._made[tag] = self._make(tag)
        return self._made[tag]

    def _at_home(self, tag: str) -> str:
        """Return a tag with the company's country, where the language is an official one there."""
        if region_of(tag) or not self.country:
            return tag
        spoken = get_official_languages(self.country, de_facto=True)
        return f"{tag}-{self.country}" if tag in spoken else tag

    def _make(self, tag: str) -> Lexicon:
        whole, language = self._at_home(tag), primary(tag)
        own = {**self.own.get(language, {}), **self.own.get(whole, {})}
        ours = _spelled(language, whole)
        if not own and not ours:
            return self.of(ENGLISH)
        return Lexicon(language, locale_of(whole), {**(ours or self.of(ENGLISH).texts), **own})


@lru_cache(maxsize=64)
def _spelled(language: str, tag: str) -> Texts:
    """Return the package's words of a language as they are spelled by a tag of it."""
    return {name: spelled(text, tag) for name, text in shipped(language).items()}


def home_of(company: Company) -> str:
    """Return the country that a company is at home in: of its first place that has its currency.

    Where none has, it is that of its first place; empty where it names none.
    """
    there = [place.country for place in company.locations.values()]
    paying = (it for it in there if company.currency in get_territory_currencies(it))
    return next(paying, there[0] if there else "")


OURS = Lexicons()
"""The words of the package alone, for whom no country is known."""
