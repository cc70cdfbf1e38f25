"""Parts of countries by ISO 3166-2: their letters, and what each country calls them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import pycountry

from hiring.model.data import stated_in
from hiring.model.lexicon import AMERICAN

if TYPE_CHECKING:
    from hiring.model.lexicon import Lexicon

SUBDIVISIONS: Any = pycountry.subdivisions
"""The parts of countries by ISO 3166-2. Their look-up comes without types."""


LETTERED = {"AU": "NSW", "CA": "ON", "US": "TX"}
"""Countries whose addresses name the state or province by its letters, as ISO 3166-2 does.

Each with an example of such letters.
"""


_CODE_FIRST = """
AD AL AR AT BA BE BG CH CL CY CZ DE DK DZ EE ES FI FO FR GE GL GR HR IL IS IT LI LT LU MA MC MD ME
MK MX NL NO PL PT RO RS SE SI SK SM TN TR VA
"""
CODE_FIRST = frozenset(_CODE_FIRST.split())
"""Countries whose addresses have the postal code before the town, by the Universal Postal Union."""


@cache
def region_words(said: Lexicon = AMERICAN) -> dict[str, str]:
    """Return what countries call their parts, by their letters, where it is not a region."""
    named: dict[str, list[str]] = stated_in("regions.yaml")
    return {
        it: said.say(f"regions.{word}") for word, countries in named.items() for it in countries
    }


def region_code(country: str, region: str | None) -> str | None:
    """Return the letters of a region where its country has it: ``TX`` for Texas."""
    return _letters_of_regions(country).get(region or "")


@lru_cache(maxsize=300)  # there are 250 countries
def _letters_of_regions(country: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in SUBDIVISIONS.get(country_code=country) or ():
        letters = part.code.partition("-")[2]
        found.setdefault(letters, letters)
        found.setdefault(part.name, letters)
    return found
