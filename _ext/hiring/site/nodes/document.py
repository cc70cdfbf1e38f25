"""A page's document, which is walked through without a generator in a generator.

Docutils hands each node it finds up through all nodes that hold it, and some thirty transforms,
collectors and handlers look through every page. For a writer it makes two messages of each node,
which are told nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator


class document(nodes.document):
    """The root of a page's doctree: visitors and transforms take it for docutils' own."""

    def findall(
        self,
        condition: Any = None,
        include_self: bool = True,
        descend: bool = True,
        siblings: bool = False,
        ascend: bool = False,
    ) -> Generator[Any, None, None]:
        """Return what docutils' own does: the nodes that meet a condition, in order.

        Whole walks for one kind of node, or for all, are made here; the others are docutils'.
        """
        is_whole = include_self and descend and not (siblings or ascend)
        if is_whole and (condition is None or isinstance(condition, type)):
            return _walk(self, condition or nodes.Node)
        return super().findall(condition, include_self, descend, siblings, ascend)

    def walkabout(self, visitor: nodes.NodeVisitor) -> bool:
        """Let a visitor visit all nodes, and depart from them, as docutils' own does."""
        return _visit(self, visitor)


def walk_fast(root: nodes.document) -> None:
    """Make a document, which Sphinx has made before it asks a parser, one of ours."""
    root.__class__ = document


def _walk(root: nodes.Node, kind: type[Any]) -> Generator[Any, None, None]:
    """Yield a node and all that are in it, in the order of the text, where they are of a kind."""
    if isinstance(root, kind):
        yield root
    above: list[Iterator[nodes.Node]] = []
    children = iter(root.children)
    while True:
        for node in children:
            if isinstance(node, kind):
                yield node
            # Not before it was handed out: who takes it may have changed what is in it.
            if node.children:
                above.append(children)
                children = iter(node.children)
                break
        else:
            if not above:
                return
            children = above.pop()


def _visit(node: nodes.Node, visitor: nodes.NodeVisitor) -> bool:
    """Let a visitor visit a node and all that are in it; return whether it wants to stop."""
    stops, departs = False, True
    try:
        try:
            visitor.dispatch_visit(node)
        except nodes.SkipNode:
            return False
        except nodes.SkipDeparture:
            departs = False
        try:
            for child in node.children[:]:
                if _visit(child, visitor):
                    stops = True
                    break
        except nodes.SkipSiblings:
            pass
    except nodes.SkipChildren:
        pass
    except nodes.StopTraversal:
        stops = True
    if departs:
        visitor.dispatch_departure(node)
    return stops
