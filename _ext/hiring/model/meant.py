"""Dates, amounts and values in other forms than ours: what their writers meant."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from hiring.model.data import stated_in
from hiring.model.slugs import without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTHS = {
    **{"jan": 1, "feb": 2, "fev": 2, "mar": 3, "apr": 4, "avr": 4, "may": 5, "mai": 5},
    **{"jun": 6, "juin": 6, "jul": 7, "juil": 7, "aug": 8, "aou": 8, "sep": 9},
    **{"oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12},
}
"""How months begin in English, German and French, without accents."""

_WORD = rf"(?P<word>{'|'.join(_MONTHS)})[a-z]*\.?"
_YEAR, _DAY = r"(?P<year>20\d\d)", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = (
    re.compile(rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.]{_DAY}"),
    re.compile(rf"{_DAY}[.-] ?(?P<month>\d{{1,2}})[.-] ?{_YEAR}"),
    re.compile(rf"(?P<month>\d{{1,2}})/{_DAY}/{_YEAR}"),
    re.compile(rf"{_DAY}/(?P<month>\d{{1,2}})/{_YEAR}"),
    re.compile(rf"{_WORD} {_DAY},? {_YEAR}"),
    re.compile(rf"{_DAY}\.? {_WORD},? {_YEAR}"),
)
_SIGN = r"(?:[A-Z]{3}|[$€£])"
_UNIT = r"[^\W\d_]+\.?(?: [^\W\d_]+\.?){0,3}"
_AMOUNT = re.compile(
    rf"(?:{_SIGN} ?)?(\d{{1,3}}(?:[,. _'’\u00a0\u202f]\d{{3}})+|\d{{1,9}})(?:[.,](\d{{1,2}}))?"
    rf"( ?[kK])?(?: ?(?:{_SIGN}|{_UNIT}))?"
)
_TIME = re.compile(r"(\d{1,3}) ?([a-z]+)")


def dates_meant(written: str) -> list[str]:
    """Return the days that a date may mean, as ``2026-11-20``: several for ``11/12/2026``."""
    found = []
    for form in _FORMS:
        if match := form.fullmatch(without_accents(written.strip())):
            parts = match.groupdict()
            word = parts.get("word")
            month = _MONTHS[word] if word else int(parts["month"])
            try:
                found.append(date(int(parts["year"]), month, int(parts["day"])).isoformat())
            except ValueError:
                continue  # there is no such day
    return sorted(set(found))


def amount_meant(written: str) -> str | None:
    """Return an amount with its signs, separators or thousands as a plain number: ``45000``."""
    match = _AMOUNT.fullmatch(written.strip())
    if match is None:
        return None
    number = Decimal(re.sub(r"\D", "", match[1]) + (f".{match[2]}" if match[2] else ""))
    return f"{number * 1000:f}".removesuffix(".0") if match[3] else str(number)


def value_meant(written: str, allowed: Iterable[str]) -> str | None:
    """Return the value, among those that a field may have, that somebody has put in other words."""
    said = without_accents(written.strip())
    return next((value for value in allowed if said in _words().get(value, ())), None)


def time_meant(written: str) -> str | None:
    """Return a length of time in other words as ours: ``12 months`` for ``12 Monate``."""
    match = _TIME.fullmatch(without_accents(written.strip()))
    unit = value_meant(match[2], ("day", "week", "month", "year")) if match else None
    return f"{match[1]} {unit}s" if match and unit else None


@cache
def _words() -> dict[str, list[str]]:
    return dict(stated_in("value-words.yaml"))
