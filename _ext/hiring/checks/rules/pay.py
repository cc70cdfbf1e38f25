"""Pay transparency: what the laws on pay in postings ask for, place by place, on the day."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from hiring.checks.posted import PostingSubject
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import OpeningSubject
from hiring.model.problem import Severity, quoted
from hiring.posting.rules import GENDERED, OTHER_COMPENSATION, REQUIREMENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hiring.checks.rule import Check
    from hiring.posting.rules import PayLaw

SOURCE = "The laws on pay in postings, with their dates: data/pay-transparency.yaml."

_OTHER = re.compile(rf"\b(?:{'|'.join(OTHER_COMPENSATION)})", re.IGNORECASE)
_BENEFITS = re.compile(r"^#+ .*\bbenefits\b", re.IGNORECASE | re.MULTILINE)
_GENDERED = re.compile(rf"\b(?:{'|'.join(GENDERED)})\b", re.IGNORECASE)


def _asking(opening: OpeningSubject, what: str) -> list[PayLaw]:
    """Return the laws in force that ask for something; those of a job for all of the US together.

    Such a job must meet every one of them, and so the strictest.
    """
    return [law for law in opening.pay_laws if what in law.requires]


def _wanted(
    what: str,
) -> Callable[[Callable[[OpeningSubject], Iterable[Hit]]], Check[OpeningSubject]]:
    """Make a check of what laws ask for; it applies where one of them does."""

    def is_asked(opening: OpeningSubject) -> bool:
        return bool(_asking(opening, what))

    return partial(check, Severity.ERROR, OpeningSubject, when=is_asked, source=SOURCE)()


def _missing(opening: OpeningSubject, what: str, field: str, mend: str) -> Iterator[Hit]:
    """Yield that something is missing: an error as far as one law is sure to want it here."""
    laws = _asking(opening, what)
    yield Hit(
        line=opening.line(field),
        message=f"{_REQUIREMENTS[what]}, which is law in {_names(laws)}: {mend}",
        severity=Severity.ERROR if _certain(laws, what) else Severity.WARNING,
    )


_REQUIREMENTS = {
    "range": "the posting shows no pay range",
    "benefits": "the posting names no benefits",
    "other-compensation": "the posting does not say what other pay there is",
    "deadline": "the posting has no last day for applications",
    "gender-neutral-title": "the title is for one gender",
}
assert _REQUIREMENTS.keys() == REQUIREMENTS.keys()


def _certain(laws: Sequence[PayLaw], what: str) -> bool:
    return any(law.certain and what not in law.later for law in laws)


def _names(laws: Sequence[PayLaw]) -> str:
    """Return the names of laws, those that nobody has confirmed marked."""
    return ", ".join(law.name if law.certain else f"{law.name} (not confirmed)" for law in laws)


@_wanted("range")
def law_on_pay_range(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting shows no pay range, though the law of a place where the job may be done wants one.

    It is a warning where the date of the law, or from which size of company on it counts, is not
    confirmed, and where the range may also be given later, before the interview.

    Why: The company can be fined, and people learn too late that the pay is not for them.
    Asks: The posting shows a pay range, as the law wants it.
    """
    if opening.terms.pay is None:
        mend = "add `pay: {currency: USD, min: ..., max: ..., per: year}`"
        later = [law for law in _asking(opening, "range") if "range" in law.later]
        mend += f"; in the {later[0].name}, at the latest before the interview" if later else ""
        yield from _missing(opening, "range", "opening.pay", mend)


@_wanted("benefits")
def law_on_benefits(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting names no benefits, though the law of a place where the job may be done wants them.

    Why: The company can be fined, and people can't weigh the offer as a whole.
    Asks: The posting names the benefits, as the law wants it.
    """
    named = opening.role.blocks_named("benefits") or opening.company.benefits
    if not (named or _BENEFITS.search(opening.opening.markdown)):
        mend = "add a block `benefits` to the role, or `benefits` to company.yaml"
        yield from _missing(opening, "benefits", "opening.role", mend)


@_wanted("other-compensation")
def law_on_other_pay(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting does not say what is paid beside the salary, though a law wants it said.

    That nothing is paid beside it is an answer too.

    Why: The company can be fined, and a salary without its bonus can't be compared with others.
    Asks: The posting says what other pay there is, as the law wants it.
    """
    if not (opening.terms.facts.other_pay or PostingSubject.by(opening).says(_OTHER)):
        mend = "name bonus, commission and equity, or say that there is none"
        yield from _missing(opening, "other-compensation", "opening", mend)


@_wanted("deadline")
def law_on_deadline(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting has no last day for applications, though the law wants one.

    Why: The company can be fined, and who is late would have hurried.
    Asks: The posting has a last day for applications, as the law wants it.
    """
    if opening.opening.facts.closes is None:
        mend = "add `closes: 2026-12-31`, with your day"
        yield from _missing(opening, "deadline", "opening.closes", mend)


@_wanted("gender-neutral-title")
def law_on_title(opening: OpeningSubject) -> Iterator[Hit]:
    """A job's title is for one gender, though the law wants one that fits any.

    Why: The company can be fined, and half of the people feel that they are not meant.
    Asks: The title fits any gender, as the law wants it.
    """
    found = _GENDERED.search(opening.opening.title)
    if found:
        mend = f"choose another word for {quoted(found[0])} in the role's title"
        yield from _missing(opening, "gender-neutral-title", "opening.role", mend)


def _to_come(opening: OpeningSubject) -> list[PayLaw]:
    """Return the laws that come into force for a job while people can still apply."""
    closes = opening.opening.facts.closes
    if closes is None:
        return []
    return [law for law in opening.pay_laws_on(closes) if law not in opening.pay_laws]


@check(Severity.NOTE, OpeningSubject, source=SOURCE)
def law_to_come(opening: OpeningSubject) -> Iterator[Hit]:
    """A law on pay in postings comes into force before the last day for applications.

    Why: The posting must meet it from that day on.
    Asks: No law on pay comes into force while the job is open.
    """
    for law in _to_come(opening):
        wants = ", ".join(REQUIREMENTS[what].lower() for what in law.requires)
        message = f"{law.name} has a law on pay in postings from {law.since} on"
        message += "" if law.certain else " (not confirmed)"
        yield Hit(line=opening.line("opening.closes"), message=f"{message}: {wants}")
