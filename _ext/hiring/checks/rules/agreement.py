"""Ready to post? Whether the words of a posting agree with its data.

A posting's data and its list of facts are made of the same values, so every value of the data is
visible on the page. What remains are the sentences that people write beside them.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from babel.dates import get_month_names

from hiring.checks.posted import PostingSubject
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import ENGLISH_ALONE
from hiring.model import job_words, words
from hiring.model.lexicon import LOCALE, message_lexicon
from hiring.model.messages import gettext
from hiring.model.problem import Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.role_facts import RoleFacts


_MONTHS = {name: number for number, name in get_month_names("wide", locale=LOCALE).items()}
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(
    rf"\b(?:(?P<m1>{_MONTH}) (?P<d1>\d\d?),? (?P<y1>20\d\d)|(?P<d2>\d\d?)\.? (?P<m2>{_MONTH}),? "
    r"(?P<y2>20\d\d)|(?P<iso>20\d\d-\d\d-\d\d))\b"
)
_TO_APPLY = re.compile(
    r"\b(?:apply (?:by|before|until|no later than)|applications? (?:by|before|until|close|must|are)"
    r"|closing date|deadline|closes on)\b".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_WHOLLY_REMOTE = re.compile(
    r"\b(?:(?:fully|wholly|completely|entirely|100\s?%|100 percent)[-\s]remote|work from anywhere"
    r"|remote (?:job|role|position))\b".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_IN_OFFICE = re.compile(
    r"\bhybrid (?:job|role|position|work)\b"
    r"|\bdays? (?:a|per|each|every) week (?:together )?(?:in|at) (?:the|our) office\b".replace(
        " ", r"\s+"
    ),
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not?|never|nor|isn['’]t|without|unlike|instead of)\b[^.,;]*+\Z", re.I)
_NEAR = 80
"""How many characters before words may deny them."""


def _is_opening(posted: PostingSubject) -> bool:
    return posted.opening is not None


def _is_at_one_kind_of_place(posted: PostingSubject) -> bool:
    return _is_opening(posted) and not posted.terms.is_by_choice


@check(
    Severity.WARNING,
    PostingSubject,
    when=lambda posted: posted.terms.pay is not None,
    languages=ENGLISH_ALONE,
)
def other_pay(posted: PostingSubject) -> Iterator[Hit]:
    """A sentence of a posting names pay that lies outside of the posting's pay range.

    Why: People can't tell which of the two holds, and job boards refuse data that the page does
    not bear out.
    Source: Google's rules for job postings, J19.
    Asks: No sentence names pay outside of the pay range.
    """
    pay = posted.terms.pay
    assert pay is not None
    for path, passage, found in posted.amounts_of_pay:
        if found.open or (found.top and path == posted.role.path):
            continue  # told by rules of their own
        if posted.opening and path == posted.role.path:
            continue  # told of the role's template
        same = found.currency == pay.currency and found.per in (pay.per, None)
        # Far away it is no salary, or not for the same time.
        ends = [end for end in (found.amount, found.top) if end is not None]
        near = all(pay.min / 2 <= end <= pay.max * 2 for end in ends)
        if same and near and not all(pay.min <= end <= pay.max for end in ends):
            message = gettext(
                "the text says {said}, and the pay range is {pay}: name an amount inside of it, or "
                "none: the range stands in every posting",
                said=quoted(found.words),
                pay=words.pay(pay, message_lexicon()),
            )
            yield Hit(line=passage.line_at(found.place), message=message, path=path)


@check(Severity.WARNING, PostingSubject)
def hours_differ(posted: PostingSubject) -> Iterator[Hit]:
    """A job with fewer hours than full time is not called part-time, or one with all of them is.

    Why: People who look for either kind of job do not find it, and job boards list it wrongly.
    Source: Google's rules for job postings, J12 and J19.
    Asks: The hours agree with the type of employment.
    """
    for path, line, facts in _stated_hours(posted):
        told, types = facts.hours, facts.employment_type
        if told is not None and told.full_time is not None:
            right, wrong = ("part-time", "full-time")[:: 1 if told.is_part_time else -1]
            if wrong in types and right not in types:
                message = gettext(
                    "the hours are {hours}, and `employment_type` is `{wrong}`: say `{right}` "
                    "there, or correct the hours",
                    hours=job_words.hours(told, message_lexicon()),
                    wrong=wrong,
                    right=right,
                )
                yield Hit(line=line, message=message, path=path)


def _stated_hours(posted: PostingSubject) -> Iterator[tuple[str, int, RoleFacts]]:
    """Yield each place that states the hours of a posting, with the facts that hold there."""
    role, opening = posted.role, posted.opening
    if opening and opening.facts.hours:
        yield opening.path, posted.line("opening.hours"), posted.terms.facts
        return
    if opening and opening.facts.employment_type:
        yield opening.path, posted.line("opening.employment_type"), posted.terms.facts
        return
    if opening is None and role.facts.hours:
        yield role.path, posted.line("role.hours"), role.facts
    for it in () if opening else role.levels:
        if it.facts.hours:
            yield role.path, posted.line(it.anchor), role.facts_at(it)


@check(Severity.WARNING, PostingSubject, when=_is_opening, languages=ENGLISH_ALONE)
def other_deadline(posted: PostingSubject) -> Iterator[Hit]:
    """A sentence of a posting names another last day for applications than the field `closes`.

    Why: Some people would be late by the one and in time by the other.
    Source: Google's rules for job postings, J19.
    Asks: No sentence names another last day for applications.
    """
    assert posted.opening is not None
    closes = posted.opening.facts.closes
    for path, passage in posted.passages_with(_DAY):
        for sentence in passage.sentences:
            days = _DAY.finditer(sentence.text) if _TO_APPLY.search(sentence.text) else ()
            for found in days:
                if _date(found) != closes:
                    line = passage.line_at(sentence.start + found.start())
                    yield Hit(line=line, message=_other_day(found[0], closes), path=path)


def _other_day(written: str, closes: date | None) -> str:
    if closes is None:
        return gettext(
            "the text says {said}, and `closes` is left out: keep one day; a posting says "
            "`Apply by` by itself",
            said=quoted(written),
        )
    return gettext(
        "the text says {said}, and `closes` is {closes}: keep one day; a posting says `Apply by` "
        "by itself",
        said=quoted(written),
        closes=closes,
    )


def _date(found: re.Match[str]) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        month = _MONTHS[found["m1"] or found["m2"]]
        return date(int(found["y1"] or found["y2"]), month, int(found["d1"] or found["d2"]))
    except ValueError:
        return None


@check(Severity.WARNING, PostingSubject, when=_is_at_one_kind_of_place, languages=ENGLISH_ALONE)
def other_place(posted: PostingSubject) -> Iterator[Hit]:
    """A sentence calls a job wholly remote that has a place of work, or the other way round.

    Why: Where the work is done decides who applies; job boards refuse a job whose text and data
    disagree about it.
    Source: Google's rules for job postings, J10 and J19.
    Asks: No sentence contradicts where the work is done.
    """
    remote = bool(posted.terms.remote)
    pattern, fact = (_IN_OFFICE, "remote") if remote else (_WHOLLY_REMOTE, "locations")
    for path, passage in posted.passages_with(pattern):
        for found in pattern.finditer(passage.text):
            if not _DENIED.search(passage.text, max(0, found.start() - _NEAR), found.start()):
                message = gettext(
                    "the text says {said}, and the opening has `{fact}`: say what is true in both",
                    said=quoted(found[0]),
                    fact=fact,
                )
                yield Hit(line=passage.line_at(found.start()), message=message, path=path)
