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
from hiring.model.lexicon import written_as
from hiring.model.places import area_code, area_name, country_name, place_name
from hiring.model.regions import LETTERED, SUBDIVISIONS, region_words
from hiring.model.time_zones import zones_by_area
from hiring.model.values import PER_YEAR, WorkArrangement
from hiring.posting.laws import (
    FORBIDDEN,
    GENDERED,
    OTHER_COMPENSATION,
    law_name,
    laws_known,
)
from hiring.posting.rules import VAGUE_PAY, posting_rules
from hiring.posting.structured import ADDRESS, properties_of_entries

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from hiring.model.company_parts import Location
    from hiring.model.facts import Company
    from hiring.model.handbook import Handbook
    from hiring.model.lexicon import Lexicon
    from hiring.posting.laws import PayLaw
    from hiring.posting.rules import PostingRule

ASKED = ("location", "apply", "start")
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
    declared = {**{name: _asked(name, handbook) for name in ASKED}, **company.placeholders}
    return replace(handbook, company=company.model_copy(update={"placeholders": declared}))


def _asked(name: str, handbook: Handbook) -> Placeholder:
    """Return a placeholder of ours, in each language."""
    label, hint = (
        {
            tag: handbook.lexicon(tag).say(f"asked.{name}.{part}")
            for tag in handbook.lexicons.languages
        }
        for part in ("label", "hint")
    )
    return Placeholder(label=label, hint=hint)


def common_data(handbook: Handbook, today: date, forms: Collection[str] = ()) -> dict[str, Any]:
    """Return the data; ``today`` tells which laws are in force.

    ``forms`` are the languages of the pages that have a form, by their tags.
    """
    company, own = handbook.company, handbook.lexicon()
    spoken = {role.language for role in handbook.roles.values()}
    several = (
        len({handbook.lexicon(tag).language for tag in (*spoken, *forms, handbook.language)}) > 1
    )
    return {
        "open": open_facts(company),
        "speech": {tag: _speech(tag, handbook, named=several) for tag in sorted(spoken)},
        **_form(handbook.language, handbook, today),
        "forms": {
            tag: _form(tag, handbook, today)
            for tag in sorted(forms)
            if handbook.lexicon(tag).locale != own.locale
        },
        "company": {"name": company.name, "apply": _address(company)},
        "address": ADDRESS,
        "properties": properties_of_entries(handbook.facts.job),
        "zones": zones_by_area(),
        "otherCompensation": OTHER_COMPENSATION,
        "vaguePay": VAGUE_PAY,
        "gendered": GENDERED,
        "forbidden": FORBIDDEN,
        "denial": NOT,
        "perYear": {per.upper(): times for per, times in PER_YEAR.items()},
    }


def _form(tag: str, handbook: Handbook, today: date) -> dict[str, Any]:
    """Return what a form says in a language."""
    said, company = handbook.lexicon(tag), handbook.company.in_language(tag)
    return {
        "placeholders": _placeholders(company),
        "words": said.under("generator"),
        "arrangements": {name: words.arrangement(name, said) for name in ARRANGEMENTS},
        "regions": {code: words.sentence(word) for code, word in region_words(said).items()},
        "rules": [_rule(rule, said) for rule in posting_rules()],
        "laws": _laws(company, today, said),
        "requirements": said.under("requirements"),
        "stated": said.under("stated"),
        **_names(company, said),
    }


def _speech(tag: str, handbook: Handbook, *, named: bool) -> dict[str, Any]:
    """Return the words of a language, with names of places where those are ``named`` apart."""
    said, company = handbook.lexicon(tag), handbook.company.in_language(tag)
    found = {
        "months": list(get_month_names("wide", locale=said.locale).values()),
        "day": said.locale.date_formats["long"].pattern,
        "firstDay": said.say("first_day"),
        "work": {name: words.environment(name, said) for name in ARRANGEMENTS},
        "remoteIn": said.texts["remote_in"],
        "word": written_as(tag, said),
        "placeholders": _placeholders(company),
    }
    return {**found, **_names(company, said)} if named else found


def _names(company: Company, said: Lexicon) -> dict[str, Any]:
    """Return what places are called in a language."""
    return {
        "places": {key: _place(place, said) for key, place in company.locations.items()},
        "areas": _areas(company, said),
        "countries": _countries(said),
        "states": _states(said),
    }


def _rule(rule: PostingRule, said: Lexicon) -> dict[str, str]:
    """Return a rule in a language, without what only the report on an opening says."""
    found = {name: text for name, text in asdict(rule).items() if name != "asks"}
    return {**found, "says": rule.says_in(said)}


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


def _place(place: Location, said: Lexicon) -> dict[str, Any]:
    """Return a place as words, as the parts of its address, and as the code of its area."""
    parts = place.model_dump(mode="json", exclude_none=True)
    return {"words": place_name(place, said), "parts": parts, "area": area_code(place)}


def _areas(company: Company, said: Lexicon) -> dict[str, str]:
    """Return the countries that the company works in, and their parts, by code."""
    codes = {area_code(place) for place in company.locations.values()}
    codes |= {place.country for place in company.locations.values()}
    return {code: area_name(code, said) for code in sorted(codes)}


@cache
def _countries(said: Lexicon) -> dict[str, str]:
    """Return every country's name by its letters, in the order of the names."""
    named = {it.alpha_2: country_name(it.alpha_2, said) for it in pycountry.countries}
    plain = {code: unicodedata.normalize("NFD", name) for code, name in named.items()}
    return dict(sorted(named.items(), key=lambda entry: plain[entry[0]]))


@cache
def _states(said: Lexicon) -> dict[str, str]:
    """Return the states and provinces of the countries that have letters for them, by code."""
    parts = (part for country in LETTERED for part in SUBDIVISIONS.get(country_code=country))
    named = {part.code: area_name(part.code, said) for part in parts}
    return dict(sorted(named.items(), key=lambda entry: entry[1]))


def _laws(company: Company, today: date, said: Lexicon) -> list[dict[str, Any]]:
    """Return the laws on postings that bind the company on a day."""
    return [
        _law(law, said) for law in laws_known(company) if law.binds(company, today) and law.asks
    ]


def _law(law: PayLaw, said: Lexicon) -> dict[str, Any]:
    told = {name: getattr(law, name) for name in ("places", "asks", "certain", "later")}
    told["said"] = law_name(law, said)
    towns = [town.lower() for town in law.localities]
    width = law.width and {
        "currency": law.width.currency,
        "most": int(law.width.most),
        "above": int(law.width.above),
    }
    return {**told, "towns": towns, "remote": law.remote, "width": width}
