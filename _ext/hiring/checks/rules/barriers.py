"""Bars that have little to do with the work: records, a car, hours without end, looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.language.terms import LISTED, used
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(Severity.WARNING, ProseSubject, languages=LISTED)
def record_as_gate(prose: ProseSubject) -> Iterator[Hit]:
    """A page bars people for convictions, arrests, debts or traffic violations, without a reason.

    It passes where the sentence names a law or what in the work is the reason, or where the page
    says that each case is looked at on its own.

    Why: It shuts out many who would do the work well. Laws on fair chances want a reason in the
        work, and a look at each case.
    Source: EEOC, Enforcement Guidance on Arrest and Conviction Records, 915.002 (2012); California
        Government Code 12952; New York City Administrative Code 8-107(11-a); Germany: BZRG,
        sections 30 and 30a (certificates for work with children); France: Code du travail,
        article L1221-6 (what may be asked).
    """
    yield from used(prose, "record-as-gate")


@check(Severity.WARNING, ProseSubject, languages=LISTED)
def driving_as_gate(prose: ProseSubject) -> Iterator[Hit]:
    """A page asks for a driver's license or a car of one's own, and tells of no driving.

    It passes where any sentence of the page tells of driving, of routes or vehicles, of travel or
    of places that are visited.

    Why: It shuts out people who can't drive for their health, their age or the price of a car.
    Source: California Government Code 12940(p), which forbids it where driving is no part of the
        work; Americans with Disabilities Act, 29 CFR 1630.10.
    """
    yield from used(prose, "driving-as-gate")


@check(Severity.WARNING, ProseSubject, languages=LISTED)
def open_ended_hours(prose: ProseSubject) -> Iterator[Hit]:
    """A posting asks for hours without an end: "any shift", "available 24/7", "long hours".

    Work on call passes where the sentence, or the next one, tells of a rota or a bound.

    Why: People who care for others, or have a faith or an illness, can't promise that; and nobody
        learns when the work is done.
    Source: Directive 2003/88/EC, articles 3 to 6 (rest and weekly hours); Directive (EU) 2019/1152,
        article 4(2)(l) and (m) (what is told of working time); Germany: ArbZG, sections 3 and 5;
        France: Code du travail, articles L3121-18 and L3131-1.
    """
    yield from used(prose, "open-ended-hours")


@check(Severity.WARNING, ProseSubject, languages=LISTED)
def appearance_words(prose: ProseSubject) -> Iterator[Hit]:
    """A posting asks for looks, or rules what people do with their bodies in their own time.

    What safety wants passes where the sentence says so: a respirator, a sterile field.

    Why: Who is found neat depends on who looks. Hair, beards and dress go with faith, origin, sex
        and health.
    Source: Title VII of the Civil Rights Act, 29 CFR 1605 (religion) and 1604 (sex); the laws of US
        states on hair, such as California Government Code 12926(w); France: Code du travail,
        article L1132-1 (looks).
    """
    yield from used(prose, "appearance-words")
