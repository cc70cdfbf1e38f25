"""A posting, composed: its sections in order, from terms, the role's blocks and the company."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hiring.model import words
from hiring.model.audience import Audience
from hiring.model.blocks import BLOCKS
from hiring.model.interviews import ADJUSTMENTS
from hiring.posting.additional import additional
from hiring.posting.content import (
    Bullets,
    Content,
    Item,
    Paragraph,
    Section,
    Span,
    paragraph,
    paragraphs_in,
    plain,
    said,
    spans_in,
)
from hiring.posting.markdown import Reader, RoleReader
from hiring.posting.terms import terms_of_opening, terms_of_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.model.facts import Company
    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Briefing
    from hiring.model.opening import Opening
    from hiring.model.role import JobRole, Level
    from hiring.model.word_template import WordTemplate
    from hiring.posting.terms import Terms

TITLES = {
    **{kind.section: kind.title for kind in BLOCKS.values()},
    "additional": "Additional information",
}
"""The sections that every posting may have, by their ids; what an opening adds follows the brief.

Duties are the section of responsibilities where a role has none of these.
"""


@dataclass(frozen=True, kw_only=True)
class Posting:
    """A posting. Every format is made of ``title`` and ``sections``, and says no more than they.

    ``skills`` are those that the must-haves ask for, as the posting names them, for data and feeds;
    ``word_template`` is the company's, None where it has none of its own.
    """

    title: str
    sections: tuple[Section, ...]
    terms: Terms
    company: Company
    skills: tuple[str, ...] = ()
    word_template: WordTemplate | None = None

    @property
    def key(self) -> str:
        """The stem of the posting's files."""
        return self.terms.key

    @property
    def email(self) -> str | None:
        """The address for questions and applications: the job's, else the company's, if any."""
        apply, general = self.terms.apply, self.company.apply
        return (apply.email if apply else None) or (general.email if general else None)

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The names of the open placeholders, each once, in the order of the text."""
        spans = (span for section in self.sections for span in spans_in(section.content))
        return tuple(dict.fromkeys(span.placeholder for span in spans if span.placeholder))

    def section(self, section_id: str) -> Section | None:
        """Return a section by its id, or None where the posting has nothing to say there."""
        return next((part for part in self.sections if part.id == section_id), None)


def role_posting(role: JobRole, handbook: Handbook, level: Level | None = None) -> Posting:
    """Return a role's template, at a level where one is given: its open facts show their labels."""
    return compose(terms_of_role(role, handbook.company, level), handbook)


def role_postings(role: JobRole, handbook: Handbook) -> Iterator[Posting]:
    """Yield a role's template, and one at each of its levels; what they share is read once."""
    page = handbook.pages[role.path]
    readers = outside(page.audience)
    reader = RoleReader(handbook, _general(handbook), readers)
    for level in (None, *role.levels):
        if level and page.is_beyond(level.line, readers):
            continue  # it would have none of its text
        yield compose(terms_of_role(role, handbook.company, level), handbook, reader=reader)


def opening_posting(opening: Opening, handbook: Handbook, *, with_team: bool = False) -> Posting:
    """Return an opening's posting."""
    role = handbook.roles[opening.facts.role]
    terms = terms_of_opening(opening, role, handbook.company)
    return compose(terms, handbook, with_team=with_team)


def compose(
    terms: Terms, handbook: Handbook, *, reader: Reader | None = None, with_team: bool = False
) -> Posting:
    """Return the posting of some terms.

    A ``reader`` of the caller's own fills placeholders as that wants; without one they are what the
    terms say, else what company.yaml does. ``with_team`` tells whether parts for the hiring team
    alone are in it: on pages, where they are marked. What goes out has what its readers may see.
    """
    if reader is None:
        filled = {**_general(handbook), **terms.filled}
        whose = terms.opening or handbook.pages[terms.role.path]
        reader = Reader(handbook, filled, None if with_team else outside(whose.audience))
    sections = [section for section in _sections(terms, handbook, reader) if section.content]
    return Posting(
        title=plain(terms.title),
        sections=tuple(sections),
        terms=terms,
        company=handbook.company,
        skills=tuple(_skills(terms.role, sections, handbook)),
        word_template=handbook.word_template,
    )


def outside(audience: Audience) -> Audience:
    """Return whom a posting goes out to: everybody, or employees where its page is for no more.

    The hiring team writes postings, and reads none.
    """
    return audience if audience is Audience.PUBLIC else Audience.EMPLOYEE


def _skills(role: JobRole, sections: Iterable[Section], handbook: Handbook) -> Iterator[str]:
    """Yield the skills that the must-haves ask for, by the name that the qualifications say."""
    wanted = (section.content for section in sections if section.id == "qualifications")
    # A name stands at the start of most entries: nothing of the one before may touch it.
    text = "\n".join(part.text for content in wanted for part in paragraphs_in(content))
    for use in role.skills if text else ():
        skill = handbook.skills[use.skill]
        names = map(plain, (skill.name, *skill.aliases))
        said = (it for it in names if re.search(rf"(?<!\w){re.escape(it)}(?!\w)", text, re.I))
        if use.priority == "must" and (name := next(said, None)):
            yield name


def _general(handbook: Handbook) -> dict[str, str]:
    """Return what company.yaml fills placeholders with, by their names."""
    declared = handbook.company.placeholders
    return {name: entry.default for name, entry in declared.items() if entry.default}


def _sections(terms: Terms, handbook: Handbook, reader: Reader) -> Iterator[Section]:
    role, opening = terms.role, terms.opening
    added, more = reader.sections(opening.body.nodes, opening.path) if opening else ((), [])
    yield _section("brief", (*_block(role, "job-brief", reader), *added))
    yield from more
    work = _responsibilities(terms, reader)
    yield Section("responsibilities", BLOCKS[role.work_block].title, work)
    if role.work_block != "duties" and "duties" in role.posted_blocks:
        yield _section("duties", _block(role, "duties", reader))
    yield _section("qualifications", tuple(_qualifications(role, reader)))
    demands = _block(role, "physical-demands", reader)
    yield _section("physical-demands", (*demands, *said(words.ADJUSTMENT)) if demands else ())
    yield _section("conditions", _block(role, "conditions", reader))
    yield _section("benefits", _benefits(role, handbook.company, reader))
    stages = _block(role, "selection", reader) or _briefing(handbook.briefings.get(role.key))
    yield _section("selection", stages)
    yield _section("additional", _bullets(additional(terms, handbook.company, reader)))


def _briefing(told: Briefing | None) -> tuple[Content, ...]:
    """Return what candidates are told of an interview; nothing where they are told nothing."""
    if told is None:
        return ()
    items = tuple(Item(said(" ".join(stage.said))) for stage in told.stages)
    return (Bullets(items, first=1), *said(ADJUSTMENTS))


def _section(section_id: str, content: tuple[Content, ...]) -> Section:
    return Section(section_id, TITLES[section_id], content)


def _benefits(role: JobRole, company: Company, reader: Reader) -> tuple[Content, ...]:
    """Return the role's list, and the company's where the role has none or adds to it."""
    own = _block(role, "benefits", reader)
    if own and role.replaces_benefits:
        return own
    general = _bullets(Item(said(benefit)) for benefit in company.benefits)
    match own, general:
        case (Bullets(items=first, first=None, for_team=False),), (Bullets(items=more),):
            return (Bullets((*first, *more)),)
    return (*own, *general)


def _block(role: JobRole, name: str, reader: Reader) -> tuple[Content, ...]:
    blocks = (reader.content(block.body.nodes, role.path) for block in role.blocks_named(name))
    return tuple(content for block in blocks for content in block)


def _responsibilities(terms: Terms, reader: Reader) -> tuple[Content, ...]:
    """Return the role's list, then the level's scope and its own list."""
    content = _block(terms.role, terms.role.work_block, reader)
    if terms.level is None:
        return content
    scope = f": {terms.level.scope}" if terms.level.scope else ""
    lead = paragraph([Span(f"{terms.level.name} level", strong=True), Span(scope)])
    own = reader.content(terms.level.body.nodes, terms.role.path)
    for_team = reader.is_for_team(terms.level.line)
    if lead and not reader.is_left_out(terms.level.line):
        content = (*content, replace(lead, for_team=for_team, heading=True))
    return (*content, *own)


def _qualifications(role: JobRole, reader: Reader) -> Iterator[Content]:
    """Yield the lists, the most wanted first, each under its priority."""
    for priority, name in words.PRIORITY.items():
        block = next((block for block in role.blocks if block.priority == priority), None)
        content = reader.content(block.body.nodes, role.path) if block else ()
        if block and content:
            for_team = reader.is_for_team(block.line)
            yield Paragraph((Span(name, strong=True),), for_team, heading=True)
            yield from content


def _bullets(items: Iterable[Item]) -> tuple[Content, ...]:
    found = tuple(item for item in items if item.content)
    return (Bullets(found),) if found else ()
