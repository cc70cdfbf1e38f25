"""Years of experience, hours and lengths of time, as job descriptions write them."""

from __future__ import annotations

import re
from decimal import Decimal

from hiring.importing.headings import folded

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve",
    "eine zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
    "une deux trois quatre cinq six sept huit neuf dix onze douze",
)
_WORDS = {
    **{word: number for said in _NUMBERS for number, word in enumerate(said.split(), 1)},
    **{"ein": 1, "einem": 1, "un": 1, "eighteen": 18},
}
_COUNT = rf"(?P<{{0}}>\d{{{{1,2}}}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_YEARS = re.compile(
    rf"\b{_COUNT.format('low')}(?: \d{{1,2}})?(?:(?: to | bis | a | or | oder | | and )?"
    rf"{_COUNT.format('high')})? (?:or more )?(?:full )?(?:years?|yrs?|jahren?|jahre|ans|annees)\b"
)
_LENGTH = re.compile(
    rf"\b{_COUNT.format('low')} (?P<unit>months?|monate?n?|mois|weeks?|wochen?|semaines?"
    r"|years?|jahren?|jahre|ans?|days?|tagen?|jours?)\b"
)
_UNITS = {
    "mo": "months",
    "we": "weeks",
    "wo": "weeks",
    "se": "weeks",
    "da": "days",
    "ta": "days",
    "jo": "days",
}


def years_in(text: str) -> str:
    """Return the years of experience that a text asks for, as ``3+`` or ``2-4``; else nothing."""
    said = folded(re.sub(r"(\d)\+", r"\1 or more", text.replace("–", "-").replace("-", " to ")))
    said = re.sub(r"(\d) or more or more", r"\1 or more", said)
    if "year old" in said or "years old" in said or "years of age" in said:
        return ""
    match = re.search(r"\b(\d{1,2}) or more (?:years|yrs|ans|jahre)", said)
    if match:
        return f"{match[1]}+"
    match = _YEARS.search(said)
    if match is None:
        return ""
    low = _count(match["low"])
    high = _count(match["high"]) if match["high"] else None
    return f"{low}-{high}" if high is not None and high > low else f"{low}+"


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _WORDS[word]


def length_in(text: str) -> dict[str, int]:
    """Return a length of time, as ``{"months": 6}``; empty where none is said."""
    match = _LENGTH.search(folded(text))
    if match is None or not _count(match["low"]):
        return {}
    count, unit = _count(match["low"]), match["unit"]
    if unit.startswith(("year", "jahr", "an")):
        return {"months": count * 12}
    return {_UNITS[unit[:2]]: count}


_HOURS = re.compile(
    r"(?<![\d:.$€£])(?P<hours>\d{1,2}(?:[.,]\d{1,2})?)\s?"
    r"(?:(?:hours?|hrs?|h|std|stunden|heures)\b|(?:a|per|/|pro|par)\s?(?:week|woche|semaine)|$)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\b0[.,]\d{1,2}\s?FTE|\bFTE\s?0[.,]\d{1,2}", re.IGNORECASE)


def hours_in(text: str) -> str:
    """Return the hours a week that a text states; empty where none are."""
    for match in _HOURS.finditer(_SHARE.sub(" ", text)):
        hours = Decimal(match["hours"].replace(",", "."))
        if 4 <= hours <= 60:
            whole = hours == hours.to_integral_value()
            return str(int(hours)) if whole else str(hours.normalize())
    return ""
