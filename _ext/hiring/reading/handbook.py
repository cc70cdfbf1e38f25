"""The whole folder into one Handbook, for one audience."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from hiring.model.audience import Audience
from hiring.model.facts import Company, FrontMatter, Skill, Skills
from hiring.model.handbook import Handbook, Page
from hiring.model.role import PRIORITIES, JobRole, SkillUse
from hiring.model.rules import Rule
from hiring.reading.cache import PageCache
from hiring.reading.crossings import Known, check_crossings
from hiring.reading.files import key_of
from hiring.reading.names import (
    check_contents,
    check_names,
    check_requisitions,
    check_skills,
)
from hiring.reading.openings import opening_of
from hiring.reading.page import ROLES_FOLDER
from hiring.reading.report import Report
from hiring.reading.sources import COMPANY, SKILLS, Sources, sources_in
from hiring.reading.validate import validate
from hiring.reading.yaml import Located, YamlError, load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from hiring.model.problem import Problem
    from hiring.reading.record import PageRecord

Model = TypeVar("Model", bound=BaseModel)


def read_handbook(
    folder: Path, audience: Audience = Audience.EMPLOYEE, cache: PageCache | None = None
) -> Handbook:
    """Read everything under a folder; what is wrong is in the result's ``problems``.

    Never raises for the sake of what a contributor wrote. A page that can't be read at all, and a
    page for a higher audience, is in ``withheld``.
    """
    cache = cache or PageCache()
    handbook = understand(sources_in(folder), audience, cache)
    cache.save()
    return handbook


def understand(sources: Sources, audience: Audience, cache: PageCache) -> Handbook:
    """Make the handbook of its files' text."""
    problems = list(sources.problems)
    company, _ = _data(sources, COMPANY, Company, problems)
    skills, located = _data(sources, SKILLS, Skills, problems)
    if skills and located:
        report = Report(SKILLS)
        check_skills(skills, located, report)
        problems += report.problems
    records = [cache.read(path, text) for path, text in sources.pages.items()]
    visible = [record for record in records if audience.may_read(record.audience)]
    hidden = [record.path for record in records if not audience.may_read(record.audience)]
    handbook = Handbook(
        audience=audience,
        company=company or Company(name="The company", url="https://example.org"),
        skills=_by_key(skills),
        roles={},
        pages={record.path: _page(record) for record in visible},
        withheld=tuple(sorted([*sources.unreadable, *hidden])),
    )
    roles = [role for record in visible if (role := _role(record, handbook.skill_names))]
    handbook = replace(handbook, roles={role.key: role for role in roles})
    handbook = _with_openings(handbook, visible)
    unread = [name for name, data in ((COMPANY, company), (SKILLS, skills)) if data is None]
    known = Known(handbook, _withheld_roles(handbook, records), unread)
    problems += _problems(records, known)
    return replace(handbook, problems=tuple(sorted(set(problems))))


def _problems(records: Sequence[PageRecord], known: Known) -> list[Problem]:
    """Return what is wrong on each page, and between pages.

    What a hidden page refers to may well be hidden too: the build for its readers checks that. A
    page that is hidden because it can't be read is checked here, so that all its mistakes are
    told at once.
    """
    problems = [*check_names(records), *check_contents(records)]
    problems += check_requisitions(records, known.handbook)
    for record in records:
        problems += record.problems
        if record.path in known.handbook.pages or record.front_matter is None:
            report = Report(record.path)
            check_crossings(record, known, report)
            problems += report.problems
    return problems


def _with_openings(handbook: Handbook, records: Sequence[PageRecord]) -> Handbook:
    """Return the handbook with its openings, whose pages take their titles from their roles."""
    found = [opening for record in records if (opening := opening_of(record, handbook))]
    titles = {entry.path: replace(handbook.pages[entry.path], title=entry.title) for entry in found}
    openings = {opening.key: opening for opening in found}
    return replace(handbook, openings=openings, pages={**handbook.pages, **titles})


def _withheld_roles(handbook: Handbook, records: Sequence[PageRecord]) -> set[str]:
    """Return the keys of the roles that have a page which is hidden, or can't be read."""
    unread = [record.path for record in records if record.front_matter is None]
    paths = [*handbook.withheld, *unread]
    return {key_of(path) for path in paths if str(PurePosixPath(path).parent) == ROLES_FOLDER}


def _data(
    sources: Sources, name: str, model: type[Model], problems: list[Problem]
) -> tuple[Model | None, Located | None]:
    """Return what a data file states, None with every mistake noted, and where it does."""
    if name not in sources.texts:
        return None, None
    report = Report(name)
    found = located = None
    try:
        located = load(sources.texts[name])
        found = validate(model, located, 1, report)
    except YamlError as error:
        report.error(error.line + 1, Rule.YAML, str(error))
    problems += report.problems
    return found, located


def _by_key(skills: Skills | None) -> dict[str, Skill]:
    entries = skills.skills if skills else ()
    return {skill.key: skill for skill in sorted(entries, key=lambda skill: skill.key)}


def _page(record: PageRecord) -> Page:
    return Page(
        path=record.path,
        title=record.title,
        audience=record.audience,
        front_matter=record.front_matter or FrontMatter(),
        body_line=record.body_line,
    )


def _role(record: PageRecord, names: Mapping[str, Skill]) -> JobRole | None:
    if record.role is None or str(PurePosixPath(record.path).parent) != ROLES_FOLDER:
        return None
    uses: dict[str, SkillUse] = {}
    for priority in PRIORITIES:
        for name, wanted, _ in record.skills:
            if wanted == priority and name.lower() in names:
                skill = names[name.lower()].key
                uses.setdefault(skill, SkillUse(skill=skill, priority=priority))
    return JobRole(
        key=key_of(record.path),
        path=record.path,
        facts=record.role,
        blocks=tuple(record.blocks),
        levels=tuple(record.levels),
        questions=tuple(record.questions),
        skills=tuple(uses[skill] for skill in sorted(uses)),
    )
