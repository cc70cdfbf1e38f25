"""What laws ask of a posting, as data: ``data/pay-transparency.yaml`` states it, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from hiring.model.data import stated_in
from hiring.model.lexicon import AMERICAN, message_lexicon
from hiring.model.messages import gettext
from hiring.model.places import area_name
from hiring.model.values import PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.fact_shapes import Pay
    from hiring.model.facts import Company
    from hiring.model.lexicon import Lexicon
    from hiring.model.own_rules import OwnLaw

REQUIREMENTS = AMERICAN.under("requirements")
"""What laws may ask of a posting, as a note says it."""

OTHER_COMPENSATION = ("bonus", "commission", "equity", "incentive", "profit sharing", "stock")
"""Words of which one at least is in a posting that names pay beside the salary."""

GENDERED = (
    *("actress", "anchorman", "barmaid", "businessman", "businesswoman", "cameraman", "chairman"),
    *("chambermaid", "cleaning lady", "craftsman", "deliveryman", "doorman", "draftsman"),
    *("fireman", "fisherman", "foreman", "handyman", "hostess", "housewife", "journeyman"),
    *("mailman", "maintenance man", "policeman", "policewoman", "postman", "repairman"),
    *("salesgirl", "saleslady", "salesman", "saleswoman", "seamstress", "serviceman"),
    *("spokesman", "stewardess", "storeman", "waitress", "watchman", "workman", "female", "male"),
)
"""Words that give a job's title a gender."""

_PAY = r"(?:salary|salaries|pay|wages?|compensation|remuneration|earnings)"
_EARLIER = r"(?:current|present|previous|prior|past|last|most recent)"
_ASKING = r"(?:your|their|state|send|give|include|provide|disclose|share|list|attach)"
FORBIDDEN = {
    "pay-history": rf"\b{_PAY} history\b|\b{_ASKING} (?:us )?(?:your )?{_EARLIER} "
    rf"(?:annual |base |gross )?(?:{_PAY}|pay ?(?:stub|slip)s?)\b",
    "local-experience": r"\bcanadian (?:\w+ ){0,2}experience\b"
    r"|\bexperience (?:\w+ ){0,4}(?:in|within) canada\b",
}
"""Words that ask for what a law forbids to ask for, as patterns that Python and JavaScript read.

A sentence that denies anything asks for nothing.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Width:
    """How wide a range of pay may be at most, per year in a currency.

    A range that ends above ``above`` may be wider.
    """

    currency: str
    most: Decimal
    above: Decimal

    def takes(self, pay: Pay) -> bool:
        """Tell whether a range is narrow enough; of another currency nothing is known."""
        times = PER_YEAR[pay.per]
        low, high = pay.min * times, pay.max * times
        return pay.currency != self.currency or high > self.above or high - low <= self.most

    def said(self, amount: Decimal) -> str:
        """Return an amount of the width as messages have it: ``CAD 50,000 a year``."""
        number = message_lexicon().number(amount)
        return gettext("{currency} {amount} a year", currency=self.currency, amount=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class PayLaw:
    """A law on postings: where it holds, from when to when, and what it asks for.

    The head of the file says what each field is. ``since`` is None of a law that is only planned.
    """

    name: str
    places: tuple[str, ...]
    since: date | None
    certain: bool
    source: str
    as_of: str
    localities: tuple[str, ...] = ()
    remote: bool = True
    min_employees: int = 1
    until: date | None = None
    requires: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    must_state: tuple[str, ...] = ()
    forbids: tuple[str, ...] = ()
    width: Width | None = None
    on_request: str = ""
    also: str = ""
    doubt: str = ""

    @property
    def asks(self) -> tuple[str, ...]:
        """All that a posting must do, by the names of ``REQUIREMENTS``."""
        narrow = ("narrow-range",) if self.width else ()
        return (*self.requires, *self.must_state, *narrow, *(f"no-{it}" for it in self.forbids))

    def is_for(self, company: Company) -> bool:
        """Tell whether it is for a company of that size; one of unknown size counts as large."""
        return company.size is None or company.size >= self.min_employees

    def binds(self, company: Company, today: date) -> bool:
        """Tell whether the law is in force for a company on a day."""
        is_over = self.until is not None and self.until < today
        return (
            self.since is not None and self.since <= today and not is_over and self.is_for(company)
        )

    def holds_in(self, area: str, locality: str | None) -> bool:
        """Tell whether it holds where somebody works: the code of an area, and the town.

        Somebody who works from home has no town: they may live in any of the area.
        """
        if not any(_covers(place, area) for place in self.places):
            return False
        if locality is None:
            return self.remote
        towns = (town.casefold() for town in self.localities)
        return not self.localities or locality.casefold() in towns


def _covers(place: str, area: str) -> bool:
    """Tell whether a law of a place counts in an area: one of the two holds the other."""
    return f"{area}-".startswith(f"{place}-") or f"{place}-".startswith(f"{area}-")


def law_name(law: PayLaw, said: Lexicon) -> str:
    """Return what a law is called in a language, with what is not certain of it."""
    name = place_among(law.places, law.name, said)
    return name if law.certain else f"{name} ({law_text(law.doubt, said)})"


def place_among(places: Iterable[str], name: str, said: Lexicon) -> str:
    """Return the one of a law's places that it is called by, as a language has it.

    ``places`` are ISO 3166 codes. Another name is as it is.
    """
    for place in places:
        if area_name(place).partition(",")[0] == name:
            return area_name(place, said).partition(",")[0]
    return said.or_english(f"law.{name}", name)


def law_text(english: str, said: Lexicon) -> str:
    """Return what the data says of a law, in a language."""
    return said.or_english(f"law.{english}", english)


def without_repeated(laws: tuple[PayLaw, ...]) -> tuple[PayLaw, ...]:
    """Return laws without those of towns that ask for nothing beside what their state asks for.

    So many of a job that may be done from anywhere would hide the others.
    """
    states = [law for law in laws if not law.localities]
    return tuple(
        law
        for law in laws
        if not law.localities
        or not set(law.asks).issubset(
            what for state in states if state.places == law.places for what in state.asks
        )
    )


@cache
def pay_laws() -> tuple[PayLaw, ...]:
    """Return every law on postings that comes with the package: in force, to come or planned."""
    return tuple(_law(row) for row in stated_in("pay-transparency.yaml"))


def laws_known(company: Company) -> tuple[PayLaw, ...]:
    """Return every law on postings, with those that the company adds."""
    return (*pay_laws(), *_own(company.laws))


@lru_cache(maxsize=16)
def _own(laws: tuple[OwnLaw, ...]) -> tuple[PayLaw, ...]:
    return tuple(_law(dict(law) | {"width": law.width and dict(law.width)}) for law in laws)


def _law(row: dict[str, Any]) -> PayLaw:
    stated: dict[str, Any] = {
        name: tuple(it) if isinstance(it, list) else it for name, it in row.items()
    }
    if width := row.get("width"):
        amounts = {name: Decimal(width[name]) for name in ("most", "above")}
        stated["width"] = Width(currency=width["currency"], **amounts)
    return PayLaw(**stated)
