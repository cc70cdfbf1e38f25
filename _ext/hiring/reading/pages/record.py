"""What one page says by itself: the result of reading it, as the cache keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field

from hiring.language.references import Reference
from hiring.model.audience import Audience
from hiring.model.facts import OpeningFacts
from hiring.model.interviews import Interview, Rubric
from hiring.model.kept_facts import KeptFrontMatter
from hiring.model.problem import Problem
from hiring.model.role import Block, Level, Priority, Question
from hiring.model.role_facts import RoleFacts
from hiring.model.skill_steps import Qualification
from hiring.reading.sources.projection import Parts


@dataclass(slots=True, kw_only=True)
class Shown:
    """A directive that shows what others state: its name, argument, options and line."""

    name: str
    argument: str
    options: dict[str, str]
    option_lines: dict[str, int]
    line: int

    def line_of(self, option: str) -> int:
        """Return the line of an option; the directive's own where it has none."""
        return self.option_lines.get(option, self.line)


@dataclass(slots=True, kw_only=True)
class PageRecord:
    """All that one file says by itself.

    ``audience`` is None where the page states none. ``front_matter`` is None where it can't be
    read; ``field_lines`` gives the line of each of its fields, as ``role.title``, and ``anchors``
    that of each definition; ``slugs`` are the anchors that its headings get; ``skills`` are those
    that the qualifications name, with their lines, and ``level_skills`` those that levels name by
    their ids; those of ``qualifications`` are as written, too; ``untitled`` are labels without a
    title.
    ``own_blocks`` are those that the company adds, with their lines, and ``emptied`` the facts that
    an opening states as none, as `conditions: []`.
    ``translates`` is the path of the page that this one says in another language, once pages are
    put together, and ``translates_from`` the language that that one states. ``markdown`` is the
    body of an opening's page; ``parts`` are the parts of the whole file, for whomever they are.
    """

    path: str
    audience: Audience | None
    title: str = ""
    title_line: int = 1
    body_line: int = 1
    markdown: str = ""
    parts: Parts = field(default_factory=Parts)
    front_matter: KeptFrontMatter | None = None
    field_lines: dict[str, int] = field(default_factory=dict)
    anchors: dict[str, int] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    own_blocks: list[tuple[str, int]] = field(default_factory=list)
    levels: list[Level] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    skills: list[tuple[str, Priority, int]] = field(default_factory=list)
    qualifications: list[Qualification] = field(default_factory=list)
    level_skills: list[tuple[str, str, int]] = field(default_factory=list)
    interviews: list[Interview] = field(default_factory=list)
    rubrics: list[Rubric] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    labels: list[tuple[str, int]] = field(default_factory=list)
    untitled: list[str] = field(default_factory=list)
    slugs: list[str] = field(default_factory=list)
    terms: list[tuple[str, int]] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    translates: str = ""
    translates_from: str | None = None
    emptied: list[str] = field(default_factory=list)

    @property
    def role(self) -> RoleFacts | None:
        """The role's facts, where this is a role's page and states them well."""
        return self.front_matter.role if self.front_matter else None

    @property
    def opening(self) -> OpeningFacts | None:
        """The opening's facts, where this is an opening's page and states them well."""
        return self.front_matter.opening if self.front_matter else None

    def states(self, field: str) -> bool:
        """Tell whether a fact is the page's own, and not taken from the page that it translates."""
        return not self.translates or field in self.field_lines

    def field_line(self, name: str) -> int:
        """Return the line of a field of the front matter; 1 where the page does not have it."""
        return self.field_lines.get(name, 1)
