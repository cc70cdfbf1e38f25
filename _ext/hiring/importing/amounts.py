"""Pay, hours, years and lengths of time, as job descriptions write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hiring.importing.headings import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "euro": "EUR", "euros": "EUR", "eur": "EUR"}
_CURRENCY = r"(?:US\$|C\$|CA\$|A\$|[$€£]|\b(?:USD|EUR|GBP|CHF|CAD|AUD)\b|\b[Ee]uros?\b)"
_NUMBER = (
    r"(?P<{0}>\d{{1,3}}(?:[.,'’ \u00a0\u202f]\d{{3}})+(?:[.,]\d{{1,2}})?|\d+(?:[.,]\d{{1,2}})?)"
    r"(?P<{0}k>\s?[kK]\b)?"
)
_RANGE = re.compile(
    rf"(?:(?P<before>{_CURRENCY})\s?)?(?:{_CURRENCY}\s?)?{_NUMBER.format('low')}\s?(?P<middle>{_CURRENCY})?"
    rf"(?:\s?(?:-|–|—|to|bis|à|and|und|et)\s?(?P<also>{_CURRENCY})?\s?{_NUMBER.format('high')})?\s?(?P<after>{_CURRENCY})?"
)
_PERIODS = {
    "hour": r"hour\w*|hr|hrs|h|std|stunde\w*|heure|horaire|l heure",
    "day": r"day|daily|tag|tage|taglich|jour|jours|journalier",
    "week": r"week|weekly|woche|wochentlich|semaine|hebdomadaire",
    "month": r"month|monthly|monat\w*|mois|mensuel\w*",
    "year": r"year|yearly|annual\w*|annum|pa|jahr\w*|an|annuel\w*|annee",
}
_LIMITS = (("hour", 200), ("month", 12_000))
"""Below which amounts pay is for what, where nothing says it."""

_WORDS = {
    **dict(
        zip(
            [
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "twelve",
                "eighteen",
            ],
            (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 18),
            strict=True,
        )
    ),
    **dict(
        zip(
            [
                "ein",
                "eine",
                "einem",
                "zwei",
                "drei",
                "vier",
                "funf",
                "sechs",
                "sieben",
                "acht",
                "neun",
                "zehn",
                "zwolf",
            ],
            (1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12),
            strict=True,
        )
    ),
    **dict(
        zip(
            [
                "un",
                "une",
                "deux",
                "trois",
                "quatre",
                "cinq",
                "six",
                "sept",
                "huit",
                "neuf",
                "dix",
                "douze",
            ],
            (1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12),
            strict=True,
        )
    ),
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


@dataclass(frozen=True, slots=True)
class Paid:
    """Pay as it was read; ``is_sure`` tells whether currency and time are both said."""

    currency: str
    min: str
    max: str
    per: str
    is_sure: bool

    def stated(self) -> dict[str, str]:
        """Return it as front matter states it."""
        return {"currency": self.currency, "min": self.min, "max": self.max, "per": self.per}


def pay_in(text: str, currency: str) -> Paid | None:
    """Return the pay that a text states, all that its ranges span; None where it states none."""
    found = [match for match in _RANGE.finditer(text) if _is_pay(match, text)]
    if not found:
        return None
    ends = []
    for match in found:
        thousand = bool(match["lowk"] or match["highk"])
        low = _amount(match["low"], thousand=bool(match["lowk"]) or thousand)
        high = _amount(match["high"], thousand=thousand) if match["high"] else low
        if high >= low:
            ends.append((low, high))
    if not ends:
        return None
    size = ends[0][1]
    ends = [pair for pair in ends if size / 8 < pair[1] < size * 8]
    low, high = min(pair[0] for pair in ends), max(pair[1] for pair in ends)
    sign = next(
        (it for match in found for it in match.group("before", "middle", "also", "after") if it), ""
    )
    period = _period(text)
    guessed = next((name for name, most in _LIMITS if high < most), "year")
    return Paid(
        _SIGNS.get(sign.lower().lstrip("uc"), sign.upper() or currency) if sign else currency,
        _said(low),
        _said(high),
        period or guessed,
        bool(sign and period),
    )


def _is_pay(match: re.Match[str], text: str) -> bool:
    has_sign = any(match.group("before", "middle", "also", "after"))
    size = _amount(match["low"], thousand=bool(match["lowk"]))
    follows = folded(text[match.end() : match.end() + 14])
    if (
        re.match(
            r"(?:hours?|stunden|heures|months?|monate?|mois|fte|jahre|years?|ans|an\b)", follows
        )
        and not has_sign
    ):
        return False
    return (
        (has_sign or size >= 1000)
        and size > 1
        and not text[match.end() :].lstrip().startswith(("%", "per mile"))
    )


def _amount(written: str, *, thousand: bool) -> Decimal:
    """Return an amount, whichever sign parts its thousands."""
    cents = re.search(r"[.,](\d{1,2})$", written)
    whole = written[: cents.start()] if cents else written
    number = Decimal(re.sub(r"\D", "", whole) + (f".{cents[1]}" if cents else ""))
    return number * 1000 if thousand and number < 1000 else number


def _said(amount: Decimal) -> str:
    return str(int(amount)) if amount == amount.to_integral_value() else f"{amount:.2f}"


def _period(text: str) -> str:
    said = folded(text.replace("p.a.", "pa").replace("/", " per "))
    found = {
        name: match.start()
        for name, words in _PERIODS.items()
        if (
            match := re.search(
                rf"\b(?:per |a |an |pro |par |im |in der |each )?(?:{words})\b", said
            )
        )
    }
    return min(found, key=lambda name: found[name]) if found else ""


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
            return _said(hours) if hours == hours.to_integral_value() else str(hours.normalize())
    return ""


def as_front_matter(values: Mapping[str, Any]) -> str:
    """Return parts of a fact in one line, as ``{months: 6}``."""
    return "{" + ", ".join(f"{name}: {value}" for name, value in values.items()) + "}"
