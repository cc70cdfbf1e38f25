"""A job's terms in the words that readers see. Pure text, American English."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

import pycountry
from babel import Locale

from hiring.model import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.asked import Condition, Experience, License, SpokenLanguage
    from hiring.model.fact_shapes import Pay
    from hiring.model.job_shapes import Grade, Hours, OtherPay, Term


class WithHours(Protocol):
    """What may state hours."""

    @property
    def hours(self) -> Hours | None:
        """The hours of a week."""


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"


def hours(value: Hours) -> str:
    """Return the hours of a week: ``23 hours per week, 59% of full time (39 hours)``."""
    said = f"{_number(value.per_week)} hours per week"
    if value.full_time is None:
        return said
    if not value.is_part_time:
        return f"{said}, full time"
    share = 100 * value.per_week / value.full_time
    return f"{said}, {share:.0f}% of full time ({_number(value.full_time)} hours)"


def pay_for_hours(pay: Pay, facts: WithHours) -> str:
    """Return what is paid for the hours of a job, and where that is less, for all of full time."""
    paid = facts.hours.paid(pay) if facts.hours else pay
    if facts.hours is None or facts.hours.full_time is None or paid == pay:
        return words.pay(pay)
    own, full = _number(facts.hours.per_week), _number(facts.hours.full_time)
    return f"{words.pay(paid)} for {own} hours per week ({words.pay(pay)} at {full} hours)"


def name_of_pay(pay: Pay) -> str:
    """Return what pay is called: one amount is no range."""
    return "Pay range" if is_range(pay) else "Pay"


def is_range(pay: Pay) -> bool:
    """Tell whether pay, or one of several, lies between two amounts."""
    return any(it.min != it.max for it in pay.ranges or (pay,))


def length(number: int, unit: str) -> str:
    """Return how long something lasts: ``6 months``, ``1 week``."""
    return f"{number} {unit if number > 1 else unit.removesuffix('s')}"


def term(value: Term) -> str:
    """Return for how long the job is: ``Fixed term of 12 months; probation of 6 weeks``."""
    lasts = (
        f"of {length(value.months, 'months')}" if value.months else "",
        f"of {length(value.weeks, 'weeks')}" if value.weeks else "",
        f"until {words.day(value.until)}" if value.until else "",
    )
    end = "".join(lasts)
    kind = f"Seasonal ({value.season})" if value.season else "Fixed term"
    parts = [f"{kind} {end}".strip()] if end or value.season else []
    if value.probation:
        parts += [f"probation of {length(*it)}" for it in value.probation.stated]
    return words.sentence("; ".join(parts))


def grade(value: Grade) -> str:
    """Return a grade with the name of its scale: ``TV\u00f6D S 8a``."""
    return f"{value.scheme} {value.step}" if value.scheme else value.step


def licenses(values: tuple[License, ...]) -> str:
    """Return what licenses are asked for: ``EMT (Texas), within 12 months of the start``."""
    return "; ".join(map(_license, values))


def _license(value: License) -> str:
    issuer = f" ({value.issuer})" if value.issuer else ""
    when = f", within {value.within} of the start" if value.within else ""
    return f"{value.name}{issuer}{when}{_WISHED[value.priority]}"


_WISHED = {"must": "", "should": " (preferred)", "nice": " (nice to have)"}


TRACK = {"individual": "Individual contributor", "manager": "Manager"}
CONDITIONS = {
    "background-check": "Background check",
    "credit-check": "Credit check",
    "driving-record": "Check of the driving record",
    "drug-test": "Drug test",
    "medical": "Medical examination",
    "physical-test": "Test of physical fitness",
    "vaccination": "Vaccination",
    "clearance": "Security clearance",
    "citizenship": "Citizenship",
    "right-to-work": "Right to work",
    "minimum-age": "Minimum age",
    "residence": "Residence",
}
VISA = {"sponsored": "Sponsored for this job", "not-sponsored": "Not sponsored for this job"}
EXEMPT = {
    True: "Exempt: no extra pay for overtime",
    False: "Non-exempt: extra pay for overtime",
}


def conditions(values: Iterable[Condition]) -> str:
    """Return what is checked before the start: ``Background check (Works with children)``."""
    return "; ".join(map(_condition, values))


def _condition(value: Condition) -> str:
    kind, reason = CONDITIONS.get(value.kind, ""), f" ({value.reason})" if value.reason else ""
    said = ": ".join(part for part in (kind, value.text) if part)
    return f"{said}{reason}"


def other_pay(values: Iterable[OtherPay]) -> str:
    """Return what is paid beside the salary: ``Bonus: up to 10% a year; Equity``."""
    return "; ".join(map(_other_pay, values))


def _other_pay(value: OtherPay) -> str:
    kind = "" if value.kind == "other" else words.sentence(value.kind.replace("-", " "))
    return ": ".join(part for part in (kind, value.text) if part)


def languages(values: tuple[SpokenLanguage, ...]) -> str:
    """Return in which languages the job is done: ``German (B2); Polish (preferred)``."""
    return "; ".join(map(_language, values))


def _language(value: SpokenLanguage) -> str:
    known = Locale.parse(words.LOCALE).languages.get(value.language)
    rare = pycountry.languages.get(alpha_3=value.language)
    name = known or (rare.name if rare else value.language)
    level = f" ({value.level})" if value.level else ""
    return f"{name}{level}{_WISHED[value.priority]}"


def experience(value: Experience) -> str:
    """Return how much experience is typical: ``3 years or more on a ward``."""
    return f"{value.range.spoken} {value.text}" if value.text else value.range.spoken


def managers(values: tuple[str, ...]) -> str:
    """Return to whom somebody answers: ``Head of Nursing and Ward Manager``."""
    *others, last = values
    return f"{', '.join(others)} and {last}" if others else last
