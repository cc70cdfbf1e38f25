"""From the handbook to what ``handbook.json`` says of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.exports.document_shapes import (
    VERSION,
    BlockDocument,
    HandbookDocument,
    LevelDocument,
    OpeningDocument,
    QuestionDocument,
    RoleDocument,
    SkillUseDocument,
    YearsDocument,
    documents_with,
)
from hiring.exports.interviews import briefing_documents, interview_documents, rubric_documents
from hiring.exports.qualifications import qualification_document
from hiring.exports.text import plain_text, visible_markdown
from hiring.model.audience import Audience
from hiring.model.skill_scale import expected_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening
    from hiring.model.role import Block, JobRole, Level, Question


def handbook_document(
    handbook: Handbook, roles: Iterable[JobRole] | None = None
) -> HandbookDocument:
    """Return the handbook in its published shape, with these roles or with all of them."""
    shown = handbook.roles.values() if roles is None else roles
    return documents_with(handbook.facts).handbook(
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
    return documents_with(handbook.facts).role(
        **dict(role.facts),
        key=role.key,
        path=role.path,
        url=role.path.removesuffix(".md") + ".html",
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
    return documents_with(handbook.facts).opening(
        **{**dict(entry.facts), "title": entry.title},
        key=entry.key,
        path=entry.path,
        url=entry.path.removesuffix(".md") + ".html",
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
    return documents_with(handbook.facts).level(
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
