"""The shape of ``handbook.json``: what programs may rely on, apart from how we keep it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from hiring.exports.grown import grown, several
from hiring.exports.interviews import (
    BriefingDocument,
    InterviewDocument,
    RubricDocument,
    briefing_documents,
    interview_documents,
    rubric_documents,
)
from hiring.exports.role_documents import RoleDocument, role_document, role_shapes
from hiring.exports.text import plain_text, visible_markdown
from hiring.model.audience import Audience
from hiring.model.base import Facts
from hiring.model.company_parts import Location
from hiring.model.fact_classes import OURS
from hiring.model.facts import Company, OpeningFacts, Skill

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.fact_classes import FactClasses
    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening
    from hiring.model.role import JobRole

VERSION: Literal[1] = 1
"""Raised when a field changes its meaning or goes; a new field leaves it as it is."""


class OpeningPageDocument(OpeningFacts):
    """A page of an opening: its facts, its places looked up, and what the page adds in words."""

    key: str
    path: str
    url: str
    title: str
    audience: Audience
    language: str
    places: tuple[Location, ...]
    markdown: str
    text: str


class OpeningDocument(OpeningPageDocument):
    """An opening: its page, and the same in other languages."""

    translations: tuple[OpeningPageDocument, ...]


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

    opening_page: type[OpeningPageDocument] = OpeningPageDocument
    opening: type[OpeningDocument] = OpeningDocument
    handbook: type[HandbookDocument] = HandbookDocument


@lru_cache(maxsize=16)
def documents_with(facts: FactClasses) -> Documents:
    """Return the shapes with room for these facts."""
    if facts == OURS:
        return Documents()
    page = grown(OpeningPageDocument, OpeningFacts, facts.opening)
    translations = several(page)
    opening = grown(OpeningDocument, OpeningFacts, facts.opening, translations=translations)
    role = role_shapes(facts).role
    inside = {"roles": several(role), "openings": several(opening)}
    return Documents(page, opening, grown(HandbookDocument, Facts, Facts, **inside))


def handbook_document(
    handbook: Handbook, roles: Iterable[JobRole] | None = None
) -> HandbookDocument:
    """Return the handbook in its published shape, with these roles or with all of them."""
    shown = handbook.originals.values() if roles is None else roles
    return documents_with(handbook.facts).handbook(
        version=VERSION,
        audience=handbook.audience,
        language=handbook.language,
        company=handbook.company,
        skills=tuple(handbook.skills.values()),
        roles=tuple(role_document(role, handbook) for role in shown),
        openings=tuple(
            _opening(entry, handbook)
            for entry in handbook.vacancies
            if not (entry.held and handbook.audience is Audience.PUBLIC)
        ),
        interviews=interview_documents(handbook),
        rubrics=rubric_documents(handbook),
        briefings=briefing_documents(handbook),
    )


def _opening(entry: Opening, handbook: Handbook) -> OpeningDocument:
    _, *others = handbook.versions.get(entry.path, (entry.path,))
    found = [it for path in others if (it := handbook.opening_on(path))]
    return documents_with(handbook.facts).opening(
        **dict(_opening_page(entry, handbook)),
        translations=tuple(_opening_page(it, handbook) for it in found),
    )


def _opening_page(entry: Opening, handbook: Handbook) -> OpeningPageDocument:
    return documents_with(handbook.facts).opening_page(
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
