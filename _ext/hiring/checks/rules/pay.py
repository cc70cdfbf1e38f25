"""What the laws on postings want in one, place by place, on the day."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from hiring.checks.posted import PostingSubject
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import OpeningSubject
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity, quoted
from hiring.posting.laws import GENDERED, OTHER_COMPENSATION, PayLaw

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from hiring.checks.rule import Check

SOURCE = "The laws on postings, each with its source and its days: data/pay-transparency.yaml."

_OTHER = re.compile(rf"\b(?:{'|'.join(OTHER_COMPENSATION)})", re.IGNORECASE)
_BENEFITS = re.compile(r"^#+ .*\bbenefits\b", re.IGNORECASE | re.MULTILINE)
_GENDERED = re.compile(rf"\b(?:{'|'.join(GENDERED)})\b", re.IGNORECASE)


def asking(opening: OpeningSubject, what: str) -> list[PayLaw]:
    """Return the laws in force that ask for something; those of a job for all of the US together.

    Such a job must meet every one of them, and so the strictest.
    """
    return [law for law in opening.pay_laws if what in law.asks]


def wanted(
    what: str, languages: Collection[str] = ()
) -> Callable[[Callable[[OpeningSubject], Iterable[Hit]]], Check[OpeningSubject]]:
    """Make a check of what laws ask for; it applies where one of them does.

    ``languages`` are those that it reads, where it reads words.
    """

    def is_asked(opening: OpeningSubject) -> bool:
        return bool(asking(opening, what))

    def cite(opening: OpeningSubject) -> str:
        return cited(asking(opening, what))

    made = partial(check, Severity.ERROR, OpeningSubject, when=is_asked, cite=cite, source=SOURCE)
    return made(languages=languages)


def cited(laws: Iterable[PayLaw]) -> str:
    """Return where laws stand, with when that was so; empty where there are none."""
    said = dict.fromkeys(f"{law.name}: {law.source} ({law.as_of})" for law in laws)
    return f"{'; '.join(said)}." if said else ""


def weight(laws: Iterable[PayLaw], what: str) -> Severity:
    """Return how grave a breach is: an error as far as one law is sure to be broken by it."""
    sure = any(law.certain and what not in law.later for law in laws)
    return Severity.ERROR if sure else Severity.WARNING


def named(laws: Sequence[PayLaw]) -> str:
    """Return where something is law, and where it may be: ``is law in Italy``."""
    sure = ", ".join(dict.fromkeys(law.name for law in laws if law.certain))
    open_ = ", ".join(dict.fromkeys(law.said for law in laws if not law.certain))
    told = (f"is law in {sure}" if sure else "", f"may be law in {open_}" if open_ else "")
    return " and ".join(part for part in told if part)


def _missing(opening: OpeningSubject, what: str, field: str, mend: str) -> Iterator[Hit]:
    """Yield that something is missing."""
    laws = asking(opening, what)
    yield Hit(
        line=opening.line(field),
        message=f"{FAULTS[what]}, which {named(laws)}: {mend}",
        severity=weight(laws, what),
    )


FAULTS = {
    "range": "the posting shows no pay range",
    "benefits": "the posting names no benefits",
    "other-compensation": "the posting does not say what other pay there is",
    "deadline": "the posting has no last day for applications",
    "gender-neutral-title": "the title is for one gender",
    "ai-screening": "the posting does not say whether artificial intelligence screens applicants",
    "vacancy": "the posting does not say whether a vacancy exists",
    "narrow-range": "the pay range is too wide",
    "no-pay-history": "the posting asks for earlier pay",
    "no-local-experience": "the posting asks for experience in that country",
}
"""What is wrong with a posting that does not do what a law asks, by the names of REQUIREMENTS."""


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
        currency = opening.company.currency
        mend = f"add `pay: {{currency: {currency}, min: ..., max: ..., per: year}}`"
        later = [law.name for law in asking(opening, "range") if "range" in law.later]
        where = ", ".join(dict.fromkeys(later))
        mend += f"; in {where}, at the latest before the interview" if later else ""
        for law in asking(opening, "range"):
            if law.width:
                most = f"{law.width.currency} {law.width.above:,} a year"
                mend += f"; {law.name} wants none where the pay is above {most}"
        yield from _missing(opening, "range", "opening.pay", mend)


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
        most = ", ".join(f"{law.width} in {law.name}" for law in laws)
        message = (
            f"the pay range {pay} is too wide, which {named(laws)}: it may span at most {most}"
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
        mend = f"add a block `benefits` to the role, or `benefits` to {COMPANY}"
        yield from _missing(opening, "benefits", "opening.role", mend)


@wanted("other-compensation")
def law_on_other_pay(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting does not say what is paid beside the salary, though a law wants it said.

    That nothing is paid beside it is an answer too.

    Why: The company can be fined, and a salary without its bonus can't be compared with others.
    Asks: The posting says what other pay there is, as the law wants it.
    """
    if not says_other_pay(opening):
        mend = "add `other_pay: [{kind: bonus, text: ...}]`, "
        mend += "or `other_pay: [none]` where there is none"
        yield from _missing(opening, "other-compensation", "opening", mend)


@wanted("deadline")
def law_on_deadline(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting has no last day for applications, though the law wants one.

    Why: The company can be fined, and who is late would have hurried.
    Asks: The posting has a last day for applications, as the law wants it.
    """
    if opening.opening.facts.closes is None:
        mend = "add `closes: 2026-12-31`, with your day"
        yield from _missing(opening, "deadline", "opening.closes", mend)


@wanted("gender-neutral-title")
def law_on_title(opening: OpeningSubject) -> Iterator[Hit]:
    """A job's title is for one gender, though the law wants one that fits any.

    Why: The company can be fined, and half of the people feel that they are not meant.
    Asks: The title fits any gender, as the law wants it.
    """
    if found := gendered(opening):
        mend = f"choose another word for {quoted(found)} in the role's title"
        yield from _missing(opening, "gender-neutral-title", "opening.role", mend)


@wanted("ai-screening")
def law_on_ai_screening(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting does not say whether artificial intelligence screens, assesses or selects people.

    That none does is an answer too.

    Why: The company can be fined, and people want to know who, or what, reads what they send.
    Asks: The posting says whether artificial intelligence is used, as the law wants it.
    """
    if opening.terms.ai_screening is None:
        mend = f"add `ai_screening: false` to {COMPANY} or here, or `true` where it is used"
        yield from _missing(opening, "ai-screening", "opening", mend)


@wanted("vacancy")
def law_on_vacancy(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting does not say whether it is for a vacancy that exists.

    Why: The company can be fined, and people spend evenings on postings behind which is no job.
    Asks: The posting says whether a vacancy exists, as the law wants it.
    """
    if opening.terms.vacancy is None:
        mend = "add `vacancy: true`, or `false` where people are only collected for later"
        yield from _missing(opening, "vacancy", "opening", mend)
