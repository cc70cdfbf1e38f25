"""What sentences claim about a job: the degrees, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hiring.checks.language.needs import Needs, Telling, Words
from hiring.language.denial import NOT
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.posting.required import (
    DEGREES,
    PREFERRED,
    degree_pattern,
    name_of,
    role_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hiring.checks.language.prose import Passage
    from hiring.model.values import EducationLevel


_ASKED = re.compile(
    r"\b(?:requir\w*|must|needs?|needed|asks? for|wants?|mandatory|necessary|essential|minimum|"
    r"at least|typical(?:ly)?|usual(?:ly)?|names?|starting point|expect(?:s|ed)?)\b",
    re.IGNORECASE,
)
_OF_YEARS = re.compile(
    r"\b(?:at least|minimum(?: of)?)\s\(?(?:\d|one|two|three|four|five|six|seven|eight|ten)\b",
    re.IGNORECASE,
)
"""What says how many years a wish is for: it asks for nothing."""
_DENIED = re.compile(NOT, re.IGNORECASE)
_YES = re.compile(r"\s*yes\b", re.IGNORECASE)
_EXPERIENCE_INSTEAD = re.compile(
    r"\b(?:experience|equivalent|equal|gained at work|self-taught|instead|no degree|"
    r"in place of|the same)\b"
    r"|(?<!school )(?<!ged )\bdiploma\b,?[^.;]{0,20}\bor\b"
    r"|\bor\b[^.;]{0,60}\b(?:years?|portfolio|practi[cs]e|record of|as much|diploma|"
    r"licen[cs]e|certificate|apprenticeship|training)\b"
    r"|\bor\b[^.;]{0,80}\b(?:assessment|exam(?:ination)?|test)\b",
    re.IGNORECASE,
)

SUBSTITUTES = re.compile(
    r"\bsubstitut\w*|\bin lieu of\b|\bstands? in for\b|\breplac\w+|\btakes? the place\b|"
    r"\bcredit(?:s|ed)?\b|\bcounts? (?:as|for|towards?)\b|\bwaiv(?:e|es|ed|er|ing)\b|"
    r"\b(?:for )?(?:each|every) (?:additional )?year\b",
    re.IGNORECASE,
)
"""What stands in for something else, or counts as so much of it, is not asked for by itself."""
_OF_OTHERS = re.compile(
    r"(?:\s(?:or|and)\s(?:bachelor|master|doctora|ph\.?d|associate)[\w'.]*)?"
    r"[\s-](?:candidates?|courses?|fellows?|holders?|granting|papers?|programs?|seeking|stud(?:y|ies|ents?)|"
    r"thes[ie]s)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?:\([A-Z][A-Za-z.]{1,6}\)|[^,;:()])+")
"""The parts of a sentence; a short name in brackets goes with what it is short for."""
_LATER = re.compile(
    r"\b(?:pays? for|reimburse\w*|tuition|scholarships?|after a year|go(?:es)? for|leads? to|"
    r"ends with|towards?|pursuing|enrolled|enrolment|enrollment|students? (?:of|in)|working on)\b",
    re.IGNORECASE,
)
"""What is offered, or under way, or comes of the work, is not asked for."""
_TOLD = re.compile(
    r"\b(?:programs?|programmes?|courses?|studies|apprenticeships?|training|pathways?)\b[^.;]{0,40}"
    r"\b(?:leads?|leading) to\b"
    r"|\b(?:some|other|many|most|several) (?:employers|companies|states|districts|departments|"
    r"hospitals|facilities|agencies)\b[^.;]{0,40}\b(?:require|want|ask|prefer|expect|only hire)\b",
    re.IGNORECASE,
)
"""What comes of a course, or what others ask for, wherever in the sentence it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DegreeClaim:
    """Degrees that a sentence asks for, or only prefers; ``place`` is in the passage.

    ``or_experience`` tells that the passage speaks of what may stand in for them, ``substitutes``
    that they may stand in for something else.
    """

    degrees: tuple[EducationLevel, ...]
    preferred: bool
    or_experience: bool
    substitutes: bool
    sentence: str
    place: int

    @property
    def words(self) -> str:
        """The degrees in words: ``a bachelor or master degree``."""
        degrees = message_lexicon().either(tuple(dict.fromkeys(self.degrees)))
        if degrees[0] in "aeiou":
            return gettext("an {degrees} degree", degrees=degrees)
        return gettext("a {degrees} degree", degrees=degrees)

    @property
    def lowest(self) -> EducationLevel:
        """The degree that is enough."""
        return min(self.degrees, key=DEGREES.index)


@cache
def needs_of_degrees() -> Needs[str]:
    """Return the words that the names of degrees need."""
    return Needs({"degree": role_words()["degrees"].values()})


DEGREE_WORD = Telling(lambda word: needs_of_degrees().tells(word))
"""The words that names of degrees have: few passages have one."""


def may_name_degrees(texts: Sequence[str], words: Words) -> list[int]:
    """Return which of some texts, whose words are given, may name a degree, by number, from 0."""
    telling = words.with_any(DEGREE_WORD)
    found = needs_of_degrees().rules_in(Words(texts[number] for number in telling))
    return [telling[number] for number in found.get("degree", ())]


def names_degree(passage: Passage) -> bool:
    """Tell whether a passage names a degree; a question asks for none."""
    return passage.kind != "question" and bool(
        degree_pattern().search(passage.text.replace("’", "'"))
    )


def degrees_in(
    passage: Passage, *, asking: bool = False, wishing: bool = False
) -> Iterator[DegreeClaim]:
    """Yield what a passage asks or prefers as a degree.

    It stands where all that is said is asked (``asking``), or wished (``wishing``).
    """
    text = passage.text.replace("’", "'")
    for sentence in passage.sentences:
        words = text[sentence.start : sentence.start + len(sentence.text)]
        if words.endswith("?"):
            continue
        parts = list(_CLAUSES.finditer(words))
        rest = " ".join(part[0] for part in parts if not degree_pattern().search(part[0]))
        asks = asking or bool(_YES.match(words))
        claimed: dict[bool, list[re.Match[str]]] = {}
        for part in parts:
            found = [
                degree
                for degree in degree_pattern().finditer(words, part.start(), part.end())
                if not _OF_OTHERS.match(words, degree.end())
            ]
            told = _LATER.search(part[0]) or _TOLD.search(
                words, max(0, part.end() - AROUND), part.end()
            )
            if found and not _DENIED.search(part[0]) and not told:
                preferred = _prefers(part[0], rest, asking=asks)
                only_wished = wishing and not _ASKED.search(_OF_YEARS.sub("", part[0]))
                preferred = True if only_wished else preferred
                if preferred is not None:
                    claimed.setdefault(preferred, []).extend(found)
        for preferred, found in claimed.items():
            yield DegreeClaim(
                degrees=tuple(name_of(degree) for degree in found),
                preferred=preferred,
                or_experience=bool(_EXPERIENCE_INSTEAD.search(text)),
                substitutes=bool(SUBSTITUTES.search(part_around(words, found[0].start()))),
                sentence=words,
                place=sentence.start + found[0].start(),
            )


_EITHER = re.compile(r"\b(?:preferred or required|required or preferred)\b", re.IGNORECASE)


def _prefers(part: str, rest: str, *, asking: bool) -> bool | None:
    """Tell whether a part of a sentence only prefers what it names; None if it does neither.

    What the part lacks may be said by the ``rest`` of the sentence, which names no degree.
    """
    if PREFERRED.search(part) or _EITHER.search(rest):
        return True
    if _ASKED.search(part):
        return False
    if _DENIED.search(rest) and PREFERRED.search(rest):
        return True
    if _DENIED.search(rest) and not asking:
        return None
    if _ASKED.search(rest):
        return False
    if PREFERRED.search(rest):
        return True
    return False if asking else None


_PART = re.compile(r"[;:]|\((?!\d{1,3}\))|(?<!\(\d)(?<!\(\d\d)\)|,\s")
"""What ends a part; not the figures of "two (2) years"."""
AROUND = 300
"""How many characters around a place are looked at, however long its sentence is."""


def part_around(text: str, place: int) -> str:
    """Return the part of a sentence that a place is in, between commas and their like."""
    starts = [found.end() for found in _PART.finditer(text, max(0, place - AROUND), place)]
    end = _PART.search(text, place, place + AROUND)
    first = starts[-1] if starts else max(0, place - AROUND)
    return text[first : end.start() if end else place + AROUND]
