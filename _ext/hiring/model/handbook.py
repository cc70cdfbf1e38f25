"""The whole handbook as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.audience import Audience
    from hiring.model.facts import Company, FrontMatter, Skill
    from hiring.model.opening import Opening
    from hiring.model.problem import Problem
    from hiring.model.role import JobRole


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page that the build's readers may see, and where its Markdown starts.

    ``body_line`` is the line after the front matter, counted from 1.
    """

    path: str
    title: str
    audience: Audience
    front_matter: FrontMatter
    body_line: int


@dataclass(frozen=True, kw_only=True)
class Handbook:
    """Everything that the handbook states, for one audience.

    Roles, openings and skills are ordered by key. ``withheld`` are the pages that are not in this
    build: kept for a higher audience, or so broken that they cannot be read. ``problems`` are all
    findings, in the order of file and line.
    """

    audience: Audience
    company: Company
    skills: Mapping[str, Skill]
    roles: Mapping[str, JobRole]
    pages: Mapping[str, Page]
    openings: Mapping[str, Opening] = field(default_factory=dict)
    withheld: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    def role_on(self, path: str) -> JobRole | None:
        """Return the role that a page is about, or None."""
        role = self.roles.get(PurePosixPath(path).stem)
        return role if role is not None and role.path == path else None

    def opening_on(self, path: str) -> Opening | None:
        """Return the opening that a page is about, or None."""
        opening = self.openings.get(PurePosixPath(path).stem)
        return opening if opening is not None and opening.path == path else None

    @cached_property
    def skill_names(self) -> Mapping[str, Skill]:
        """Skills by key, name and alias, all in lower case."""
        names: dict[str, Skill] = {}
        for skill in self.skills.values():
            for name in (skill.key, skill.name, *skill.aliases):
                names.setdefault(name.lower(), skill)
        return names

    @cached_property
    def roles_by_skill(self) -> Mapping[str, tuple[JobRole, ...]]:
        """For each skill's key the roles that ask for it, ordered by key."""
        found: dict[str, dict[str, JobRole]] = {}
        for role in self.roles.values():
            for use in role.skills:
                found.setdefault(use.skill, {})[role.key] = role
        return {skill: tuple(roles.values()) for skill, roles in found.items()}

    @cached_property
    def families(self) -> Mapping[str, tuple[JobRole, ...]]:
        """Families in alphabetical order, each with its roles, retired ones apart, by title."""
        families: dict[str, list[JobRole]] = {}
        for role in sorted(self.roles.values(), key=lambda role: role.facts.title):
            if role.facts.status != "retired":
                families.setdefault(role.facts.family, []).append(role)
        return {name: tuple(families[name]) for name in sorted(families)}
