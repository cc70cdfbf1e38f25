"""Ready to post? Whether an opening states what job boards ask for.

Of J1 to J21 only what an author can get wrong is looked at: the rest holds by the way in which
postings are composed (see report.py). What a posting that is open must state, the reader demands
of open ones; drafts are told here.
"""

from __future__ import annotations

from functools import partial, reduce
from typing import TYPE_CHECKING

from hiring.checks.rule import Hit, check
from hiring.checks.subjects import OpeningSubject
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity, listed
from hiring.posting.rules import posting_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hiring.checks.rule import Check


GOOGLE = "Google's rules for job postings"


def asked(
    wants: str, when: Callable[[OpeningSubject], bool] | None = None
) -> Callable[[Callable[[OpeningSubject], Iterable[Hit]]], Check[OpeningSubject]]:
    """Make a check of a rule of job boards: its weight, number and words stand in the data."""
    rule = posting_rule(wants)
    source = f"{GOOGLE}, {rule.rule}."
    return check(Severity(rule.severity), OpeningSubject, when=when, source=source, asks=rule.asks)


def says(wants: str) -> str:
    """Return what a rule of job boards says to do: the generator says the same."""
    return posting_rule(wants).says_in(message_lexicon())


def is_draft(opening: OpeningSubject) -> bool:
    """Tell whether an opening is still being written: some rules are for drafts alone."""
    return opening.is_draft


of_drafts = partial(check, Severity.ERROR, OpeningSubject, when=is_draft)
"""Of an opening that is not a draft the reader demands these."""


def _no_law_on(what: str) -> Callable[[OpeningSubject], bool]:
    """Return what tells that no law asks a job for something: such a law has a rule of its own."""
    return lambda opening: not any(what in law.requires for law in opening.pay_laws)


@check(Severity.ERROR, OpeningSubject)
def retired_role(opening: OpeningSubject) -> Iterator[Hit]:
    """An opening is advertised, or being written, though its role is retired.

    Why: People apply for a job that nobody hires for any more.
    Asks: The role is one that is still hired for.
    """
    if opening.role.facts.status == "retired":
        message = gettext(
            "its role `{role}` is retired: write `status: closed`, or make the role `active` again",
            role=opening.role.key,
        )
        yield Hit(line=opening.line("opening.role"), message=message)


@of_drafts()
def unfilled_placeholder(opening: OpeningSubject) -> Iterator[Hit]:
    """A draft's posting has an open fact that nothing fills.

    Why: Applicants would read the label in square brackets; an opening that is open may have none.
    Asks: Every placeholder of the posting is filled.
    """
    company = opening.company
    line = opening.line("opening.fill")
    for name in opening.posting.placeholders:
        # The place and the address are asked for by rules of their own.
        if name not in ("location", "apply"):
            label = company.open_fact(name, "label", opening.opening.language)
            message = gettext(
                "`[[{name}]]` is still open: add `fill: {{{name}: ...}}`, with the {label}",
                name=name,
                label=label.value if label else name,
            )
            yield Hit(line=line, message=message)


@asked("posted", is_draft)
def no_first_day(opening: OpeningSubject) -> Iterator[Hit]:
    """A draft does not say on which day it will be posted.

    Why: The day tells people and job boards how fresh the job is, and an open job must have it.
    """
    if opening.opening.facts.posted is None:
        message = f"{says('posted')} {gettext('Add `posted: 2026-11-20`, with your day')}"
        yield Hit(line=opening.line("opening.posted"), message=message)


@asked("country", is_draft)
def no_place(opening: OpeningSubject) -> Iterator[Hit]:
    """A draft does not say where the work is done.

    Why: People look for jobs by place, and the laws on pay go by it.
    """
    if not opening.areas:
        message = f"{says('country')} {gettext('Add `locations: [...]`, or `remote: [US]`')}"
        yield Hit(line=opening.line("opening.locations"), message=message)


@of_drafts()
def no_address(opening: OpeningSubject) -> Iterator[Hit]:
    """A draft does not say to which address to apply.

    Why: Nobody could apply.
    Asks: The posting says to which address to apply.
    """
    if opening.terms.apply is None:
        message = gettext(
            "no address to apply to: add `apply: {{email: ...}}` here or in {file}", file=COMPANY
        )
        yield Hit(line=opening.line("opening.apply"), message=message)


@asked("complete")
def incomplete(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting lacks the brief, the responsibilities or the qualifications.

    Why: People can't tell whether the job is for them, and job boards want the whole of it.
    """
    role, level = opening.role, opening.level
    parts = {
        "job-brief": opening.opening.markdown,
        "responsibilities": level.markdown if level else "",
        "qualifications": "".join(it.markdown for it in level.blocks) if level else "",
    }
    given = {block.name for block in role.blocks}
    given |= {"responsibilities"} if role.work_block in given else set()
    none_of = {
        "job-brief": gettext("no job brief"),
        "responsibilities": gettext("no responsibilities"),
        "qualifications": gettext("no qualifications"),
    }
    missing = [none_of[it] for it, more in parts.items() if not (it in given or more.strip())]
    if missing:
        said = message_lexicon()
        found = reduce(lambda one, other: said.all_of((one, other)), missing)
        message = gettext("the posting has {parts}", parts=found)
        yield Hit(line=opening.line("opening.role"), message=f"{message}. {says('complete')}")


@asked("closes", _no_law_on("deadline"))
def no_deadline(opening: OpeningSubject) -> Iterator[Hit]:
    """An opening does not say until when people can apply.

    Why: Job boards drop postings at a day of their own choosing, and people hurry or give up.
    """
    if opening.opening.facts.closes is None:
        message = f"{says('closes')} {gettext('Add `closes: 2026-12-31`, with your day')}"
        yield Hit(line=opening.line("opening.closes"), message=message)


@asked("pay", _no_law_on("range"))
def no_pay(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting names no range of pay, in a place where no law asks for one.

    Why: People skip postings without pay, and job boards rank them lower.
    """
    if opening.terms.pay is None:
        mend = gettext("Add `pay: {currency: USD, min: ..., max: ..., per: year}`")
        yield Hit(line=opening.line("opening.pay"), message=f"{says('pay')} {mend}")


@asked("education")
def no_education(opening: OpeningSubject) -> Iterator[Hit]:
    """A posting does not say which education is asked for.

    Why: People without a degree can't tell whether to apply, and job boards can't filter.
    """
    if opening.terms.education is None:
        mend = gettext("Add `education: {level: none}`, or the level")
        line = opening.line("role.education", opening.role.path)
        message = f"{says('education')} {mend}"
        yield Hit(line=line, message=message, path=opening.role.path)


@asked("experience")
def no_experience(opening: OpeningSubject) -> Iterator[Hit]:
    """Nothing tells how much experience is typical for the job.

    Why: People can't tell whether the job is a step up for them, and job boards can't filter.
    """
    if opening.terms.months_of_experience is None:
        levels = listed(level.id for level in opening.role.levels if level.years)
        known = gettext("Levels of the role with years: {levels}", levels=levels)
        message = f"{says('experience')} {known}"
        if not any(level.years for level in opening.role.levels):
            message = gettext(
                "Say how much experience is typical. Add `experience: {years: 2+}` to the role"
            )
        yield Hit(line=opening.line("opening.level"), message=message)
