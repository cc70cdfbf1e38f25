"""A description whose lines have their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiring.importing.structure import ParsedLine
    from hiring.importing.values import Stated

LEVEL = "level"
"""The place of what a level of the page says."""

NOT_PLACED = "not placed"
"""A line that nothing says the place of: the page has it, under a heading of its own."""


@dataclass(slots=True)
class Placed:
    """A line and its place: a block, ``fact NAME``, ``text``, ``left REASON``, or not placed.

    ``level`` is the number of the level whose heading it stands under, 0 where it is under none.
    """

    part: ParsedLine
    place: str
    doubt: str = ""
    file: int = 0
    level: int = 0

    @property
    def source(self) -> tuple[int, int]:
        """Where it is from: the number of the file, and that of the line in it."""
        return self.file, self.part.number

    @property
    def text(self) -> str:
        """What the line says there: what is no fact keeps the label before it."""
        label, value = self.part.label, self.part.value or self.part.line.text
        is_said = self.place.startswith(("fact", "title", "place", "job-brief"))
        return f"{label}: {value}" if label and not is_said else value


@dataclass(slots=True)
class Description:
    """A description whose lines have their places: title, facts, and all lines in order."""

    title: str = ""
    language: str = "en"
    facts: list[tuple[tuple[int, int], Stated]] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    stated: dict[str, str] = field(default_factory=dict)
    has_levels: bool = False

    @property
    def title_sources(self) -> list[tuple[int, int]]:
        """The lines that say the title."""
        return [it.source for it in self.placed if it.place == "title"]

    def fact(self, name: str) -> str:
        """Return what is stated first under a name; empty where nothing is."""
        return next((it.value for _, it in self.facts if it.name == name and it.value), "")
