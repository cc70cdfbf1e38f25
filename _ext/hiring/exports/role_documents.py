"""The shape of a role in ``handbook.json``: its page, and the same in other languages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from pydantic import ConfigDict

from hiring.exports.grown import grown, several
from hiring.exports.qualifications import QualificationDocument, qualification_document
from hiring.exports.text import plain_text, visible_markdown
from hiring.model.audience import Audience
from hiring.model.base import Facts
from hiring.model.fact_classes import OURS
from hiring.model.level_facts import LevelFacts
from hiring.model.role import Priority
from hiring.model.role_facts import RoleFacts
from hiring.model.skill_scale import expected_at

if TYPE_CHECKING:
    from hiring.model.fact_classes import FactClasses
    from hiring.model.handbook import Handbook
    from hiring.model.role import Block, JobRole, Level, Question


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


class RolePageDocument(RoleFacts):
    """A page of a job role: its facts, and everything that it says.

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


class RoleDocument(RolePageDocument):
    """A job role: its page, and the same in other languages."""

    translations: tuple[RolePageDocument, ...]


@dataclass(frozen=True, slots=True)
class RoleShapes:
    """The shapes of a role whose company adds facts to ours."""

    level: type[LevelDocument] = LevelDocument
    page: type[RolePageDocument] = RolePageDocument
    role: type[RoleDocument] = RoleDocument


@lru_cache(maxsize=16)
def role_shapes(facts: FactClasses) -> RoleShapes:
    """Return the shapes with room for these facts."""
    if facts == OURS:
        return RoleShapes()
    level = grown(LevelDocument, LevelFacts, facts.level)
    page = grown(RolePageDocument, RoleFacts, facts.role, levels=several(level))
    inside = {"levels": several(level), "translations": several(page)}
    return RoleShapes(level, page, grown(RoleDocument, RoleFacts, facts.role, **inside))


def role_document(role: JobRole, handbook: Handbook) -> RoleDocument:
    """Return a role in its published shape."""
    return role_shapes(handbook.facts).role(
        **dict(_role_page(role, handbook)),
        translations=tuple(_role_page(it, handbook) for it in translations(role, handbook)),
    )


def translations(role: JobRole, handbook: Handbook) -> list[JobRole]:
    """Return what a role is in other languages; nothing of what is a translation itself."""
    if role.translates:
        return []
    _, *others = handbook.versions.get(role.path, (role.path,))
    return [it for path in others if (it := handbook.role_on(path))]


def _role_page(role: JobRole, handbook: Handbook) -> RolePageDocument:
    return role_shapes(handbook.facts).page(
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
        qualifications=tuple(map(qualification_document, role.all_needs)),
    )


def _block(block: Block, role: JobRole, handbook: Handbook) -> BlockDocument:
    return BlockDocument(
        markdown=visible_markdown(block.markdown, role.path, handbook),
        text=plain_text(block.body.nodes, handbook, role.path),
    )


def _level(level: Level, role: JobRole, handbook: Handbook) -> LevelDocument:
    years = level.years
    return role_shapes(handbook.facts).level(
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
