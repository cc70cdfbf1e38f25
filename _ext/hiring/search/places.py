"""What people call the place of a job: its town, its country in their language, its continent."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from hiring.model.data import FOLDER
from hiring.model.lexicon import LANGUAGES, locale_of
from hiring.model.places import area_name, country_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from babel import Locale

    from hiring.model.company_parts import Location

SHORT = {"US": ("USA", "America"), "GB": ("UK", "England")}


def words_of_places(
    places: Iterable[Location], areas: Iterable[str], languages: Iterable[str] = LANGUAGES
) -> tuple[str, ...]:
    """Return what a job in these places, or done from these areas, is looked for by."""
    locales = tuple(map(locale_of, languages))
    return tuple(dict.fromkeys(filter(None, _names(places, areas, locales))))


def _names(
    places: Iterable[Location], areas: Iterable[str], locales: Sequence[Locale]
) -> Iterator[str]:
    for place in places:
        yield place.locality or ""
        if place.region:
            yield place.region
            yield area_name(f"{place.country}-{place.region}").partition(",")[0]
        yield from _country(place.country, locales)
    for area in areas:
        yield area_name(area).partition(",")[0]
        yield from _country(area.partition("-")[0], locales)


def _country(code: str, locales: Sequence[Locale]) -> Iterator[str]:
    yield country_name(code)
    yield from SHORT.get(code, ())
    for locale in locales:
        yield locale.territories.get(code, country_name(code))
    yield from (names for names, codes in _continents() if code in codes)


@cache
def _continents() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return what each continent is called, with the codes of its countries."""
    stated = tomllib.loads((FOLDER / "continents.toml").read_text(encoding="utf-8"))
    return tuple((it["names"], frozenset(it["countries"].split())) for it in stated.values())
