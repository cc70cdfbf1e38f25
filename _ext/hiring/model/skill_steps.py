"""The steps of the scale of skills: their names, what people do at each, and who asks for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator

from hiring.model.values import Line

STEPS = 4
"""How many steps the scale has."""

SCALE = ("awareness", "working", "practitioner", "expert")
"""What the steps are called, from 1 up, where company.yaml says nothing else."""


Step = Literal["1", "2", "3", "4"]


def _four(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) != STEPS or len({name.lower() for name in names}) != STEPS:
        raise ValueError(f"wanted {STEPS} names, each another, from the lowest step up")
    return names


def _whole(steps: dict[Step, str]) -> dict[Step, str]:
    missing = [step for step in get_args(Step) if step not in steps]
    if steps and missing:
        raise ValueError(f"wanted all {STEPS} steps: {' and '.join(missing)} missing")
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
