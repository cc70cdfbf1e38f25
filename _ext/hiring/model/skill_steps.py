"""The steps of the scale of skills, and the qualifications and levels that ask for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator

from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.values import Line

STEPS = 4
"""How many steps the scale has."""

SCALE = ("awareness", "working", "practitioner", "expert")
"""What the steps are called, from 1 up, where company.yaml says nothing else."""


Step = Literal["1", "2", "3", "4"]


def _four(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) != STEPS or len({name.lower() for name in names}) != STEPS:
        raise ValueError(
            gettext("wanted {number} names, each another, from the lowest step up", number=STEPS)
        )
    return names


def _whole(steps: dict[Step, str]) -> dict[Step, str]:
    missing = [step for step in get_args(Step) if step not in steps]
    if steps and missing:
        raise ValueError(
            gettext(
                "wanted all {number} steps: {names} missing",
                number=STEPS,
                names=message_lexicon().all_of(tuple(missing)),
            )
        )
    return steps


Scale = Annotated[tuple[Line, ...], AfterValidator(_four)]
"""The names of the steps."""

Steps = Annotated[dict[Step, Line], AfterValidator(_whole)]
"""What people do at each step: all of them, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A step of a skill that a level asks for, by the level's id, and the line that says so."""

    level: str
    skill: str
    step: int
    line: int


_NAME = 10
"""How many words the name of a qualification may have, which stands before a colon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """An entry of a block of qualifications.

    ``id`` is the stated one, or made of the first words; ``skills`` are the keys of those that it
    names, and ``steps`` how much of each it asks for, by the scale, where it says so. ``level`` is
    the id of the level whose own it is, which is called ``level_name``; None where the whole role
    asks for it.
    """

    id: str
    priority: Literal["must", "should", "nice"]
    words: str
    line: int
    skills: tuple[str, ...] = ()
    steps: tuple[tuple[str, int], ...] = ()
    level: str | None = None
    level_name: str = ""

    @property
    def where(self) -> str:
        """The level that asks for it, as words to put behind it; empty for a whole role."""
        return f" ({self.level_name})" if self.level_name else ""

    @property
    def short(self) -> str:
        """What stands before the first colon, where the entry has a name; else all of it."""
        head, colon, _ = self.words.partition(":")
        is_named = colon and len(head.split()) <= _NAME
        return (head if is_named else self.words.rstrip(".")) + self.where
