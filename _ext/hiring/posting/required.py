"""What a job asks of people as a condition: the years and the degree that job boards filter on.

A board that is told of a condition shows the job to nobody who does not meet it. So data states
what is one, and nothing else. Years that are typical of a level are none, nor is a degree in whose
place experience counts, or that a role asks for under *should have*. The must-haves are: years are
taken from their words, since no fact states them as a condition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from hiring.language.denial import NOT
from hiring.language.plain import text_of
from hiring.language.spoken import entries_of
from hiring.model.data import stated_in
from hiring.model.values import EducationLevel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.fact_shapes import Education
    from hiring.model.role import Priority
    from hiring.posting.terms import Terms

DEGREES: tuple[EducationLevel, ...] = get_args(EducationLevel)
"""The degrees that facts can state, the lowest first."""

PREFERRED = re.compile(
    r"\b(?:plus|prefer\w*|rather|ideal(?:ly)?|advantage|desir(?:ed|able)|welcome|bonus|better|"
    r"recommended|recommend(?= (?:an?|at)\b))\b",
    re.IGNORECASE,
)
"""The words that make a wish of what stands beside them."""

INSTEAD = re.compile(
    r"\b(?:equivalent|equal|gained at work|self-taught|instead|in place of|the same)\b"
    r"|\bor\b[^.;]{0,60}\bexperience\b",
    re.IGNORECASE,
)
"""The words that let something else stand in."""

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"\d{{1,2}}|{'|'.join(_NUMBERS)}"
_LEAST = (
    r"at least|a minimum of|minimum of|minimum|more than|(?:no|not) less than|(?:no|not) fewer than"
)
_MOST = r"up to|at most|less than|fewer than|under"
YEARS = re.compile(
    rf"\b(?:(?P<least>(?:{_LEAST})\s+)|(?P<most>(?:{_MOST})\s+))?"
    rf"\b(?P<low>{_NUMBER})(?:\s?\(\d{{1,2}}\))?(?P<plus>\s?\+|\s+or more)?"
    rf"(?:\s*(?:-|–|\bto\b|\bor\b)\s*(?P<high>{_NUMBER}))?[\s-]+(?:years?|yrs?)\b(?:'|’|(?<=s)\.(?=\s[a-z]))?"
    r"(?P<after>\s+(?:at least|minimum|or more|and (?:more|up|above)))?",
    re.IGNORECASE,
)
"""A number of years, or a range of them, in figures or words."""

MONTHS = rf"{_NUMBER}|eleven|twelve|eighteen|twenty-four"
"""A number of months, for a pattern."""

_WITHIN = re.compile(
    r"\b(?:last|past|previous|preceding|prior|within|every|next|first|recent|takes?)\s+(?:the\s+)?"
    r"(?:\w+\s+)?\(?\s*\Z",
    re.IGNORECASE,
)
_BEFORE = 90
"""How many characters before years are looked at, however long their sentence is."""
_MEASURE = re.compile(
    r"\b(?:is|are|equals?|counts?|equivalent|means)\b[^.;]{0,40}\b\d[\d,]*\s(?:\w+\s)?(?:hours|units|credits)\b"
    r"|\b(?:hours|units|credits)\b[^.;]{0,40}\b(?:equals?|counts?|equivalent|is considered)\b",
    re.IGNORECASE,
)
"""What a year of work is: 2,080 hours."""

_OF_PRACTICE = re.compile(
    r"\s+(?:(?:in|with|using|as|building|writing|developing|managing|leading|running|working|"
    r"doing)\b|of\s+(?:(?:(?:[a-z]+(?:ful|al|ant|ive)|paid|classroom|[a-z]+-time)\s){0,3}\w+ing\b|(?-i:[A-Z])|(?:professional|practical|practice|relevant|paid|full-time)\b))",
    re.IGNORECASE,
)
_WORKED_FOR = re.compile(
    r"\b(?:worked|work|served|been|practi[cs]ed|taught|driven|employed)\b[^.;]{0,60}\sfor\s\Z",
    re.IGNORECASE,
)
_OF_AGE = re.compile(
    r"\b(?:aged|(?:of|the) ages?)\s(?:of\s|from\s|between\s)?\Z"
    r"|(?P<of_people>\b(?:children|infants|toddlers|babies|pupils|students|youths?|learners|"
    r"adolescents|adults)\s(?:from\s|between\s)?\(?\Z)",
    re.IGNORECASE,
)
"""What stands before the years that somebody is old; a range of them, where people are named."""
_OF_TIME = re.compile(r"\s+(?:old|of age|ago|ahead|later|long|from now)\b", re.IGNORECASE)
_NEAR = 30
_OF_STUDY = re.compile(
    r"\s+of\s+(?:[\w-]+\s+(?:and\s+)?){0,3}?"
    r"(?:training|college|education|school|schooling|stud(?:y|ies)|coursework)\b",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(r"\b(?:experience|expertise|hands-on|track record)\b", re.IGNORECASE)
_DENIED = re.compile(NOT, re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Required:
    """The conditions of a job. None where nothing is known to be one.

    ``education`` of the level ``none``, and 0 ``years``, tell that nothing is asked for.
    """

    education: Education | None
    years: int | None


def required(terms: Terms) -> Required:
    """Return what a job asks for as a condition."""
    return Required(education=_education(terms), years=_years(terms))


def _education(terms: Terms) -> Education | None:
    """Return the education that nobody is hired without: the fact's, where no text says less."""
    education = terms.education
    if education is None or education.level == "none":
        return education
    if education.or_experience:
        return None
    asked = degrees_asked(terms, "must")
    wished = degrees_asked(terms, "should") | degrees_asked(terms, "nice")
    only_a_wish = education.level in wished and education.level not in asked
    return None if only_a_wish or (asked and education.level not in asked) else education


def _years(terms: Terms) -> int | None:
    """Return the years that the must-haves ask for; 0 where the job starts without any."""
    if asked := years_asked(terms):
        return asked
    typical = terms.experience
    return 0 if typical and not typical.range.min else None


def years_asked(terms: Terms) -> int:
    """Return the years of experience that a job's must-haves ask for: 0 where they ask for none.

    An entry that lets something else stand in for the years asks for none.
    """
    found = [
        lowest(said)
        for text in _entries(terms, "must")
        if not (_DENIED.search(text) or PREFERRED.search(text) or INSTEAD.search(text))
        for said in years_said(text)
    ]
    return max(found, default=0)


def degrees_asked(terms: Terms, priority: Priority) -> frozenset[str]:
    """Return the degrees that a job's qualifications of a priority name."""
    found = (it for text in _entries(terms, priority) for it in degree_pattern().finditer(text))
    return frozenset(name_of(degree) for degree in found)


def _entries(terms: Terms, priority: Priority) -> Iterator[str]:
    for block in terms.role.qualifications(priority, terms.level):
        for item in entries_of(block.body.nodes):
            yield text_of(item.children, code=False).replace("’", "'")


@cache
def role_words() -> dict[str, Any]:
    """Return the words of `role-words.yaml`."""
    words: dict[str, Any] = stated_in("role-words.yaml")
    return words


@cache
def degree_pattern() -> re.Pattern[str]:
    """Return what finds a degree in text, with straight apostrophes, of which `name_of` is told."""
    named = role_words()["degrees"].items()
    groups = "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in named)
    return re.compile(groups, re.IGNORECASE)


def name_of(found: re.Match[str]) -> EducationLevel:
    """Return the name that facts have for a degree that was found."""
    return next(name for name in DEGREES if name.replace("-", "_") == found.lastgroup)


def years_said(text: str) -> Iterator[re.Match[str]]:
    """Yield the years of experience that a sentence speaks of; not years of anything else."""
    experience = measure = None
    for found in YEARS.finditer(text):
        if _OF_TIME.match(text, found.end()) or within(text, found.start()) or _is_kind(found):
            continue
        if _is_age(found):
            continue
        if measure is None:
            experience = bool(_EXPERIENCE.search(text))
            measure = bool(_MEASURE.search(text))
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        practice = _OF_PRACTICE.match(text, found.end()) or (
            found["least"] and _WORKED_FOR.search(before)
        )
        if (practice or experience) and not measure:
            yield found


def within(text: str, place: int) -> bool:
    """Tell whether a time is one in which something is to have been, as "the last five years"."""
    return bool(_WITHIN.search(text[max(0, place - _BEFORE) : place]))


def _is_kind(found: re.Match[str]) -> bool:
    """Tell whether years are a kind of thing, as of a "four-year college", or years of study."""
    if _OF_STUDY.match(found.string, found.end()):
        return True
    words = found[0].lower()
    if not words.endswith("year") or (lowest(found) == 1 and not words.endswith("-year")):
        return False
    after = found.string[found.end() : found.end() + _NEAR]
    return not _EXPERIENCE.search(after.partition(",")[0])


def _is_age(found: re.Match[str]) -> bool:
    """Tell whether years are how old people are, as in "children aged 3-6 years"."""
    before = found.string[max(0, found.start() - _NEAR) : found.start()]
    of_age = _OF_AGE.search(before)
    return bool(of_age and (found["high"] or not of_age["of_people"]))


def lowest(found: re.Match[str]) -> int:
    """Return the fewest years that a match speaks of: 0 of "up to two years"."""
    return 0 if found["most"] else number(found["low"])


def number(word: str) -> int:
    """Return the number that a word or figures say."""
    return int(word) if word.isdigit() else _NUMBERS.index(word.lower()) + 1
