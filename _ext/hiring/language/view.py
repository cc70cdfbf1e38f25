"""What an audience sees of a page's tree: the tree without the parts that are hidden from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.language.vocabulary import DIRECTIVES
from hiring.model.messages import gettext
from hiring.model.tree import Directive

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from hiring.model.tree import Node

    Range = tuple[int, int]
    """The first and last line of a part, from 1: those of its marks."""

_CONTINUED = ("bullet_list", "ordered_list", "footnote", "code_block")
"""What goes on behind empty lines, where more of its kind, or an indented line, stands there."""

_PIECES = {
    "bullet_list": lambda: gettext("list"),
    "ordered_list": lambda: gettext("list"),
    "block_quote": lambda: gettext("quote"),
    "table": lambda: gettext("table"),
    "code_block": lambda: gettext("block of code"),
    "html_block": lambda: gettext("block of HTML"),
}


def visible(nodes: Iterable[Node], hidden: Sequence[Range]) -> tuple[Node, ...]:
    """Return nodes without those that start inside one of the ``hidden`` parts.

    A part stands around whole blocks: ``split_by`` tells of the others.
    """
    return tuple(_visible(nodes, hidden)) if hidden else tuple(nodes)


def is_joined(nodes: Iterable[Node], hidden: Sequence[Range], lines: Sequence[str]) -> bool:
    """Tell whether there are other nodes than those of the tree, once ``hidden`` parts are empty.

    What stands before a part may go on behind it: two lists become one. A part among the options
    of a directive leaves others. ``lines`` are the page's.
    """
    before, is_gap = "", False
    for node in nodes:
        if _is_hidden(node, hidden):
            is_gap = True
            continue
        indented = lines[node.line - 1][:1].isspace()
        if is_gap and before in _CONTINUED and (indented or node.kind == before):
            return True
        inside = _inside(node, hidden)
        if inside and (not isinstance(node, Directive) or _is_changed(node, inside, lines)):
            return True
        before, is_gap = node.kind, False
    return False


def _is_changed(node: Directive, hidden: Sequence[Range], lines: Sequence[str]) -> bool:
    """Tell whether parts in a directive are more than whole blocks of what it holds."""
    options_end = max([node.body_line, *node.option_lines.values()])
    return any(first < options_end for first, _ in hidden) or is_joined(
        node.children, hidden, lines
    )


def _is_hidden(node: Node, hidden: Sequence[Range]) -> bool:
    return any(first < node.line < last for first, last in hidden)


def _inside(node: Node, hidden: Sequence[Range]) -> list[Range]:
    """Return the parts that start inside a node."""
    return [part for part in hidden if node.line < part[0] <= node.last]


def _visible(nodes: Iterable[Node], hidden: Sequence[Range]) -> Iterator[Node]:
    for node in nodes:
        if _is_hidden(node, hidden):
            continue
        inside = _inside(node, hidden)
        if isinstance(node, Directive) and inside:
            yield replace(
                node,
                body=_blanked(node.body, node.body_line, inside),
                children=tuple(_visible(node.children, inside)),
            )
        else:
            yield node


def blocks_of(level: Directive) -> list[Directive]:
    """Return the blocks of ours that a level states for itself alone."""
    inside = (it for it in level.children if isinstance(it, Directive))
    return [
        it for it in inside if it.name in DIRECTIVES and level.name in DIRECTIVES[it.name].inside
    ]


def without_blocks(level: Directive) -> Directive:
    """Return a level, or any directive, without those blocks: their lines are empty."""
    blocks = blocks_of(level)
    if not blocks:
        return level
    lines = [(it.line, it.last) for it in blocks]
    kept = tuple(it for it in level.children if not any(it is block for block in blocks))
    return replace(level, body=_blanked(level.body, level.body_line, lines), children=kept)


def _blanked(body: str, first_line: int, hidden: Sequence[Range]) -> str:
    """Return a body that starts on a line with each hidden line empty."""
    lines = body.split("\n")
    for first, last in hidden:
        for number in range(max(first - first_line, 0), min(last - first_line + 1, len(lines))):
            lines[number] = ""
    return "\n".join(lines)


def split_by(nodes: Iterable[Node], parts: Collection[Range]) -> Iterator[tuple[int, str]]:
    """Yield the marks of parts that stand inside a piece of Markdown, each with what that is.

    The marks are empty lines in what the nodes were read of. A directive may hold whole parts, and
    a part whole directives; one that starts in a directive and ends outside is cut in two.
    """
    marks = sorted(line for part in parts for line in part)
    for node in nodes:
        inside = [line for line in marks if node.line < line < node.last]
        if not inside:
            continue
        if isinstance(node, Directive):
            cut = [
                line
                for first, last in parts
                for line, other in ((first, last), (last, first))
                if node.line < line < node.last and not node.line < other < node.last
            ]
            yield from ((line, gettext("block `{name}`", name=node.name)) for line in cut)
            yield from split_by(node.children, parts)
        elif node.kind in _PIECES:
            yield from ((line, _PIECES[node.kind]()) for line in inside)
