"""Where headings and labels lead: ``data/import.yaml`` has the words, in each language."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from hiring.model.blocks import BLOCKS
from hiring.model.data import stated_in

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = "import.yaml"
LANGUAGES = ("en", "de", "fr")
"""The languages whose headings are known; all are tried, a document's own first."""

MAX_HEADING = 90
"""How long a heading may be: what is longer is a sentence."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Words of a heading: as a ``whole``, or somewhere in it."""

    words: re.Pattern[str]
    whole: bool


@cache
def _data() -> Any:
    return stated_in(DATA)


def folded(text: str) -> str:
    """Return a text in lower case, without accents and punctuation, for comparing."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", letters))


def pattern_of(sign: str) -> re.Pattern[str]:
    """Return a sign of the data as a pattern over folded text."""
    words = [
        r"\w*"
        if word == "*"
        else re.escape(folded(word)).replace(r"\ ", " ") + (r"\w*" if word.endswith("*") else "")
        for word in sign.removeprefix("=").split()
    ]
    return re.compile(r"\b" + " ".join(words) + r"\b")


@cache
def _signs(language: str) -> tuple[tuple[str, tuple[Sign, ...]], ...]:
    return tuple(
        (
            entry["to"],
            tuple(Sign(pattern_of(sign), sign.startswith("=")) for sign in entry.get(language, ())),
        )
        for entry in _data()["headings"]
    )


def _named_whole(said: str, language: str) -> Iterator[str]:
    """Yield where headings of a language lead of which a folded text is all the words."""
    for to, signs in _signs(language):
        if any(sign.words.fullmatch(said) for sign in signs):
            yield to


def destination(heading: str, language: str = "en") -> str:
    """Return where what stands under a heading belongs; empty where nobody knows.

    The language's own words are tried first, and then those of the others.
    """
    said = folded(heading)
    if not said or len(said) > MAX_HEADING:
        return ""
    tongues = (language, *(it for it in LANGUAGES if it != language))
    for tongue in tongues:
        if tongue not in LANGUAGES:
            continue
        if to := next(_named_whole(said, tongue), ""):
            return to
        for to, signs in _signs(tongue):
            if any(not sign.whole and sign.words.search(said) for sign in signs):
                return to
    return ""


@cache
def _general() -> frozenset[str]:
    return frozenset(_data()["general"])


def is_general(heading: str) -> bool:
    """Tell whether a heading says of qualifications no more than the page's own does."""
    return folded(heading) in _general()


@cache
def _labels() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    return tuple((to, tuple(map(pattern_of, signs))) for to, signs in _data()["labels"].items())


def _labelled(said: str) -> str:
    """Return where a folded text leads that is a label and no heading; empty for any other."""
    return next((to for to, signs in _labels() if any(it.fullmatch(said) for it in signs)), "")


def label_destination(label: str, language: str = "en") -> str:
    """Return where the value behind a label belongs; empty where nobody knows."""
    return _labelled(folded(label)) or destination(label, language)


_BY_ONE_WORD = {*BLOCKS, "place", "qualifications should", "qualifications nice"}
"""Where one word leads that is all of a heading, and no entry of a list."""


def stands_alone(text: str) -> bool:
    """Tell whether a text is a label whose value may stand on the next line, as "Pay".

    So are the words that are all of a heading, but one word of what people have or are: that may
    be an entry, as "Abilities". A priority alone, as "Desirable", never is.
    """
    said = folded(text)
    return (
        is_general(text)
        or bool(_labelled(said))
        or any(
            to.startswith("fact ") or (to != "title" if " " in said else to in _BY_ONE_WORD)
            for tongue in LANGUAGES
            for to in _named_whole(said, tongue)
        )
    )


@cache
def _left() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (entry["reason"], tuple(pattern_of(sign) for tongue in LANGUAGES for sign in entry[tongue]))
        for entry in _data()["left"]
    )


_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\d.,$€£])(?:\+?\(?\d{1,4}\)?[ .\-/]?)?\d{2,5}[ .\-/]\d{2,4}"
    r"(?:[ .\-]?\d{2,4}){0,4}(?![\d,%])"
)
_TIME = r"(?:[01]\d|2[0-4]|\d(?=[.:h]))[.:h]?[0-5]\d(?: ?(?:uhr|hrs|h))?"
_CLOCK = re.compile(rf"(?<!\d){_TIME} ?(?:-|–|—|to|bis|à) ?{_TIME}(?!\d)", re.IGNORECASE)
"""From when to when a shift is, which digits of a telephone resemble."""

_CALL = re.compile(
    r"\b(?:tel|telefon|telephone|téléphone|phone|fax|mobile?|durchwahl|ext)\b\.?:? ?[+(]?\d",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?P<done>[^\W\d_]{4,}) (?:by|von|durch|par) ?: ", re.IGNORECASE)
"""Who has done something to a document: a name stands behind it."""

_MONEY_OR_DAY = re.compile(
    r"\b\d\d-\d{4}\.\d\d\b|"
    r"[$€£]|\beuros?\b|\b[A-Z]{3} ?\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b20\d\d\s*[-–/]",
    re.IGNORECASE,
)


@cache
def _named() -> re.Pattern[str]:
    titles = "|".join(_data()["honorifics"])
    return re.compile(rf"\b(?:{titles})\b\.? (?:[A-ZÀ-Þ][\w.'-]*\s?){{1,3}}")


def reason_to_leave(text: str) -> str:
    """Return why a line is no part of a role's page, by its own words; empty where it may be.

    Persons and how to reach them come first: that nobody publishes them matters most.
    """
    if _MAIL.search(text) or _named().search(text) or _has_phone(text):
        return "person"
    said = folded(text)
    if (by := _BY.search(text)) and folded(by["done"]) not in _data()["managed"]:
        return "person"
    for reason, signs in _left():
        if any(sign.search(said) for sign in signs):
            return reason
    return ""


def _has_phone(text: str) -> bool:
    if _CALL.search(text):
        return True
    if _MONEY_OR_DAY.search(text):
        return False
    return any(
        len(re.sub(r"\D", "", match[0])) >= 7 or re.fullmatch(r"\d{3}-\d{4}", match[0])
        for match in _PHONE.finditer(_CLOCK.sub(" ", text))
    )


def is_about_company(text: str) -> bool:
    """Tell whether a sentence is about an employer."""
    said = folded(text)
    return any(folded(sign) in said for sign in _data()["company"])
