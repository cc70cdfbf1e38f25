"""What the laws on postings want in one, place by place, on the day."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from hiring.checks.posted import PostingSubject
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import OpeningSubject
from hiring.model.lexicon import lexicon
from hiring.model.messages import gettext, message_language
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity, quoted
from hiring.posting.laws import GENDERED, OTHER_COMPENSATION, PayLaw, law_name, place_among

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
    said = lexicon(message_language())
    sure = ", ".join(dict.fromkeys(law_name(law, said) for law in laws if law.certain))
    open_ = ", ".join(dict.fromkeys(law_name(law, said) for law in laws if not law.certain))
    if sure and open_:
        return gettext("is law in {sure} and may be law in {open}", sure=sure, open=open_)
    if sure:
        return gettext("is law in {places}", places=sure)
    return gettext("may be law in {places}", places=open_)


def called(law: PayLaw) -> str:
    """Return what a law is called in a message, without what is not certain of it."""
    return place_among(law.places, law.name, lexicon(message_language()))


def _missing(opening: OpeningSubject, what: str, field: str, mend: str) -> Iterator[Hit]:
    """Yield that something is missing."""
    laws = asking(opening, what)
    yield Hit(
        line=opening.line(field),
        message=gettext(
            "{fault}, which {law}: {mend}", fault=fault(what), law=named(laws), mend=mend
        ),
        severity=weight(laws, what),
    )


def fault(what: str) -> str:
    """Return what is wrong with a posting that does not do what a law asks."""
    return {
        "range": gettext("the posting shows no pay range"),
        "benefits": gettext("the posting names no benefits"),
        "other-compensation": gettext("the posting does not say what other pay there is"),
        "deadline": gettext("the posting has no last day for applications"),
        "gender-neutral-title": gettext("the title is for one gender"),
        "ai-screening": gettext(
            "the posting does not say whether artificial intelligence screens applicants"
        ),
        "vacancy": gettext("the posting does not say whether a vacancy exists"),
        "narrow-range": gettext("the pay range is too wide"),
        "no-pay-history": gettext("the posting asks for earlier pay"),
        "no-local-experience": gettext("the posting asks for experience in that country"),
    }[what]


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
        yield from _missing(opening, "range", "opening.pay", "; ".join(_ways_to_range(opening)))


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
        yield from _missing(opening, "benefits", "opening.role", mend)


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
        yield from _missing(opening, "other-compensation", "opening", mend)


@wanted("deadline")
def law_on_deadline(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting has no last day for applications, though the law wants one.

    Why: The company can be fined, and who is late would have hurried.
    Asks: The posting has a last day for applications, as the law wants it.
    """
    if opening.opening.facts.closes is None:
        mend = gettext("add `closes: 2026-12-31`, with your day")
        yield from _missing(opening, "deadline", "opening.closes", mend)


@wanted("gender-neutral-title")
def law_on_title(opening: OpeningSubject) -> Iterator[Hit]:
    """A job's title is for one gender, though the law wants one that fits any.

    Why: The company can be fined, and half of the people feel that they are not meant.
    Asks: The title fits any gender, as the law wants it.
    """
    if found := gendered(opening):
        mend = gettext("choose another word for {said} in the role's title", said=quoted(found))
        yield from _missing(opening, "gender-neutral-title", "opening.role", mend)


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
        yield from _missing(opening, "ai-screening", "opening", mend)


@wanted("vacancy")
def law_on_vacancy(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting does not say whether it is for a vacancy that exists.

    Why: The company can be fined, and people spend evenings on postings behind which is no job.
    Asks: The posting says whether a vacancy exists, as the law wants it.
    """
    if opening.terms.vacancy is None:
        mend = gettext("add `vacancy: true`, or `false` where people are only collected for later")
        yield from _missing(opening, "vacancy", "opening", mend)
