"""company.yaml and skills.yaml: what they state, and on which lines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from hiring.model.facts import Company, Skill, Skills
from hiring.model.messages import gettext, message_language
from hiring.model.paths import COMPANY, SKILLS
from hiring.model.report import Report
from hiring.model.rules import Rule
from hiring.reading.crossings.own_blocks import check_own
from hiring.reading.crossings.unique import check_skills
from hiring.reading.facts.stated import read_facts
from hiring.reading.sources.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.problem import Problem
    from hiring.model.word_template import WordTemplate
    from hiring.reading.facts.yaml import Located

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFiles:
    """What the data files state; what can't be read stands in ``unread``, by its file's name.

    ``skills`` are ordered by key. ``lines`` gives for each file the lines of its fields, from 1;
    that of a skill goes by its key, as ``skills.python``.
    """

    company: Company
    skills: Mapping[str, Skill]
    lines: Mapping[str, Mapping[str, int]]
    unread: tuple[str, ...]


def read_data(sources: Sources, problems: list[Problem]) -> DataFiles:
    """Read the data files, and add every mistake in them to ``problems``."""
    company, stated = _data(sources, COMPANY, Company, problems)
    if company:
        report, operators = Report(COMPANY), sources.settings.extra_directives
        check_own(company, _lines_of(stated), operators, report)
        problems += report.problems
    skills, located = _data(sources, SKILLS, Skills, problems)
    if skills and located:
        report = Report(SKILLS)
        check_skills(skills, located, report)
        problems += report.problems
    entries = skills.skills if skills else ()
    numbered = _lines_of(located)
    return DataFiles(
        company=_speaking(company or _NOBODY, sources.language),
        skills={skill.key: skill for skill in sorted(entries, key=lambda skill: skill.key)},
        lines={
            COMPANY: _lines_of(stated),
            SKILLS: {
                f"skills.{skill.key}": numbered[f"skills.{n}"] for n, skill in enumerate(entries)
            },
        },
        unread=tuple(name for name, data in ((COMPANY, company), (SKILLS, skills)) if data is None),
    )


def _speaking(company: Company, language: str) -> Company:
    """Return the company with the language of its texts: the site's, where it states none."""
    return company if company.language else company.model_copy(update={"language": language})


_NOBODY = Company(name="The company", url="https://example.org")


def _data(
    sources: Sources, name: str, model: type[Model], problems: list[Problem]
) -> tuple[Model | None, Located | None]:
    """Return what a data file states, None with every mistake noted, and where it does."""
    if name not in sources.texts:
        return None, None
    found, located, told = _stated(model, name, sources.texts[name], message_language())
    problems += told
    return found if isinstance(found, model) else None, located


@lru_cache(maxsize=16)  # a handbook is read once for each audience
def _stated(
    model: type[BaseModel], name: str, text: str, language: str
) -> tuple[BaseModel | None, Located, tuple[Problem, ...]]:
    """Return what a text states, None where it has a mistake, where, and each mistake.

    Those are told in the ``language`` of messages.
    """
    report = Report(name)
    found, located = read_facts(model, text, 1, report)
    return found, located, tuple(report.problems)


def _lines_of(located: Located | None) -> dict[str, int]:
    lines = located.lines.items() if located else ()
    return {".".join(map(str, path)): line + 1 for path, line in lines}


def word_template_of(
    data: DataFiles, sources: Sources, problems: list[Problem]
) -> WordTemplate | None:
    """Return the template of Word documents that company.yaml names, None where there is none."""
    name = data.company.word_template
    if name is None:
        return None
    report = Report(name)
    found = None
    if name in sources.documents:
        # Few handbooks have one, and what reads it takes a while to load.
        from hiring.reading.sources.word_templates import read_template

        found = read_template(sources.documents[name], report)
    elif name not in sources.files:
        line = data.lines[COMPANY].get("word_template", 1)
        report = Report(COMPANY)
        message = gettext("there is no file `{name}` in the handbook's folder", name=name)
        report.error(line, Rule.FILE, message)
    problems += report.problems
    return found
