"""Interviews and rubrics in ``handbook.json``: for the hiring team; briefings for candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.exports.text import plain_text, visible_markdown
from hiring.model.base import Facts
from hiring.model.briefings import BriefingStage
from hiring.model.coverage import coverage_of

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview, InterviewQuestion, Rubric, Stage


class InterviewQuestionDocument(Facts):
    """A question of an interview; ``points`` are its anchors from 1 to 4, or none."""

    id: str
    question: str
    assesses: tuple[str, ...]
    level: str | None
    points: tuple[str, ...]
    follow_ups: tuple[str, ...]
    markdown: str
    text: str


class StageDocument(Facts):
    """A stage; ``assesses`` are ids of qualifications of the role, and keys of skills.

    ``origin`` is the stage of another role that it is, as ``role/stage``, None where it is its own.
    """

    id: str
    name: str
    anchor: str
    minutes: int
    format: str
    origin: str | None
    assesses: tuple[str, ...]
    interviewers: str | None
    setting: str | None
    prepare: str | None
    days: int | None
    markdown: str
    questions: tuple[InterviewQuestionDocument, ...]


class CoverageDocument(Facts):
    """What is asked for or assessed, and for each stage whether it assesses all or a part of it."""

    qualification: str | None
    skill: str | None
    stages: dict[str, str]


class InterviewDocument(Facts):
    """A role's interview, and which stage assesses what."""

    role: str
    path: str
    url: str
    language: str
    minutes: int
    days: int | None
    stages: tuple[StageDocument, ...]
    coverage: tuple[CoverageDocument, ...]


class RubricDocument(Facts):
    """The four points of a skill: everywhere, or for a role or a level of it."""

    skill: str
    role: str | None
    level: str | None
    path: str
    points: tuple[str, ...]


class BriefingDocument(Facts):
    """What candidates for a role are told of its interview."""

    role: str
    language: str
    days: int | None
    stages: tuple[BriefingStage, ...]


def interview_documents(handbook: Handbook) -> tuple[InterviewDocument, ...]:
    """Return all interviews in their published shape."""
    return tuple(_interview(it, handbook) for it in handbook.interviews.values())


def rubric_documents(handbook: Handbook) -> tuple[RubricDocument, ...]:
    """Return all rubrics in their published shape, by skill, role and level."""
    found = sorted(handbook.rubrics.values(), key=lambda it: [name or "" for name in it.place])
    return tuple(map(_rubric, found))


def briefing_documents(handbook: Handbook) -> tuple[BriefingDocument, ...]:
    """Return what candidates are told, by role."""
    told = handbook.briefings.items()
    return tuple(
        BriefingDocument(role=key, language=it.language, days=it.days, stages=it.stages)
        for key, it in told
    )


def _rubric(rubric: Rubric) -> RubricDocument:
    return RubricDocument(
        skill=rubric.skill,
        role=rubric.role,
        level=rubric.level,
        path=rubric.path,
        points=rubric.points,
    )


def _interview(interview: Interview, handbook: Handbook) -> InterviewDocument:
    rows = coverage_of(interview, handbook).rows
    ids = [stage.id for stage in interview.stages]
    return InterviewDocument(
        role=interview.role,
        path=interview.path,
        url=handbook.address_of(interview.path),
        language=interview.language,
        minutes=interview.minutes,
        days=interview.days,
        stages=tuple(_stage(stage, interview, handbook) for stage in interview.stages),
        coverage=tuple(
            CoverageDocument(
                qualification=row.need.id if row.need else None,
                skill=row.skill or None,
                stages={name: mark for name, mark in zip(ids, row.marks, strict=True) if mark},
            )
            for row in rows
        ),
    )


def _stage(stage: Stage, interview: Interview, handbook: Handbook) -> StageDocument:
    return StageDocument(
        id=stage.id,
        name=stage.name,
        anchor=stage.anchor,
        minutes=stage.minutes,
        format=stage.format,
        origin=stage.origin or None,
        assesses=stage.assesses,
        interviewers=stage.interviewers,
        setting=stage.setting,
        prepare=stage.prepare,
        days=stage.days,
        markdown=visible_markdown(stage.markdown, stage.path, handbook),
        questions=tuple(_question(it, stage, handbook) for it in stage.questions),
    )


def _question(
    question: InterviewQuestion, stage: Stage, handbook: Handbook
) -> InterviewQuestionDocument:
    return InterviewQuestionDocument(
        id=question.id,
        question=question.question,
        assesses=question.assesses,
        level=question.level,
        points=question.points,
        follow_ups=question.follow_ups,
        markdown=visible_markdown(question.markdown, stage.path, handbook),
        text=plain_text(question.body.nodes, handbook, stage.path),
    )
