"""What sentences claim about a job: degrees and years, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hiring.checks.language.needs import Needs, Telling
from hiring.language.denial import NOT
from hiring.posting.required import (
    DEGREES,
    PREFERRED,
    degree_pattern,
    lowest,
    name_of,
    number,
    role_words,
    years_said,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.language.prose import Passage
    from hiring.model.values import EducationLevel


_ASKED = re.compile(
    r"\b(?:requir\w*|must|needs?|needed|asks? for|wants?|mandatory|necessary|essential|minimum|"
    r"at least|typical(?:ly)?|usual(?:ly)?|names?|starting point|expect(?:s|ed)?)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(NOT, re.IGNORECASE)
_EXPERIENCE_INSTEAD = re.compile(
    r"\b(?:experience|equivalent|equal|gained at work|self-taught|instead|no degree|"
    r"in place of|the same)\b",
    re.IGNORECASE,
)

YEARS_WORD = Telling(re.compile("year|yrs?", re.IGNORECASE).search)
"""The words in which years are named."""


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
def needs_of_degrees() -> Needs:
    """Return the words that the names of degrees need."""
    return Needs({"degree": role_words()["degrees"].values()})


def names_degree(passage: Passage) -> bool:
    """Tell whether a passage names a degree; a question asks for none."""
    return passage.kind != "question" and bool(
        degree_pattern().search(passage.text.replace("’", "'"))
    )


def degrees_in(passage: Passage, *, asking: bool) -> Iterator[DegreeClaim]:
    """Yield what a passage asks or prefers as a degree; ``asking`` where all it says is asked."""
    text = passage.text.replace("’", "'")
    for sentence in passage.sentences:
        words = text[sentence.start : sentence.start + len(sentence.text)]
        if words.endswith("?"):
            continue
        parts = list(re.finditer(r"[^,;:()]+", words))
        rest = " ".join(part[0] for part in parts if not degree_pattern().search(part[0]))
        claimed: dict[bool, list[re.Match[str]]] = {}
        for part in parts:
            found = [*degree_pattern().finditer(words, part.start(), part.end())]
            if found and not _DENIED.search(part[0]):
                preferred = _prefers(part[0], rest, asking=asking)
                if preferred is not None:
                    claimed.setdefault(preferred, []).extend(found)
        for preferred, found in claimed.items():
            yield DegreeClaim(
                degrees=tuple(name_of(degree) for degree in found),
                preferred=preferred,
                or_experience=bool(_EXPERIENCE_INSTEAD.search(text)),
                sentence=words,
                place=sentence.start + found[0].start(),
            )


def _prefers(part: str, rest: str, *, asking: bool) -> bool | None:
    """Tell whether a part of a sentence only prefers what it names; None if it does neither.

    What the part lacks may be said by the ``rest`` of the sentence, which names no degree.
    """
    if PREFERRED.search(part):
        return True
    if _ASKED.search(part):
        return False
    if _DENIED.search(rest) and not asking:
        return None
    if _ASKED.search(rest):
        return False
    if PREFERRED.search(rest):
        return True
    return False if asking else None


def years_in(passage: Passage) -> Iterator[YearsClaim]:
    """Yield the years of experience that a passage speaks of; not years of anything else."""
    for sentence in passage.sentences:
        for found in years_said(sentence.text) if YEARS_WORD.tells(sentence.text) else ():
            top = found["low"] if found["most"] else found["high"]
            yield YearsClaim(
                low=lowest(found),
                high=number(top) if top else None,
                least=bool(found["least"] or found["plus"] or found["after"]),
                words=" ".join(found[0].split()),
                sentence=sentence.text,
                place=sentence.start + found.start(),
            )
