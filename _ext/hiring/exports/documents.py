"""The shape of ``handbook.json``: what programs may rely on, apart from how we keep it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import ConfigDict

from hiring.exports.interviews import (
    BriefingDocument,
    InterviewDocument,
    RubricDocument,
    briefing_documents,
    interview_documents,
    rubric_documents,
)
from hiring.exports.qualifications import QualificationDocument, qualification_document
from hiring.exports.text import plain_text, visible_markdown
from hiring.model.audience import Audience
from hiring.model.base import Facts
from hiring.model.facts import Company, Location, OpeningFacts, Skill
from hiring.model.level_facts import LevelFacts
from hiring.model.role import Priority
from hiring.model.role_facts import RoleFacts
from hiring.model.skill_scale import expected_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening
    from hiring.model.role import Block, JobRole, Level, Question

VERSION: Literal[1] = 1
"""Raised when a field changes its meaning or goes; a new field leaves it as it is."""


class YearsDocument(Facts):
    """Typical years of experience; ``max`` is null where the range is open."""

    min: int
    max: int | None


class BlockDocument(Facts):
    """A block's Markdown, and the same as plain text."""

    markdown: str
    text: str


class LevelDocument(LevelFacts):
    """A level; its Markdown and text name only what it adds to the level below.

    Where ``adds`` is ``all``, they name all that somebody does at the level. ``blocks`` are its own
    qualifications, beside the role's, by the same names as there.
    ``steps`` are those of skills that hold at the level, from 1 to 4, by the skill's key.
    """

    # Whoever reads the file finds each fact, with null for what is not stated.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)
    FIRST = ("id", "name", "anchor", "years", "background", "scope")

    id: str
    name: str
    anchor: str
    years: YearsDocument | None
    background: str | None
    scope: str | None
    beside: str | None
    steps: dict[str, int]
    adds: Literal["all"] | None
    blocks: dict[str, BlockDocument]
    markdown: str
    text: str


class QuestionDocument(Facts):
    """A question and its answer."""

    id: str
    anchor: str
    question: str
    also: tuple[str, ...]
    markdown: str
    text: str


class SkillUseDocument(Facts):
    """A skill's key, and how much the role asks for it."""

    skill: str
    priority: Priority


class RoleDocument(RoleFacts):
    """A job role: the facts of its page, and everything that the page says.

    ``language`` is the tag of the one that the page is written in. ``blocks`` go by name;
    qualifications that are wished for, not asked, are the blocks
    ``qualifications-should`` and ``qualifications-nice``.
    """

    key: str
    path: str
    url: str
    audience: Audience
    language: str
    review_due: date | None
    blocks: dict[str, BlockDocument]
    levels: tuple[LevelDocument, ...]
    questions: tuple[QuestionDocument, ...]
    skills: tuple[SkillUseDocument, ...]
    qualifications: tuple[QualificationDocument, ...]


class OpeningDocument(OpeningFacts):
    """An opening: the facts of its page, its places looked up, and what the page adds in words."""

    key: str
    path: str
    url: str
    title: str
    audience: Audience
    language: str
    places: tuple[Location, ...]
    markdown: str
    text: str


class HandbookDocument(Facts):
    """The whole handbook, for one audience: interviews and rubrics are the hiring team's."""

    version: Literal[1]
    audience: Audience
    language: str
    company: Company
    skills: tuple[Skill, ...]
    roles: tuple[RoleDocument, ...]
    openings: tuple[OpeningDocument, ...]
    interviews: tuple[InterviewDocument, ...]
    rubrics: tuple[RubricDocument, ...]
    briefings: tuple[BriefingDocument, ...]


def handbook_document(
    handbook: Handbook, roles: Iterable[JobRole] | None = None
) -> HandbookDocument:
    """Return the handbook in its published shape, with these roles or with all of them."""
    shown = handbook.roles.values() if roles is None else roles
    return HandbookDocument(
        version=VERSION,
        audience=handbook.audience,
        language=handbook.language,
        company=handbook.company,
        skills=tuple(handbook.skills.values()),
        roles=tuple(role_document(role, handbook) for role in shown),
        openings=tuple(
            _opening(entry, handbook)
            for entry in handbook.openings.values()
            if not (entry.held and handbook.audience is Audience.PUBLIC)
        ),
        interviews=interview_documents(handbook),
        rubrics=rubric_documents(handbook),
        briefings=briefing_documents(handbook),
    )


def role_document(role: JobRole, handbook: Handbook) -> RoleDocument:
    """Return a role in its published shape."""
    return RoleDocument(
        **dict(role.facts),
        key=role.key,
        path=role.path,
        url=handbook.address_of(role.path),
        audience=handbook.pages[role.path].audience,
        language=role.language,
        review_due=role.review_due,
        blocks={block.anchor: _block(block, role, handbook) for block in role.blocks},
        levels=tuple(_level(level, role, handbook) for level in role.levels),
        questions=tuple(_question(entry, role, handbook) for entry in role.questions),
        skills=tuple(
            SkillUseDocument(skill=use.skill, priority=use.priority) for use in role.skills
        ),
        qualifications=tuple(map(qualification_document, role.needs)),
    )


def _opening(entry: Opening, handbook: Handbook) -> OpeningDocument:
    return OpeningDocument(
        **{**dict(entry.facts), "title": entry.title},
        key=entry.key,
        path=entry.path,
        url=handbook.address_of(entry.path),
        audience=entry.audience,
        language=entry.language,
        places=entry.places,
        markdown=visible_markdown(entry.markdown, entry.path, handbook),
        text=plain_text(entry.body.nodes, handbook, entry.path),
    )


def _block(block: Block, role: JobRole, handbook: Handbook) -> BlockDocument:
    return BlockDocument(
        markdown=visible_markdown(block.markdown, role.path, handbook),
        text=plain_text(block.body.nodes, handbook, role.path),
    )


def _level(level: Level, role: JobRole, handbook: Handbook) -> LevelDocument:
    years = level.years
    return LevelDocument(
        **dict(level.facts),
        id=level.id,
        name=level.name,
        anchor=level.anchor,
        years=YearsDocument(min=years.min, max=years.max) if years else None,
        background=level.background,
        scope=level.scope,
        beside=level.beside,
        steps=expected_at(role, level),
        adds=level.adds,
        blocks={
            replace(block, level=None).anchor: _block(block, role, handbook)
            for block in level.blocks
        },
        markdown=visible_markdown(level.markdown, role.path, handbook),
        text=plain_text(level.body.nodes, handbook, role.path),
    )


def _question(entry: Question, role: JobRole, handbook: Handbook) -> QuestionDocument:
    return QuestionDocument(
        id=entry.id,
        anchor=entry.anchor,
        question=entry.question,
        also=entry.also,
        markdown=visible_markdown(entry.markdown, role.path, handbook),
        text=plain_text(entry.body.nodes, handbook, role.path),
    )
