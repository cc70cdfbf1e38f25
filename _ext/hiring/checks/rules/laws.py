"""What the laws on postings forbid to ask, want told later, or will want from a day on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hiring.checks.language.asked import forbidden_asks
from hiring.checks.legal import SOURCE, asking, called, cited, fault, named, wanted, weight
from hiring.checks.posted import PostingSubject
from hiring.checks.rule import Hit, check
from hiring.checks.rules.pay import gendered, names_benefits, says_other_pay, too_wide
from hiring.checks.subjects import ENGLISH_ALONE, OpeningSubject
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.problem import Severity, quoted
from hiring.posting.laws import law_name, law_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hiring.posting.laws import PayLaw

AHEAD = timedelta(days=30)
"""How long before its first day a law is told of, so that it surprises nobody."""


def _asked_for(opening: OpeningSubject, what: str) -> Iterator[Hit]:
    """Yield where a posting asks for what a law forbids to ask for."""
    laws = asking(opening, f"no-{what}")
    for found in forbidden_asks(PostingSubject.by(opening), what):
        message = gettext(
            "the text asks for {said}, and that nobody is asked for it {law}: delete it",
            said=quoted(found.words),
            law=named(laws),
        )
        severity = weight(laws, f"no-{what}")
        yield Hit(line=found.line, message=message, path=found.path, severity=severity)


@wanted("no-pay-history", ENGLISH_ALONE)
def law_on_pay_history(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting asks what people earn or have earned, though the law forbids that question.

    Why: The company can be fined. Who was once paid too little is paid too little again.
    Asks: The posting asks for no earlier pay, as the law wants it.
    """
    yield from _asked_for(opening, "pay-history")


@wanted("no-local-experience", ENGLISH_ALONE)
def law_on_local_experience(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting asks for experience in the country, as "Canadian experience", though a law forbids.

    Why: The company can be fined, and it keeps out people who know the work from elsewhere.
    Asks: The posting asks for no experience in one country, as the law wants it.
    """
    yield from _asked_for(opening, "local-experience")


def _on_request(opening: OpeningSubject) -> list[PayLaw]:
    """Return the laws that want the range given later, where none wants it in the posting."""
    if asking(opening, "range"):
        return []
    return [law for law in opening.pay_laws if law.on_request]


@check(
    Severity.NOTE,
    OpeningSubject,
    when=lambda it: bool(_on_request(it)),
    cite=lambda it: cited(_on_request(it)),
    source=SOURCE,
)
def law_on_request(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting shows no pay range in a place where people have a right to it later.

    Why: No law is broken yet. Whoever meets applicants must have the range, and know when to tell.
    Asks: The posting shows the pay range that the law wants told on request.
    """
    if opening.terms.pay is None:
        said = message_lexicon()
        when = said.in_turn(
            gettext("in {law} {when}", law=called(law), when=law_text(law.on_request, said))
            for law in _on_request(opening)
        )
        message = gettext(
            "the posting shows no pay range, which the law wants told {when}: have it ready, or "
            "add `pay`",
            when=when,
        )
        yield Hit(line=opening.line("opening.pay"), message=message)


def _planned(opening: OpeningSubject) -> list[PayLaw]:
    return [law for law in opening.laws_here if law.since is None]


@check(
    Severity.NOTE,
    OpeningSubject,
    when=lambda it: bool(_planned(it)),
    cite=lambda it: cited(_planned(it)),
    source=SOURCE,
)
def law_planned(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting would break a law that is planned in a place, and has no first day yet.

    Why: No law is broken. People in that place may soon look for what is missing.
    Asks: The posting does what planned laws would want.
    """
    for law in _planned(opening):
        if broken := _broken(opening, law):
            message = gettext(
                "no law forbids it yet, but one is planned in {law}: {faults}",
                law=law_name(law, message_lexicon()),
                faults=_faults(broken),
            )
            where = "remote" if opening.terms.remote else "locations"
            yield Hit(line=opening.line(f"opening.{where}"), message=message)


_BROKEN: dict[str, Callable[[OpeningSubject, PayLaw], bool]] = {
    "range": lambda opening, law: opening.terms.pay is None,
    "benefits": lambda opening, law: not names_benefits(opening),
    "other-compensation": lambda opening, law: not says_other_pay(opening),
    "deadline": lambda opening, law: opening.opening.facts.closes is None,
    "gender-neutral-title": lambda opening, law: bool(gendered(opening)),
    "ai-screening": lambda opening, law: opening.terms.ai_screening is None,
    "vacancy": lambda opening, law: opening.terms.vacancy is None,
    "narrow-range": too_wide,
    "no-pay-history": lambda opening, law: _asks_for(opening, "pay-history"),
    "no-local-experience": lambda opening, law: _asks_for(opening, "local-experience"),
}
"""Whether a posting does not do what a law asks, by the names of REQUIREMENTS."""


def _asks_for(opening: OpeningSubject, what: str) -> bool:
    return any(forbidden_asks(PostingSubject.by(opening), what))


def _broken(opening: OpeningSubject, law: PayLaw) -> list[str]:
    """Return what a posting does not do that a law asks, whether it is in force or not."""
    return [what for what in law.asks if _BROKEN[what](opening, law)]


def _to_come(opening: OpeningSubject) -> list[PayLaw]:
    """Return the laws that come into force soon for a job, or while people can still apply."""
    last = opening.opening.facts.closes or opening.today + AHEAD
    return [
        law
        for law in opening.laws_here
        if law.asks and law.since is not None and opening.today < law.since <= last
    ]


@check(Severity.NOTE, OpeningSubject, cite=lambda it: cited(_to_come(it)), source=SOURCE)
def law_to_come(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting will break a law that comes into force soon, or before the last day to apply.

    Soon is within thirty days. `python -m hiring check --on 2027-01-01`, with the law's first day,
    shows the whole review as it will be then.

    Why: From that day on the posting is not ready to post any more: mend it before.
    Asks: The posting meets the laws that come into force soon, or while the job is open.
    """
    for law in _to_come(opening):
        if broken := _broken(opening, law):
            message = f"{_wants(law)}. {_then(law, broken)}"
            yield Hit(line=opening.line("opening.closes"), message=message)


def _wants(law: PayLaw) -> str:
    said = message_lexicon()
    told = {
        "law": law_name(law, said),
        "day": law.since,
        "wants": ", ".join(_lowered(said.say(f"requirements.{what}")) for what in law.asks),
    }
    if law.also:
        return gettext(
            "{law} has a law on postings from {day} on: {wants}; it also wants that you {also}",
            also=law_text(law.also, said),
            **told,
        )
    return gettext("{law} has a law on postings from {day} on: {wants}", **told)


def _then(law: PayLaw, broken: list[str]) -> str:
    faults = _faults(broken)
    if any(weight([law], what) is Severity.ERROR for what in broken):
        return gettext("From that day on this is an error: {faults}", faults=faults)
    return gettext("From that day on this is a warning: {faults}", faults=faults)


def _faults(broken: list[str]) -> str:
    return message_lexicon().in_turn(fault(what) for what in broken)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
