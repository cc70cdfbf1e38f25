"""What nodes say as people read it, with the line ends of their source: a place has its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.language.plain import as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.language.plain import Named
    from hiring.model.tree import Node

GAP = "…"
"""What stands for code: it is no text that somebody wrote for people."""

_SILENT = ("softbreak", "linebreak", "html_inline", "html_block", "footnote_reference")


def spoken(nodes: Iterable[Node], line: int, named: Named = as_written) -> str:
    """Return the words of nodes, the first of which stands on ``line``; code is a gap.

    Each line end of the source is one of the text.
    """
    parts: list[str] = []
    for leaf in leaves(nodes):
        if leaf.line > line:
            parts.append("\n" * (leaf.line - line))
            line = leaf.line
        if leaf.kind in ("reference", "placeholder"):
            parts.append(" ".join(named(leaf).split()))
        elif leaf.kind in ("code", "code_block"):
            parts.append(GAP)
        elif leaf.kind not in _SILENT:
            parts.append(leaf.text)
    return "".join(parts)


def leaves(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the nodes that hold no others, in the order of the text."""
    for node in nodes:
        if node.children:
            yield from leaves(node.children)
        else:
            yield node


def entries_of(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the entries of the lists among nodes; an inner list is part of the entry it is in."""
    for node in nodes:
        if node.kind in ("bullet_list", "ordered_list"):
            yield from node.children
