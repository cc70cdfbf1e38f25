"""Years of experience, hours and lengths of time, as job descriptions write them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hiring.importing.codes import without_codes
from hiring.importing.headings import folded
from hiring.importing.values import MAX_TEXT, quoted, says
from hiring.model.meant import dates_meant

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    r"(?<!\balle )(?<!\bevery )(?<!\btous les )(?<!\btoutes les )"
    rf"\b{_COUNT.format('low')} (?P<unit>months?|monate?n?|mois|weeks?|wochen?|semaines?"
    r"|years?|jahren?|jahre|ans?|days?|tagen?|jours?)\b"
)
_MOST = re.compile(
    r"\b(?:less than|fewer than|up to|at most|bis zu|weniger als|hochstens|moins de|jusqu a) $"
)
_AGE = re.compile(
    r"\byears? old\b|\byears of age\b|\bjahren? alt\b|\blebensjahr\b|\bmindestalter\b"
    r"|\bans revolus\b|\bage (?:minimum|minimal|requis)\b|\bages? d(?:e|au moins)\b"
)
"""What makes an age of years."""
_OF_TIME = re.compile(
    r"\b(?:last|past|previous|preceding|prior|within|every|next)(?: the)? $"
    r"|\b(?:dernier\w*|letzten|vergangenen) $"
)
"""What makes the years in which something was of years."""
_INSTEAD = re.compile(r"\b(?:oder|ou) (?:mindestens |mind |au moins |d |par )?$")
"""What makes years another way in, beside a diploma."""
_ALTERNATIVE = re.compile(
    r"\s*or\b|.*\bor\s*\Z|.*\bcombin\w+ of\b.*\bequal\w*\b", re.IGNORECASE | re.DOTALL
)
"""An entry that is one of several ways in, and asks for nothing by itself."""
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
    ranged = without_codes(text).replace("–", "-").replace("-", " to ")
    said = folded(re.sub(r"(\d)\+", r"\1 or more", ranged))
    said = re.sub(r"(\d) or more or more", r"\1 or more", said)
    if _AGE.search(said):
        return ""
    match = re.search(r"\b(\d{1,2}) or more (?:years|yrs|ans|jahre)", said)
    if match:
        return f"{match[1]}+"
    match = next((it for it in _YEARS.finditer(said) if not _is_beside(it)), None)
    if match is None:
        return ""
    low = _count(match["low"])
    high = _count(match["high"]) if match["high"] else None
    if _MOST.search(said[: match.start()]):
        return f"0-{high or low}"
    return f"{low}-{high}" if high is not None and high > low else f"{low}+"


def _is_beside(years: re.Match[str]) -> bool:
    """Tell whether years are another way in, or a time in which something was: "the past year"."""
    before, after = years.string[: years.start()], years.string[years.end() :]
    return bool(_OF_TIME.search(before) or _INSTEAD.search(before) or after.startswith(" period"))


def experience_in(texts: Iterable[str]) -> str:
    """Return the years of the first sentence that speaks of experience; else nothing."""
    asked = (text for text in texts if not _ALTERNATIVE.match(text))
    sentences = (it for text in asked for it in re.split(r"[.;](?=\s)", text))
    return next(
        (it for said in sentences if says(said, "experience") and (it := years_in(said))), ""
    )


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _WORDS[word]


def length_in(text: str) -> dict[str, int]:
    """Return a length of time, as ``{"months": 6}``; empty where none is said."""
    said = folded(without_codes(text))
    match = None if _AGE.search(said) else _LENGTH.search(said)
    if match is None or not _count(match["low"]):
        return {}
    count, unit = _count(match["low"]), match["unit"]
    if unit.startswith(("year", "jahr", "an")):
        return {"months": count * 12}
    return {_UNITS[unit[:2]]: count}


_HOURS = re.compile(
    r"(?<![\d:.$€£])(?<!\d{3}[-/])(?P<hours>\d{1,2}(?:[.,]\d{1,2})?)\s?"
    r"(?:(?:hours?|hrs?|h|(?:wochen)?(?:std|stunden)|heures)\b(?!\.?\s?(?:(?:a|per|/|pro|par|am|each)\s?)"
    r"(?:day|shift|tag|schicht|jour|month|monat|mois|year|jahr|an)\b)(?!(?<=hour)[\s-](?:day|shift)s?\b)"
    r"|(?:a|per|/|pro|par)\s?(?:week|woche|semaine))",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*(?:\d{1,2}\s?(?:-|–|to|bis|à)\s?)?(?P<hours>\d{1,2}(?:[.,]\d{1,2})?)\s*")
_DAYS = re.compile(r"\b(?:days?|shifts?|tage?|jours)\s?(?:x|×|@|at|of|à)\s?\Z", re.IGNORECASE)
"""What makes hours a day of the hours behind it, as in "172 days x 7 hours"."""
_SHARE = re.compile(r"\b0[.,]\d{1,2}\s?FTE|\bFTE\s?0[.,]\d{1,2}", re.IGNORECASE)

_CLOCK = re.compile(
    r"\b\d{1,2}\s?h\s?(?:\d\d)?\s?(?:à|-|–|—|/)\s?\d{1,2}\s?h(?:\s?\d\d)?\b"
    r"|\b(?:à partir de|dès|jusqu.à|vers|avant|après|à) (?:1?\d|2[0-4])\s?h(?:\s?\d\d)?\b"
    r"(?!\s?(?:par|/|hebdo))",
    re.IGNORECASE,
)
"""When something is, as French writes it: "16 h 30 à 19 h", "à partir de 5 h"."""

FEWEST, FULL_WEEK = 4, 32
"""How many hours a week has at least, and one of full time: "full time (12 h)" tells of a shift."""


def hours_in(text: str, least: int = FEWEST) -> str:
    """Return the hours a week that a text states, that many at ``least``; empty where none are."""
    said = _CLOCK.sub(" ", _SHARE.sub(" ", without_codes(text)))
    bare = _BARE.fullmatch(said)
    for match in [bare] if bare else _HOURS.finditer(said):
        hours = Decimal(match["hours"].replace(",", "."))
        if least <= hours <= 60 and not _DAYS.search(said[: match.start()]):
            whole = hours == hours.to_integral_value()
            return str(int(hours)) if whole else str(hours.normalize())
    return ""


_DAY = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]20\d\d|20\d\d-\d\d-\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Za-z]+ 20\d\d|[A-Za-z]+ \d{1,2}, 20\d\d"
)
_UNTIL = re.compile(r"\b(?:until|to|through|till|ending|ends|bis|endet|jusqu au|au)\b")
_TRIAL = re.compile(r"probation|probezeit|essai")
_BETWEEN = re.compile(r"[.;]\s+|,\s+(?=[^\W\d_])")
"""What parts a probation from what else is said of a job's time; no comma within a day does."""


def term_in(text: str) -> dict[str, Any]:
    """Return when a job ends and how long its probation is, as far as a text says either."""
    parts = _BETWEEN.split(text)
    trials = [part for part in parts if _TRIAL.search(folded(part))]
    found = _end_of_job(". ".join(it for it in parts if it not in trials))
    if trial := next(filter(None, map(length_in, trials)), None):
        found["probation"] = trial
    return found


def _end_of_job(text: str) -> dict[str, Any]:
    """Return when a job ends, as a text says it: on a day, after a time, or with a season."""
    said, length = folded(text), length_in(text)
    days = [day for match in _DAY.finditer(text) for day in dates_meant(match[0])]
    if _UNTIL.search(said) and days:
        return {"until": max(days)}
    if length and "days" not in length:
        return dict(length)
    return {"season": quoted(text[:MAX_TEXT])} if re.search(r"season|saison", said) else {}
