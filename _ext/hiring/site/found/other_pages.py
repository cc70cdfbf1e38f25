"""The project's pages beside the handbook, as our search takes them: plain pages with sections.

Where the theme is ours, Sphinx makes no index: a reader has one search, which finds all of a site.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from hiring.search.others import OtherPage
from hiring.search.sections import PageSection
from hiring.site.domain.domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

_UNREAD = (
    *(nodes.comment, nodes.raw, nodes.system_message, nodes.substitution_definition, nodes.title),
    *(addnodes.toctree, addnodes.index, nodes.footnote_reference),
)
"""What is no text of a section."""

_NAMING_PAGES = ("", "std", "hiring")
"""The domains whose references name pages, one of which may be hidden."""


def other_pages(env: BuildEnvironment) -> tuple[OtherPage, ...]:
    """Return the pages of a project that are not the handbook's, in order."""
    build = domain_of(env).build
    names = (it for it in sorted(env.found_docs) if not build.is_ours(it) and it in env.titles)
    return tuple(
        OtherPage(
            path=f"{posixpath.relpath(name, build.folder)}.md",
            title=env.titles[name].astext(),
            sections=tuple(_sections(env.get_doctree(name))),
        )
        for name in names
        if "nosearch" not in env.metadata[name]
    )


def _sections(doctree: nodes.document) -> Iterator[PageSection]:
    """Yield a page's sections, and what its API describes; the first has no anchor."""
    # What stands under the title of the page is the page's own.
    top = next((it for it in doctree.children if isinstance(it, nodes.section)), doctree)
    yield PageSection("", "", (), _words(top))
    for part in _inner(top):
        yield from _below(part, ())


def _below(node: nodes.Element, parents: tuple[str, ...]) -> Iterator[PageSection]:
    anchor, heading = _named(node)
    yield PageSection(anchor, heading, parents, _words(node))
    for part in _inner(node):
        yield from _below(part, (*parents, heading))


def _inner(node: nodes.Node) -> Iterator[nodes.Element]:
    """Yield the nearest parts of a node that have an anchor of their own."""
    for child in node.children:
        if isinstance(child, (nodes.section, addnodes.desc)):
            yield child
        else:
            yield from _inner(child)


def _named(node: nodes.Element) -> tuple[str, str]:
    """Return the anchor and the heading of a part."""
    kind = addnodes.desc_signature if isinstance(node, addnodes.desc) else nodes.title
    head = next(iter(node.findall(kind)), None)
    owner = head if isinstance(head, addnodes.desc_signature) else node
    anchor = str((owner["ids"] or [""])[0])
    return anchor, " ".join(head.astext().split()) if head is not None else ""


def _words(node: nodes.Node) -> str:
    return " ".join(_text(node).split())


def _text(node: nodes.Node) -> str:
    """Return the text of a part, without that of parts inside."""
    if isinstance(node, nodes.Text):
        return node.astext()
    return " ".join(_text(it) for it in node.children if _is_read(it))


def _is_read(node: nodes.Node) -> bool:
    if isinstance(node, (nodes.section, addnodes.desc, addnodes.desc_signature, *_UNREAD)):
        return False
    if not isinstance(node, addnodes.pending_xref) or node.get("refexplicit"):
        return True
    return node.get("refdomain", "") not in _NAMING_PAGES
