"""The outline of a page: its headings, its labels, the terms that it defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from myst_parser.slugs import github_slugify, unique_slug

from hiring.language.plain import words_of
from hiring.model.tree import Directive, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hiring.model.tree import Node

_UNSEEN = ("label", "comment")
"""What stands above a title and readers do not see."""


def marked_in(nodes: Iterable[Node]) -> list[Node]:
    """Return all nodes that ``walk`` yields but plain text, as half of a page's nodes are."""
    return [node for node in walk(nodes) if node.kind not in ("text", "softbreak")]


def start_of(nodes: Iterable[Node]) -> int | None:
    """Return the line of the first thing that readers see, None where there is none."""
    return next((node.line for node in nodes if node.kind not in _UNSEEN), None)


def headings_of(nodes: Iterable[Node]) -> list[Node]:
    """Return the headings that make a page's sections: no other holds sections."""
    return [node for node in nodes if node.kind == "heading"]


def heading_text(heading: Node) -> str:
    """Return a heading's text as its author wrote it: cross-references say what they name."""
    return " ".join(words_of(heading.children).split())


def slugs_of(headings: Iterable[Node]) -> list[str]:
    """Return the anchors that MyST gives to headings, in the page's order."""
    return slugs_for(_slugged(heading) for heading in headings)


def slugs_for(titles: Iterable[str]) -> list[str]:
    """Return the anchors that MyST gives to headings of plain text."""
    found: dict[str, None] = {}
    for title in titles:
        if slug := github_slugify(title):
            found[unique_slug(slug, found)] = None
    return list(found)


def _slugged(heading: Node) -> str:
    """Return what of a heading its anchor is made of: no cross-references, no images."""
    parts = (
        f"[[{node.name}]]" if node.kind == "placeholder" else node.text
        for node in walk(heading.children)
        if node.kind in ("text", "escaped", "code", "placeholder", "html_inline")
    )
    return "".join(parts)


def labels_in(every: Iterable[Node]) -> Iterator[tuple[str, int]]:
    """Yield the labels that authors give, each with its line, of all nodes that ``walk`` yields."""
    for node in every:
        if node.kind == "label":
            yield node.name, node.line
        elif isinstance(node, Directive) and (name := node.options.get("name")):
            yield name, node.line_of("name")


def untitled_in(nodes: Sequence[Node], every: Iterable[Node]) -> Iterator[str]:
    """Yield the labels that no heading follows: what refers to one has no title to show.

    What a directive gives the label above it is not known here: those are left out. ``every`` are
    all nodes that ``walk`` yields of the page's.
    """
    for siblings in (nodes, *(node.children for node in every if node.children)):
        above: list[str] = []
        for node in siblings:
            if node.kind == "label":
                above.append(node.name)
            elif node.kind != "comment":
                yield from above if node.kind not in ("heading", "directive") else ()
                above = []
        yield from above


def terms_in(every: Iterable[Node]) -> Iterator[tuple[str, int]]:
    """Yield the terms of all glossaries, as they are written, of all nodes that ``walk`` yields."""
    for node in every:
        if isinstance(node, Directive) and node.name == "glossary":
            for at, line in enumerate(node.body.split("\n"), node.body_line):
                # What stands at the margin is a term; Sphinx takes `term : group` for it, too.
                if line.strip() and not line[0].isspace():
                    yield line.partition(" : ")[0].strip(), at
