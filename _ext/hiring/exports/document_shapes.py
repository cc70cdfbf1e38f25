"""The shape of ``handbook.json``: what programs may rely on, apart from how we keep it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import ConfigDict, create_model

from hiring.exports.interviews import BriefingDocument, InterviewDocument, RubricDocument
from hiring.exports.qualifications import QualificationDocument
from hiring.model.audience import Audience
from hiring.model.base import Facts
from hiring.model.fact_classes import OURS
from hiring.model.facts import Company, Location, OpeningFacts, Skill
from hiring.model.level_facts import LevelFacts
from hiring.model.role import Priority
from hiring.model.role_facts import RoleFacts

if TYPE_CHECKING:
    from hiring.model.fact_classes import FactClasses

Document = TypeVar("Document", bound=Facts)

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


@dataclass(frozen=True, slots=True)
class Documents:
    """The shapes of a handbook whose company adds facts to ours."""

    level: type[LevelDocument] = LevelDocument
    role: type[RoleDocument] = RoleDocument
    opening: type[OpeningDocument] = OpeningDocument
    handbook: type[HandbookDocument] = HandbookDocument


@lru_cache(maxsize=16)
def documents_with(facts: FactClasses) -> Documents:
    """Return the shapes with room for these facts."""
    if facts == OURS:
        return Documents()
    level = _grown(LevelDocument, LevelFacts, facts.level)
    role = _grown(RoleDocument, RoleFacts, facts.role, levels=(tuple[level, ...], ...))  # type: ignore[valid-type]
    opening = _grown(OpeningDocument, OpeningFacts, facts.opening)
    whole = {"roles": (tuple[role, ...], ...), "openings": (tuple[opening, ...], ...)}  # type: ignore[valid-type]
    return Documents(level, role, opening, _grown(HandbookDocument, Facts, Facts, **whole))


def _grown(
    document: type[Document], ours: type[Facts], stated: type[Facts], **more: Any
) -> type[Document]:
    """Return a shape with those facts that are stated and not ours."""
    own = {
        name: (it.annotation, it)
        for name, it in stated.model_fields.items()
        if name not in ours.model_fields
    }
    fields: dict[str, Any] = {**own, **more}
    return create_model(
        document.__name__,
        __base__=document,
        __doc__=document.__doc__,
        __module__=__name__,
        **fields,
    )
