"""A page's document, which is walked through without a generator in a generator.

Docutils hands each node it finds up through all nodes that hold it, and some thirty transforms,
collectors and handlers look through every page. For a writer it makes two messages of each node,
which are told nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator


_WRITTEN = {nodes.comment, addnodes.index, addnodes.toctree}
"""Kinds of nodes that only who writes a page puts in it: what was read gets no more of them.

Pictures and downloads are none: an operator's extension may add one to a page that is written.
"""


class document(nodes.document):
    """The root of a page's doctree: visitors and transforms take it for docutils' own."""

    hiring_kinds: frozenset[type[nodes.Node]] | None = None
    """The kinds of nodes in a page that has been read, as soon as somebody has asked for them."""

    def _has_none(self, kind: type[Any]) -> bool:
        """Tell whether it is known without a walk that no node is of a kind."""
        known = self.hiring_kinds
        if known is None or kind not in _WRITTEN:
            return False
        return not any(issubclass(it, kind) for it in known)

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
            kind = condition or nodes.Node
            return walk([] if self._has_none(kind) else [self], kind)
        return super().findall(condition, include_self, descend, siblings, ascend)

    def walkabout(self, visitor: nodes.NodeVisitor) -> bool:
        """Let a visitor visit all nodes, and depart from them, as docutils' own does."""
        return _visit(self, visitor)


def walk_fast(root: nodes.document) -> None:
    """Make a document, which Sphinx has made before it asks a parser, one of ours."""
    root.__class__ = document


def walk(roots: Iterable[nodes.Node], kind: type[Any]) -> Generator[Any, None, None]:
    """Yield some nodes and all that are in them, in the order of the text, where of a kind."""
    above: list[Iterator[nodes.Node]] = []
    children = iter(roots)
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
