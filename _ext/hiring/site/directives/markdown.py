"""Markdown of the handbook as nodes, at home on the page that defines it.

A block shown on another page keeps its origin: its links and images start at the page that it
comes from, and a warning in it names that page and line.
"""

from __future__ import annotations

import posixpath
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.statemachine import StringList
from sphinx import addnodes

from hiring.site.domain.domain import domain_of
from hiring.site.domain.references import link_to
from hiring.site.views.team import with_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.util.docutils import SphinxDirective


def render(directive: SphinxDirective, markdown: str, path: str, line: int) -> list[nodes.Node]:
    """Return the nodes of Markdown that stands in the file ``path`` from ``line`` on."""
    env, holder = directive.env, nodes.Element()
    home, here = domain_of(env).build.docname_of(path), env.docname
    markdown, line = with_marks(markdown, domain_of(env).handbook.pages.get(path), line)
    lines = StringList(markdown.split("\n"), source=path)
    with nullcontext() if home == here else _at_home(directive, home):
        # The parser counts from the directive's own line, and starts at the line after.
        directive.state.nested_parse(lines, line - 1 - directive.lineno, holder)
    if home != here:
        _bring_along(holder, path, home, here)
    return holder.children


@contextmanager
def _at_home(directive: SphinxDirective, home: str) -> Iterator[None]:
    """Let everything that is parsed stand on the page ``home``, which is another one."""
    env, document = directive.env, directive.state.document
    here, source = env.docname, document["source"]
    env.current_document.docname = home
    document["source"] = str(env.doc2path(home))
    try:
        yield
    finally:
        env.current_document.docname = here
        document["source"] = source


def _bring_along(holder: nodes.Element, path: str, home: str, here: str) -> None:
    """Make the links and images of ``home`` right for the page ``here``."""
    for anchor in list(holder.findall(nodes.reference)):
        if anchor.get("id_link"):
            to = anchor["refuri"].removeprefix("#")
            anchor.replace_self(link_to(home, to, anchor.children, home, "myst"))
    for link in holder.findall(addnodes.pending_xref):
        link["refdoc"] = here
        if not link.get("refdomain") and link["reftarget"].partition("#")[0].endswith(".md"):
            # MyST has found no such page, and so left the path as it stands at home.
            link["reftarget"] = _from_root(link["reftarget"], path)
    for image in holder.findall(nodes.image):
        image["uri"] = _from_root(image["uri"], path)
    for download in holder.findall(addnodes.download_reference):
        download["refdoc"] = here
        download["reftarget"] = _from_root(download["reftarget"], path)


def _from_root(address: str, path: str) -> str:
    if "://" in address or address.startswith("/"):
        return address
    return "/" + posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
