"""What can be found: a record for each page, section, level, question, skill and opening."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from hiring.exports.text import plain_text
from hiring.model.fact_table import sentences, stated_in
from hiring.model.job_facts import JobFacts
from hiring.model.job_words import typically
from hiring.model.language_tags import foreign
from hiring.model.level_facts import LevelFacts
from hiring.model.lexicon import lexicon
from hiring.model.opening import names_of
from hiring.search.interviews import asked_in
from hiring.search.sections import PageSection, readable, sections_of
from hiring.search.tokens import definition, telling, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hiring.model.handbook import Handbook, Page
    from hiring.model.opening import Opening
    from hiring.model.role import JobRole, Level, Question

RecordKind = Literal["role", "page", "section", "level", "question", "skill", "opening"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing that can be found, and the words it is found by.

    ``heading`` is its title, ``parents`` the headings above it on its page, ``also`` are other
    words that people use for it, ``kinds`` what readers call such a section, ``level`` the name of
    the level that it is about. ``text`` is plain.
    """

    kind: RecordKind
    anchor: str
    heading: str
    text: str
    parents: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    level: str = ""


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
) -> PageRecords:
    """Return what can be found on one page.

    ``anchors`` are the page's sections as the site shows them: title and anchor, in order.
    ``skills_page`` is the page, without its ending, that explains all skills.
    """
    role, opening = handbook.role_on(page.path), handbook.opening_on(page.path)
    title = opening.title if opening else page.title
    family = role.facts.family if role else ""
    if opening:
        family = handbook.roles[opening.facts.role].facts.family
    sections = sections_of(page, anchors, handbook)
    found = [_page(handbook, page, title, sections[0], today)]
    found += [_section(section) for section in sections[1:]]
    if role:
        found += [_level(role, level, handbook) for level in role.levels]
        found += [_question(role, entry, handbook) for entry in role.questions]
    interview = handbook.interview_on(page.path)
    asked = asked_in(interview, handbook) if interview else ()
    found += [Record(**it._asdict()) for it in asked]
    if page.path == f"{skills_page}.md":
        found += _skills(handbook)
    return PageRecords(
        path=page.path,
        title=title,
        audience=page.audience.value,
        aliases=role.facts.aliases if role else (),
        about=(page.front_matter.description or "", *page.front_matter.keywords),
        family=family,
        language=foreign(page.language, handbook.language),
        records=tuple(found),
    )


def _page(handbook: Handbook, page: Page, title: str, first: PageSection, today: date) -> Record:
    """Return the record of a page as a whole: what it is about, and how it starts."""
    role, opening = handbook.role_on(page.path), handbook.opening_on(page.path)
    stated = page.front_matter
    about = [stated.description or "", first.text]
    level = ""
    kind: RecordKind = "page"
    if role:
        kind, about = "role", [*sentences(role.facts, lexicon=lexicon(role.language)), *about]
    if opening:
        kind, about = "opening", [*_terms(opening, handbook, today), *about]
        found = handbook.roles[opening.facts.role].level(opening.facts.level or "")
        level = found.name if found else ""
    aliases = role.facts.aliases if role else ()
    return Record(
        kind=kind,
        anchor="",
        heading=title,
        text=_joined(about),
        also=aliases,
        # What a page holds is said by its sections; of a whole page only the name counts.
        kinds=() if role or opening else kinds_of([title, *_folder(page.path)]),
        level=level,
    )


def _folder(path: str) -> list[str]:
    """Return the name of the folder that a page is the start of."""
    return [path.removesuffix("/index.md")] if path.endswith("/index.md") else []


_STATES = {
    "draft": "A draft.",
    "to-come": "To be posted.",
    "held": "Not open yet.",
    "open": "Open for applications.",
    "past": "Closed.",
    "filled": "Filled.",
    "closed": "Closed.",
}


def _terms(opening: Opening, handbook: Handbook, today: date) -> Iterator[str]:
    """Yield what an opening's page states, in words."""
    facts = opening.facts
    said = lexicon(opening.language)
    role = handbook.roles[facts.role]
    level = role.level(facts.level or "")
    stated = role.facts_at(level, facts, names_of(opening))
    anew = [*stated_in(facts, JobFacts), *(stated_in(level.facts, LevelFacts) if level else ())]
    yield f"Job opening {facts.requisition}. {_STATES[opening.state(today)]}"
    yield f"{opening.where}." if opening.where else ""
    yield from sentences(stated, ("pay", *anew), said)
    yield f"{said.say('apply_by', day=said.day(facts.closes))}." if facts.closes else ""
    yield role.facts.summary


def _section(section: PageSection) -> Record:
    named = (section.heading, *section.parents[-1:], *section.blocks)
    return Record(
        kind="section",
        anchor=section.anchor,
        heading=section.heading,
        parents=section.parents,
        text=section.text,
        kinds=kinds_of(named),
    )


def _level(role: JobRole, level: Level, handbook: Handbook) -> Record:
    said = lexicon(role.language)
    about = [
        f"{typically(level.years, said)}." if level.years else "",
        f"{level.background}." if level.background else "",
        f"{level.scope}." if level.scope else "",
        *sentences(role.facts_at(level), stated_in(level.facts, LevelFacts), said),
        *(
            readable(plain_text(body.nodes, handbook, role.path, code=False))
            for body in (level.body, *(block.body for block in level.blocks))
        ),
    ]
    return Record(
        kind="level",
        anchor=level.anchor,
        heading=role.name_of(level),
        parents=("Levels",),
        text=_joined(about),
        also=(said.say("level", level=level.name),),
        kinds=kinds_of([level.name]),
        level=level.name,
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
    return "\n".join(part for part in parts if part)


def kinds_of(names: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds of section that names speak of: see ``data/search.toml``."""
    said = [f" {' '.join(tokens(name))} " for name in names]
    return tuple(
        kind
        for kind, phrases in _triggers().items()
        if any(it in name for it in phrases for name in said)
    )


@cache
def _triggers() -> dict[str, tuple[str, ...]]:
    """Return for each kind the phrases that it is known by, each as its tokens."""
    return {
        kind: tuple(f" {' '.join(tokens(phrase))} " for phrase in entry["when"].split())
        for kind, entry in definition()["kinds"].items()
    }


@cache
def words_of_kind(kind: str) -> tuple[str, ...]:
    """Return the words that readers use for a kind of section."""
    return tuple(telling(definition()["kinds"][kind]["words"]))
