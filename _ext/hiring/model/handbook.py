"""The whole handbook as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hiring.model.audience import Audience
from hiring.model.fact_classes import OURS, FactClasses
from hiring.model.language_tags import ENGLISH, primary
from hiring.model.lexicons import OURS as OUR_WORDS
from hiring.model.page import NOTHING_HIDDEN, HiddenNames, Page
from hiring.model.paths import PAGES, SITE_LABELS, address_in, key_of
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.briefings import Briefing
    from hiring.model.facts import Company, Skill
    from hiring.model.interviews import Interview, Rubrics
    from hiring.model.lexicon import Lexicon
    from hiring.model.lexicons import Lexicons
    from hiring.model.opening import Opening
    from hiring.model.problem import Problem
    from hiring.model.role import JobRole
    from hiring.model.word_template import WordTemplate


@dataclass(frozen=True, kw_only=True)
class Handbook:
    """Everything that the handbook states, for one audience.

    Roles, openings and skills are ordered by key. ``withheld`` are the pages that are not in this
    build: kept for a higher audience, or so broken that they cannot be read; ``hidden`` are the
    names of what else is kept. ``problems`` are all findings, in the order of file and line;
    ``lines`` gives for each file the line of what it states, by field or anchor, and where it leads
    to a page first (see ``line``). ``word_template`` is the document that company.yaml names;
    ``language`` is that of the site, which each page speaks that states none; ``lexicons`` are the
    fixed words of each. ``interviews`` are by
    the key of their role, and so are ``briefings``: what candidates are told of them. ``facts``
    are the classes of all that roles, openings and levels may state, and ``rule_modules`` and
    ``format_modules`` the names of the modules that add rules to the review, and formats to ours;
    ``site_labels`` are those of pages that the site makes by itself.
    """

    audience: Audience
    company: Company
    skills: Mapping[str, Skill]
    roles: Mapping[str, JobRole]
    pages: Mapping[str, Page]
    openings: Mapping[str, Opening] = field(default_factory=dict)
    interviews: Mapping[str, Interview] = field(default_factory=dict)
    rubrics: Rubrics = field(default_factory=dict)
    briefings: Mapping[str, Briefing] = field(default_factory=dict)
    withheld: tuple[str, ...] = ()
    hidden: HiddenNames = NOTHING_HIDDEN
    word_template: WordTemplate | None = None
    language: str = ENGLISH
    lexicons: Lexicons = OUR_WORDS
    facts: FactClasses = OURS
    rule_modules: tuple[str, ...] = ()
    format_modules: tuple[str, ...] = ()
    addresses: str = PAGES
    site_labels: frozenset[str] = SITE_LABELS
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict, compare=False)

    def line(self, path: str, name: str) -> int:
        """Return the line, from 1, of what a file states: ``role.pay``, ``level-senior``.

        That of its first link to a page is ``links.guide/case.md``.

        Of a field that the file leaves out, it is that of the field which would hold it, else 1.
        """
        lines = self.lines.get(path, {})
        while name not in lines and "." in name:
            name = name.rpartition(".")[0]
        return lines.get(name, 1)

    def lexicon(self, tag: str = "") -> Lexicon:
        """Return the fixed words for what is written in a language, by its tag; else the site's."""
        return self.lexicons.of(tag or self.language)

    def address_of(self, path: str) -> str:
        """Return where a page is, from where the handbook is published."""
        return address_in(self.addresses, path)

    def role_on(self, path: str) -> JobRole | None:
        """Return the role that a page is about, or None."""
        role = self.roles.get(key_of(path))
        return role if role is not None and role.path == path else None

    def opening_on(self, path: str) -> Opening | None:
        """Return the opening that a page is about, or None."""
        opening = self.openings.get(key_of(path))
        return opening if opening is not None and opening.path == path else None

    def interview_on(self, path: str) -> Interview | None:
        """Return the interview that a page defines, or None."""
        return self._interviews_by_path.get(path)

    def anchors_of_interview(self, path: str) -> tuple[tuple[str, str], ...]:
        """Return the anchors of the interview that a page defines, with their words."""
        found = self.interview_on(path)
        stages = ((stage.anchor, stage.name) for stage in found.stages) if found else ()
        return ((found.anchor, "interview"), *stages) if found else ()

    @cached_property
    def _interviews_by_path(self) -> Mapping[str, Interview]:
        return {it.path: it for it in self.interviews.values()}

    @cached_property
    def versions(self) -> Mapping[str, tuple[str, ...]]:
        """Of each page that is there in several languages the paths of all, the original first."""
        found: dict[str, list[str]] = {}
        for path, page in self.pages.items():
            if page.translates in self.pages:
                found.setdefault(page.translates, [page.translates]).append(path)
        for original, paths in list(found.items()):
            whole = [original, *sorted(paths[1:], key=self._language_of)]
            found.update((path, whole) for path in paths)
        return {path: tuple(paths) for path, paths in found.items()}

    def _language_of(self, path: str) -> str:
        return self.pages[path].language

    def in_language(self, path: str, language: str) -> str:
        """Return the path of what a page says in a language; its own, where that is nowhere."""
        versions = self.versions.get(path, (path,))
        spoken = {self._language_of(it): it for it in reversed(versions) if it in self.pages}
        near = {primary(tag): it for tag, it in spoken.items()}
        return spoken.get(language) or near.get(primary(language)) or path

    def role_in(self, role: JobRole, language: str) -> JobRole:
        """Return a role in a language, where there is such a page; else as it is."""
        path = self.in_language(role.path, language) if self.versions else role.path
        return self.role_on(path) or role

    @cached_property
    def originals(self) -> Mapping[str, JobRole]:
        """The roles by key, each once: what says another one in its language is left out."""
        return {key: role for key, role in self.roles.items() if not role.translates}

    @property
    def vacancies(self) -> tuple[Opening, ...]:
        """The openings by key, each once, as roles are in ``originals``."""
        return tuple(it for it in self.openings.values() if not it.translates)

    @cached_property
    def vacancies_by_role(self) -> Mapping[str, tuple[Opening, ...]]:
        """For the key of each role, the original of what is said in several languages, its jobs."""
        found: dict[str, list[Opening]] = {}
        for opening in self.vacancies:
            role = self.roles.get(opening.facts.role)
            found.setdefault((role and role.translates) or opening.facts.role, []).append(opening)
        return {key: tuple(openings) for key, openings in found.items()}

    def opening_in(self, opening: Opening, language: str) -> Opening:
        """Return an opening in a language, where there is such a page; else as it is."""
        return self.opening_on(self.in_language(opening.path, language)) or opening

    @cached_property
    def blanks(self) -> Mapping[str, str]:
        """How many blanks the pages have that are still drafts, and where, in words, by path."""
        return {
            problem.path: f"{problem.message.partition(':')[0].rstrip()}."
            for problem in self.problems
            if problem.rule is Rule.TODO
        }

    @cached_property
    def waiving(self) -> tuple[Page, ...]:
        """The pages that waive what checks find, in order."""
        pages = self.pages.values()
        return tuple(it for it in pages if it.front_matter.checks and it.front_matter.checks.waive)

    @cached_property
    def answers(self) -> dict[tuple[str, str], Any]:
        """What ``resolve`` has answered so far, by target: a handbook never changes."""
        return {}

    @cached_property
    def said(self) -> dict[tuple[str, str, str], str]:
        """What ``words_of`` has said so far, by kind, what is written, and the page."""
        return {}

    @cached_property
    def named(self) -> dict[str, tuple[str, ...]]:
        """What the cross-references on pages say, as far as it was asked for, by the page."""
        return {}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The labels on all visible pages, as Sphinx compares them, each with its page's path."""
        return {label: path for path, page in self.pages.items() for label in page.labels}

    @cached_property
    def untitled(self) -> frozenset[str]:
        """The labels on all visible pages that nothing with a title follows."""
        return frozenset(label for page in self.pages.values() for label in page.untitled)

    @cached_property
    def terms(self) -> Mapping[str, str]:
        """The terms that glossaries on visible pages define, in lower case, each with its page."""
        return {term: path for path, page in self.pages.items() for term in page.terms}

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
        for role in self.originals.values():
            for use in role.skills:
                found.setdefault(use.skill, {})[role.key] = role
        return {skill: tuple(roles.values()) for skill, roles in found.items()}

    @cached_property
    def families(self) -> Mapping[str, tuple[JobRole, ...]]:
        """Families in alphabetical order, each with its roles, retired ones apart, by title."""
        families: dict[str, list[JobRole]] = {}
        for role in sorted(self.originals.values(), key=lambda role: role.facts.title):
            if role.facts.status != "retired":
                families.setdefault(role.facts.family, []).append(role)
        return {name: tuple(families[name]) for name in sorted(families)}
