"""From what one page says by itself to values of the handbook: the page, and a role."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.digests import digest_of
from hiring.model.facts import FrontMatter
from hiring.model.page import Page
from hiring.model.paths import ROLES_FOLDER, key_of, plain_label
from hiring.model.role import PRIORITIES, JobRole, SkillUse
from hiring.model.skill_scale import named_in, title_at
from hiring.model.skill_steps import Expectation
from hiring.model.slugs import anchors_of
from hiring.reading.crossings.contents import Contents, visible_text
from hiring.reading.facts.own_words import words_of
from hiring.reading.pages.entries import named
from hiring.reading.pages.page_cache import PageCache, readers_of
from hiring.reading.pages.page_trees import Bodies
from hiring.reading.sources.assets import assets_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from hiring.model.blocks import BlockKind
    from hiring.model.handbook import Handbook
    from hiring.model.skill_steps import Qualification
    from hiring.model.tree import Body
    from hiring.reading.pages.record import PageRecord
    from hiring.reading.sources.sources import Sources


def page_of(
    record: PageRecord,
    sources: Sources,
    empty: Handbook,
    seen: Mapping[str, Audience],
    contents: Contents,
) -> Page:
    """Return a page as the readers of ``empty``, the handbook without any, may see it."""
    within = partial(record.parts.within, seen[record.path], empty.audience)
    labels = [label for label, _ in record.labels]
    anchors = [anchor for label in labels for anchor in anchors_of(label)]
    if any(shown.name == "skill-list" for shown in record.shown):
        anchors += [f"skill-{key}" for key in empty.skills]
    return Page(
        path=record.path,
        title=record.title,
        audience=seen[record.path],
        front_matter=record.front_matter or FrontMatter(),
        body_line=record.body_line,
        text=visible_text(record, sources.texts[record.path], empty.audience, seen, contents),
        language=language_of(record, empty.language),
        translates=record.translates,
        anchors=_ordered([*record.slugs, *record.anchors, *anchors]),
        labels=_ordered(plain_label(label) for label in labels),
        untitled=_ordered(map(plain_label, record.untitled)),
        terms=_ordered(term for term, _ in record.terms),
        assets=_ordered(assets_of(record)),
        skills=_ordered(it.target.lower() for it in record.references if it.kind == "skill"),
        team_lines=within(Audience.HIRING_TEAM),
        employee_lines=within(Audience.EMPLOYEE) or sources.parts.get(record.path, ()),
    )


def _ordered(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


def language_of(record: PageRecord, otherwise: str) -> str:
    """Return the language that a page states; where it states none, another."""
    stated = record.front_matter.language if record.front_matter else None
    return stated or otherwise


def taken_by(record: PageRecord, holder: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the facts that a translation does not state itself."""
    found = (it for it in names if not record.states(f"{holder}.{it}"))
    return tuple(found) if record.translates else ()


def _qualification(entry: Qualification, empty: Handbook) -> Qualification:
    """Return a qualification with the keys and the names of its skills."""

    def name_of(written: str) -> str:
        found = named_in(empty, written)
        return title_at(empty, *found) if found else written

    found = [it for written in entry.skills if (it := named_in(empty, written))]
    return replace(
        entry,
        words=named(entry.words, name_of),
        skills=tuple(dict.fromkeys(skill.key for skill, _ in found)),
        steps=tuple((skill.key, step) for skill, step in found if step),
    )


def _expectations(record: PageRecord, empty: Handbook) -> Iterator[Expectation]:
    """Yield the steps of skills that a page's levels ask for."""
    for level, written, line in record.level_skills:
        skill, step = named_in(empty, written) or (None, None)
        if skill and step:
            yield Expectation(level=level, skill=skill.key, step=step, line=line)


def role_of(
    record: PageRecord,
    empty: Handbook,
    page: Body,
    own_blocks: tuple[tuple[str, BlockKind], ...] = (),
) -> JobRole | None:
    """Return the role that a page in the roles' folder states, with what ``page`` holds.

    ``empty`` is the handbook without any page, ``own_blocks`` what the company adds to ours.
    """
    if record.role is None or str(PurePosixPath(record.path).parent) != ROLES_FOLDER:
        return None
    uses: dict[str, SkillUse] = {}
    for priority in PRIORITIES:
        for name, wanted, _ in record.skills:
            if wanted == priority and (found := named_in(empty, name)):
                uses.setdefault(found[0].key, SkillUse(skill=found[0].key, priority=priority))
    bodies = Bodies(page)
    asked = [_qualification(it, empty) for it in record.qualifications]
    names = {level.id: level.name for level in record.levels}
    return JobRole(
        key=key_of(record.path),
        path=record.path,
        facts=record.role,
        language=language_of(record, empty.language),
        translates=key_of(record.translates) if record.translates else "",
        blocks=bodies.given(record.blocks, record),
        levels=bodies.levels(record.levels, record),
        questions=bodies.given(record.questions, record),
        skills=tuple(uses[skill] for skill in sorted(uses)),
        needs=tuple(it for it in asked if it.level is None),
        level_needs=tuple(replace(it, level_name=names[it.level]) for it in asked if it.level),
        expectations=tuple(_expectations(record, empty)),
        own_blocks=own_blocks,
        taken=taken_by(record, "role", type(record.role).model_fields),
        taken_in=record.translates_from or empty.language,
    )


Values = tuple[Page, JobRole | None]
"""What a record says, as values: a page, and the role that it states."""


def values_by(
    empty: Handbook, sources: Sources, seen: Mapping[str, Audience], cache: PageCache
) -> Callable[[PageRecord], Values]:
    """Return what makes the values of a record, once for all who see the same of its page.

    A role hangs on its record, on what the data files state, and on what may be seen of its page:
    audiences that may see the same of that share the role.
    """
    words, contents = words_of(sources), Contents(seen)
    made: dict[int, tuple[PageRecord, Values]] = {}
    stated = (empty.company, empty.skills, empty.language)
    roles, data = cache.roles_with((*stated, words)), digest_of(stated)

    def values_of(record: PageRecord) -> Values:
        if id(record) not in made:
            path = record.path
            body = cache.trees.body(path, sources.texts[path], empty.audience, words)
            same = id(record), readers_of(sources.texts[path], record.parts, empty.audience)
            if same not in roles:
                role = role_of(record, empty, body, words.blocks)
                roles[same] = record, role and cache.with_digest(role, record, data)
            page = replace(page_of(record, sources, empty, seen, contents), body=body)
            made[id(record)] = record, (page, roles[same][1])
        return made[id(record)][1]

    return values_of
