"""The words of the language: directives with their options, and cross-references.

Everything that a page may use is here; anything else is an error with the nearest name.
"""

from __future__ import annotations

from dataclasses import dataclass

from hiring.model.role import BLOCKS


@dataclass(frozen=True, slots=True)
class Directive:
    """What a directive takes.

    ``options`` are the names allowed, None where we leave them to Sphinx. ``literal`` bodies are
    not Markdown. ``within`` is the directive that must hold this one, ``own`` is said of those
    that are ours.
    """

    options: tuple[str, ...] | None = None
    literal: bool = False
    within: str | None = None
    own: bool = True


def _theirs(*names: str, literal: bool = False) -> dict[str, Directive]:
    return {name: Directive(literal=literal, own=False) for name in names}


DIRECTIVES: dict[str, Directive] = {
    **{name: Directive(("from",)) for name in BLOCKS},
    "qualifications": Directive(("from", "priority")),
    "levels": Directive(("from",)),
    "level": Directive(("years", "background", "scope", "pay", "id"), within="levels"),
    "faq": Directive(("from", "only")),
    "question": Directive(("id", "also"), within="faq"),
    "role-facts": Directive(("role",)),
    "role-card": Directive(()),
    "role-list": Directive(("family", "skill", "display")),
    "level-diff": Directive(("from", "to")),
    "skill-matrix": Directive(("family",)),
    "skill-list": Directive(()),
    "search-box": Directive(()),
    "recent-changes": Directive(("count",)),
    **_theirs("note", "tip", "important", "warning", "caution", "admonition", "dropdown"),
    **_theirs("card", "grid", "grid-item", "grid-item-card", "tab-set", "tab-item"),
    **_theirs("figure", "image", "rubric", "epigraph", "glossary", "list-table"),
    **_theirs("code-block", "toctree", literal=True),
}

REFERENCES = ("role", "level", "question", "skill")
"""Our cross-references."""

INLINE = ("abbr", "doc", "download", "kbd", "ref", "sub", "sup", "term")
"""Sphinx's inline roles that pages may use beside our cross-references."""
