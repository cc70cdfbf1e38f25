"""A role's page gets a way to its parts at its head, and where to go on at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.site.domain.domain import domain_of
from hiring.site.domain.references import path_of
from hiring.site.views.facts import MORE_FACTS
from hiring.site.views.role_page import for_hiring, near_roles, role_parts

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def complete_role_page(app: Sphinx, doctree: nodes.document) -> None:
    """Add the links to its parts below a role's facts, and the roles near it at the end."""
    domain, docname = domain_of(app.env), app.env.docname
    role = domain.handbook.role_on(path_of(docname))
    page = next(iter(doctree.findall(nodes.section)), None)
    if role is None or page is None:
        return
    for key in role.facts.related:
        domain.note_use(docname, "card", key)
    domain.note_use(docname, "plan", role.key)
    voice = domain.build.voice_on(docname)
    elements = (it for it in page.children if isinstance(it, nodes.Element))
    facts = next((it for it in elements if MORE_FACTS in it.get("classes", ())), None)
    if facts is not None:
        page.insert(page.index(facts) + 1, role_parts(page, voice))
    page += near_roles(role, domain.handbook, docname, voice)
    page += for_hiring(role, domain.handbook, docname, voice)
