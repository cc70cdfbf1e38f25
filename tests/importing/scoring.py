"""How many lines of the corpus find their places: each document is read, and held to its labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.checks.language.english import language_told
from hiring.importing.company import CompanyFacts
from hiring.importing.formats.files import lines_of
from hiring.importing.place import place_lines
from hiring.reading.handbook import read_handbook
from tests.importing.make_documents import Gold, read_gold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.importing.placed import Description

HERE = Path(__file__).parent
HALVES = ("tuning", "held")
SHORT = {
    "brief": "job-brief",
    "resp": "responsibilities",
    "must": "qualifications must",
    "should": "qualifications should",
    "nice": "qualifications nice",
    "phys": "physical-demands",
    "cond": "conditions",
    "sel": "selection",
}
"""What labels call places for short; ``f.NAME`` is a fact, and ``left`` any reason to leave out."""


@dataclass(frozen=True)
class Judged:
    """A line of the labels, and where it went: nowhere where ``place`` is empty."""

    gold: Gold
    place: str

    @property
    def is_right(self) -> bool:
        """Whether it went where it belongs."""
        return any(self._fits(it) for it in self.gold.wanted.split("|"))

    def _fits(self, wanted: str) -> bool:
        if wanted.startswith("f."):
            return self.place == f"fact {wanted[2:]}"
        return self.place.split(" ")[0] == wanted or self.place == SHORT.get(wanted, wanted)


def documents(half: str) -> list[Path]:
    """Return the documents of a half."""
    return sorted(it for it in (HERE / half).iterdir() if it.suffix != ".gold")


@cache
def known() -> CompanyFacts:
    """Return the company and the skills that descriptions are read with."""
    handbook = read_handbook(HERE.parent / "frozen")
    return CompanyFacts(handbook.company, tuple(handbook.skills.values()))


@cache
def described(document: Path) -> Description:
    """Return a document, read."""
    lines = lines_of(document)
    language = language_told(" ".join(line.text for line in lines)) or "en"
    return place_lines(lines, known(), language)


def judged(document: Path) -> Iterator[Judged]:
    """Yield each labelled line of a document with the place of the most of its letters."""
    _, _, golds = read_gold(document.with_suffix(".gold"))
    letters, owners = "", []
    for placed in described(document).placed:
        said = _letters(placed.part.line.text)
        letters += said
        owners += [placed.place] * len(said)
    start = 0
    for gold in golds:
        wanted = _letters(gold.text)
        at = letters.find(wanted, start)
        at = letters.find(wanted) if at < 0 else at
        if at < 0:
            yield Judged(gold, "")
            continue
        start = at + len(wanted)
        held = owners[at:start]
        yield Judged(gold, max(set(held), key=held.count))


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w", text)).lower()


def total(half: str) -> tuple[int, int, int]:
    """Return of a half how many lines are right, how many there are, and how many are nowhere."""
    found = [it for document in documents(half) for it in judged(document)]
    return sum(it.is_right for it in found), len(found), sum(not it.place for it in found)
