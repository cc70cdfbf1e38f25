"""A tree as plain text: a paragraph a line, list entries with ``- `` or a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.language.vocabulary import DIRECTIVES, is_ours
from hiring.model.tree import Directive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hiring.model.tree import Node

    Named = Callable[[Node], str]
    """What a cross-reference, or a placeholder, says."""

UNSAID = ("html_inline", "footnote_reference")
"""The kinds of inline node that say nothing by themselves."""


CAPTIONS = ("header", "alt", "caption", "footer")
"""The options of others' directives that readers see as text."""


def as_written(node: Node) -> str:
    """Return what a cross-reference or placeholder says where nobody knows more: what it names."""
    if node.kind == "placeholder":
        return f"[[{node.name}]]"
    return node.text or node.target


def words_of(nodes: Iterable[Node], named: Named = as_written) -> str:
    """Return what inline nodes say, on one line."""
    parts: list[str] = []
    for node in nodes:
        if node.kind in ("reference", "placeholder"):
            parts.append(named(node))
        elif node.kind in ("softbreak", "linebreak"):
            parts.append(" ")
        elif node.children:
            parts.append(words_of(node.children, named))
        elif node.kind not in UNSAID:
            parts.append(node.text)
    return "".join(parts)


def is_shown_here(directive: Directive) -> bool:
    """Tell whether a directive says what it holds; the others show what is stated elsewhere."""
    if directive.name == "toctree" or "from" in directive.options:
        return False
    spec = DIRECTIVES.get(directive.name)
    return spec.body if spec else is_ours(directive)


def text_of(nodes: Iterable[Node], named: Named = as_written, *, code: bool = True) -> str:
    """Return what nodes say; ``named`` tells what cross-references and placeholders do.

    Without ``code``, blocks of it are left out: an example of something is not what a page says.
    """
    return "\n".join(_lines(nodes, named, 0, code))


def captions(directive: Directive) -> Iterator[str]:
    """Yield what readers see of a directive's options: words for an image, a card's ends."""
    for option in CAPTIONS if directive.name != "toctree" else ():
        if words := directive.options.get(option, ""):
            yield words


def _lines(nodes: Iterable[Node], named: Named, depth: int, code: bool) -> Iterator[str]:
    """Yield the lines; ``depth`` is in how many lists they are."""
    indent = "  " * max(depth - 1, 0)
    for node in nodes:
        if node.kind in ("paragraph", "heading", "cell"):
            yield indent + words_of(node.children, named)
        elif node.kind in ("bullet_list", "ordered_list"):
            yield from _list(node, named, depth + 1, code)
        elif isinstance(node, Directive):
            yield from (indent + line for line in _directive(node, named, code))
        elif node.kind == "code_block":
            if code:
                yield from node.text.rstrip("\n").split("\n")
        else:
            yield from _lines(node.children, named, depth, code)


def _list(node: Node, named: Named, depth: int, code: bool) -> Iterator[str]:
    number = node.number if node.kind == "ordered_list" else None
    for item in node.children:
        mark = "- " if number is None else f"{number}. "
        indent = "  " * (depth - 1)
        for line in _lines(item.children, named, depth, code):
            # The mark stands before the entry's own first line, not before an inner list's.
            own = mark and line.startswith(indent) and not line[len(indent) :].startswith(" ")
            yield f"{indent}{mark}{line[len(indent) :]}" if own else line
            mark = ""
        number = None if number is None else number + 1


def _directive(node: Directive, named: Named, code: bool) -> Iterator[str]:
    """Yield what a directive says: its title, the words for an image, and its body."""
    if not is_shown_here(node):
        return
    if title := words_of(node.title, named):
        yield title
    yield from captions(node)
    if node.name == "code-block" and code and node.body:
        yield from node.body.rstrip("\n").split("\n")
    yield from _lines(node.children, named, 0, code)
