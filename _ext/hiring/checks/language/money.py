"""Amounts of money in sentences about pay: how much, in what, for how long, and which way open."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from hiring.checks.language.needs import Telling
from hiring.model.fact_shapes import Pay

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hiring.checks.language.prose import Passage, Sentence
    from hiring.model.values import Period

_CURRENCIES = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP"}
_CODES = "USD|EUR|GBP|CAD|AUD|CHF"
_SIGN = rf"(?:US\$|[$€£]|\b(?:{_CODES})\b)"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+(?:\.\d+)?"
_AMOUNT = rf"(?P<sign>{_SIGN})\s?(?P<number>{_NUMBER})(?P<k>\s?k\b)?"
MONEY = re.compile(rf"(?:[$€£]|{_CODES})\s?\d")
"""Where money may be named: it is quick to look for, and ends most searches."""
MONEY_WORD = Telling(re.compile(f"[$€£]|{_CODES}").search)
"""The words in which a currency is named there."""

_TO = r"\s*(?:-|–|—|\bto\b|\band\b(?:\s+at\s+most\b)?)\s*"
_UP_TO = ("up to", "at most", "as much as", "a maximum of")
_BOUND_BEFORE = (
    r"(?P<before>\b(?:up to|at most|as much as|a maximum of|from|starting (?:at|from)|starts at|"
    r"at least|a minimum of|no less than|upwards of|more than|over)\s+)"
).replace(" ", r"\s+")
_BOUND_AFTER = r"(?P<after>\s?\+|\s+(?:and\s+(?:up|above|more)|or\s+(?:more|above|up)|upwards)\b)"
_PERIOD = (
    r"(?P<per>,?\s?(?:/|\b(?:a|an|per|each)\s)\s?(?P<unit>hour|hr|day|week|month|mo|year|yr|annum)\b"
    r"|\s(?P<adverb>annually|yearly|hourly|monthly|weekly)\b)"
)
_MONEY = re.compile(
    rf"{_BOUND_BEFORE}?{_AMOUNT}(?:{_TO}(?:{_SIGN})?\s?(?P<top>{_NUMBER})(?P<top_k>\s?k\b)?)?"
    rf"{_BOUND_AFTER}?{_PERIOD}?",
    re.IGNORECASE,
)
"""An amount, or a range from one, with the words that leave it open and the time that it is for."""
_SIGNED = re.compile(rf"{_SIGN}\s?\d", re.IGNORECASE)
"""What each amount has: it is found in a tenth of the time."""

PAY = re.compile(
    r"\b(?:salar(?:y|ies)|pay|pays|paid|wages?|earn(?:s|ing|ings)?|compensation|remuneration|OTE)\b",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"\b(?:accounts?|allowances?|average|bonus(?:es)?|books?|boots?|budgets?|child ?care|"
    r"commission|commut\w+|conferences?|contracts?|costs?|courses?|coverage|customers?|deductible|desk|"
    r"development|educational?|equipment|equity|cash|credits|expenses?|fines?|grants?|health|home|incentives?|"
    r"insurance|invoices?|loads?|loan|market|match(?:ed|es|ing)?|median|medical|options|parking|"
    r"pension|per diem|premium|referral|reimburse\w*|relocation|retirement|revenue|sales|saved|"
    r"(?:increased|rose|risen|grew|grown|fell|fallen) by|"
    r"shares?|sign(?:ing)?[- ]on|signing|stipend|stock|subsid\w+|tools|training|transit|travel|"
    r"tuition|uniforms?|wellness|worth)\b",
    re.IGNORECASE,
)
_UNITS: dict[str, Period] = {
    **{"hour": "hour", "hr": "hour", "hourly": "hour", "day": "day", "week": "week"},
    **{"weekly": "week", "month": "month", "mo": "month", "monthly": "month", "year": "year"},
    **{"yr": "year", "annum": "year", "annually": "year", "yearly": "year"},
}
LEAST_SALARY = 15_000
"""An amount without a time that it is for is pay from here on; what is less may be anything."""
MOST_SALARY = 2_000_000
"""What is more is a company's money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyMention:
    """An amount in a passage: its words, and their place in the passage's text.

    ``open`` is the end that it leaves open: the ``top``, as in ``$100,000+``, or the ``bottom``, as
    in ``up to $100,000``. A range has its upper end in ``top``.
    """

    words: str
    place: int
    currency: str
    amount: Decimal
    top: Decimal | None
    per: Period | None
    open: Literal["top", "bottom"] | None

    def is_salary(self, *, about_pay: bool) -> bool:
        """Tell whether it may be pay: for some time, or high enough in a sentence about pay."""
        if self.amount > MOST_SALARY:
            return False
        return bool(self.per) or (about_pay and self.amount >= LEAST_SALARY)


def amounts_of_pay(
    passages: Iterable[tuple[str, Passage]],
) -> Iterator[tuple[str, Passage, MoneyMention]]:
    """Yield the amounts in sentences about pay, each with its file and passage.

    A sentence that names another use of money, as a budget, is about that; which of its amounts is
    pay, nobody can tell.
    """
    for path, passage in passages:
        for sentence in passage.sentences:
            for amount in _in_sentence(sentence):
                yield path, passage, amount


def _in_sentence(sentence: Sentence) -> Sequence[MoneyMention]:
    text = sentence.text
    if not _SIGNED.search(text) or _NOT_PAY.search(text):
        return ()
    found = [_amount(match, sentence.start) for match in _MONEY.finditer(text)]
    about_pay = bool(PAY.search(text))
    found = [amount for amount in found if amount.is_salary(about_pay=about_pay)]
    if {"top", "bottom"} <= {amount.open for amount in found}:
        # "From $22 an hour, and up to $30 an hour" is a range.
        return [replace(amount, open=None) for amount in found]
    return found


def ranges_in(passage: Passage, like: Pay) -> Iterator[tuple[Sentence, MoneyMention, Pay]]:
    """Yield the ranges of money in the currency of some pay, taken for the time that it is for."""
    for sentence in passage.sentences if MONEY.search(passage.text) else ():
        for match in _MONEY.finditer(sentence.text) if _SIGNED.search(sentence.text) else ():
            found = _amount(match, sentence.start)
            if found.currency == like.currency and found.top and found.amount < found.top:
                low, high = found.amount, found.top
                pay = Pay(currency=like.currency, min=low, max=high, per=like.per)
                yield sentence, found, pay


def _amount(found: re.Match[str], start: int) -> MoneyMention:
    unit = (found["unit"] or found["adverb"] or "").lower()
    before = " ".join((found["before"] or "").lower().split())
    left: Literal["top", "bottom"] | None = None
    if found["after"] or (before and not found["top"]):
        left = "bottom" if before in _UP_TO and not found["after"] else "top"
    sign = found["sign"].upper()
    return MoneyMention(
        words=" ".join(found[0].split()),
        place=start + found.start(),
        currency=_CURRENCIES.get(sign, sign),
        amount=_number(found["number"], found["k"] or found["top_k"]),
        top=_number(found["top"], found["top_k"]) if found["top"] else None,
        per=_UNITS.get(unit),
        open=left,
    )


def _number(written: str, thousands: str | None) -> Decimal:
    return Decimal(written.replace(",", "")) * (1000 if thousands else 1)
