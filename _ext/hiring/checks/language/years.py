"""What sentences claim about a job: the years and months of experience, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.checks.language.claims import AROUND, SUBSTITUTES, part_around
from hiring.checks.language.needs import Telling
from hiring.posting.required import (
    MONTHS,
    PREFERRED,
    degree_pattern,
    lowest,
    number,
    within,
    years_said,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.language.prose import Passage, Sentence

YEARS_WORD = Telling(re.compile("year|yrs?", re.IGNORECASE).search)
"""The words in which years are named."""
MONTHS_WORD = Telling(re.compile("months?", re.IGNORECASE).search)
"""The words in which months are named."""

_MONTHS = re.compile(
    rf"\b(?:(?P<least>at least|a minimum of|minimum of|minimum)\s+)?"
    rf"(?:{MONTHS})(?:\s?\(\d{{1,2}}\)|\s?\+)?"
    rf"(?:\s*(?:-|–|\bto\b|\bor\b)\s*(?:{MONTHS}))?[\s-]+months?\b['’]?"
    r"(?=\s+(?:of\s+)?(?:[\w,'’/-]+\s+){0,6}(?:experience|work)\b|\s+(?:in|with|as|working)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsClaim:
    """Years of doing something; ``least`` tells that they are said to be the fewest that count.

    Of "up to two years" the lower end is 0: it is not said. They are at ``start`` in the sentence,
    and at ``place`` in the passage.
    """

    low: int
    high: int | None
    least: bool
    words: str
    sentence: str
    start: int
    place: int


_TYPICAL = re.compile(r"\b(?:typical\w*|usual\w*|on average)\b", re.IGNORECASE)
_COMBINED = re.compile(
    r"\bor\b[^.;]{0,30}\bcombination of\b|\band/or\b[^.;]{0,90}\bdegree\b", re.IGNORECASE
)
_SUM = re.compile(
    r"\bcombin\w+\b[^.;]{0,80}\b(?:equal\w*|equivalent|total\w*|amount\w*|add\w* up)\s(?:to\s)?\Z",
    re.IGNORECASE,
)
"""What stands before years that several things may add up to."""
_WISHED = re.compile(
    r"\b(?:preferred|desired|desirable|(?:a|big|definite) plus|an? (?:advantage|asset|bonus))\W*\Z",
    re.IGNORECASE,
)
_MUST = re.compile(r"\b(?:must|required?|requires|mandatory|essential|minimum of)\b", re.IGNORECASE)
_OR_ELSE = re.compile(r"\bor\s+(?:an?\s|equivalent\s)?\Z|\(\s?or\b[^()]{0,80}\Z", re.IGNORECASE)
_WAYS = re.compile(r"\bOR\b[^.]*?\bOR\b")
"""What parts several ways in, of which one is enough."""
_NEXT_WAY = re.compile(r"\bOR\s(?=\S+(?:\s\S+)?\s(?i:degree))")
_OR_DEGREE = re.compile(
    r"[^.;]{0,90}\bor\s+(?:the\s+)?(?:completion\s+of\b|an?\b)[^.;]{0,60}\bdegree\b", re.IGNORECASE
)
"""Years, and behind them a degree as the other way in."""
_ANY_DEGREE = re.compile(r"\b(?:college |university )?degree in\b", re.IGNORECASE)
_QUALIFIED = re.compile(
    r"\b(?:[NS]VQ|diploma|certificat\w+|licen[cs]e|qualifications?|apprenticeship|GED)\b",
    re.IGNORECASE,
)
_OR_A = re.compile(r"\bor\s(?:an?\s|the\s)?", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\b(?:substitut\w*\b[^.;]{0,40}\bfor|(?:in lieu|in place|instead) of|replaces?|waives?)\b"
    r"[^.;]{0,60}\bexperience\b"
    r"|\bcombinations? of\b[^.;]{0,40}\b(?:education|training|schooling)\b",
    re.IGNORECASE,
)
"""What says of something that it does in place of experience."""
_ONE_OF_WAYS = re.compile(r"\A\W*or\b|\bor\W*\Z", re.IGNORECASE)
"""What begins or ends an entry of a list in which each entry is a way in of its own."""
_AT_MOST = re.compile(r"(?<!not )(?<!no )\b(?:(?:less|fewer) than|under|up to)\s\Z", re.IGNORECASE)


def is_no_gate(claim: YearsClaim) -> bool:
    """Tell whether years are preferred, or typical, or stand beside a degree as another way in.

    A wish at the end of a sentence is for all of it, where it asks for nothing.
    """
    if (claim.low == 0 and claim.high == 1) or _ONE_OF_WAYS.search(claim.sentence):
        return True
    part = part_around(claim.sentence, claim.start)
    before = claim.sentence[max(0, claim.start - AROUND) : claim.start]
    qualified = (
        degree_pattern().search(before.replace("’", "'"))
        or _ANY_DEGREE.search(before)
        or _QUALIFIED.search(before)
    )
    other_way = (
        (_OR_ELSE.search(before) and qualified)
        or _leaves_another_way(claim)
        or _NEXT_WAY.search(before)
        or _WAYS.search(claim.sentence)
        or _SUM.search(before)
        or _OR_DEGREE.match(claim.sentence, claim.start)
        or _COMBINED.search(claim.sentence, claim.start, claim.start + AROUND)
    )
    near = claim.sentence[max(0, claim.start - AROUND) : claim.start + AROUND]
    wished = _WISHED.search(claim.sentence[-AROUND:]) and not _MUST.search(near)
    return bool(PREFERRED.search(part) or _TYPICAL.search(part) or other_way or wished)


def _leaves_another_way(claim: YearsClaim) -> bool:
    """Tell whether "or a degree", or the like, stands behind years, and asks for none itself.

    Nor does it where it goes with another degree: "three years and a bachelor's or master's".
    """
    behind = claim.sentence[claim.start : claim.start + AROUND].replace("’", "'")
    other = _OR_A.search(behind)
    if other is None or YEARS_WORD.tells(behind[other.end() :]):
        return False
    ways = (degree_pattern(), _ANY_DEGREE, _QUALIFIED)
    return any(
        way.match(behind, other.end()) and not way.search(behind, 0, other.start()) for way in ways
    )


def _with_word(passage: Passage, word: Telling) -> Iterator[Sentence]:
    """Yield the sentences that have a word, and behind which nothing may stand in for it."""
    telling = [sentence for sentence in passage.sentences if word.tells(sentence.text)]
    if telling:
        instead = [it.start for it in passage.sentences if _INSTEAD.search(it.text)]
        yield from (it for it in telling if it.start > max(instead, default=-1))


def months_in(passage: Passage) -> Iterator[YearsClaim]:
    """Yield the months of experience that a passage speaks of, as less than a year."""
    for sentence in _with_word(passage, MONTHS_WORD):
        for found in _MONTHS.finditer(sentence.text):
            at = found.start()
            at_most = _AT_MOST.search(sentence.text[max(0, at - AROUND) : at])
            if not (at_most or within(sentence.text, at)) and not SUBSTITUTES.search(
                part_around(sentence.text, at)
            ):
                yield YearsClaim(
                    low=0,
                    high=None,
                    least=bool(found["least"]),
                    words=" ".join(found[0].split()),
                    sentence=sentence.text,
                    start=found.start(),
                    place=sentence.start + found.start(),
                )


def years_in(passage: Passage) -> Iterator[YearsClaim]:
    """Yield the years of experience that a passage speaks of; not years of anything else.

    Nor those in whose place a degree may stand, or that a degree counts as.
    """
    for sentence in _with_word(passage, YEARS_WORD):
        for found in years_said(sentence.text):
            if SUBSTITUTES.search(part_around(sentence.text, found.start())):
                continue
            top = found["low"] if found["most"] else found["high"]
            yield YearsClaim(
                low=lowest(found),
                high=number(top) if top else None,
                least=bool(found["least"] or found["plus"] or found["after"]),
                words=" ".join(found[0].split()),
                sentence=sentence.text,
                start=found.start(),
                place=sentence.start + found.start(),
            )
