"""A posting, composed: its sections in order, from terms, the role's blocks and the company."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.blocks import BLOCKS
from hiring.model.language_tags import foreign
from hiring.posting.additional import additional
from hiring.posting.content import (
    Bullets,
    Content,
    Item,
    Section,
    paragraphs_in,
    plain,
    said,
    spans_in,
)
from hiring.posting.lists import block_content, briefing, qualifications, responsibilities
from hiring.posting.own_sections import with_own, without_own
from hiring.posting.reader import Reader, RoleReader
from hiring.posting.terms import terms_of_opening, terms_of_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.model.facts import Company
    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening
    from hiring.model.role import JobRole, Level
    from hiring.model.word_template import WordTemplate
    from hiring.posting.terms import Terms

SECTIONS = (*(kind.section for kind in BLOCKS.values()), "additional")
"""The sections that every posting may have, in order; what an opening adds follows the brief.

Duties are the section of responsibilities where a role has none of these.
"""


@dataclass(frozen=True, kw_only=True)
class Posting:
    """A posting. Every format is made of ``title`` and ``sections``, and says no more than they.

    ``language`` is the tag of its language.
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
    def language(self) -> str:
        """The tag of the language that it is written in."""
        return self.terms.language

    @property
    def title_language(self) -> str:
        """The tag of the title's language, empty where that is the posting's."""
        return self.terms.language_of("title")

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
    return compose(terms_of_role(role, handbook, level), handbook)


def role_postings(role: JobRole, handbook: Handbook) -> Iterator[Posting]:
    """Yield a role's template, and one at each of its levels; what they share is read once."""
    page = handbook.pages[role.path]
    readers = outside(page.audience)
    reader = RoleReader(handbook, defaults(handbook.company, role.language), readers, role.language)
    for level in (None, *role.levels):
        if level and page.is_beyond(level.line, readers):
            continue  # it would have none of its text
        yield compose(terms_of_role(role, handbook, level), handbook, reader=reader)


def opening_posting(opening: Opening, handbook: Handbook, *, with_team: bool = False) -> Posting:
    """Return an opening's posting."""
    role = handbook.roles[opening.facts.role]
    terms = terms_of_opening(opening, role, handbook)
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
        filled = {**defaults(handbook.company, terms.language), **terms.filled}
        whose = terms.opening or handbook.pages[terms.role.path]
        readers = None if with_team else outside(whose.audience)
        reader = Reader(handbook, filled, readers, terms.language)
    found = with_own(_sections(terms, handbook, reader), terms, reader)
    sections = [section for section in found if section.content]
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


def defaults(company: Company, language: str) -> dict[str, str]:
    """Return what company.yaml fills placeholders with in a language, by their names."""
    found = {name: company.open_fact(name, "default", language) for name in company.placeholders}
    return {name: said.value for name, said in found.items() if said}


def _sections(terms: Terms, handbook: Handbook, reader: Reader) -> Iterator[Section]:
    role, opening = terms.role, terms.opening
    added, more = reader.sections(without_own(terms), opening.path) if opening else ((), [])
    section = partial(_section, terms)
    yield section("brief", (*added, *block_content(role, "job-brief", reader)))
    yield from more
    yield section("responsibilities", responsibilities(terms, reader), role.work_block)
    if role.work_block != "duties" and "duties" in role.posted_blocks:
        yield section("duties", block_content(role, "duties", reader))
    yield section("qualifications", tuple(qualifications(terms, reader)))
    yield section("physical-demands", _demands(terms, reader))
    yield section("conditions", block_content(role, "conditions", reader))
    yield section("benefits", _benefits(terms, handbook.company, reader))
    stages = block_content(role, "selection", reader) or briefing(terms, handbook)
    yield section("selection", stages)
    yield section("additional", _bullets(additional(terms, handbook.company, reader)))


def _section(
    terms: Terms, section_id: str, content: tuple[Content, ...], called: str = ""
) -> Section:
    """Return a section under its title, or under that of a section which it takes the place of."""
    return Section(
        section_id,
        terms.lexicon.say(f"sections.{called or section_id}"),
        content,
        language=terms.language,
        title_language=terms.of_words,
    )


def _demands(terms: Terms, reader: Reader) -> tuple[Content, ...]:
    """Return what the work asks of the body and the senses, and that adjustments are made."""
    demands = block_content(terms.role, "physical-demands", reader)
    adjusted = said(terms.lexicon.say("adjustment"), terms.of_words)
    return (*demands, *adjusted) if demands else ()


def _benefits(terms: Terms, company: Company, reader: Reader) -> tuple[Content, ...]:
    """Return the role's list, and the company's where the role has none or adds to it.

    That is in the posting's language where the company states it so.
    """
    own = block_content(terms.role, "benefits", reader)
    found = company.said("benefits", terms.language)
    if not found or (own and terms.role.replaces_benefits):
        return own
    language = foreign(found.language, terms.language)
    general = _bullets(Item(said(benefit, language)) for benefit in found.value)
    match own, general:
        case (Bullets(items=first, first=None, for_team=False),), (Bullets(items=more),):
            return (Bullets((*first, *more)),)
    # Behind groups, or a sentence, the company's would seem to belong to what stands last.
    return (*general, *own)


def _bullets(items: Iterable[Item]) -> tuple[Content, ...]:
    found = tuple(item for item in items if item.content)
    return (Bullets(found),) if found else ()
