"""Values in the words that readers see: pay, dates, education; in English unless told otherwise."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from hiring.model.lexicon import AMERICAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.model.fact_shapes import Education, MarketPay, Pay, PayRange
    from hiring.model.lexicon import Lexicon

_ISO_DAY = len("2027-01-04")
PRIORITIES = ("must", "should", "nice")
_WITHOUT_FIELDS = ("none", "high-school")
"""The education that is in no field: where fields are stated, the preferred one is in them."""
BY_HOURS = ("full-time", "part-time", "casual", "per-diem")
"""The types of employment that say how much people work."""


def pay(value: Pay, said: Lexicon = AMERICAN) -> str:
    """Return a range of pay: ``$100,000 to $160,000 per year``; several with whom each is for."""
    if value.ranges:
        return said.in_turn(f"{pay_range(it, said)} ({listed(it.whom)})" for it in value.ranges)
    return pay_range(value, said)


def pay_range(value: PayRange, said: Lexicon = AMERICAN) -> str:
    """Return one range of pay, without whom it is for."""
    low, high = (said.money(amount, value.currency) for amount in (value.min, value.max))
    amounts = low if value.min == value.max else said.say("pay_range", low=low, high=high)
    return said.say(f"per.{value.per}", amount=amounts)


def market_pay(value: MarketPay, said: Lexicon = AMERICAN) -> str:
    """Return an average with its date: ``$112,806 per year on average (May 2025)``."""
    amount = said.say(f"per.{value.per}", amount=said.money(value.average, value.currency))
    when = said.part_of_date(value.as_of) if value.as_of else said.say("no_date")
    return said.say("pay_on_average", pay=amount, date=when)


def day(value: date, said: Lexicon = AMERICAN) -> str:
    """Return a day: ``November 1, 2026``."""
    return said.day(value)


def iso_day(text: str) -> date | None:
    """Return the day that a text is, as ``2027-01-04``; None where it is none."""
    try:
        return date.fromisoformat(text) if len(text) == _ISO_DAY else None
    except ValueError:
        return None


def education(value: Education, said: Lexicon = AMERICAN) -> str:
    """Return what education is asked for, and what may stand in for it."""
    of_preferred = value.preferred is not None and value.level in _WITHOUT_FIELDS
    words = said.say(f"education.{value.level}")
    if not of_preferred:
        words = _in_fields(words, value, said)
    if value.preferred:
        degree = said.say(f"degree.{value.preferred}")
        degree = _in_fields(degree, value, said) if of_preferred else degree
        words = said.say("education_preferred", said=words, degree=degree)
    if value.or_experience and value.level != "none":
        words = said.say("education_or_experience", said=words)
    return words


def _in_fields(degree: str, value: Education, said: Lexicon) -> str:
    fields = value.fields
    return said.say("education_in", degree=degree, fields=said.either(fields)) if fields else degree


def listed(values: tuple[str, ...]) -> str:
    """Return several texts as one."""
    return ", ".join(values)


def employment(types: Sequence[str], said: Lexicon = AMERICAN) -> str:
    """Return what people are hired as: ``Full-time or part-time``, ``Part-time, temporary``.

    They choose between types of one kind; how much they work and for how long goes together.
    """
    kinds = [
        tuple(said.say(f"employment.{it}") for it in types if (it in BY_HOURS) is much)
        for much in (True, False)
    ]
    return sentence(", ".join(said.either(kind) for kind in kinds if kind))


def arrangement(value: str, said: Lexicon = AMERICAN) -> str:
    """Return where the work is done, in short: ``On site``."""
    return said.say(f"work_arrangement.{value}")


def environment(value: str, said: Lexicon = AMERICAN) -> str:
    """Return where the work is done, in a posting's words. Only ``remote`` is remote by J10."""
    return said.say(f"work_environment.{value}")


def vacancy(value: bool | None, said: Lexicon = AMERICAN) -> str | None:
    """Return whether a posting is for a vacancy that exists, None where nobody says so."""
    return None if value is None else said.say(f"vacancy.{value}".lower())


def ai_screening(value: bool | None, said: Lexicon = AMERICAN) -> str | None:
    """Return whether artificial intelligence is used on applicants, None where nobody says so."""
    return None if value is None else said.say(f"ai_screening.{value}".lower())


def sorting_key(name: str) -> str:
    """Return what a name stands by among others: without signs and accents, as `artist` for Ärtist.

    What has neither letters nor numbers stands by itself.
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(filter(str.isalnum, letters)) or letters


def letter(name: str) -> str:
    """Return the letter that a name stands under: ``A`` for Ärztin."""
    return sorting_key(name)[:1].upper()


def sentence(word: str) -> str:
    """Return a fact's word as it stands at the start of a value: ``Full-time``."""
    return word[:1].upper() + word[1:]
