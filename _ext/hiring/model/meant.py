"""Dates and amounts in other forms than ours: what their writers meant."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
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
_AMOUNT = re.compile(
    rf"(?:{_SIGN} ?)?(\d{{1,3}}(?:[, _']\d{{3}})+|\d{{1,9}})(\.\d{{1,2}})?( ?[kK])?(?: ?{_SIGN})?"
)


def dates_meant(written: str) -> list[str]:
    """Return the days that a date may mean, as ``2026-11-20``: several for ``11/12/2026``."""
    found = []
    for form in _FORMS:
        if match := form.fullmatch(written.strip().lower()):
            parts = match.groupdict()
            word = parts.get("word")
            month = _MONTHS.index(word) + 1 if word else int(parts["month"])
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
    number = Decimal(re.sub(r"\D", "", match[1]) + (match[2] or ""))
    return f"{number * 1000:f}".removesuffix(".0") if match[3] else str(number)
