"""Measures of how a text reads: long sentences, reading grade, whom it speaks to."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from hiring.checks.language.grade import grade_of
from hiring.checks.language.needs import Telling
from hiring.checks.language.plain import AROUND
from hiring.checks.language.signs import plain
from hiring.checks.language.terms import LISTED, used
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.checks.rules.coded import posted
from hiring.checks.subjects import RoleSubject
from hiring.model.language_tags import ENGLISH
from hiring.model.messages import gettext
from hiring.model.problem import Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.checks.language.prose import Passage


def _telling(words: str) -> Telling:
    """Return the words in which a pattern of plain text is found."""
    found = re.compile(words)
    return Telling(lambda word: found.search(plain(word)))


_LISTS = ("duties", "responsibilities", "qualifications", "level")
_PROSE = ("paragraph", "item", "question", "fact")
_LEAST_GRADED = 100
_LONGEST_TITLE = 60
_LONGEST_SUMMARY = 120

_QUOTE = re.compile(r"\"[^\"\0]*\"")
_READERS = "you|your|yours|yourself|we|our|ours|us|my|me"
_READER = re.compile(rf"(?<![\w/])(?:{_READERS}|(?<!type )i(?=\s[a-z]))(?![\w/])")
_ABBREVIATIONS = ("US", "ME")
"""A country, and mechanical engineers or Maine."""
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w'’]*\s\Z")
_CAPITAL_AFTER = re.compile(r"\s[A-Z]")
_READER_WORD = _telling(rf"(?<![\w/])(?:{_READERS}|i)(?![\w/])")
_CANDIDATE = re.compile(
    r"\bthe\s(?:(?:ideal|successful|right|perfect|suitable|chosen|strong|best)\s)?"
    r"(?:candidate|applicant|incumbent|job\s?holder)(?:'s)?\b"
    r"(?!\s(?:keys?|models?|sets?|pool|list|tracking|database|data|portal|pipeline|experience|journey|"
    r"physical|filings?|statements?|committees?)\b)"
    r"|(?:\A|(?<=[.!?]\s))(?:candidate|applicant|incumbent)\s(?:must|should|shall|will|needs)\b"
    r"|\b(?:candidates|applicants)\s(?:must|should|shall|will|need|are\sexpected|have\sto)\b"
)
_NOT_A_READER = re.compile(
    r"\b(?:elections?|campaigns?|ballots?|political|for (?:public )?office|nominat\w+|petitions?|"
    r"without regard|regardless of|veterans?|discriminat\w+|equal opportunit\w+)\b"
)
"""What makes candidates of others, or is the law's own sentence."""
_CANDIDATE_WORD = _telling("candidate|applicant|incumbent|holder")


@check(Severity.NOTE, ProseSubject, folds=True)
def long_sentence(prose: ProseSubject) -> Iterator[Hit]:
    """A sentence has more words than `limits.sentence_words`.

    Why: Readers lose the thread, above all those who read in their second language.
    Source: Federal Plain Language Guidelines (write short sentences); the number is ours.
    """
    limit = prose.limits.sentence_words
    for passage, count in zip(prose.passages, prose.words.counts, strict=True):
        # Few passages are long enough to be worth parting into sentences.
        long = count > limit or (count > limit // 2 and passage.has_more_words(limit))
        if passage.kind in _PROSE and long:
            for sentence, words in zip(passage.sentences, passage.words, strict=True):
                if len(words) > limit and passage.english:
                    message = gettext(
                        "{start} starts a sentence of {number} words; {limit} are the most: make "
                        "two of it",
                        start=quoted(" ".join(words[:5])),
                        number=len(words),
                        limit=limit,
                    )
                    yield Hit(line=passage.line_at(sentence.start), message=message)


@check(Severity.NOTE, ProseSubject, folds=True)
def reading_grade(prose: ProseSubject) -> Iterator[Hit]:
    """The paragraphs of a section need more years of school than `limits.reading_grade`.

    Sections of fewer than 100 words are left out: the measure means nothing there. So are lists.

    Why: People leave what they would have to study, and many read in their second language.
    Source: Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom, 1975).
    """
    limit = prose.limits.reading_grade
    for passages in _sections(prose):
        sentences = [words for passage in passages for words in passage.words if words]
        if sentences and (grade := grade_of(sentences)) > limit:
            message = gettext(
                "the paragraphs from here on read at grade {grade}; {limit} is the most: use "
                "shorter sentences and words",
                grade=f"{grade:.0f}",
                limit=limit,
            )
            yield Hit(line=passages[0].line, message=message)


def _sections(prose: ProseSubject) -> Iterator[list[Passage]]:
    """Yield the paragraphs that stand together, without a heading or another block between.

    They are English, and have enough words.
    """
    number = 0

    def section(counted: tuple[Passage, int]) -> tuple[int, str, str]:
        nonlocal number
        passage = counted[0]
        number += passage.kind in ("heading", "question")
        return number, passage.block, passage.anchor

    for _, counted in groupby(zip(prose.passages, prose.words.counts, strict=True), section):
        found = [one for one in counted if one[0].kind == "paragraph"]
        # Which language it is takes long to tell, and few sections have so many words in any.
        if _words_of(found) >= _LEAST_GRADED:
            found = [one for one in found if one[0].english]
            if _words_of(found) >= _LEAST_GRADED:
                yield [passage for passage, _ in found]


def _words_of(counted: Iterable[tuple[Passage, int]]) -> int:
    return sum(count for _, count in counted)


def _in_title(text: str, start: int, end: int) -> bool:
    """Tell whether a word stands between two with capitals, as in the title `Can You Dig It`."""
    if not text[start:end].istitle():
        return False
    return bool(_CAPITAL_BEFORE.search(text[:start]) and _CAPITAL_AFTER.match(text, end))


@check(Severity.NOTE, ProseSubject, folds=True, languages=LISTED)
def role_voice(prose: ProseSubject) -> Iterator[Hit]:
    """A role's duties, responsibilities, qualifications or levels speak to "you", or as "we".

    They stand in the postings of several openings, in comparisons and in interview plans, so they
    say what the role does: "Builds feeds", or "Build feeds". The brief, the benefits, answers to
    questions, and the text of an opening speak to readers as they like.

    Why: A text that is written once and shown anywhere can't know who reads it.
    Source: A rule of this handbook.
    """
    if prose.language != ENGLISH:
        yield from used(prose, "role-voice", lambda place: place.passage.block in _LISTS)
        return
    for number in prose.words.with_any(_READER_WORD):
        passage = prose.passages[number]
        if passage.block in _LISTS:
            said = _QUOTE.sub(lambda found: " " * len(found[0]), prose.plain.of(number))
            for match in _READER.finditer(said):
                written = passage.text[match.start() : match.end()]
                named = written in _ABBREVIATIONS or _in_title(passage.text, *match.span())
                if not named and passage.english:
                    message = gettext(
                        "{said} speaks to a reader: say what the role does", said=quoted(written)
                    )
                    yield Hit(line=passage.line_at(match.start()), message=message)
                    break


@check(Severity.NOTE, ProseSubject, folds=True, languages=LISTED)
def posting_voice(prose: ProseSubject) -> Iterator[Hit]:
    """What is posted speaks of "the candidate" or "the applicant", who is the one reading it.

    An opening's text speaks to "you"; a role's blocks speak of the role and of what it does.

    Why: People picture themselves in a text that speaks to them, and not in one about somebody.
    Source: Federal Plain Language Guidelines (address the user).
    """
    if prose.language != ENGLISH:
        yield from used(prose, "posting-voice")
        return
    for passage, text in posted(prose, prose.words.with_any(_CANDIDATE_WORD)):
        for match in _CANDIDATE.finditer(text):
            if _NOT_A_READER.search(text, max(0, match.start() - AROUND), match.end() + AROUND):
                continue
            message = gettext(
                "{said} is who reads this: write `you` in an opening, else name the role",
                said=quoted(passage.text[match.start() : match.end()]),
            )
            yield Hit(line=passage.line_at(match.start()), message=message)


@check(Severity.WARNING, RoleSubject)
def long_title(role: RoleSubject) -> Iterator[Hit]:
    """A role's title has more than 60 characters.

    Why: Job boards and results of a search cut it off, and nobody looks for so many words.
    """
    number = len(role.role.facts.title)
    if number > _LONGEST_TITLE:
        message = gettext(
            "the title has {number} characters; the limit is {limit}: shorten it",
            number=number,
            limit=_LONGEST_TITLE,
        )
        yield Hit(line=role.line("role.title"), message=message)


@check(Severity.WARNING, RoleSubject)
def long_summary(role: RoleSubject) -> Iterator[Hit]:
    """A role's summary has more than 120 characters.

    Why: It is the one line that cards, lists and results of a search show of a job.
    """
    number = len(role.role.facts.summary)
    if number > _LONGEST_SUMMARY:
        message = gettext(
            "the summary has {number} characters; the limit is {limit}: shorten it",
            number=number,
            limit=_LONGEST_SUMMARY,
        )
        yield Hit(line=role.line("role.summary"), message=message)
