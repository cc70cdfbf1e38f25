"""Values in the words that readers see: pay, dates, education. Pure text, American English."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.numbers import format_compact_currency, format_currency, get_currency_name

if TYPE_CHECKING:
    from decimal import Decimal

    from hiring.model.fact_shapes import Education, MarketPay, Pay, PayRange

LOCALE = "en_US"
_ISO_DAY = len("2027-01-04")

EDUCATION = {
    "none": "No formal education",
    "high-school": "High school",
    "associate": "Associate degree",
    "certificate": "Professional certificate",
    "bachelor": "Bachelor's degree",
    "master": "Master's degree",
    "doctorate": "Doctorate",
}
BY_HOURS = ("full-time", "part-time", "per-diem")
"""The types of employment that say how much people work."""
WORK_ARRANGEMENT = {"on-site": "On site", "hybrid": "Hybrid", "remote": "Remote"}
WORK_ENVIRONMENT = {
    "on-site": "On site, at the place of work",
    "hybrid": "Hybrid: at the place of work, with options for remote work",
    "remote": "Remote: wholly from home",
}
"""Each work arrangement in a posting's words. Only the last is remote by J10."""
VACANCY: dict[bool | None, str] = {
    True: "This posting is for a vacancy that exists",
    False: "This posting is not for a vacancy that exists now",
}
AI_SCREENING: dict[bool | None, str] = {
    True: "Artificial intelligence is used to screen, assess or select applicants",
    False: "No artificial intelligence is used to screen, assess or select applicants",
}
PRIORITY = {"must": "Must have", "should": "Should have", "nice": "Nice to have"}
ADJUSTMENT = "All of this may be done with or without an adjustment: tell us what you need."
"""What stands below the demands on the body and the senses."""
MATCH = {"exact": "exact match", "close": "close match", "broad": "broad match"}


@cache
def money(amount: Decimal, currency: str) -> str:
    """Return an amount with its currency's sign: ``$112,806``, ``$22.50``."""
    whole = amount == amount.to_integral_value()
    pattern = "¤#,##0" if whole else "¤#,##0.00"
    return format_currency(
        amount, currency, pattern, locale=LOCALE, currency_digits=False, decimal_quantization=False
    )


def money_in_short(amount: Decimal, currency: str) -> str:
    """Return an amount for a place with little room: ``$112.8K``."""
    return format_compact_currency(amount, currency, locale=LOCALE, fraction_digits=1)


def currency_name(currency: str) -> str:
    """Return a currency's name: ``US dollars``."""
    return str(get_currency_name(currency, count=2, locale=LOCALE))


def pay(value: Pay) -> str:
    """Return a range of pay: ``$100,000 to $160,000 per year``; several with whom each is for."""
    if value.ranges:
        return "; ".join(f"{pay_range(it)} ({listed(it.whom)})" for it in value.ranges)
    return pay_range(value)


def pay_range(value: PayRange) -> str:
    """Return one range of pay, without whom it is for."""
    low, high = money(value.min, value.currency), money(value.max, value.currency)
    amounts = low if value.min == value.max else f"{low} to {high}"
    return f"{amounts} per {value.per}"


def market_pay(value: MarketPay) -> str:
    """Return an average with its date: ``$112,806 per year on average (2025)``."""
    when = f" ({value.as_of})" if value.as_of else " (no date given)"
    return f"{money(value.average, value.currency)} per {value.per} on average{when}"


def day(value: date) -> str:
    """Return a day: ``November 1, 2026``."""
    return str(format_date(value, format="long", locale=LOCALE))


def start(value: str) -> str:
    """Return when a job starts: a day in words, and any other text as it is written."""
    found = iso_day(value)
    return day(found) if found else value


def iso_day(text: str) -> date | None:
    """Return the day that a text is, as ``2027-01-04``; None where it is none."""
    try:
        return date.fromisoformat(text) if len(text) == _ISO_DAY else None
    except ValueError:
        return None


def education(value: Education) -> str:
    """Return what education is asked for, and what may stand in for it."""
    words = EDUCATION[value.level]
    if value.fields:
        words += f" in {_or(value.fields)}"
    if value.preferred:
        words += f"; {EDUCATION[value.preferred].lower()} preferred"
    if value.or_experience and value.level != "none":
        words += "; equivalent experience counts the same"
    return words


def listed(values: tuple[str, ...]) -> str:
    """Return several texts as one."""
    return ", ".join(values)


def _or(words: tuple[str, ...]) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} or {words[-1]}"


def employment(types: tuple[str, ...]) -> str:
    """Return what people are hired as: ``Full-time or part-time``, ``Part-time, temporary``.

    They choose between types of one kind; how much they work and for how long goes together.
    """
    kinds = [tuple(it for it in types if (it in BY_HOURS) is much) for much in (True, False)]
    return sentence(", ".join(_or(kind) for kind in kinds if kind))


def sentence(word: str) -> str:
    """Return a fact's word as it stands at the start of a value: ``Full-time``."""
    return word[:1].upper() + word[1:]
