"""What can be found: a record for each page, section, level, question, skill and opening."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Literal

from hiring.exports.text import plain_text
from hiring.model.fact_table import labelled, sentences, stated_in
from hiring.model.job_words import typically
from hiring.model.language_tags import foreign
from hiring.search.interviews import asked_on
from hiring.search.kinds import SearchedFact, kinds_of, kinds_of_facts, searched_fact
from hiring.search.names import names_of
from hiring.search.openings import SearchedOpening
from hiring.search.sections import PageSection, readable, sections_of
from hiring.search.tokens import definition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from hiring.model.handbook import Handbook
    from hiring.model.page import Page
    from hiring.model.role import JobRole, Level, Question

RecordKind = Literal[
    "role",
    "page",
    "guide",
    "section",
    "listed",
    "level",
    "question",
    "skill",
    "opening",
    "planned",
    "closed",
]
"""What a record is.

A guide is a page for those who write the handbook; what is listed is a rule or a law that a page
shows.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing that can be found, and the words it is found by.

    ``heading`` is its title, ``parents`` the headings above it on its page, ``also`` are other
    words that people use for it, ``kinds`` what readers call such a section, ``level`` the name of
    the level that it is about. ``text`` is plain. ``facts`` are what is stated of the thing,
    ``note`` what is shown beside its name.
    """

    kind: RecordKind
    anchor: str
    heading: str
    text: str
    parents: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    level: str = ""
    facts: tuple[SearchedFact, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecords:
    """A page, what all of it is found by, and its records; the first is the page itself.

    ``about`` is what the page says of itself: its description and its keywords. ``language`` is the
    tag of its language, empty where that is the site's.
    """

    path: str
    title: str
    audience: str
    aliases: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    family: str = ""
    language: str = ""
    records: tuple[Record, ...] = ()


def page_records(
    handbook: Handbook,
    page: Page,
    anchors: Sequence[tuple[str, str]],
    today: date,
    skills_page: str = "skills",
    listed: Iterable[PageSection] = (),
) -> PageRecords:
    """Return what can be found on one page.

    ``anchors`` are the page's sections as the site shows them: title and anchor, in order; and
    ``listed`` is what it lists beside that which is written on it.
    ``skills_page`` is the page, without its ending, that explains all skills.
    """
    role, opening = handbook.role_on(page.path), handbook.opening_on(page.path)
    job = SearchedOpening(opening, handbook, today) if opening else None
    first, *sections = sections_of(page, anchors, handbook)
    whole = _job(job, first, page) if job else _page(page, first, role, handbook)
    found = [whole, *map(_section, sections), *(_section(it, "listed") for it in listed)]
    if role:
        found += [_level(role, level, handbook) for level in role.levels]
        found += [_question(role, entry, handbook) for entry in role.questions]
    found += [Record(**it._asdict()) for it in asked_on(page.path, handbook)]
    found += _skills(handbook) if page.path == f"{skills_page}.md" else ()
    about = (page.front_matter.description or "", *page.front_matter.keywords)
    return PageRecords(
        path=page.path,
        title=found[0].heading,
        audience=page.audience.value,
        aliases=names_of(page, role, handbook),
        # A job goes by its role's names too, and is no other word for the role.
        about=(*about, *((*job.role_names, *job.also()) if job else ())),
        family=job.family if job else role.facts.family if role else "",
        language=foreign(page.language, handbook.language),
        records=tuple(found),
    )


def _job(job: SearchedOpening, first: PageSection, page: Page) -> Record:
    """Return the record of an opening: what it states, and how its page starts."""
    facts = job.facts()
    stated = page.front_matter
    return Record(
        kind=job.kind,
        anchor="",
        heading=job.opening.title,
        text=_joined([*job.sentences(), stated.description or "", first.text]),
        also=(*stated.aliases, *job.also()),
        kinds=job.kinds(),
        level=job.level,
        facts=facts,
        note=job.note(),
    )


def _page(page: Page, first: PageSection, role: JobRole | None, handbook: Handbook) -> Record:
    """Return the record of a page as a whole: what it is about, and how it starts."""
    said = handbook.lexicon(page.language)
    facts = tuple(searched_fact(*it) for it in labelled(role.facts, None, said)) if role else ()
    return Record(
        kind="role" if role else "guide" if _is_guide(page) else "page",
        anchor="",
        heading=page.title,
        text=_joined(
            [
                *(sentences(role.facts, lexicon=said) if role else ()),
                page.front_matter.description or "",
                first.text,
            ]
        ),
        also=names_of(page, role, handbook),
        # What a page holds is said by its sections; of a whole page its name counts, and its facts.
        kinds=kinds_of_facts(facts)
        if role
        else kinds_of([page.title, *page.front_matter.aliases, *_folder(page.path)]),
        facts=facts,
    )


def _is_guide(page: Page) -> bool:
    """Tell whether a page, or the one that it translates, is for those who write the handbook."""
    names = [path.removesuffix(".md") for path in (page.path, page.translates)]
    return any(fnmatchcase(name, it) for it in definition()["authors"] for name in names)


def _folder(path: str) -> list[str]:
    """Return the name of the folder that a page is the start of."""
    return [path.removesuffix("/index.md")] if path.endswith("/index.md") else []


def _section(section: PageSection, kind: RecordKind = "section") -> Record:
    named = (section.heading, *section.parents[-1:], *section.blocks)
    return Record(
        kind=kind,
        anchor=section.anchor,
        heading=section.heading,
        parents=section.parents,
        text=section.text,
        kinds=kinds_of(named),
    )


def _level(role: JobRole, level: Level, handbook: Handbook) -> Record:
    said = handbook.lexicon(role.language)
    stated = role.facts_at(level), stated_in(level.facts)
    facts = [searched_fact(*it) for it in labelled(*stated, said)]
    typical = typically(level.years, said) if level.years else ""
    if typical:
        facts.append(searched_fact("experience", said.label("experience", "Experience"), typical))
    about = [
        *(f"{it}." for it in (typical, level.background, level.scope) if it),
        *sentences(*stated, said),
        *(
            readable(plain_text(body.nodes, handbook, role.path, code=False))
            for body in (level.body, *(block.body for block in level.blocks))
        ),
    ]
    return Record(
        kind="level",
        anchor=level.anchor,
        heading=role.name_of(level),
        parents=(said.say("page.levels"),),
        text=_joined(about),
        also=(said.say("level", level=level.name),),
        kinds=(*kinds_of([level.name]), *kinds_of_facts(facts)),
        level=level.name,
        facts=tuple(facts),
    )


def _question(role: JobRole, entry: Question, handbook: Handbook) -> Record:
    return Record(
        kind="question",
        anchor=entry.anchor,
        heading=entry.question,
        text=readable(plain_text(entry.body.nodes, handbook, role.path, code=False)),
        also=entry.also,
        kinds=kinds_of([entry.question, entry.id, *entry.also]),
    )


def _skills(handbook: Handbook) -> Iterator[Record]:
    for skill in handbook.skills.values():
        yield Record(
            kind="skill",
            anchor=f"skill-{skill.key}",
            heading=skill.name,
            text=_joined([skill.description, *skill.levels.values()]),
            also=skill.aliases,
        )


def _joined(parts: Sequence[str]) -> str:
    return "\n".join(filter(None, parts))
