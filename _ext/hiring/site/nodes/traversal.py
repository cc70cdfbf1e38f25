"""Walks of a doctree: as docutils does them, but without a generator in a generator.

Docutils hands each node it finds up through all nodes that hold it, and some forty walks look
through every page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator


def register() -> None:
    """Put these walks in the place of those that ``findall`` is made of."""
    # What is no name of docutils' own any more changes nothing.
    nodes.Node._fast_findall = walk_for  # type: ignore[attr-defined]
    nodes.Node._superfast_findall = walk_all  # type: ignore[attr-defined]


def walk_for(self: nodes.Node, kind: type[Any]) -> Iterator[Any]:
    """Yield a node and all that are in it, in the order of the text, where they are of a kind."""
    ahead = [self]
    while ahead:
        node = ahead.pop()
        if isinstance(node, kind):
            yield node
        # Not before it was handed out: who takes it may have changed what is in it.
        if children := node.children:
            ahead += children[::-1]


def walk_all(self: nodes.Node) -> Iterator[nodes.Node]:
    """Yield a node and all that are in it, in the order of the text."""
    ahead = [self]
    while ahead:
        node = ahead.pop()
        yield node
        if children := node.children:
            ahead += children[::-1]
