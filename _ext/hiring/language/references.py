"""Where a page leads: every cross-reference, link, image and entry of a table of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.model.tree import Directive, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.model.tree import Node

_OF_NODES = {"link": "link", "image": "image"}

_ADDRESSES = {
    "target": "link",
    "link": "link",
    "img-top": "image",
    "img-bottom": "image",
    "img-background": "image",
}
"""What options hold addresses, and of what."""

_ENTRY = re.compile(r".*<([^<>]+)>\s*")
"""An entry of a table of contents with words of its own: ``Words <page>``."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference, placeholder or link: what it is, where it leads, and its line.

    ``kind`` is one of ``model.kinds``, or how text names one, as ``doc``; else ``link``, ``image``,
    ``download`` or ``glob``. ``contents`` is the line of the table of contents that it is in, or 0.
    ``has_words`` tells whether a cross-reference has words of its author's.
    """

    kind: str
    target: str
    line: int
    contents: int = 0
    has_words: bool = False


def references_in(nodes: Iterable[Node]) -> Iterator[Reference]:
    """Yield the references of nodes and of all that is in them, in the order of the text."""
    return references_among(walk(nodes))


def references_among(every: Iterable[Node]) -> Iterator[Reference]:
    """Yield the references of all nodes that ``walk`` yields."""
    for node in every:
        if isinstance(node, Directive):
            yield from _of_directive(node)
        elif node.kind == "reference":
            yield Reference(node.name, node.target, node.line, has_words=bool(node.text))
        elif node.kind == "placeholder":
            yield Reference("placeholder", node.name, node.line)
        elif kind := _OF_NODES.get(node.kind):
            yield Reference(kind, node.target, node.line)


def _of_directive(directive: Directive) -> Iterator[Reference]:
    """Yield where a directive leads by its argument, its options, and as a table of contents."""
    options = directive.options
    if directive.name in ("figure", "image"):
        yield Reference("image", directive.argument, directive.line)
    for option, kind in _ADDRESSES.items():
        if options.get(option) and options.get("link-type", "url") == "url":
            yield Reference(kind, options[option], directive.line_of(option))
    if directive.name == "toctree":
        yield from _contents(directive)


def _contents(directive: Directive) -> Iterator[Reference]:
    """Yield the pages that a table of contents names."""
    globs = "glob" in directive.options
    for line, entry in enumerate(directive.body.split("\n"), directive.body_line):
        named = _ENTRY.fullmatch(entry)
        target = named[1] if named else entry.strip()
        if "://" in entry:
            # Sphinx takes such an entry for an address elsewhere, whatever its scheme.
            yield Reference("link", target, line)
        elif target not in ("", "self"):
            pattern = globs and not named and set("*?[") & set(target)
            yield Reference("glob" if pattern else "toctree", target, line, directive.line)
