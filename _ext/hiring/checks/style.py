"""Measures of how a text reads: coded words, long sentences, reading grade, and whom it speaks to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from hiring.checks.grade import reading_grade as grade_of
from hiring.checks.rule import Found, check
from hiring.checks.subjects import Prose
from hiring.model.problem import Severity, quoted
from hiring.reading.sources import COMPANY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.prose import Passage

_CODES = Path(__file__).parent.parent / "data/gender-coded-words.yaml"
_LISTS = ("duties", "responsibilities", "qualifications", "level")
_POSTED = ("job-brief", "responsibilities", "qualifications", "benefits", "level")
_TEXT = ("paragraph", "item", "question", "fact")
_LEAST_CODED = 3
_LEAST_GRADED = 100

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_READER = re.compile(r"(?<![\w/])(?:you|your|yours|yourself|we|our|ours|us|i|my|me)(?![\w/])")
_QUOTE = re.compile(r"\"[^\"\0]*\"")
_CANDIDATE = re.compile(
    r"\bthe (?:(?:ideal|successful|right|perfect|suitable|chosen|strong|best) )?"
    r"(?:candidate|applicant|incumbent|job ?holder)(?:'s)?\b(?! (?:keys?|models?|sets?|pool|list))"
    r"|\b(?:candidates|applicants) (?:must|should|shall|will|need|are expected|have to)\b"
)


@dataclass(frozen=True, slots=True)
class _Codes:
    """Coded words: a pattern whose first group is a masculine word, and whose second a feminine."""

    pattern: re.Pattern[str]
    plain: re.Pattern[str]


@cache
def _codes() -> _Codes:
    lists = yaml.load(_CODES.read_text(encoding="utf-8"), yaml.CSafeLoader)
    each = {
        name: "|".join(word.replace("*", r"[\w-]*") for word in words)
        for name, words in lists.items()
    }
    pattern = rf"(?<![\w-])(?:({each['masculine']})|({each['feminine']}))(?![\w-])"
    return _Codes(re.compile(pattern), re.compile(each["plain"]))


@check(Severity.WARNING, Prose)
def coded_words(prose: Prose) -> Iterator[Found]:
    """What is posted leans to words that readers take for masculine, or to feminine ones.

    Counted are the words of the page that postings show, without headings. Words of one kind
    must lead over those of the other by more than `limits.coded_per_100_words` in a hundred, and
    be three at least, as one word would tip a short text. Words of the list that are plain in this
    field, such as "analyst" and "responsibility", don't count. The limit is a choice of ours: the
    study measured no threshold.

    Why: Ads with more masculine than feminine words appeal less to women, who feel that they would
        not belong. They are a matter of balance: one such word is no fault.
    Source: Gaucher, Friesen and Kay, Journal of Personality and Social Psychology 101(1), 2011,
        doi 10.1037/a0022530, studies 3 to 5; words from its appendix A.
    """
    parts = list(_posted(prose))
    total = sum(len(_WORD.findall(text)) for _, text in parts)
    found: tuple[list[tuple[str, int]], ...] = ([], [])
    for passage, text in parts:
        for match in _codes().pattern.finditer(text):
            if not _codes().plain.fullmatch(match[0]):
                side = (match.lastindex or 1) - 1
                found[side].append((match[0], passage.line_at(match.start())))
    for side, name in enumerate(("masculine", "feminine")):
        lead = len(found[side]) - len(found[1 - side])
        if len(found[side]) >= _LEAST_CODED and lead * 100 > prose.limits.coded_per_100_words * total:
            words = Counter(word for word, _ in found[side])
            named = ", ".join(f"{quoted(word)}{_times(count)}" for word, count in words.items())
            share = f"{len(found[side]) * 100 / total:.1f} of 100 words read as {name} ({named})"
            other = f"{len(found[1 - side]) * 100 / total:.1f} as the opposite"
            advice = "say with plain verbs what is done"
            message = f"{share}, {other}; the lead may be {prose.limits.coded_per_100_words}: {advice}"
            yield Found(line=found[side][0][1], message=message)


def _times(count: int) -> str:
    return f" {count} times" if count > 1 else ""


def _posted(prose: Prose) -> Iterator[tuple[Passage, str]]:
    """Yield the passages that postings show, headings left out, with their plain text."""
    whole = prose.path == COMPANY or prose.handbook.opening_on(prose.path) is not None
    for number, passage in enumerate(prose.passages):
        if passage.kind != "heading" and (whole or passage.block in _POSTED):
            yield passage, prose.plain.of(number)


@check(Severity.NOTE, Prose)
def long_sentence(prose: Prose) -> Iterator[Found]:
    """A sentence has more words than `limits.sentence_words`.

    Why: Readers lose the thread, above all those who read in their second language.
    Source: Federal Plain Language Guidelines (write short sentences); the number is ours.
    """
    limit = prose.limits.sentence_words
    for passage in prose.passages:
        if passage.kind in _TEXT and len(passage.text) > limit * 2:
            for sentence in passage.sentences:
                if (count := len(sentence.words)) > limit:
                    start = " ".join(sentence.words[:5])
                    message = f"a sentence of {count} words, more than {limit}, from {quoted(start)} on: make two of it"
                    yield Found(line=passage.line_at(sentence.start), message=message)


@check(Severity.NOTE, Prose)
def reading_grade(prose: Prose) -> Iterator[Found]:
    """The paragraphs of a section need more years of school than `limits.reading_grade`.

    Sections of fewer than 100 words are left out: the measure means nothing there. So are lists.

    Why: People leave what they would have to study, and many read in their second language.
    Source: Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom, 1975).
    """
    limit = prose.limits.reading_grade
    for passages in _sections(prose):
        sentences = [sentence for passage in passages for sentence in passage.sentences]
        words = [word for sentence in sentences for word in sentence.words]
        if len(words) >= _LEAST_GRADED and (grade := grade_of(words, len(sentences))) > limit:
            message = (
                f"the paragraphs from here on read at grade {grade:.0f}, above {limit}: use shorter "
                "sentences and shorter words"
            )
            yield Found(line=passages[0].line, message=message)


def _sections(prose: Prose) -> Iterator[list[Passage]]:
    """Yield the paragraphs between a heading or block and the next."""
    section: list[Passage] = []
    place = None
    for passage in prose.passages:
        here = (passage.block, passage.anchor)
        if passage.kind in ("heading", "question") or here != place:
            if section:
                yield section
            section, place = [], here
        if passage.kind == "paragraph":
            section.append(passage)
    if section:
        yield section


@check(Severity.NOTE, Prose)
def role_voice(prose: Prose) -> Iterator[Found]:
    """A role's duties, responsibilities, qualifications or levels speak to "you" or as "we".

    They stand in postings of several openings, in comparisons and in interview plans, so they say
    what the role does: "Builds feeds", "Build feeds". Questions with answers, and the text of an
    opening, speak to the reader as they like.

    Why: A text that is written once and shown anywhere can't know who reads it.
    Source: A rule of this handbook.
    """
    for number, passage in enumerate(prose.passages):
        if passage.block in _LISTS:
            text = _QUOTE.sub(lambda found: " " * len(found[0]), prose.plain.of(number))
            for match in _READER.finditer(text):
                written = passage.text[match.start() : match.end()]
                if written in ("US", "I/O"):
                    continue
                message = f"{quoted(written)} in {passage.block}: say what the role does, as in `builds`, `build`"
                yield Found(line=passage.line_at(match.start()), message=message)
                break


@check(Severity.NOTE, Prose)
def posting_voice(prose: Prose) -> Iterator[Found]:
    """What is posted speaks of "the candidate" or "the applicant", who is the one reading it.

    An opening's text speaks to "you"; a role's blocks speak of the role and of what it does.

    Why: People picture themselves in a text that speaks to them, and not in one about somebody.
    Source: Federal Plain Language Guidelines (address the user).
    """
    for passage, text in _posted(prose):
        for match in _CANDIDATE.finditer(" ".join(text.split("\n"))):
            written = passage.text[match.start() : match.end()]
            message = f"{quoted(written)} is who reads this: write `you` in an opening, or say what the role does"
            yield Found(line=passage.line_at(match.start()), message=message)
