"""The words of the language: directives with their options, and cross-references.

Everything that a page may use is here; anything else is an error with the nearest name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from hiring.language.directive_spec import Argument, DirectiveSpec
from hiring.language.option_tables import COLUMNS, OPTIONS
from hiring.language.options import Choice, Count, Option, Text
from hiring.model import kinds
from hiring.model.blocks import BLOCKS, BlockKind
from hiring.model.fact_classes import OURS, FactClasses
from hiring.model.fact_table import facts_of
from hiring.model.level_facts import LevelFacts

if TYPE_CHECKING:
    from hiring.model.tree import Directive

ASKED = ("assesses", "level")
"""The options of a question of an interview, beside its id."""

STAGE_OPTIONS = ("minutes", "format", "assesses", "interviewers", "setting", "prepare", "days")
"""The options of a stage of an interview, beside its id."""

ANEW = ("minutes", "assesses", "interviewers", "setting", "prepare", "days")
"""The options that a stage may state anew which is another role's, by `:from:`."""


def _texts(*names: str) -> dict[str, Option]:
    """Return options of ours: what they hold is checked where the handbook is known."""
    return dict.fromkeys(names, Text())


def _block(*options: str) -> DirectiveSpec:
    return DirectiveSpec(_texts("from", *options), argument="none")


def _view(*options: str, argument: Literal["title", "required"] = "title") -> DirectiveSpec:
    return DirectiveSpec(_texts(*options), argument, body=False)


def _part(within: str | tuple[str, ...], *options: str) -> DirectiveSpec:
    holders = (within,) if isinstance(within, str) else within
    return DirectiveSpec(_texts(*options), "required", within=holders)


def _theirs(*names: str, argument: Argument = "title", **more: Any) -> dict[str, DirectiveSpec]:
    return {name: DirectiveSpec(OPTIONS.get(name), argument, own=False, **more) for name in names}


def _level_options(facts: type[LevelFacts]) -> tuple[str, ...]:
    return "years", "background", "scope", *facts_of(facts), "beside", "id"


DIRECTIVES: dict[str, DirectiveSpec] = {
    **{name: _block() for name in BLOCKS},
    "qualifications": replace(_block("priority", "id"), inside=("level",)),
    "levels": DirectiveSpec({**_texts("from"), "adds": Choice(choices=("all",))}),
    "level": _part("levels", *_level_options(LevelFacts)),
    "faq": DirectiveSpec(_texts("from", "only")),
    "question": _part(("faq", "stage"), "id", "also", *ASKED),
    "interview": _block("role", "briefing", "days"),
    "stage": _part("interview", "from", *STAGE_OPTIONS, "id"),
    "coverage-matrix": _view("role"),
    "scorecard": _view("role", "stage", "level"),
    "resume-screen": _view("role"),
    "decision-agenda": _view("role"),
    "candidate-briefing": _view("role"),
    "never-asked": _view(),
    "posting": DirectiveSpec(_texts("role", "level", "location"), argument="none", body=False),
    "role-facts": _view("role"),
    "role-card": _view(argument="required"),
    "role-list": _view("family", "skill", "display"),
    "level-diff": _view("from", "to"),
    "compare": _view("family"),
    "skill-matrix": _view("family", "role"),
    "skill-list": _view(),
    "pay-chart": _view("family", "role"),
    "career-map": _view("family", "role"),
    "org-chart": _view("family", "role"),
    "hiring-timeline": DirectiveSpec(_texts()),
    "bar-chart": DirectiveSpec(_texts()),
    "opening-list": _view("family", "role"),
    "readiness-list": _view("role"),
    "posting-generator": _view("role"),
    "application-checklist": _view("role"),
    "check-rules": _view(),
    "posting-laws": _view(),
    "search-box": _view(),
    "recent-changes": DirectiveSpec({"count": Count(most=999)}, body=False),
    "change-list": DirectiveSpec({"count": Count(most=999)}, body=False),
    "review-list": _view("family", "owner"),
    **_theirs("note", "tip", "important", "warning", "caution", "dropdown", "card", "tab-set"),
    **_theirs("list-table", "epigraph", "glossary"),
    **_theirs("admonition", "figure", "image", "rubric", argument="required"),
    **_theirs("grid", columns=COLUMNS),
    **_theirs("grid-item", "grid-item-card", within=("grid",)),
    **_theirs("tab-item", argument="required", within=("tab-set",)),
    **_theirs("code-block", literal=True),
    **_theirs("toctree", argument="none", literal=True),
}

THEIRS = frozenset(name for name, spec in DIRECTIVES.items() if not spec.own) - {"rubric"}
"""The directives of others, which no domain has; a `rubric` of ours there is as well."""


def without_domain(name: str, theirs: Collection[str] = THEIRS) -> str:
    """Return a name without our domain, unless it is that of others, which is not in there."""
    bare = name.removeprefix("hiring:")
    return name if bare in theirs else bare


RUBRIC_OPTIONS = frozenset(("role", "level", "from"))
"""The options of a `rubric` that is ours, and no heading."""

DEFINING = (*BLOCKS, "levels", "faq", "interview")
"""The directives that define something of their page's role, or show another's by ``:from:``."""

SOURCED = (*DEFINING, "rubric")
"""The directives that have either a body or `:from:`."""

TITLED = ("admonition", "card", "dropdown", "grid-item-card", "list-table", "rubric", "tab-item")
"""The directives of others whose argument readers see, as a title: Markdown within a line."""

CONTENT_ON_FIRST_LINE = (
    *("note", "tip", "important", "warning", "caution"),
    *("epigraph", "glossary", "grid-item", "tab-set"),
)
"""The directives that take no argument: what stands behind their name is the body's first line."""

KIT = (*("coverage-matrix", "scorecard", "resume-screen", "decision-agenda", "candidate-briefing"),)
"""The directives that show a part of a role's interview."""

SEVERAL = ("levels", "faq")
"""The directives whose ``:from:`` takes several roles, or ``all``."""

PARTED = (*SEVERAL, "interview")
"""The directives that hold nothing but their parts."""

REFERENCES = kinds.OURS
"""Our cross-references."""

INLINE = ("abbr", "doc", "download", "kbd", "ref", "sub", "sup", "term")
"""Sphinx's inline roles that pages may use beside our cross-references."""

CROSS_REFERENCES = (*REFERENCES, "doc", "download", "ref", "term")
"""The inline roles that lead somewhere: ours and Sphinx's."""

SCHEMES = ("http", "https", "mailto", "tel")
"""What an address may start with."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that pages may use: the words of the language, and those that an operator adds.

    ``references`` are inline roles, ours and others'. ``facts`` are the classes of what pages may
    state, ``blocks`` those that a company adds to ours.
    """

    directives: Mapping[str, DirectiveSpec] = field(default_factory=lambda: DIRECTIVES)
    references: tuple[str, ...] = (*REFERENCES, *INLINE)
    schemes: tuple[str, ...] = SCHEMES
    facts: FactClasses = OURS
    blocks: tuple[tuple[str, BlockKind], ...] = ()

    def block(self, name: str) -> BlockKind | None:
        """Return what a block of that name is, ours or the company's; None where there is none."""
        return BLOCKS.get(name) or self.own_block(name)

    def own_block(self, name: str) -> BlockKind | None:
        """Return what a block that the company adds is; None where it adds none of that name."""
        return dict(self.blocks).get(name)

    @classmethod
    def extended(
        cls,
        directives: Iterable[str] = (),
        references: Iterable[str] = (),
        schemes: Iterable[str] = (),
        facts: FactClasses = OURS,
        blocks: tuple[tuple[str, BlockKind], ...] = (),
    ) -> Vocabulary:
        """Return the language with the additions of an operator, and of a company.

        What an added directive holds is not read as Markdown: nobody here knows what it is. The
        site's guard looks at what comes of it.
        """
        return _extended(tuple(directives), tuple(references), tuple(schemes), facts, blocks)


LANGUAGE = Vocabulary()
"""The language without additions."""


@lru_cache(maxsize=16)
def _extended(
    directives: tuple[str, ...],
    references: tuple[str, ...],
    schemes: tuple[str, ...],
    facts: FactClasses,
    blocks: tuple[tuple[str, BlockKind], ...],
) -> Vocabulary:
    if not (directives or references or schemes or blocks or facts is not OURS):
        return LANGUAGE
    own = {name: _block() for name, _ in blocks}
    ours = {**DIRECTIVES, "level": _part("levels", *_level_options(facts.level))}
    return Vocabulary(
        {**_theirs(*directives, literal=True), **own, **ours},
        tuple(dict.fromkeys((*REFERENCES, *INLINE, *references))),
        tuple(dict.fromkeys((*SCHEMES, *(scheme.lower() for scheme in schemes)))),
        facts,
        blocks,
    )


def is_ours(directive: Directive) -> bool:
    """Tell whether a directive is ours or the company's: what operators add has no children."""
    spec = DIRECTIVES.get(directive.name)
    return spec.own if spec else bool(directive.children)


def is_rubric(directive: Directive) -> bool:
    """Tell whether a `rubric` is one of ours, with points for a skill, and no heading of a part."""
    return bool(directive.body.strip() or RUBRIC_OPTIONS & directive.options.keys())


PLACEHOLDER = re.compile(r"\[\[([^\[\]]+)\]\]")
"""What only an opening can say, by its name: ``[[location]]``."""
