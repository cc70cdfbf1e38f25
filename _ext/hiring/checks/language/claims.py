"""What sentences claim about a job: degrees and years, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from hiring.checks.language.needs import Needs, Telling
from hiring.model.data import stated_in
from hiring.model.denial import NOT
from hiring.model.values import EducationLevel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.language.prose import Passage


DEGREES: tuple[EducationLevel, ...] = get_args(EducationLevel)
"""The degrees that facts can state, the lowest first."""

_ASKED = re.compile(
    r"\b(?:requir\w*|must|needs?|needed|asks? for|wants?|mandatory|necessary|essential|minimum|"
    r"at least|typical(?:ly)?|usual(?:ly)?|names?|starting point|expect(?:s|ed)?)\b",
    re.IGNORECASE,
)
_PREFERRED = re.compile(
    r"\b(?:plus|prefer\w*|rather|ideal(?:ly)?|advantage|desir(?:ed|able)|welcome|bonus|better)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(NOT, re.IGNORECASE)
_EXPERIENCE_INSTEAD = re.compile(
    r"\b(?:experience|equivalent|equal|gained at work|self-taught|instead|no degree|"
    r"in place of|the same)\b",
    re.IGNORECASE,
)

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"\d{{1,2}}|{'|'.join(_NUMBERS)}"
_LEAST = r"at least|a minimum of|minimum of|minimum|more than|no less than|no fewer than"
_MOST = r"up to|at most|less than|fewer than|under"
YEARS = re.compile(
    rf"\b(?:(?P<least>(?:{_LEAST})\s+)|(?P<most>(?:{_MOST})\s+))?"
    rf"\b(?P<low>{_NUMBER})(?P<plus>\s?\+|\s+or more)?"
    rf"(?:\s*(?:-|–|\bto\b|\bor\b)\s*(?P<high>{_NUMBER}))?[\s-]+(?:years?|yrs?)\b(?:'|’)?"
    r"(?P<after>\s+(?:at least|minimum|or more|and (?:more|up|above)))?",
    re.IGNORECASE,
)
"""A number of years, or a range of them, in figures or words."""
YEARS_WORD = Telling(re.compile("year|yrs?", re.IGNORECASE).search)
"""The words in which years are named."""
_OF_PRACTICE = re.compile(
    r"\s+(?:(?:in|with|using|as an?|building|writing|developing|managing|leading|running|working|"
    r"doing)\b|of\s+(?:\w+ing\b|(?-i:[A-Z])|(?:professional|practical|relevant|paid|full-time)\b))",
    re.IGNORECASE,
)
_OF_TIME = re.compile(r"\s+(?:old|of age|ago|ahead|later|long|from now)\b", re.IGNORECASE)
_EXPERIENCE = re.compile(r"\b(?:experience|expertise|hands-on|track record)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DegreeClaim:
    """Degrees that a sentence asks for, or only prefers; ``place`` is in the passage.

    ``or_experience`` tells that the passage speaks of what may stand in for them.
    """

    degrees: tuple[EducationLevel, ...]
    preferred: bool
    or_experience: bool
    sentence: str
    place: int

    @property
    def words(self) -> str:
        """The degrees in words: ``a bachelor or master degree``."""
        degrees = " or ".join(dict.fromkeys(self.degrees))
        return f"a{'n' if degrees[0] in 'aeiou' else ''} {degrees} degree"

    @property
    def lowest(self) -> EducationLevel:
        """The degree that is enough."""
        return min(self.degrees, key=DEGREES.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsClaim:
    """Years of doing something; ``least`` tells that they are said to be the fewest that count.

    Of "up to two years" the lower end is 0: it is not said.
    """

    low: int
    high: int | None
    least: bool
    words: str
    sentence: str
    place: int


@cache
def role_words() -> dict[str, Any]:
    """Return the words of `role-words.yaml`."""
    words: dict[str, Any] = stated_in("role-words.yaml")
    return words


@cache
def _degree() -> re.Pattern[str]:
    named = role_words()["degrees"].items()
    groups = "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in named)
    return re.compile(groups, re.IGNORECASE)


@cache
def needs_of_degrees() -> Needs:
    """Return the words that the names of degrees need."""
    return Needs({"degree": role_words()["degrees"].values()})


def names_degree(passage: Passage) -> bool:
    """Tell whether a passage names a degree; a question asks for none."""
    return passage.kind != "question" and bool(_degree().search(passage.text.replace("’", "'")))


def degrees_in(passage: Passage, *, asking: bool) -> Iterator[DegreeClaim]:
    """Yield what a passage asks or prefers as a degree; ``asking`` where all it says is asked."""
    text = passage.text.replace("’", "'")
    for sentence in passage.sentences:
        words = text[sentence.start : sentence.start + len(sentence.text)]
        if words.endswith("?"):
            continue
        parts = list(re.finditer(r"[^,;:()]+", words))
        rest = " ".join(part[0] for part in parts if not _degree().search(part[0]))
        claimed: dict[bool, list[re.Match[str]]] = {}
        for part in parts:
            found = [*_degree().finditer(words, part.start(), part.end())]
            if found and not _DENIED.search(part[0]):
                preferred = _prefers(part[0], rest, asking=asking)
                if preferred is not None:
                    claimed.setdefault(preferred, []).extend(found)
        for preferred, found in claimed.items():
            yield DegreeClaim(
                degrees=tuple(_name_of(degree) for degree in found),
                preferred=preferred,
                or_experience=bool(_EXPERIENCE_INSTEAD.search(text)),
                sentence=words,
                place=sentence.start + found[0].start(),
            )


def _name_of(found: re.Match[str]) -> EducationLevel:
    return next(name for name in DEGREES if name.replace("-", "_") == found.lastgroup)


def _prefers(part: str, rest: str, *, asking: bool) -> bool | None:
    """Tell whether a part of a sentence only prefers what it names; None if it does neither.

    What the part lacks may be said by the ``rest`` of the sentence, which names no degree.
    """
    if _PREFERRED.search(part):
        return True
    if _ASKED.search(part):
        return False
    if _DENIED.search(rest) and not asking:
        return None
    if _ASKED.search(rest):
        return False
    if _PREFERRED.search(rest):
        return True
    return False if asking else None


def years_in(passage: Passage) -> Iterator[YearsClaim]:
    """Yield the years of experience that a passage speaks of; not years of anything else."""
    for sentence in passage.sentences:
        for found in YEARS.finditer(sentence.text) if YEARS_WORD.tells(sentence.text) else ():
            practice = _OF_PRACTICE.match(sentence.text, found.end())
            of_time = _OF_TIME.match(sentence.text, found.end())
            if of_time or not (practice or _EXPERIENCE.search(sentence.text)):
                continue
            top = found["low"] if found["most"] else found["high"]
            yield YearsClaim(
                low=0 if found["most"] else _number(found["low"]),
                high=_number(top) if top else None,
                least=bool(found["least"] or found["plus"] or found["after"]),
                words=" ".join(found[0].split()),
                sentence=sentence.text,
                place=sentence.start + found.start(),
            )


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word.lower()) + 1
