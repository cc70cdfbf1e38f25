"""A page gets what its writer need not write: a way to its parts, where to go on, what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.site.domain.domain import domain_of
from hiring.site.views.changes import page_changes
from hiring.site.views.facts import MORE_FACTS
from hiring.site.views.role_page import for_hiring, near_roles, role_parts

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def complete_page(app: Sphinx, doctree: nodes.document) -> None:
    """Add what a page has beside what its writer wrote.

    Of a role's, links to its parts below its facts, and the roles near it; of any page, what
    changed on it.
    """
    domain, docname = domain_of(app.env), app.env.docname
    handbook, voice = domain.handbook, domain.build.voice_on(docname)
    section = next(iter(doctree.findall(nodes.section)), None)
    page = handbook.pages.get(domain.build.path_of(docname))
    if section is None or page is None:
        return
    if role := handbook.role_on(page.path):
        for key in role.facts.related:
            domain.note_use(docname, "card", key)
        domain.note_use(docname, "plan", role.key)
        elements = (it for it in section.children if isinstance(it, nodes.Element))
        facts = next((it for it in elements if MORE_FACTS in it.get("classes", ())), None)
        if facts is not None:
            parts = role_parts(section, voice, for_hiring(role, handbook, docname, voice))
            section.insert(section.index(facts) + 1, parts)
        section += near_roles(role, handbook, docname, voice)
    section += page_changes(page, voice)
    if role:
        section += for_hiring(role, handbook, docname, voice)
