"""Pay, as job descriptions write it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hiring.importing.bounds import End, doubt_of_end, end_said, is_in_stages
from hiring.importing.codes import grade_in, without_codes
from hiring.importing.headings import folded
from hiring.importing.values import MAX_TEXT, Stated
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.facts import Company

_SIGNS = {
    **{"$": "USD", "us$": "USD", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "£": "GBP"},
    **dict.fromkeys(("€", "euro", "euros", "eur"), "EUR"),
}
_DOLLARS = {code for sign, code in _SIGNS.items() if sign.endswith("$")}
_CURRENCY = r"(?:US\$|C\$|CA\$|A\$|[$€£]|\b(?:USD|EUR|GBP|CHF|CAD|AUD)\b|\b[Ee]uros?\b)"
_NUMBER = (
    r"(?P<{0}>\d{{1,3}}\.\d{{4}}(?!\d)"
    r"|\d{{1,3}}(?:[.,'’ \u00a0\u202f]\d{{3}})+(?:[.,]\d{{1,2}})?|\d+(?:[.,]\d{{1,2}})?)"
    r"(?P<{0}k>\s?[kK]\b)?"
)
_BEHIND = rf"(?![$£]\s?\d){_CURRENCY}"
"""A currency behind its amount: a sign that an amount follows is that one's."""

_RANGE = re.compile(
    rf"(?:(?P<before>{_CURRENCY})\s?)?(?:{_CURRENCY}\s?)?{_NUMBER.format('low')}\s?(?P<middle>{_BEHIND})?"
    rf"(?:\s?(?:-|–|—|to|bis|à|and|und|et)\s?(?P<also>{_CURRENCY})?\s?{_NUMBER.format('high')})?\s?(?P<after>{_BEHIND})?"
)
_PERIODS = {
    "hour": r"hour\w*|hr|hrs|h|std|stunde\w*|heure|horaire|l heure",
    "day": r"day|daily|tag|taglich|jour|journalier",
    "week": r"week|weekly|woche|wochentlich|semaine|hebdomadaire",
    "month": r"month|monthly|monat\w*|mois|mensuel\w*",
    "year": r"year|yearly|annual\w*|annum|pa|jahr(?!essonder|esend|esurlaub)\w*|an|annuel\w*|annee",
}
_COUNTED = re.compile(
    r"\b\d+(?: \d+)? ?(?:h|hrs|std|stunden|heures|hours|jahren?|ans|years|tagen?|jours|days"
    r"|monaten?|mois|months|wochen|semaines|weeks)\b(?: (?:woche|week)\b)?"
    r"(?: (?:(?:per|pro|par|a|an|je|die|in der) (?:woche|semaine|week)"
    r"|wochentlich|hebdomadaires?|weekly))?"
)
"""Times that are counted, as "for 48 hours a week": what is worked, and not what is paid for."""
_OVERTIME = re.compile(
    r"(?<=[.,;(])\s*(?:overtime|ot|premium|holiday|double time)(?: pay| rate)?\b"
    r"(?:[^.;)]|\.(?=\d))*",
    re.IGNORECASE,
)
"""What is paid for hours beyond the usual, behind what is paid for them."""
_HOURLY = re.compile(
    r"(?:(?:per|an|pro|die|je|par|de l) )?(?:hourly|hour|hr|stunde|heure|horaire)\b"
)
"""What makes an amount of a small number without the sign of a currency."""
_ON_TOP = re.compile(r"\w*(?:zulage|zuschuss|zuschlag|pramie)\b|(?:de |d )?(?:prime|indemnite)\b")
"""What makes an amount one that is paid beside pay."""
_LIMITS = (("hour", 200), ("month", 12_000))
"""Below which amounts pay is for what, where nothing says it."""
_FITS = {
    "hour": (2, 500),
    "day": (20, 4_000),
    "week": (50, 15_000),
    "month": (100, 80_000),
    "year": (2_500, 5_000_000),
}
"""Between which amounts pay for a time is."""

_TWO_WEEKS = (
    r"(?:bi-?weekly|fortnight(?:ly)?|semi-?monthly|every (?:two|2) weeks|per pay period"
    r"|alle (?:zwei|2) wochen|14-?tägig|bimensuel(?:le)?)"
)
_ANY = rf"{_CURRENCY}?\s?\d[\d.,]{{0,14}}"
_ANY_RANGE = rf"{_ANY}(?:\s?(?:-|–|—|to|bis|à)\s?{_ANY})?"
_OTHER_PERIOD = re.compile(
    rf"(?<![\d.,]){_ANY_RANGE}\s?(?:/|per |a )?{_TWO_WEEKS}"
    rf"|(?:^|[;,(])\s?{_TWO_WEEKS}\s?:?\s?{_ANY_RANGE}",
    re.IGNORECASE,
)
"""Pay for a time that no pay of ours is for, as two weeks; the same may be said by the year."""

MAX_STEP = 40
"""How long the name of a step of a scale may be."""


@dataclass(frozen=True, slots=True)
class Paid:
    """Pay as it was read; ``is_sure`` tells whether currency and time are both said.

    ``end`` names the end of its range that is said alone, ``most`` or ``least``; ``spans`` is the
    number of amounts, or of ranges, that it spans.
    """

    currency: str
    min: str
    max: str
    per: str
    is_sure: bool
    end: End = ""
    spans: int = 1

    def stated(self) -> dict[str, str]:
        """Return it as front matter states it."""
        return {"currency": self.currency, "min": self.min, "max": self.max, "per": self.per}


def pay_stated(text: str, company: Company) -> list[Stated]:
    """Return the pay that the value of a label states, and the step of a scale that it names."""
    paid = pay_in(text, company.currency)
    if paid is None:
        return []
    doubt = "" if paid.is_sure else gettext("its currency, or what it is paid for, is guessed")
    doubt = doubt_of_end(paid.end) or doubt
    signs = len(re.findall(r"[$€£]\s?\d|\d\s?(?:€|[Ee]uro)", text))
    if signs > 2 or (paid.spans > 1 and is_in_stages(text)):
        doubt = gettext("it names several ranges: `pay` may be a list")
    return [Stated("pay", as_front_matter(paid.stated()), doubt), *_step(grade_in(text))]


def grade_stated(text: str, company: Company) -> list[Stated]:
    """Return the step of a scale that the value of a label states, and the pay beside it.

    Pay alone is no step.
    """
    if paid := pay_stated(text, company):
        first = re.match(r"([A-Z]{0,4}[- ]?\d{1,3}[A-Z]?)\s*[(,;:–-]", text)
        steps = paid[1:] or _step(first[1] if first else "")
        return [*steps, paid[0]] if steps else []
    return _step(text) if len(text) <= MAX_TEXT else []


def step_stated(text: str) -> list[Stated]:
    """Return the step of a scale that a text names where pay is stated, and no amount is."""
    names_step = len(text) <= MAX_STEP and (re.search(r"\d", text) or grade_in(text))
    return _step(text) if names_step else []


def _step(text: str) -> list[Stated]:
    return [Stated("grade", json.dumps(text, ensure_ascii=False))] if text else []


def pay_in(text: str, currency: str) -> Paid | None:
    """Return the pay that a text states, all that its ranges span; None where it states none."""
    text = _OTHER_PERIOD.sub(" ", _OVERTIME.sub(" ", without_codes(text)))
    found = [match for match in _RANGE.finditer(text) if _is_pay(match, text)]
    ends = [(low, high) for low, high in map(_ends, found) if high >= low]
    if not ends:
        return None
    size = ends[0][1]
    ends = [pair for pair in ends if size / 8 < pair[1] < size * 8]
    low, high = min(pair[0] for pair in ends), max(pair[1] for pair in ends)
    signs = (it for match in found for it in match.group(*_PLACES) if it)
    sign, period = next(signs, ""), _period(text)
    guessed = next((name for name, most in _LIMITS if high < most), "year")
    if period and not _FITS[period][0] <= high <= _FITS[period][1]:
        period = ""  # of something else in the line: "4470 CHF, two days off"
    is_sure = bool(sign and period)
    is_behind = not any(match["before"] for match in found)
    code = _dollar(currency, is_behind=is_behind) if sign == "$" else _code(sign)
    named = (end_said(text, *it.span()) for it in found if high == low)
    end: End = next((it for it in named if it), "")
    said, spans = (_said(low), _said(high)), len(set(ends))
    return Paid(code or currency, *said, period or guessed, is_sure, end, spans)


_PLACES = ("before", "middle", "also", "after")
"""Where the sign of a currency may stand."""


def _ends(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    thousand = bool(match["lowk"] or match["highk"])
    low = _amount(match["low"], thousand=thousand)
    return low, _amount(match["high"], thousand=thousand) if match["high"] else low


def _code(sign: str) -> str:
    return _SIGNS.get(sign.lower(), sign.upper())


def _dollar(currency: str, *, is_behind: bool) -> str:
    """Return whose dollar the sign means: the company's own, or Canada's behind its amount."""
    if currency in _DOLLARS:
        return currency
    return "CAD" if is_behind else "USD"


def _is_pay(match: re.Match[str], text: str) -> bool:
    has_sign = any(match.group(*_PLACES))
    size = _amount(match["low"], thousand=bool(match["lowk"]))
    follows = folded(text[match.end() : match.end() + 30])
    if _ON_TOP.match(follows):
        return False
    if (
        re.match(
            r"(?:hours?\b|stunden|heures|months?|monate?|mois|fte|jahre|years?|ans|an\b)", follows
        )
        and not has_sign
    ):
        return False
    return (
        (has_sign or size >= 1000 or _HOURLY.match(follows) is not None)
        and size > 1
        and not text[match.end() :].lstrip().startswith(("%", "per mile"))
    )


def _amount(written: str, *, thousand: bool) -> Decimal:
    """Return an amount, whichever sign parts its thousands."""
    cents = re.search(r"[.,](\d{1,2}|(?<=\d\.)\d{4})$", written)
    whole = written[: cents.start()] if cents else written
    number = Decimal(re.sub(r"\D", "", whole) + (f".{cents[1]}" if cents else ""))
    return number * 1000 if thousand and number < 1000 else number


def _said(amount: Decimal) -> str:
    return str(int(amount)) if amount == amount.to_integral_value() else f"{amount:.2f}"


def _period(text: str) -> str:
    said = folded(text.replace("p.a.", "pa").replace("/", " per "))
    said = re.sub(r"\b(?:per|pro|par) 24 (?:hours?|stunden|heures)\b", "per day", said)
    said = _COUNTED.sub(" ", said)
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


def as_front_matter(values: Mapping[str, Any]) -> str:
    """Return parts of a fact in one line, as ``{months: 6}``."""
    return "{" + ", ".join(f"{name}: {value}" for name, value in values.items()) + "}"
