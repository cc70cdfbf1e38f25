"""What a page lists of what the program knows, as the search finds it: each rule, each law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.search.sections import PageSection
from hiring.site.domain.domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

LISTS = ("check-rules", "posting-laws")
"""The directives that show such a list: a page without them is not looked through."""

LISTED, BESIDE = "hiring-rules", "hiring-weight"
"""The classes of such a list, and of what stands beside the name of an entry."""


def listed_on(docname: str, env: BuildEnvironment) -> list[PageSection]:
    """Return the entries of such lists on a page that has been read."""
    build = domain_of(env).build
    page = build.handbook.pages.get(build.path_of(docname)) if build.is_ours(docname) else None
    if page is None or not any(name in page.text for name in LISTS):
        return []
    return list(entries_in(env.get_doctree(docname)))


def entries_in(doctree: nodes.document) -> Iterator[PageSection]:
    """Yield the entries of such lists in a doctree, each as a section of its page."""
    for entry in doctree.findall(nodes.definition_list_item):
        if LISTED not in entry.parent["classes"]:
            continue
        term, said = entry.children
        name = "".join(_name(it) for it in term.children if not _is_beside(it))
        lines = [it.astext().strip() for it in term.children if _is_beside(it)]
        lines += [it.astext() for it in said.findall(nodes.paragraph)]
        anchor = next(str(it["ids"][0]) for it in entry.findall(nodes.Element) if it["ids"])
        yield PageSection(anchor, name, _above(entry), "\n".join(lines))


def _name(node: nodes.Node) -> str:
    """Return the words of a name: a rule, which is code, has signs between them; a place may."""
    said = node.astext()
    return said.replace("-", " ") if isinstance(node, nodes.literal) else said


def _is_beside(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and BESIDE in node["classes"]


def _above(node: nodes.Node) -> tuple[str, ...]:
    """Return the heading that a list stands under, but for the title of its page."""
    while not isinstance(node, nodes.section | nodes.document):
        node = node.parent
    is_inner = isinstance(node, nodes.section) and isinstance(node.parent, nodes.section)
    return (node[0].astext(),) if is_inner else ()
