"""Places of work in words, and the parts of countries that addresses name by letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pycountry

from hiring.model.lexicon import AMERICAN
from hiring.model.regions import CODE_FIRST, SUBDIVISIONS, region_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.company_parts import Location
    from hiring.model.lexicon import Lexicon


def country_name(code: str, said: Lexicon = AMERICAN) -> str:
    """Return a country's usual name: ``United States`` for ``US``."""
    if said.language != AMERICAN.language:
        return said.country(code) or code
    country = pycountry.countries.get(alpha_2=code)
    return str(getattr(country, "common_name", country.name)) if country else code


def area_name(code: str, said: Lexicon = AMERICAN) -> str:
    """Return the name of a country or of a part of one: ``Berlin, Germany`` for ``DE-BE``."""
    part = SUBDIVISIONS.get(code=code) if "-" in code else None
    country = country_name(part.country_code if part else code, said)
    return f"{part.name}, {country}" if part else country


def area_names(code: str, said: Lexicon = AMERICAN) -> tuple[tuple[str, ...], ...]:
    """Return what an area goes by, and then its country: ``("US-TX", "Texas"), ("US",)``."""
    part = SUBDIVISIONS.get(code=code) if "-" in code else None
    country = part.country_code if part else code
    whole = (country, country_name(country), country_name(country, said))
    return ((code, part.name, area_name(code), area_name(code, said)), whole) if part else (whole,)


def area_code(place: Location) -> str:
    """Return the code of the country, or of the part of it, that a place is in: ``US-TX``."""
    letters = region_code(place.country, place.region)
    return f"{place.country}-{letters}" if letters else place.country


def areas_of(places: Iterable[Location], remote: Iterable[str]) -> tuple[str, ...]:
    """Return where work is done, or may be, each once: ISO 3166 codes, as ``US-TX``, ``BE``."""
    return tuple(dict.fromkeys((*remote, *map(area_code, places))))


def place_name(place: Location, said: Lexicon = AMERICAN) -> str:
    """Return a place with all that is known of it: ``Austin, TX 78701, United States``.

    The postal code stands where the country's addresses have it: ``33330 Gütersloh, Germany``.
    """
    code, town, region = place.postal_code, place.locality, place.region
    lines = ((code, town), (region,)) if place.country in CODE_FIRST else ((town,), (region, code))
    parts = (place.street, *map(_joined, lines), country_name(place.country, said))
    return ", ".join(part for part in parts if part)


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(part for part in parts if part)
