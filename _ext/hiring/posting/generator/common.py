"""What all roles' postings share in the browser: places, placeholders, words, rules."""

from __future__ import annotations

import unicodedata
from dataclasses import asdict, replace
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

import pycountry
from babel.dates import get_month_names

from hiring.language.denial import NOT
from hiring.model import words
from hiring.model.company_parts import Placeholder
from hiring.model.language_tags import ENGLISH, with_region
from hiring.model.lexicon import AMERICAN, lexicon
from hiring.model.places import area_code, area_name, country_name, place_name
from hiring.model.regions import LETTERED, SUBDIVISIONS, region_words
from hiring.model.time_zones import zones_by_area
from hiring.model.values import PER_YEAR, WorkArrangement
from hiring.posting.laws import (
    FORBIDDEN,
    GENDERED,
    OTHER_COMPENSATION,
    REQUIREMENTS,
    laws_known,
)
from hiring.posting.rules import STATED, VAGUE_PAY, posting_rules
from hiring.posting.structured import ADDRESS, properties_of_entries

if TYPE_CHECKING:
    from datetime import date

    from hiring.model.company_parts import Location
    from hiring.model.facts import Company
    from hiring.model.handbook import Handbook
    from hiring.model.lexicon import Lexicon
    from hiring.posting.laws import PayLaw
    from hiring.posting.rules import PostingRule

ASKED = {
    "location": Placeholder(label="City, State", hint="The place of work."),
    "apply": Placeholder(
        label="email address or application portal", hint="Where applications go."
    ),
    "start": Placeholder(label="start date", hint="The first working day."),
}
"""What a form asks for though company.yaml declares no placeholder of that name."""


ARRANGEMENTS: tuple[WorkArrangement, ...] = get_args(WorkArrangement)
CHOSEN = ("work", "other-pay", "vacancy", "requisition", "posted", "closes", "positions")
"""The entries of the additional information whose values a form asks for by itself."""


def open_facts(company: Company) -> list[str]:
    """Return the names of all that a form may ask for; a fact's mark has its place as number."""
    return list(dict.fromkeys([*company.placeholders, *CHOSEN]))


def asking(handbook: Handbook) -> Handbook:
    """Return the handbook with every placeholder that a form asks for declared."""
    company = handbook.company
    declared = {**ASKED, **company.placeholders}
    return replace(handbook, company=company.model_copy(update={"placeholders": declared}))


def common_data(handbook: Handbook, today: date) -> dict[str, Any]:
    """Return the data; ``today`` tells which laws are in force."""
    company = handbook.company
    return {
        "open": open_facts(company),
        "arrangements": {name: words.arrangement(name) for name in ARRANGEMENTS},
        "speech": {tag: _speech(tag, company) for tag in sorted(_languages(handbook))},
        "company": {"name": company.name, "apply": _address(company)},
        "placeholders": _placeholders(company.in_language(company.own_language)),
        "address": ADDRESS,
        "properties": properties_of_entries(handbook.facts.job),
        "places": {key: _place(place) for key, place in company.locations.items()},
        "areas": _areas(company),
        "countries": _countries(),
        "states": _states(),
        "regions": {code: words.sentence(word) for code, word in region_words().items()},
        "zones": zones_by_area(),
        "rules": [_rule(rule) for rule in posting_rules()],
        "laws": _laws(company, today),
        "requirements": REQUIREMENTS,
        "stated": STATED,
        "otherCompensation": OTHER_COMPENSATION,
        "vaguePay": VAGUE_PAY,
        "gendered": GENDERED,
        "forbidden": FORBIDDEN,
        "denial": NOT,
        "perYear": {per.upper(): times for per, times in PER_YEAR.items()},
    }


def _languages(handbook: Handbook) -> set[str]:
    return {role.language for role in handbook.roles.values()}


def _speech(tag: str, company: Company) -> dict[str, Any]:
    """Return the words of a language; names of places only where they are not those of English."""
    said, company = lexicon(tag), company.in_language(tag)
    found = {
        "months": list(get_month_names("wide", locale=said.locale).values()),
        "day": said.locale.date_formats["long"].pattern,
        "firstDay": said.say("first_day"),
        "work": {name: words.environment(name, said) for name in ARRANGEMENTS},
        "remoteIn": said.texts["remote_in"],
        "word": with_region(tag),
        "placeholders": _placeholders(company),
    }
    return found if said.language == ENGLISH else {**found, **_names(company, said)}


def _names(company: Company, said: Lexicon) -> dict[str, Any]:
    """Return what places are called in a language."""
    return {
        "places": {key: _place(place, said) for key, place in company.locations.items()},
        "areas": _areas(company, said),
        "countries": _countries(said),
        "states": _states(said),
    }


def _rule(rule: PostingRule) -> dict[str, str]:
    """Return a rule without what only the report on an opening says."""
    return {name: said for name, said in asdict(rule).items() if name != "asks"}


def _placeholders(company: Company) -> dict[str, dict[str, str]]:
    """Return each placeholder's label, hint, type, and its default where it has one."""
    return {
        name: entry.model_dump(mode="json", exclude_none=True)
        for name, entry in company.placeholders.items()
    }


def _address(company: Company) -> str:
    """Return where people apply if nothing else is said."""
    apply = company.apply
    return (apply.url or apply.email or "") if apply else ""


def _place(place: Location, said: Lexicon = AMERICAN) -> dict[str, Any]:
    """Return a place as words, as the parts of its address, and as the code of its area."""
    parts = place.model_dump(mode="json", exclude_none=True)
    return {"words": place_name(place, said), "parts": parts, "area": area_code(place)}


def _areas(company: Company, said: Lexicon = AMERICAN) -> dict[str, str]:
    """Return the countries that the company works in, and their parts, by code."""
    codes = {area_code(place) for place in company.locations.values()}
    codes |= {place.country for place in company.locations.values()}
    return {code: area_name(code, said) for code in sorted(codes)}


@cache
def _countries(said: Lexicon = AMERICAN) -> dict[str, str]:
    """Return every country's name by its letters, in the order of the names."""
    named = {it.alpha_2: country_name(it.alpha_2, said) for it in pycountry.countries}
    plain = {code: unicodedata.normalize("NFD", name) for code, name in named.items()}
    return dict(sorted(named.items(), key=lambda entry: plain[entry[0]]))


@cache
def _states(said: Lexicon = AMERICAN) -> dict[str, str]:
    """Return the states and provinces of the countries that have letters for them, by code."""
    parts = (part for country in LETTERED for part in SUBDIVISIONS.get(country_code=country))
    named = {part.code: area_name(part.code, said) for part in parts}
    return dict(sorted(named.items(), key=lambda entry: entry[1]))


def _laws(company: Company, today: date) -> list[dict[str, Any]]:
    """Return the laws on postings that bind the company on a day."""
    return [_law(law) for law in laws_known(company) if law.binds(company, today) and law.asks]


def _law(law: PayLaw) -> dict[str, Any]:
    told = {name: getattr(law, name) for name in ("said", "places", "asks", "certain", "later")}
    towns = [town.lower() for town in law.localities]
    width = law.width and {
        "currency": law.width.currency,
        "most": int(law.width.most),
        "above": int(law.width.above),
    }
    return {**told, "towns": towns, "remote": law.remote, "width": width}
