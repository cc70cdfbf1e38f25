"""Which stage of an interview assesses what its role asks for, computed, and where that fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hiring.model.interviews import rubric_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview, InterviewQuestion, Rubric, Stage
    from hiring.model.role import JobRole
    from hiring.model.skill_steps import Qualification

Mark = Literal["", "part", "whole"]
"""How much of a need a stage assesses: of several skills, some may be assessed elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """What is asked for, or only assessed, and the mark of each stage.

    ``need`` is the qualification, None for a skill that is assessed and that no qualification asks
    for; ``skill`` is that skill's key.
    """

    need: Qualification | None
    skill: str
    marks: tuple[Mark, ...]

    @property
    def times(self) -> int:
        """In how many stages all or some of it is assessed."""
        return sum(bool(mark) for mark in self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """An interview against its role: a row for each need, ``minutes`` in all.

    ``unassessed`` are the must-haves of which some or all is assessed nowhere, each with the skills
    that are missing; ``unasked`` are stages with what they assess and the role does not ask for;
    ``often`` are needs that too many stages assess, with these; ``unrated`` are stages with what
    they assess and nobody has points for.
    """

    rows: tuple[CoverageRow, ...]
    minutes: int
    unassessed: tuple[tuple[Qualification, tuple[str, ...]], ...]
    unasked: tuple[tuple[Stage, str], ...]
    often: tuple[tuple[str, tuple[Stage, ...]], ...]
    unrated: tuple[tuple[Stage, tuple[str, ...]], ...]


def coverage_of(interview: Interview, handbook: Handbook) -> Coverage:
    """Return what each stage assesses of what the role asks for."""
    role = handbook.roles[interview.role]
    stages = interview.stages
    asked = asked_skills(role)
    ids = {it.id for it in role.all_needs}
    shown = [it for it in role.all_needs if _is_row(it, interview)]
    rows = [
        CoverageRow(need=it, skill="", marks=tuple(_mark(it, stage) for stage in stages))
        for it in shown
    ]
    named = {skill for it in role.all_needs for skill in it.skills}
    others = dict.fromkeys(it for stage in stages for it in stage.assesses if it not in ids)
    rows += [
        CoverageRow(
            need=None,
            skill=skill,
            marks=tuple("whole" if skill in stage.assesses else "" for stage in stages),
        )
        for skill in others
        if skill not in named
    ]
    most = handbook.company.checks.limits.assessments
    return Coverage(
        rows=tuple(rows),
        minutes=interview.minutes,
        unassessed=tuple(_unassessed(role, interview)),
        unasked=tuple(
            (stage, it)
            for stage in stages
            for it in stage.assesses
            if it not in ids and it not in asked
        ),
        often=tuple(_often(role, interview, most)),
        unrated=tuple(_unrated(interview, role, handbook)),
    )


def asked_skills(role: JobRole) -> set[str]:
    """Return the keys of the skills that a role asks for: in qualifications, or at a level."""
    named = {skill for it in role.all_needs for skill in it.skills}
    return named | {use.skill for use in role.skills} | {it.skill for it in role.expectations}


def _is_row(need: Qualification, interview: Interview) -> bool:
    """Tell whether the table shows a need: a must-have always, others where they are assessed."""
    return need.priority == "must" or any(_mark(need, stage) for stage in interview.stages)


def _mark(need: Qualification, stage: Stage) -> Mark:
    if need.id in stage.assesses:
        return "whole"
    count = sum(skill in stage.assesses for skill in need.skills)
    if not count:
        return ""
    return "whole" if count == len(need.skills) else "part"


def _unassessed(
    role: JobRole, interview: Interview
) -> Iterator[tuple[Qualification, tuple[str, ...]]]:
    """Yield the must-haves that no stage assesses, with their skills that none does."""
    assessed = {it for stage in interview.stages for it in stage.assesses}
    for need in role.all_needs:
        if need.priority == "must" and need.id not in assessed:
            missing = tuple(skill for skill in need.skills if skill not in assessed)
            if missing or not need.skills:
                yield need, missing


def _often(
    role: JobRole, interview: Interview, most: int
) -> Iterator[tuple[str, tuple[Stage, ...]]]:
    """Yield what more stages assess than ``most``, under whichever of its names, with these."""
    told: set[str] = set()
    for it in dict.fromkeys(it for stage in interview.stages for it in stage.assesses):
        names = {it, *(need.id for need in role.all_needs if it in need.skills)}
        names |= {skill for need in role.all_needs if need.id == it for skill in need.skills[:1]
                  if len(need.skills) == 1}  # fmt: skip
        held = tuple(stage for stage in interview.stages if not names.isdisjoint(stage.assesses))
        if len(held) > most and names.isdisjoint(told):
            told |= names
            yield it, held


def _unrated(
    interview: Interview, role: JobRole, handbook: Handbook
) -> Iterator[tuple[Stage, tuple[str, ...]]]:
    """Yield the stages that assess what neither a question nor a rubric has points for."""
    for stage in interview.stages:
        bare = tuple(it for it in stage.assesses if not points_for(it, stage, role, handbook))
        if bare:
            yield stage, bare


def points_for(
    need: str, stage: Stage, role: JobRole, handbook: Handbook, level: str | None = None
) -> tuple[InterviewQuestion | Rubric, ...]:
    """Return what says in four points how a need is rated in a stage.

    That are the questions of the stage that have points, else the rubrics of the skill, or of the
    skills of the qualification.
    """
    asked = tuple(it for it in stage.asked_about(need) if it.points)
    if asked:
        return asked
    entry = next((it for it in role.all_needs if it.id == need), None)
    skills = entry.skills if entry else (need,)
    found = (rubric_for(handbook.rubrics, skill, role.key, level) for skill in skills)
    return tuple(it for it in found if it)


def name_of(need: str, role: JobRole, handbook: Handbook) -> str:
    """Return what a need is called: in short where it is a qualification, else the skill's name."""
    entry = next((it for it in role.all_needs if it.id == need), None)
    if entry:
        return entry.short
    return handbook.skills[need].name if need in handbook.skills else need
