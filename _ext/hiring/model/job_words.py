"""A job's terms in the words that readers see; in English unless told otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pycountry

from hiring.model import words
from hiring.model.lexicon import AMERICAN
from hiring.model.years import NO_YEARS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.asked import Condition, Experience, License, SpokenLanguage
    from hiring.model.fact_shapes import Pay
    from hiring.model.job_shapes import Grade, Hours, OtherPay, Term
    from hiring.model.lexicon import Lexicon
    from hiring.model.years import Years


class WithHours(Protocol):
    """What may state hours."""

    @property
    def hours(self) -> Hours | None:
        """The hours of a week."""


def hours(value: Hours, said: Lexicon = AMERICAN) -> str:
    """Return the hours of a week: ``23 hours per week, 59% of full time (39 hours)``."""
    own = said.say("hours", hours=said.number(value.per_week))
    if value.full_time is None:
        return own
    if not value.is_part_time:
        return said.say("hours_full", said=own)
    share = said.percent(value.per_week / value.full_time)
    return said.say("hours_share", said=own, share=share, full=said.number(value.full_time))


def pay_for_hours(pay: Pay, facts: WithHours, said: Lexicon = AMERICAN) -> str:
    """Return what is paid for the hours of a job, and where that is less, for all of full time."""
    paid = facts.hours.paid(pay) if facts.hours else pay
    if facts.hours is None or facts.hours.full_time is None or paid == pay:
        return words.pay(pay, said)
    return said.say(
        "pay_for_hours",
        paid=words.pay(paid, said),
        own=said.number(facts.hours.per_week),
        pay=words.pay(pay, said),
        full=said.number(facts.hours.full_time),
    )


def paid_and_hours(pay: Pay, facts: WithHours, said: Lexicon = AMERICAN) -> tuple[str, str]:
    """Return what is paid for the hours of a job, and apart from it for how many hours that is."""
    paid = words.pay(facts.hours.paid(pay) if facts.hours else pay, said)
    return paid, pay_for_hours(pay, facts, said).removeprefix(paid).strip()


def is_one_amount(pay: Pay) -> bool:
    """Tell whether pay, and each of several, is one amount, which is no range."""
    return all(it.min == it.max for it in pay.ranges or (pay,))


def term(value: Term, said: Lexicon = AMERICAN) -> str:
    """Return for how long the job is: ``Fixed term of 12 months; probation of 6 weeks``."""
    lasts = ((value.months, "months"), (value.weeks, "weeks"))
    length = next((said.length(number, unit) for number, unit in lasts if number), "")
    kind = "of" if length else "until" if value.until else ""
    if value.season:
        kind = f"season_{kind}" if kind else "season"
    day = said.day(value.until) if value.until else ""
    parts = [said.say(f"term.{kind}", length=length, day=day, season=value.season)] if kind else []
    if value.probation:
        stated = value.probation.stated
        parts += [said.say("term.probation", length=said.length(*it)) for it in stated]
    return words.sentence(said.in_turn(parts))


def grade(value: Grade) -> str:
    """Return a grade with the name of its scale: ``TV\u00f6D S 8a``."""
    return f"{value.scheme} {value.step}" if value.scheme else value.step


def licenses(values: tuple[License, ...], said: Lexicon = AMERICAN) -> str:
    """Return what licenses are asked for: ``EMT (Texas), within 12 months of the start``."""
    return said.in_turn(_license(value, said) for value in values)


def _license(value: License, said: Lexicon) -> str:
    name = f"{value.name} ({value.issuer})" if value.issuer else value.name
    if value.within:
        number, unit = value.within.split()
        name = said.say("license_within", said=name, length=said.length(int(number), unit))
    return name + said.say(f"wished.{value.priority}")


def track(value: str, said: Lexicon = AMERICAN) -> str:
    """Return which way a ladder goes: ``Individual contributor``."""
    return said.say(f"track.{value}")


def visa(value: str, said: Lexicon = AMERICAN) -> str:
    """Return whether a visa is sponsored."""
    return said.say(f"visa.{value}")


def exempt(value: bool, said: Lexicon = AMERICAN) -> str:
    """Return whether overtime is paid."""
    return said.say(f"exempt.{value}".lower())


def conditions(values: Iterable[Condition], said: Lexicon = AMERICAN) -> str:
    """Return what is checked before the start: ``Background check (Works with children)``."""
    return said.in_turn(_condition(value, said) for value in values)


def _condition(value: Condition, said: Lexicon) -> str:
    kind = "" if value.kind == "other" else said.say(f"conditions.{value.kind}")
    told = said.labelled(kind, value.text)
    return f"{told} ({value.reason})" if value.reason else told


def other_pay(values: Iterable[OtherPay], said: Lexicon = AMERICAN) -> str:
    """Return what is paid beside the salary: ``Bonus: up to 10% a year; Equity``."""
    return said.in_turn(_other_pay(value, said) for value in values)


def _other_pay(value: OtherPay, said: Lexicon) -> str:
    kind = "" if value.kind == "other" else said.say(f"other_pay.{value.kind}")
    return said.labelled(kind, value.text)


def languages(values: tuple[SpokenLanguage, ...], said: Lexicon = AMERICAN) -> str:
    """Return in which languages the job is done: ``German (B2); Polish (preferred)``."""
    return said.in_turn(_language(value, said) for value in values)


def _language(value: SpokenLanguage, said: Lexicon) -> str:
    known = said.locale.languages.get(value.language)
    rare = pycountry.languages.get(alpha_3=value.language)
    name = known or (rare.name if rare else value.language)
    level = f" ({value.level})" if value.level else ""
    return words.sentence(f"{name}{level}{said.say(f'wished.{value.priority}')}")


def years(value: Years, said: Lexicon = AMERICAN) -> str:
    """Return a range of years: ``1 to 2 years``, ``5 years or more``, ``no experience needed``."""
    if value == NO_YEARS:
        return said.say("no_experience")
    if value.max is None:
        return said.say("years_or_more", years=said.length(value.min, "years"))
    return said.say("years_between", low=value.min, years=said.length(value.max, "years"))


def experience(value: Experience, said: Lexicon = AMERICAN) -> str:
    """Return how much experience is typical: ``3 years or more on a ward``."""
    spoken = years(value.range, said)
    return f"{spoken} {value.text}" if value.text else spoken


def typically(value: Years, said: Lexicon = AMERICAN) -> str:
    """Return typical years in a sentence: ``Typically 1 to 2 years``."""
    if value == NO_YEARS:
        return words.sentence(years(value, said))
    return words.sentence(said.say("typically", experience=years(value, said)))


def typical(value: Experience, said: Lexicon = AMERICAN) -> str:
    """Return the same in a sentence: ``Typically 3 years or more on a ward``."""
    if value.range == NO_YEARS:
        return words.sentence(experience(value, said))
    return words.sentence(said.say("typically", experience=experience(value, said)))


def managers(values: tuple[str, ...], said: Lexicon = AMERICAN) -> str:
    """Return to whom somebody answers: ``Head of Nursing and Ward Manager``."""
    return said.all_of(values)
