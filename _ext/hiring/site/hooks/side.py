"""What stands in the side of a role's page: the facts that its head does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from hiring.site.domain.builders import has_our_theme
from hiring.site.domain.domain import domain_of
from hiring.site.hooks.books import BUILDER
from hiring.site.nodes.voice import language_class
from hiring.site.views.build import paragraph
from hiring.site.views.facts import MORE_FACTS

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def show_facts_beside(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give the side of a role's page the facts that are folded below its head.

    Where there is no side, as on phones and on paper, they stay where they are.
    """
    builder, domain = app.builder, domain_of(app.env)
    path = domain.build.path_of(pagename)
    if domain.handbook.role_on(path) is None:
        return
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.name == BUILDER:
        return
    if not isinstance(doctree, nodes.document) or not has_our_theme(app.config):
        return
    section = next(iter(doctree.findall(nodes.section)), None)
    held = section.children if section is not None else []
    folded = (it for it in held if isinstance(it, nodes.Element) and MORE_FACTS in it["classes"])
    listed = next((next(it.findall(nodes.field_list), None) for it in folded), None)
    if listed is None or not listed.children:
        return
    voice = domain.build.voice_on(pagename)
    listed = listed.deepcopy()
    if changed := domain.build.changes.get(path):
        said, own = voice.lexicon, language_class(voice.of_words)
        name = said.say("page.last-changed")
        day = nodes.field_body("", paragraph(voice.fixed(said.day(changed))))
        listed += nodes.field("", nodes.field_name(name, name, classes=own), day)
    context["hiring_side"] = {
        "title": voice.lexicon.say("page.more-facts"),
        "language": voice.of_words,
        "facts": builder.render_partial(listed)["fragment"],
    }
