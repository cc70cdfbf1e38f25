"""A role's postings for the browser: those of the build, with what a form asks for left open."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hiring.model import job_words
from hiring.model.audience import Audience
from hiring.model.facts import OpeningFacts
from hiring.model.language_tags import direction, foreign
from hiring.model.opening import Opening
from hiring.posting.additional import optional_entries
from hiring.posting.compose import compose, defaults, outside
from hiring.posting.content import Section, plain, said
from hiring.posting.generator.common import open_facts
from hiring.posting.generator.templates import Pieces, checklist_data, section_data, title_data
from hiring.posting.reader import Reader, RoleReader
from hiring.posting.structured import job_posting
from hiring.posting.structured_texts import parted_sections
from hiring.posting.terms import terms_of_role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.handbook import Handbook
    from hiring.model.lexicon import Lexicon
    from hiring.model.role import JobRole, Level, Question
    from hiring.posting.compose import Posting
    from hiring.posting.terms import Terms

_DAY = date(2000, 1, 1)


def role_data(role: JobRole, handbook: Handbook) -> dict[str, Any]:
    """Return a role's postings as templates: as a whole, then at each level.

    ``handbook`` declares every placeholder that a form asks for (``asking``). Levels share most
    sections, so each section stands once, and a level gives their numbers.
    """
    numbers = {name: number for number, name in enumerate(open_facts(handbook.company))}
    page = handbook.pages[role.path]
    readers = outside(page.audience)
    reader = RoleReader(handbook, {}, readers, role.language)  # every placeholder stays open
    sections: dict[str | Section, int] = {}
    versions = []
    for level in (None, *role.levels):
        if level and page.is_beyond(level.line, readers):
            continue
        posting = compose(_terms(role, level, handbook), handbook, reader=reader)
        own: tuple[str | Section, ...] = (posting.title, *posting.sections)
        places = [sections.setdefault(part, len(sections)) for part in own]
        versions.append(_version(level, posting, places))
    said = handbook.lexicon(role.language)
    pieces = Pieces(role.language, said)
    optional = optional_entries(handbook.facts.job)
    made = [_made(part, numbers, pieces, optional) for part in sections]
    return {
        "key": role.key,
        "title": role.facts.title,
        "language": role.language,
        "direction": direction(role.language),
        "work": role.facts.work_arrangement or "",
        "reviewed": str(role.facts.reviewed or ""),
        "sections": made,
        "versions": versions,
        "application": [
            title_data(_prepare(role, said), pieces),
            *(checklist_data(part, pieces) for part in application(role, handbook)),
        ],
        **pieces.data,
    }


def _made(
    part: str | Section, numbers: Mapping[str, int], pieces: Pieces, optional: frozenset[str]
) -> dict[str, Any]:
    if isinstance(part, str):
        return title_data(part, pieces)
    return section_data(part, numbers, pieces, optional)


def _prepare(role: JobRole, said: Lexicon) -> str:
    return said.say("page.prepare", title=plain(role.facts.title))


def _version(level: Level | None, posting: Posting, places: list[int]) -> dict[str, Any]:
    """Return a version of a role's posting: of which sections it is, and its data for machines."""
    stated = plain(job_words.other_pay(posting.terms.facts.other_pay, posting.terms.lexicon))
    return {
        "id": level.id if level else "",
        "name": level.name if level else "",
        "title": posting.title,
        "sections": places,
        # Its texts are made in the browser, of the sections; what is told apart in one is not.
        "jobPosting": job_posting(replace(posting, sections=parted_sections(posting)), _DAY),
        **({"otherPay": stated} if stated else {}),
    }


def _terms(role: JobRole, level: Level | None, handbook: Handbook) -> Terms:
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
        language=role.language,
    )
    terms = terms_of_role(role, handbook, level)
    posted = replace(terms, opening=opening, other_pay="-", vacancy="-")
    return posted.stating(work_arrangement=terms.arrangement or "on-site")


def application(role: JobRole, handbook: Handbook) -> tuple[Section, ...]:
    """Return what helps a job seeker: the qualifications, and the role's answers on résumés."""
    filled = defaults(handbook.company, role.language)
    readers, words = outside(handbook.pages[role.path].audience), handbook.lexicon(role.language)
    reader = Reader(handbook, filled, readers, role.language)
    wanted = (
        Section(
            f"checklist-{block.priority}",
            words.say(f"priority.{block.priority}"),
            content,
            language=role.language,
            title_language=foreign(words.language, role.language),
        )
        for block in role.blocks_named("qualifications")
        if block.priority and (content := reader.content(block.body.nodes, role.path))
    )
    answers = (
        Section(
            f"answer-{entry.id}",
            plain(entry.question),
            reader.content(entry.body.nodes, role.path),
            language=role.language,
        )
        for entry in role.questions
        if is_on_resumes(entry)
    )
    return (*wanted, *answers) or (_nothing_asked(role, words),)


def _nothing_asked(role: JobRole, words: Lexicon) -> Section:
    own = foreign(words.language, role.language)
    content = said(words.say("page.not-asked"), own)
    return Section("nothing-asked", words.say("page.asked"), content, title_language=own)


def is_on_resumes(question: Question) -> bool:
    """Tell whether a question is about résumés, by its id and the words that people search by."""
    names = (question.id, *question.also)
    letters = ("".join(filter(str.isascii, unicodedata.normalize("NFD", name))) for name in names)
    return "resume" in (name.lower() for name in letters)
