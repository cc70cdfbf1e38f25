"""How candidates for a role are assessed: its interview, stage by stage, and the rubrics of skills.

All of it is for the hiring team alone. What a candidate may know of it is a ``Briefing``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from hiring.model.audience import Audience
from hiring.model.digests import digest_of
from hiring.model.language_tags import ENGLISH
from hiring.model.tree import Body

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Format = Literal["structured interview", "work sample", "job-knowledge test", "screen", "panel"]
FORMATS: tuple[Format, ...] = (
    "structured interview",
    "work sample",
    "job-knowledge test",
    "screen",
    "panel",
)

POINTS = 4
"""How many points a rating has: an even number, so that there is no middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewQuestion:
    """What is asked, or looked at in a work sample, and how it is rated.

    ``points`` say what a 1, a 2, a 3 and a 4 sound like, or none; ``follow_ups`` are what is asked
    where an answer stops short. ``assesses`` are skills and ids of qualifications: where there are
    none, those of its stage. It is ``opened`` on a line, its text starts on another.
    From ``level`` up it is asked, of everyone where that is None.
    """

    id: str
    question: str
    markdown: str
    line: int
    opened: int
    assesses: tuple[str, ...] = ()
    level: str | None = None
    points: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    body: Body = field(default_factory=Body, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage: what it takes, who holds it, what it assesses, and its questions.

    ``markdown`` is what stands above the questions, for the interviewers; ``body`` is all that the
    stage holds. ``days`` are the working days in which a candidate hears what came of it, and
    ``prepare`` how to get ready for it. ``path`` is the page that says all this, which is another
    than the interview's where the stage is another's: ``origin`` names it, as ``role/stage``.
    """

    id: str
    name: str
    line: int
    minutes: int
    format: Format
    markdown: str = ""
    markdown_line: int = 1
    assesses: tuple[str, ...] = ()
    assesses_line: int = 1
    interviewers: str | None = None
    setting: str | None = None
    prepare: str | None = None
    days: int | None = None
    questions: tuple[InterviewQuestion, ...] = ()
    path: str = ""
    origin: str = ""
    origin_line: int = 1
    body: Body = field(default_factory=Body, repr=False, compare=False)

    @property
    def anchor(self) -> str:
        """The stage's anchor on the page that defines it."""
        return f"stage-{self.id}"

    def asked_about(self, need: str) -> tuple[InterviewQuestion, ...]:
        """Return the questions of the stage that assess a skill or a qualification."""
        return tuple(it for it in self.questions if need in (it.assesses or self.assesses))


@dataclass(frozen=True, kw_only=True)
class Interview:
    """A role's interview; ``role`` is the key, ``path`` the page that defines it, in ``language``.

    ``briefing`` are the readers who may know the stages as a candidate does; None where nobody but
    the hiring team may. ``days`` are the working days in which an application is answered.
    """

    role: str
    path: str
    line: int
    role_line: int = 1
    stages: tuple[Stage, ...] = ()
    briefing: Audience | None = None
    days: int | None = None
    language: str = ENGLISH

    @property
    def anchor(self) -> str:
        """The interview's anchor on its page."""
        return "interview"

    @property
    def minutes(self) -> int:
        """How long all stages take."""
        return sum(stage.minutes for stage in self.stages)

    @property
    def digest(self) -> str:
        """A digest of all that the interview states."""
        return digest_of(self)

    def stage(self, stage_id: str) -> Stage | None:
        """Return a stage by its id, or None."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """Four anchored points for a skill: everywhere, or for a role, or for a level of a role."""

    skill: str
    path: str
    line: int
    markdown: str
    markdown_line: int
    points: tuple[str, ...]
    role: str | None = None
    role_line: int = 1
    level: str | None = None

    @property
    def place(self) -> tuple[str, str | None, str | None]:
        """What tells it from all other rubrics."""
        return self.skill, self.role, self.level


Rubrics = dict[tuple[str, str | None, str | None], Rubric]
"""Rubrics by skill, role and level."""


def rubric_for(
    rubrics: Mapping[tuple[str, str | None, str | None], Rubric],
    skill: str,
    role: str | None = None,
    level: str | None = None,
) -> Rubric | None:
    """Return the rubric of a skill that holds for a level of a role: the closest there is."""
    places = ((skill, role, level), (skill, role, None), (skill, None, None))
    return next((rubrics[place] for place in places if place in rubrics), None)


def alike(points: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of points, from 1, that say the same, whatever the order of their words."""
    said = [sorted(re.findall(r"\w+", point.casefold())) for point in points]
    pairs = combinations(enumerate(said, 1), 2)
    return [(first, second) for (first, one), (second, other) in pairs if one == other]
