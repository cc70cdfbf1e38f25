"""What stands beside each heading of a page: its address to copy, and a report on the section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hiring.model.language_tags import direction
from hiring.site.domain.builders import PAGED, has_our_theme
from hiring.site.domain.domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SCRIPT = "hiring/sections.js"
NAMES = ("copy", "copied", "ask")


def add_tools(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give a page of the handbook, in our theme, the script and its words in the page's language.

    Without the script, or where it may not copy, the link of a heading stays a plain one, and a
    page's end has the report on all of it.
    """
    domain = domain_of(app.env)
    page = domain.handbook.pages.get(domain.build.path_of(pagename))
    if page is None or app.builder.name not in PAGED or not has_our_theme(app.config):
        return
    if 'class="headerlink"' not in context.get("body", ""):
        return
    said = domain.handbook.lexicon(page.language)
    words = {name: said.say(f"section_tools.{name}") for name in NAMES}
    spoken = {"lang": said.language, "dir": direction(said.language)}
    context["hiring_section_tools"] = words | spoken
    app.add_js_file(SCRIPT)
