"""What the laws on postings want in one, place by place, on the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.checks.legal import asking, called, missing, named, wanted, weight
from hiring.checks.posted import PostingSubject
from hiring.checks.rule import Hit
from hiring.checks.subjects import OpeningSubject
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.paths import COMPANY
from hiring.model.problem import quoted
from hiring.posting.laws import GENDERED, OTHER_COMPENSATION, PayLaw

if TYPE_CHECKING:
    from collections.abc import Iterator


_OTHER = re.compile(rf"\b(?:{'|'.join(OTHER_COMPENSATION)})", re.IGNORECASE)
_BENEFITS = re.compile(r"^#+ .*\bbenefits\b", re.IGNORECASE | re.MULTILINE)
_GENDERED = re.compile(rf"\b(?:{'|'.join(GENDERED)})\b", re.IGNORECASE)


def names_benefits(opening: OpeningSubject) -> bool:
    """Tell whether a posting names benefits."""
    stated = opening.role.blocks_named("benefits") or opening.company.benefits
    return bool(stated or _BENEFITS.search(opening.opening.markdown))


def says_other_pay(opening: OpeningSubject) -> bool:
    """Tell whether a posting says what other pay there is, or that there is none."""
    stated = bool(opening.terms.facts.other_pay)
    return stated or PostingSubject.by(opening).says(_OTHER)


def gendered(opening: OpeningSubject) -> str:
    """Return the word that gives a job's title a gender; empty where there is none."""
    found = _GENDERED.search(opening.opening.title)
    return found[0] if found else ""


@wanted("range")
def law_on_pay_range(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting shows no pay range, though the law of a place where the job may be done wants one.

    It is a warning where it is not certain that the law is in force and counts for the company, and
    where the range may also be given later, before the interview.

    Why: The company can be fined, and people learn too late that the pay is not for them.
    Asks: The posting shows a pay range, as the law wants it.
    """
    if opening.terms.pay is None:
        ways = message_lexicon().in_turn(_ways_to_range(opening))
        yield from missing(opening, "range", "opening.pay", ways)


def _ways_to_range(opening: OpeningSubject) -> Iterator[str]:
    """Yield how to mend that there is no range, and what laws leave open."""
    yield gettext(
        "add `pay: {{currency: {currency}, min: ..., max: ..., per: year}}`",
        currency=opening.company.currency,
    )
    laws = asking(opening, "range")
    if later := dict.fromkeys(called(law) for law in laws if "range" in law.later):
        yield gettext("in {places}, at the latest before the interview", places=", ".join(later))
    for law in laws:
        if law.width:
            yield gettext(
                "{law} wants none where the pay is above {amount}",
                law=called(law),
                amount=law.width.said(law.width.above),
            )


@wanted("narrow-range")
def law_on_width(opening: OpeningSubject) -> Iterator[Hit]:
    """A range of pay is wider than the law of a place lets it be.

    The law names the currency, and the amount above which a range may be wider; pay per hour counts
    2,080 hours a year.

    Why: The company can be fined, and a wide range says little.
    Asks: The pay range is as narrow as the law wants it.
    """
    pay = opening.terms.pay
    laws = [law for law in asking(opening, "narrow-range") if too_wide(opening, law)]
    if pay is not None and laws:
        most = (
            gettext("{amount} in {law}", amount=law.width.said(law.width.most), law=called(law))
            for law in laws
            if law.width
        )
        message = gettext(
            "the pay range {pay} is too wide, which {law}: it may span at most {most}",
            pay=pay,
            law=named(laws),
            most=", ".join(most),
        )
        line = opening.line("opening.pay")
        yield Hit(line=line, message=message, severity=weight(laws, "narrow-range"))


def too_wide(opening: OpeningSubject, law: PayLaw) -> bool:
    """Tell whether a range of pay is wider than a law lets it be."""
    pay = opening.terms.pay
    return pay is not None and law.width is not None and not law.width.takes(pay)


@wanted("benefits")
def law_on_benefits(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting names no benefits, though the law of a place where the job may be done wants them.

    Why: The company can be fined, and people can't weigh the offer as a whole.
    Asks: The posting names the benefits, as the law wants it.
    """
    if not names_benefits(opening):
        mend = gettext("add a block `benefits` to the role, or `benefits` to {file}", file=COMPANY)
        yield from missing(opening, "benefits", "opening.role", mend)


@wanted("other-compensation")
def law_on_other_pay(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting does not say what is paid beside the salary, though a law wants it said.

    That nothing is paid beside it is an answer too.

    Why: The company can be fined, and a salary without its bonus can't be compared with others.
    Asks: The posting says what other pay there is, as the law wants it.
    """
    if not says_other_pay(opening):
        mend = gettext(
            "add `other_pay: [{kind: bonus, text: ...}]`, or `other_pay: [none]` where there is "
            "none"
        )
        yield from missing(opening, "other-compensation", "opening", mend)


@wanted("deadline")
def law_on_deadline(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting has no last day for applications, though the law wants one.

    Why: The company can be fined, and who is late would have hurried.
    Asks: The posting has a last day for applications, as the law wants it.
    """
    if opening.opening.facts.closes is None:
        mend = gettext("add `closes: 2026-12-31`, with your day")
        yield from missing(opening, "deadline", "opening.closes", mend)


@wanted("gender-neutral-title")
def law_on_title(opening: OpeningSubject) -> Iterator[Hit]:
    """A job's title is for one gender, though the law wants one that fits any.

    Why: The company can be fined, and half of the people feel that they are not meant.
    Asks: The title fits any gender, as the law wants it.
    """
    if found := gendered(opening):
        mend = gettext("choose another word for {said} in the role's title", said=quoted(found))
        yield from missing(opening, "gender-neutral-title", "opening.role", mend)


@wanted("ai-screening")
def law_on_ai_screening(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting does not say whether artificial intelligence screens, assesses or selects people.

    That none does is an answer too.

    Why: The company can be fined, and people want to know who, or what, reads what they send.
    Asks: The posting says whether artificial intelligence is used, as the law wants it.
    """
    if opening.terms.ai_screening is None:
        mend = gettext(
            "add `ai_screening: false` to {file} or here, or `true` where it is used", file=COMPANY
        )
        yield from missing(opening, "ai-screening", "opening", mend)


@wanted("vacancy")
def law_on_vacancy(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting does not say whether it is for a vacancy that exists.

    Why: The company can be fined, and people spend evenings on postings behind which is no job.
    Asks: The posting says whether a vacancy exists, as the law wants it.
    """
    if opening.terms.vacancy is None:
        mend = gettext("add `vacancy: true`, or `false` where people are only collected for later")
        yield from missing(opening, "vacancy", "opening", mend)
