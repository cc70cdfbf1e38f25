"""The whole folder into one Handbook, for one audience."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from hiring.model.audience import Audience
from hiring.model.facts import Company, FrontMatter, Skill, Skills
from hiring.model.handbook import Handbook, Page
from hiring.model.role import PRIORITIES, JobRole, SkillUse
from hiring.reading.cache import PageCache
from hiring.reading.crossings import check_crossings
from hiring.reading.files import key_of, markdown_files, read_text
from hiring.reading.validate import Report, validate
from hiring.reading.yaml import YamlError, load

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hiring.model.problem import Problem
    from hiring.reading.page import PageRecord

Model = TypeVar("Model", bound=BaseModel)


def read_handbook(
    folder: Path, audience: Audience = Audience.EMPLOYEE, cache: PageCache | None = None
) -> Handbook:
    """Read everything under a folder; what is wrong is in the result's ``problems``.

    Never raises for the sake of what a contributor wrote. A page that can't be read at all, and a
    page for a higher audience, is in ``withheld``.
    """
    cache = cache or PageCache()
    problems: list[Problem] = []
    company = _read_yaml(folder, "company.yaml", Company, problems)
    skills = _read_yaml(folder, "skills.yaml", Skills, problems)
    records, unreadable = _read_pages(folder, cache, problems)
    cache.save()
    readable = {record.path: _audience(record) for record in records}
    visible = [record for record in records if audience.may_read(readable[record.path])]
    hidden = [record for record in records if not audience.may_read(readable[record.path])]
    handbook = Handbook(
        audience=audience,
        company=company or Company(name="The company", url="https://example.org"),
        skills=_skills(skills),
        roles={},
        pages={record.path: _page(record, readable[record.path]) for record in visible},
        withheld=tuple(sorted([*unreadable, *(record.path for record in hidden)])),
    )
    return _with_roles(handbook, visible, hidden, problems)


def _with_roles(
    handbook: Handbook, visible: list[PageRecord], hidden: list[PageRecord], problems: list[Problem]
) -> Handbook:
    for record in (*visible, *hidden):
        problems += record.problems
    names = handbook.skill_names
    roles = [role for record in visible if (role := _role(record, names))]
    handbook = replace(handbook, roles={role.key: role for role in roles})
    withheld = {key_of(record.path) for record in hidden}
    for record in visible:
        report = Report(record.path)
        check_crossings(record, handbook, withheld, report)
        problems += report.problems
    return replace(handbook, problems=tuple(sorted(set(problems))))


def _read_pages(
    folder: Path, cache: PageCache, problems: list[Problem]
) -> tuple[list[PageRecord], list[str]]:
    records: list[PageRecord] = []
    unreadable: list[str] = []
    seen: dict[str, str] = {}
    for path, file in markdown_files(folder):
        report = Report(path)
        text = read_text(file, report)
        twin = seen.setdefault(path.lower(), path)
        if twin != path:
            report.error(1, "file", f"`{twin}` has the same name in other case: rename one")
        if text is None:
            unreadable.append(path)
        else:
            records.append(cache.read(path, text))
        problems += report.problems
    return records, unreadable


def _read_yaml(
    folder: Path, name: str, model: type[Model], problems: list[Problem]
) -> Model | None:
    report = Report(name)
    try:
        text = read_text(folder / name, report) if (folder / name).exists() else None
        if not (folder / name).exists():
            report.error(1, "file", "the file is missing: copy the one the project came with")
        located = None if text is None else load(text)
    except YamlError as error:
        report.error(error.line + 1, "yaml", str(error))
        located = None
    found = None if located is None else validate(model, located, 1, report)
    if isinstance(found, Skills) and located is not None:
        _check_skills(
            found, [located.line(("skills", n)) + 1 for n in range(len(found.skills))], report
        )
    problems += report.problems
    return found


def _check_skills(skills: Skills, lines: list[int], report: Report) -> None:
    """See that no two skills answer to the same key, name or alias."""
    taken: dict[str, str] = {}
    for skill, line in zip(skills.skills, lines, strict=True):
        for name in {skill.key, skill.name.lower(), *(alias.lower() for alias in skill.aliases)}:
            if name in taken:
                message = f"`{name}` stands for `{taken[name]}` and for `{skill.key}`: keep one"
                report.error(line, "duplicate-id", message)
            taken[name] = skill.key


def _skills(skills: Skills | None) -> dict[str, Skill]:
    entries = skills.skills if skills else ()
    return {skill.key: skill for skill in sorted(entries, key=lambda skill: skill.key)}


def _audience(record: PageRecord) -> Audience:
    """Return a page's audience; a page whose front matter can't be read is for the fewest."""
    if record.front_matter is None:
        return Audience.EMPLOYEE
    return record.front_matter.audience or Audience.EMPLOYEE


def _page(record: PageRecord, audience: Audience) -> Page:
    return Page(
        path=record.path,
        title=record.title,
        audience=audience,
        front_matter=record.front_matter or FrontMatter(),
        body_line=record.body_line,
    )


def _role(record: PageRecord, names: Mapping[str, Skill]) -> JobRole | None:
    if record.role is None:
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
