"""A role's postings for the browser: those of the build, with what a form asks for left open."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hiring.model import words
from hiring.model.audience import Audience
from hiring.model.facts import OpeningFacts
from hiring.model.opening import Opening
from hiring.posting.compose import compose
from hiring.posting.content import Bullets, Item, Paragraph, Section, Span
from hiring.posting.generator.common import asking
from hiring.posting.markdown import Reader
from hiring.posting.structured import job_posting
from hiring.posting.terms import terms_of_role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole, Level, Question
    from hiring.posting.content import Content

_DAY = date(2000, 1, 1)
_CHOSEN = ("work", "requisition", "posted", "closes", "positions")
"""The entries of the additional information whose values a form asks for."""


def role_data(role: JobRole, handbook: Handbook) -> dict[str, Any]:
    """Return a role's postings: as a whole, then at each level.

    Levels share most sections, so each section stands once, and a level gives their numbers. What a
    form asks for is a placeholder, those facts included that only an opening has.
    """
    sections: list[Section] = []
    versions = []
    for level in (None, *role.levels):
        posting = compose(_terms(role, level, handbook), asking(handbook), defaults=False)
        own = [_open(section) for section in posting.sections]
        sections += [section for section in own if section not in sections]
        versions.append(
            {
                "id": level.id if level else "",
                "name": level.name if level else "",
                "title": posting.title,
                "sections": [sections.index(section) for section in own],
                # Its texts are made in the browser, of the sections.
                "jobPosting": job_posting(replace(posting, sections=()), _DAY),
            }
        )
    return {
        "key": role.key,
        "title": role.facts.title,
        "work": role.facts.work_arrangement or "",
        "reviewed": str(role.facts.reviewed or ""),
        "sections": [section_data(section) for section in sections],
        "versions": versions,
        "application": [section_data(section) for section in application(role, handbook)],
    }


def _terms(role: JobRole, level: Level | None, handbook: Handbook) -> Any:
    """Return the terms of an opening of which nothing is known but role and level."""
    facts = OpeningFacts(
        role=role.key, requisition="-", status="open", posted=_DAY, closes=_DAY, positions=2
    )
    opening = Opening(
        key=role.key,
        path="",
        facts=facts,
        title=role.facts.title,
        audience=Audience.PUBLIC,
        markdown="",
        places=(),
    )
    terms = terms_of_role(role, handbook.company, level)
    return replace(terms, opening=opening, arrangement=terms.arrangement or "on-site")


def _open(section: Section) -> Section:
    """Return a section in which the values of chosen entries are placeholders."""
    return replace(section, content=tuple(_open_content(part) for part in section.content))


def _open_content(part: Content) -> Content:
    if isinstance(part, Paragraph):
        return part
    return Bullets(tuple(_open_item(item) if item.id in _CHOSEN else item for item in part.items))


def _open_item(item: Item) -> Item:
    first = item.content[0]
    assert isinstance(first, Paragraph)
    value = Span(f"[{item.id}]", placeholder=item.id)
    return Item((Paragraph((first.spans[0], Span(" "), value)),), item.id)


def application(role: JobRole, handbook: Handbook) -> tuple[Section, ...]:
    """Return what helps a job seeker: the qualifications, and the role's answers on résumés."""
    declared = handbook.company.placeholders
    reader = Reader(handbook, {name: it.default for name, it in declared.items() if it.default})
    wanted = (
        Section(f"checklist-{block.priority}", words.PRIORITY[block.priority], content)
        for block in role.blocks_named("qualifications")
        if block.priority and (content := reader.content(block.body.nodes))
    )
    answers = (
        Section(f"answer-{entry.id}", entry.question, reader.content(entry.body.nodes))
        for entry in role.questions
        if is_on_resumes(entry)
    )
    return (*wanted, *answers)


def is_on_resumes(question: Question) -> bool:
    """Tell whether a question is about résumés, by its id and the words that people search by."""
    names = (question.id, *question.also)
    plain = ("".join(filter(str.isascii, unicodedata.normalize("NFD", name))) for name in names)
    return "resume" in (name.lower() for name in plain)


def section_data(section: Section) -> dict[str, Any]:
    """Return a section as the browser reads it."""
    return {"id": section.id, "title": section.title, "content": _content(section.content)}


def _content(content: Iterable[Content]) -> list[dict[str, Any]]:
    return [
        {"spans": [_span(span) for span in part.spans]}
        if isinstance(part, Paragraph)
        else {"items": [{"id": item.id, "content": _content(item.content)} for item in part.items]}
        for part in content
    ]


def _span(span: Span) -> dict[str, Any]:
    """Return a span's text, and what is said of it."""
    style = {
        "strong": span.strong,
        "em": span.em,
        "href": span.href,
        "placeholder": span.placeholder,
    }
    return {"text": span.text, **{name: value for name, value in style.items() if value}}
