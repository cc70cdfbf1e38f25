"""Codes of currencies, countries and their parts by ISO, as contributors state them."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache

import pycountry
from babel import Locale

from hiring.model.meant import value_meant
from hiring.model.messages import gettext
from hiring.model.problem import perhaps
from hiring.model.regions import SUBDIVISIONS


@lru_cache(maxsize=1024)  # a handbook states the same few again and again
def currency_code(value: str) -> str:
    """Take a currency's letters; raise ValueError with what is wanted on anything else."""
    found = pycountry.currencies.get(alpha_3=value)
    if found is None or found.alpha_3 != value:
        wanted = gettext("wanted a currency's three letters by ISO 4217, as USD")
        meant = (
            found.alpha_3
            if found
            else value_meant(value, (it.alpha_3 for it in pycountry.currencies))
        )
        raise ValueError(f"{wanted}{perhaps(meant)}")
    return value


@lru_cache(maxsize=1024)
def country_code(value: str) -> str:
    """Take a country's letters; raise ValueError with what is wanted on anything else."""
    if pycountry.countries.get(alpha_2=value) is None or value != value.upper():
        wanted = gettext("wanted a country's two letters by ISO 3166-1, as US")
        raise ValueError(f"{wanted}{perhaps(_country_meant(value))}")
    return value


def _country_meant(written: str) -> str | None:
    """Return the letters of a country that is called so in English, German or French."""
    with suppress(LookupError):
        return str(pycountry.countries.lookup(written).alpha_2)
    for language in ("de", "fr"):
        for code, name in Locale(language).territories.items():
            if name.casefold() == written.casefold() and pycountry.countries.get(alpha_2=code):
                return str(code)
    return value_meant(written, (country.alpha_2 for country in pycountry.countries))


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
