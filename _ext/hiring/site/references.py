"""Cross-references: where a role, a level, a question, a skill or an opening is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.roles import XRefRole

from hiring.model.opening import places_in_words

if TYPE_CHECKING:
    from docutils.nodes import Element, Node, system_message
    from sphinx.environment import BuildEnvironment

    from hiring.site.domain import HiringDomain


@dataclass(frozen=True, slots=True)
class Target:
    """Where an object is shown, its title, and the hint that a link to it gives."""

    docname: str
    anchor: str
    title: str
    hint: str = ""


OPENINGS_PAGE = "openings/index"
"""The page of open jobs, to which others lead where the handbook has it."""


def docname_of(path: str) -> str:
    """Return a page's name in Sphinx: its path without the ending."""
    return path.removesuffix(".md")


def find_target(domain: HiringDomain, kind: str, name: str) -> Target | None:
    """Return where an object of the handbook is shown, or None where there is none."""
    if kind == "skill":
        skill = domain.handbook.skill_names.get(name.lower())
        if skill is None:
            return None
        anchor = f"skill-{skill.key}"
        return Target(domain.config.skills_page, anchor, skill.name, skill.description)
    if kind == "opening":
        opening = domain.handbook.openings.get(name)
        if opening is None:
            return None
        where = places_in_words(opening.places, opening.facts.remote)
        return Target(docname_of(opening.path), "", opening.title, where)
    key, _, part = name.partition("/")
    role = domain.handbook.roles.get(key)
    if role is None:
        return None
    docname = docname_of(role.path)
    if kind == "role":
        return Target(docname, "", role.facts.title, role.facts.summary) if not part else None
    if kind == "level" and (level := role.level(part)):
        return Target(docname, level.anchor, role.title_at(level))
    if kind == "question" and (question := role.question(part)):
        return Target(docname, question.anchor, question.question)
    return None


class HandbookReference(XRefRole):
    """A cross-reference into the handbook; the page is read again when what it shows changes."""

    innernodeclass = nodes.inline  # words of prose; Sphinx's own choice is code

    def result_nodes(
        self, document: nodes.document, env: BuildEnvironment, node: Element, is_ref: bool
    ) -> tuple[list[Node], list[system_message]]:
        """Note what the reference shows, where the author gave no text of their own."""
        from hiring.site.domain import domain_of

        domain_of(env).note_use(env.docname, "target", f"{node['reftype']} {node['reftarget']}")
        return [node], []
