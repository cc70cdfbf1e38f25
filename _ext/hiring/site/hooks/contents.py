"""The contents of a page beside it: a role's lead to each of its levels, which are no sections."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from hiring.site.domain.domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx


def name_levels(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Name the levels of a role's page in its contents, below the section that they stand in."""
    domain = domain_of(app.env)
    role = domain.handbook.role_on(domain.build.path_of(pagename))
    if role is None or not role.levels or not isinstance(doctree, nodes.document):
        return
    anchor = role.levels[0].anchor
    table = next((it for it in doctree.findall(nodes.target) if anchor in it["ids"]), None)
    around: nodes.Node | None = table
    while around is not None and not isinstance(around, nodes.section):
        around = around.parent
    if around is None:
        return
    # The page's own section is led to by its start.
    name = "" if isinstance(around.parent, nodes.document) else around["ids"][0]
    links = ((level.anchor, level.name) for level in role.levels)
    context["toc"] = with_links(context.get("toc", ""), name, links)


def with_links(toc: str, anchor: str, links: Iterable[tuple[str, str]]) -> str:
    """Return contents, as Sphinx writes them, with links to anchors first below a section."""
    lines = "".join(
        f'<li><a class="reference internal" href="#{escape(to)}">{escape(words)}</a></li>\n'
        for to, words in links
    )
    section = rf'(<a class="reference internal" href="#{re.escape(anchor)}">.*?</a>)(\s*<ul>\n?)?'

    def put_in(found: re.Match[str]) -> str:
        return f"{found[1]}{found[2]}{lines}" if found[2] else f"{found[1]}<ul>\n{lines}</ul>\n"

    return re.sub(section, put_in, toc, count=1, flags=re.DOTALL)
