"""Codes of currencies, countries and their parts by ISO, as contributors state them."""

from __future__ import annotations

from functools import lru_cache

import pycountry

from hiring.model.messages import gettext
from hiring.model.problem import perhaps
from hiring.model.regions import SUBDIVISIONS


@lru_cache(maxsize=1024)  # a handbook states the same few again and again
def currency_code(value: str) -> str:
    """Take a currency's letters; raise ValueError with what is wanted on anything else."""
    found = pycountry.currencies.get(alpha_3=value)
    if found is None or found.alpha_3 != value:
        wanted = gettext("wanted a currency's three letters by ISO 4217, as USD")
        raise ValueError(f"{wanted}{perhaps(found.alpha_3 if found else None)}")
    return value


@lru_cache(maxsize=1024)
def country_code(value: str) -> str:
    """Take a country's letters; raise ValueError with what is wanted on anything else."""
    try:
        meant = str(pycountry.countries.lookup(value).alpha_2)
    except LookupError:
        meant = ""
    if meant != value:
        wanted = gettext("wanted a country's two letters by ISO 3166-1, as US")
        raise ValueError(f"{wanted}{perhaps(meant)}")
    return value


@lru_cache(maxsize=1024)
def area_code(value: str) -> str:
    """Take the code of a country, or of one of its parts: ``US``, ``DE-BE``."""
    if "-" not in value:
        return country_code(value)
    found = SUBDIVISIONS.get(code=value)
    if found is None or found.code != value:
        wanted = gettext("wanted a country or a part of one by ISO 3166, as US or DE-BE")
        raise ValueError(f"{wanted}{perhaps(found.code if found else None)}")
    return value
