"""Pay transparency: whether the market's pay has a source, and how pay compares with it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hiring.checks.posted import PostingSubject
from hiring.checks.rule import Hit, check
from hiring.checks.rules.ranges import stated_pay
from hiring.checks.subjects import RoleSubject
from hiring.model import words
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.occupations import occupation_title, wages
from hiring.model.problem import Severity, listed
from hiring.model.values import PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.fact_shapes import Occupation, Pay
    from hiring.model.occupations import Wages


@check(Severity.WARNING, RoleSubject)
def market_pay_unsourced(role: RoleSubject) -> Iterator[Hit]:
    """A figure for the market's pay has no source, or no date.

    Why: Nobody can tell whether it still holds, or for whom it ever did.
    """
    market = role.role.facts.market_pay
    if market is None:
        return
    missing = [name for name in ("source", "as_of") if getattr(market, name) is None]
    if missing:
        what = {
            "source": gettext("who says so"),
            "as_of": gettext("the year, the month or the day"),
        }
        message = gettext(
            "the market's pay has no {fields}: add {what}",
            fields=listed(missing),
            what=message_lexicon().all_of(tuple(what[name] for name in missing)),
        )
        yield Hit(line=role.line("role.market_pay"), message=message)


def _has_a_market(posted: PostingSubject) -> bool:
    """Tell whether pay can be compared: in dollars, for a job that may be in the United States."""
    pay = posted.terms.pay
    countries = [*(place.country for place in posted.terms.places)]
    countries += [area[:2] for area in posted.terms.remote]
    is_us = "US" in countries or not countries
    occupation = posted.role.facts.occupation
    is_known = occupation is not None and occupation.onet_soc is not None
    return bool(pay and pay.currency == "USD" and is_known and is_us)


@check(Severity.WARNING, PostingSubject, when=_has_a_market)
def pay_off_market(posted: PostingSubject) -> Iterator[Hit]:
    """A whole range of pay lies outside of what the occupation's middle 80 in 100 people earn.

    It is compared with the 10th and the 90th percentile of the occupation in the whole of the
    United States, in dollars; pay per hour counts 2,080 hours a year. Nine in ten earn more than
    the first: a range below it will find nobody, or somebody who does not know. A range above the
    second is mostly a slip of the pen, or another occupation. A role whose range ends below the
    25th percentile is told as a note, since a role goes over all levels; one level may well be low.
    Where the occupation fits the role only broadly, all this is a note.

    Why: A slip in a digit, or in `per`, goes out to thousands of people.
    Source: US Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025.
    Asks: The pay is within what the occupation earns in the United States.
    """
    role = posted.role
    occupation = role.facts.occupation
    figures = wages(occupation.onet_soc) if occupation else None
    if occupation is None or figures is None:
        return
    stated = list(stated_pay(posted))
    if posted.opening is None and role.facts.pay:
        stated = [("", role.path, posted.line("role.pay"), role.facts.pay)]
    for _, path, line, pay in stated:
        off = _off_market(pay, figures, whole=pay is role.facts.pay)
        if off:
            weight = Severity.NOTE if off == "p25" or occupation.match == "broad" else None
            message = _off_message(off, pay, figures, occupation)
            yield Hit(line=line, message=message, path=path, severity=weight)


def _off_market(pay: Pay, figures: Wages, *, whole: bool) -> str:
    """Return the percentile below or above which pay lies; empty where it lies well."""
    low, high = (amount * PER_YEAR[pay.per] for amount in (pay.min, pay.max))
    p10, p25, p90 = figures.p10, figures.p25, figures.p90
    if p10 and high < p10:
        return "p10"
    if p90 and low > p90:
        return "p90"
    if p25 and high < p25 and whole:
        return "p25"
    return ""


def _off_message(off: str, pay: Pay, figures: Wages, occupation: Occupation) -> str:
    amount = getattr(figures, off)
    told = {
        "pay": _as_year(pay),
        "amount": message_lexicon().money(Decimal(amount), "USD"),
        "occupation": _named(occupation),
    }
    if off == "p10":
        return gettext(
            "{pay} ends below the 10th percentile ({amount} a year) of {occupation}: see whether "
            "the amounts, `per` and `occupation` are right",
            **told,
        )
    if off == "p90":
        return gettext(
            "{pay} starts above the 90th percentile ({amount} a year) of {occupation}: see whether "
            "the amounts, `per` and `occupation` are right",
            **told,
        )
    return gettext(
        "{pay} ends below the 25th percentile ({amount} a year) of {occupation}: see whether the "
        "amounts, `per` and `occupation` are right",
        **told,
    )


def _as_year(pay: Pay) -> str:
    """Return pay in words; what is not for a year as such too, with how it was reckoned."""
    said = message_lexicon()
    if pay.per == "year":
        return words.pay(pay, said)
    times = PER_YEAR[pay.per]
    year = pay.model_copy(update={"min": pay.min * times, "max": pay.max * times, "per": "year"})
    return gettext(
        "{pay}, or {year} at {times} a year,",
        pay=words.pay(pay, said),
        year=words.pay(year, said),
        times=said.length(times, f"{pay.per}s"),
    )


def _named(occupation: Occupation) -> str:
    code = occupation.onet_soc
    return f"{occupation_title(code)} ({code})"
