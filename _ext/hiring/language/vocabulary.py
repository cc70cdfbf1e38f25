"""The words of the language: directives with their options, and cross-references.

Everything that a page may use is here; anything else is an error with the nearest name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from hiring.language.option_tables import COLUMNS, OPTIONS
from hiring.language.options import Choice, Count, Option, Text, option_fault
from hiring.model.blocks import BLOCKS
from hiring.model.fact_table import facts_of
from hiring.model.kinds import OURS
from hiring.model.level_facts import LevelFacts

if TYPE_CHECKING:
    from hiring.model.tree import Directive

Argument = Literal["none", "title", "required"]


@dataclass(frozen=True, slots=True)
class DirectiveSpec:
    """What a directive takes.

    ``options`` are those allowed and what each may hold, None where nobody here knows them;
    ``argument`` is what may stand behind the name, and ``columns`` what it must be where it is no
    text. ``body`` tells whether anything may stand inside, ``literal`` that it is not Markdown.
    ``within`` are the directives of which one must hold this one, ``inside`` those of ours that
    may, and ``own`` is said of those that are ours.
    """

    options: Mapping[str, Option] | None = None
    argument: Argument = "title"
    body: bool = True
    literal: bool = False
    within: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    own: bool = True
    columns: Option | None = None

    def fault(self, option: str, value: str, body: str) -> str | None:
        """Return what is wrong with the value of an option above a body, None if nothing is."""
        return option_fault(option, (self.options or {})[option], value, body)


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


DIRECTIVES: dict[str, DirectiveSpec] = {
    **{name: _block() for name in BLOCKS},
    "qualifications": replace(_block("priority", "id"), inside=("level",)),
    "levels": DirectiveSpec({**_texts("from"), "adds": Choice(choices=("all",))}),
    "level": _part("levels", "years", "background", "scope", *facts_of(LevelFacts), "beside", "id"),
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

REFERENCES = OURS
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

    ``references`` are inline roles, ours and others'.
    """

    directives: Mapping[str, DirectiveSpec] = field(default_factory=lambda: DIRECTIVES)
    references: tuple[str, ...] = (*REFERENCES, *INLINE)
    schemes: tuple[str, ...] = SCHEMES

    @classmethod
    def extended(
        cls,
        directives: Iterable[str] = (),
        references: Iterable[str] = (),
        schemes: Iterable[str] = (),
    ) -> Vocabulary:
        """Return the language with an operator's additions.

        What an added directive holds is not read as Markdown: nobody here knows what it is. The
        site's guard looks at what comes of it.
        """
        return _extended(tuple(directives), tuple(references), tuple(schemes))


LANGUAGE = Vocabulary()
"""The language without additions."""


@cache
def _extended(
    directives: tuple[str, ...], references: tuple[str, ...], schemes: tuple[str, ...]
) -> Vocabulary:
    if not (directives or references or schemes):
        return LANGUAGE
    return Vocabulary(
        {**_theirs(*directives, literal=True), **DIRECTIVES},
        tuple(dict.fromkeys((*REFERENCES, *INLINE, *references))),
        tuple(dict.fromkeys((*SCHEMES, *(scheme.lower() for scheme in schemes)))),
    )


def is_rubric(directive: Directive) -> bool:
    """Tell whether a `rubric` is one of ours, with points for a skill, and no heading of a part."""
    return bool(directive.body.strip() or RUBRIC_OPTIONS & directive.options.keys())


PLACEHOLDER = re.compile(r"\[\[([^\[\]]+)\]\]")
"""What only an opening can say, by its name: ``[[location]]``."""
