"""Languages by their tags: BCP 47, which HTML, feeds and Word take too."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import Annotated

import pycountry
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from pydantic import AfterValidator, WithJsonSchema

from hiring.model.messages import gettext

ENGLISH = "en"
"""The language of a site whose conf.py names none, and of our own words where nothing is known."""

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)",
    re.IGNORECASE,
)
_NO_LANGUAGE = ("mis", "mul", "und", "zxx")
"""Codes by ISO 639 that name no language."""

_OWN_NAMES = {
    **{"deutsch": "de", "español": "es", "français": "fr", "francais": "fr"},
    **{"italiano": "it", "nederlands": "nl", "polski": "pl", "português": "pt"},
}
"""Languages by what their speakers call them, where English does not."""

_LONGEST_NAME = 80
"""How many characters of a text may be a language's name."""

_RIGHT_TO_LEFT = frozenset(
    ("Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa")
)
"""The scripts in use that are written from right to left, by ISO 15924."""


def language_tag(value: str) -> str:
    """Return a language's tag as it is, or say what is wrong and which may be meant."""
    meant = tag_meant(value)
    if meant == value:
        return value
    near = meant or _near(value)
    hint = gettext("; did you mean `{name}`?", name=near) if near else ""
    wanted = gettext("wanted a language's tag by BCP 47, as de or de-CH")
    raise ValueError(f"{wanted}{hint}")


LanguageTag = Annotated[
    str,
    AfterValidator(language_tag),
    WithJsonSchema({"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}),
]


def tag_meant(written: str) -> str:
    """Return the tag that somebody means, in its usual form: `de-CH` for `DE_ch`, `de` for `ger`.

    Empty where nobody knows.
    """
    found = _TAG.fullmatch(re.sub(r"[_\s]+", "-", written.strip()))
    language = language_meant(found["language"]) if found else ""
    if not (found and language):
        return language_meant(written.strip())
    script = (found["script"] or "").title()
    region = (found["region"] or "").upper()
    region = (get_global("territory_aliases").get(region) or [region])[0]
    if script and pycountry.scripts.get(alpha_4=script) is None:
        return ""
    if region.isalpha() and pycountry.countries.get(alpha_2=region) is None:
        return ""
    parts = (language, script, region, *found["variants"].lower().split("-"))
    return "-".join(part for part in parts if part)


def language_meant(written: str) -> str:
    """Return a language's shortest letters by ISO 639; empty where nobody knows.

    ``written`` are letters, a name, or the letters of a country, whose language is then meant.
    """
    name = written.lower()
    if name in _NO_LANGUAGE:
        return ""
    languages = pycountry.languages
    found = languages.get(alpha_2=name) if len(name) == len(ENGLISH) else None
    found = found or languages.get(alpha_3=name) or languages.get(bibliographic=name)
    if found:
        return str(getattr(found, "alpha_2", found.alpha_3))
    spoken = get_global("likely_subtags").get(f"und_{name.upper()}", "").partition("_")[0]
    return get_global("language_aliases").get(name) or spoken or _by_name().get(name, "")


def _near(written: str) -> str:
    """Return the tag of the language that is most like a text; empty where none is."""
    first = language_meant(re.split(r"[^\w]|_", written.strip())[0])
    called = get_close_matches(written.lower()[:_LONGEST_NAME], _by_name(), n=1)
    return first or (_by_name()[called[0]] if called else "")


@cache
def _by_name() -> dict[str, str]:
    """Return the languages of two letters by their names in English and in themselves, lowered."""
    known = Locale.parse(ENGLISH).languages
    return _OWN_NAMES | {
        str(called).lower(): code for code, called in known.items() if len(code) == len(ENGLISH)
    }


@cache
def name_of(tag: str) -> str:
    """Return what speakers of a language call it: ``Français``, ``Deutsch (Schweiz)``."""
    try:
        found = Locale.parse(tag, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        found = None
    known = pycountry.languages.get(alpha_3=primary(tag))
    name = found or (known.name if known else tag)
    return f"{name[0].upper()}{name[1:]}"


def primary(tag: str) -> str:
    """Return the language of a tag, without its script and region: `de` of `de-CH`."""
    return tag.partition("-")[0]


def foreign(tag: str, here: str) -> str:
    """Return the tag of what is said among words of a language; empty where it is the same one."""
    return "" if primary(tag) == primary(here) else tag


def direction(tag: str) -> str:
    """Return how a language is written, as HTML says it: `ltr`, or `rtl` for Arabic."""
    found = _TAG.fullmatch(tag)
    if found is None:
        return "ltr"
    script = found["script"] or _likely_script(found["language"], found["region"] or "")
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"


def turned(tag: str, around: str) -> str:
    """Return how a language is written, where the one around it is written the other way."""
    own = direction(tag)
    return "" if not tag or own == direction(around) else own


def region_of(tag: str) -> str:
    """Return the region of a tag, as `CH` of `de-CH`; empty where it states none."""
    found = _TAG.fullmatch(tag)
    return (found and found["region"]) or ""


def with_region(tag: str) -> str:
    """Return a tag with a region, as some programs want it: the likeliest where it states none."""
    found = _TAG.fullmatch(tag)
    if found is None or found["region"]:
        return tag
    language = found["language"]
    likely = get_global("likely_subtags").get(language) or ""
    region = next((part for part in likely.split("_")[1:] if len(part) == len("DE")), "")
    return f"{language}-{region}" if region else tag


def _likely_script(language: str, region: str) -> str:
    likely = get_global("likely_subtags")
    whole = likely.get(f"{language}_{region}") or likely.get(language) or ""
    return next((part for part in whole.split("_") if len(part) == len("Arab")), "")
