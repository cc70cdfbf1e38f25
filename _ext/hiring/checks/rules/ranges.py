"""Pay transparency: whether ranges of pay say something, and how they compare with the market."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_UP, Decimal
from functools import partial
from typing import TYPE_CHECKING

from hiring.checks.language.money import PAY
from hiring.checks.language.terms import LISTED, TASKS, used
from hiring.checks.posted import PostingSubject
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import ENGLISH_ALONE
from hiring.model.language_tags import ENGLISH
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity, quoted
from hiring.posting.rules import VAGUE_PAY, posting_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hiring.checks.language.plain import Place
    from hiring.model.fact_shapes import Pay

_WORDS = "|".join(said.replace(" ", r"\s+") for said in VAGUE_PAY)
_VAGUE = re.compile(rf"\b(?i:{_WORDS})\b|\bD\.?O\.?[EQ]\b")
_STATED = re.compile(
    r"[$€£]\s?\d[\d.,]*(?:\s?k\b)?(?:\s?/?\s?hr\.?)?\s?(?:-|–|—|to|and)\s?[$€£]?\s?\d"
    r"|\d\s?(?:-|–|—|to)\s?[\d.,]+\s?(?:cpm|cents|¢|/\s?(?:hr|hour|mile)|p\.?\s?[ah]\.?|"
    r"(?:per|an?) (?:hour|mile|day|week|month|year|annum))(?!\w)"
    r"|\bof\s[$€£]\s?\d[\d.,]*\s?(?:k\s?)?(?:/\s?|(?:per|an?)\s|p\.?\s?)(?:hour|hr|h|day|week|"
    r"month|year|annum|a)\b"
    r"|\d[\d.,\s]*(?:€|eur\w*)?\s?(?:-|–|—|bis|à|et|und)\s?\d[\d.,\s]*(?:€|eur)",
    re.IGNORECASE,
)
"""Pay in words, a range or "of" one rate: vague words beside it say where in it somebody begins."""
_NEAR = 80
"""How many characters before a sentence of vague words may have the range that they are about."""


@check(
    Severity(posting_rule("plain-pay").severity),
    PostingSubject,
    asks=posting_rule("plain-pay").asks,
    languages=LISTED,
)
def vague_pay(posted: PostingSubject) -> Iterator[Hit]:
    """Words such as "competitive salary" stand where a posting's range of pay should.

    Beside a range they say little, and are let pass.

    Why: Every company calls its pay competitive. No law takes the words for a range, and people
    who have been paid too little are those who believe them.
    Source: The laws on pay in postings, with their dates: data/pay-transparency.yaml.
    """
    if posted.terms.pay is not None:
        return
    yield from _vague_elsewhere(posted)
    for path, passage in posted.passages_with(_VAGUE):
        for sentence in passage.sentences:
            for found in _VAGUE.finditer(sentence.text):
                # Other things depend on experience, too, and the pay of others is a task.
                beside = passage.text[
                    max(0, sentence.start - _NEAR) : sentence.start + len(sentence.text)
                ]
                said_of_pay = PAY.search(sentence.text) and not _STATED.search(beside)
                if said_of_pay and passage.block not in TASKS:
                    message = gettext("the text says {said}", said=quoted(found[0]))
                    advice = posting_rule("plain-pay").says_in(message_lexicon())
                    line = passage.line_at(sentence.start + found.start())
                    yield Hit(line=line, message=f"{message}. {advice}", path=path)


def _vague_elsewhere(posted: PostingSubject) -> Iterator[Hit]:
    """Yield the vague words of a posting's files that are in other languages than English."""
    own = (posted.opening.path,) if posted.opening else ()
    for path in (posted.role.path, *own, COMPANY):
        tongue = posted.language if path == COMPANY else ""
        prose = ProseSubject(
            handbook=posted.handbook, today=posted.today, path=path, of_company=tongue
        )
        if prose.language != ENGLISH and prose.language in LISTED:
            shown = partial(_is_shown, posted, path)
            yield from (replace(hit, path=path) for hit in used(prose, "vague-pay", shown))


def _is_shown(posted: PostingSubject, path: str, place: Place) -> bool:
    is_pay = place.passage.block not in TASKS and not _STATED.search(place.sentence)
    return is_pay and posted.shows(path, place.passage)


@check(Severity.WARNING, PostingSubject, languages=ENGLISH_ALONE)
def open_ended_pay(posted: PostingSubject) -> Iterator[Hit]:
    """A sentence names pay with one end only, as "up to $160,000", "$100,000+", "from $100,000".

    It passes where the posting's pay range has the same end: then the range stands beside it.

    Why: Words such as "up to" tell nobody what they would get, and no law takes them for a range.
    Source: Colorado's Equal Pay Transparency Rules, 7 CCR 1103-13; by their sense
    the other laws on pay in postings.
    Asks: No sentence names pay with one end only.
    """
    pay = posted.terms.pay
    for path, passage, found in posted.amounts_of_pay:
        stated = pay and (pay.max if found.open == "bottom" else pay.min)
        closed = found.amount == stated and not found.words.endswith("+")
        if found.open and not closed:
            message = gettext(
                "the text says {said}: give the range with both ends", said=quoted(found.words)
            )
            yield Hit(line=passage.line_at(found.place), message=message, path=path)


def stated_pay(posted: PostingSubject) -> Iterator[tuple[str, str, int, Pay]]:
    """Yield what a posting states as pay, with its level, and the file and line that states it.

    A role's template has that of each level, or the role's where none has any; an opening has one.
    """
    role, opening, terms = posted.role, posted.opening, posted.terms
    levels = [level for level in role.levels if level.pay]
    if opening and opening.facts.pay:
        yield "", opening.path, posted.line("opening.pay"), opening.facts.pay
    elif opening and levels and terms.pay is role.facts.pay and terms.pay:
        yield "", opening.path, posted.line("opening.pay"), terms.pay
    elif levels:
        for level in (terms.level,) if terms.level else levels:
            line = posted.line(level.anchor, role.path)
            if level.pay:
                yield level.name, role.path, line, level.pay
    elif role.facts.pay:
        yield "", role.path, posted.line("role.pay", role.path), role.facts.pay


@check(Severity.WARNING, PostingSubject)
def wide_pay(posted: PostingSubject) -> Iterator[Hit]:
    """A range of pay is so wide that it says little: its upper end is too many times the lower.

    How many times is `range_ratio` under `limits`. The range of a whole role, with levels that have
    ranges of their own, may be wider; what is posted is that of a level.

    Why: A range must be what the company expects to pay in good faith; laws name no number, and
    people read a wide one as no answer.
    Source: Colorado, California and Washington want a range in good faith; the number is ours.
    Asks: The pay range is not too wide.
    """
    most = posted.limits.range_ratio
    for level, path, line, pay in stated_pay(posted):
        if pay.min and pay.max > pay.min * most:
            times = (pay.max / pay.min).quantize(Decimal("0.01"))
            if times <= most:  # just above the limit is not the limit
                times = (pay.max / pay.min).quantize(Decimal("0.01"), ROUND_UP)
            told = {"low": pay.min, "high": pay.max, "times": times, "limit": most}
            yield Hit(line=line, message=_too_wide(level, told), path=path)


def _too_wide(level: str, told: Mapping[str, object]) -> str:
    if level:
        return gettext(
            "the pay of {level} goes from {low} to {high}, {times} times as much; the limit is "
            "{limit}: choose a level, or a narrower range",
            level=level,
            **told,
        )
    return gettext(
        "the pay goes from {low} to {high}, {times} times as much; the limit is {limit}: choose a "
        "level, or a narrower range",
        **told,
    )
