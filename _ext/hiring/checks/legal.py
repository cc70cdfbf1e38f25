"""What checks of laws have in common: which law asks for something, and how that is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hiring.checks.rule import Hit, check
from hiring.checks.subjects import OpeningSubject
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.problem import Severity
from hiring.posting.laws import PayLaw, law_name, place_among

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from hiring.checks.rule import Check

SOURCE = "The laws on postings, each with its source and its days: data/pay-transparency.yaml."


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
    said = message_lexicon()
    sure = ", ".join(dict.fromkeys(law_name(law, said) for law in laws if law.certain))
    open_ = ", ".join(dict.fromkeys(law_name(law, said) for law in laws if not law.certain))
    if sure and open_:
        return gettext("is law in {sure} and may be law in {open}", sure=sure, open=open_)
    if sure:
        return gettext("is law in {places}", places=sure)
    return gettext("may be law in {places}", places=open_)


def called(law: PayLaw) -> str:
    """Return what a law is called in a message, without what is not certain of it."""
    return place_among(law.places, law.name, message_lexicon())


def missing(opening: OpeningSubject, what: str, field: str, mend: str) -> Iterator[Hit]:
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
