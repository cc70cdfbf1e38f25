"""Ranges of pay in sentences: ``$100,000 to $160,000``, ``between USD 100k and 160k``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hiring.model.facts import Pay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.prose import Passage

_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP"}
_SIGN = r"US\$|[$€£]|(?:USD|EUR|GBP|CAD|AUD|CHF)\s"
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_SPAN = re.compile(
    rf"(?P<sign>{_SIGN})\s?(?P<low>{_NUMBER})(?P<low_k>k)?\s*(?:-|–|—|\bto\b|\band\b)\s*"
    rf"(?:at most\s+)?(?:{_SIGN})?\s?(?P<high>{_NUMBER})(?P<high_k>k)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A range of pay as a passage says it, taken for the time that the role's pay is for."""

    pay: Pay
    words: str
    sentence: str
    place: int


def ranges_in(passage: Passage, like: Pay) -> Iterator[Span]:
    """Yield the ranges of money in a passage that are in the currency of some pay."""
    if not _SPAN.search(passage.text):
        return
    for sentence in passage.sentences:
        for found in _SPAN.finditer(sentence.text):
            sign = found["sign"].strip().upper()
            thousand = found["low_k"] or found["high_k"]
            low, high = (
                Decimal(found[name].replace(",", "")) * (1000 if thousand else 1)
                for name in ("low", "high")
            )
            if _SIGNS.get(sign, sign) == like.currency and low < high:
                yield Span(
                    pay=Pay(currency=like.currency, min=low, max=high, per=like.per),
                    words=" ".join(found[0].split()),
                    sentence=sentence.text,
                    place=sentence.start + found.start(),
                )
