"""The handbook's Markdown as a posting's content: names instead of keys, no markup."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from hiring.exports.text import reference_words
from hiring.posting.content import Bullets, Content, Item, Section, Span, paragraph
from hiring.reading.markdown import parser
from hiring.reading.slugs import key_from
from hiring.reading.vocabulary import DIRECTIVES, PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hiring.model.handbook import Handbook

_ABSOLUTE = re.compile(r"(?:https?://|mailto:|tel:)[!-~]+")
_DIRECTIVE = re.compile(r"\{(?:hiring:)?([\w-]+)\}[ \t]*(.*)")
_OPTION = re.compile(r"\A\s*(?::[\w-]+:.*\n)+")
_PLAIN = Span("")
_BREAK = Span("\n")


class Reader:
    """Reads Markdown with the handbook's names and with what fills the placeholders."""

    def __init__(self, handbook: Handbook, fill: Mapping[str, str]) -> None:
        """Take the handbook, and the text of placeholders by name; the others show their label."""
        self.handbook = handbook
        self.fill = fill

    def content(self, markdown: str) -> tuple[Content, ...]:
        """Return what a block says."""
        return tuple(self.blocks(_nodes(markdown)))

    def sections(self, markdown: str) -> tuple[tuple[Content, ...], list[Section]]:
        """Return what stands before the first heading, and a section for each after it.

        A heading of the first level is the page's title, which the posting has already.
        """
        parts: list[tuple[str, list[SyntaxTreeNode]]] = [("", [])]
        for node in _nodes(markdown):
            if node.type == "heading" and node.tag == "h2":
                title = paragraph(self.inline(node.children, _PLAIN))
                parts.append((title.text if title else "", []))
            elif not (node.type == "heading" and node.tag == "h1"):
                parts[-1][1].append(node)
        sections = [
            Section(f"about-{key_from(title) or number}", title, tuple(self.blocks(nodes)))
            for number, (title, nodes) in enumerate(parts)
            if number
        ]
        return tuple(self.blocks(parts[0][1])), sections

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[Content]:
        """Yield the content of blocks; what a posting can't show is left out."""
        for node in nodes:
            if node.type in ("paragraph", "heading"):
                yield from self.paragraphs(node, Span("", strong=node.type == "heading"))
            elif node.type in ("bullet_list", "ordered_list"):
                yield from self.bullets(node)
            elif node.type == "table":
                yield from self.table(node)
            elif node.type in ("fence", "code_block", "colon_fence"):
                yield from self.fence(node)
            else:
                yield from self.blocks(node.children)

    def paragraphs(self, node: SyntaxTreeNode, style: Span) -> Iterator[Content]:
        """Yield a paragraph, or several where the author broke a line."""
        spans: list[Span] = []
        for span in [*self.inline(node.children, style), _BREAK]:
            if span is not _BREAK:
                spans.append(span)
                continue
            if found := paragraph(spans):
                yield found
            spans = []

    def bullets(self, node: SyntaxTreeNode) -> Iterator[Content]:
        """Yield a list; an ordered one says its numbers."""
        first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        items = []
        for number, child in enumerate(node.children):
            content = tuple(self.blocks(child.children))
            if content and first is not None:
                content = _numbered(content, first + number)
            if content:
                items.append(Item(content))
        if items:
            yield Bullets(tuple(items))

    def table(self, node: SyntaxTreeNode) -> Iterator[Content]:
        """Yield a table as a list of its rows."""
        items = []
        for row in (row for part in node.children for row in part.children):
            spans: list[Span] = []
            for cell in row.children:
                spans += [Span("; ")] if spans else []
                spans += self.inline(cell.children, Span("", strong=cell.type == "th"))
            if found := paragraph(spans):
                items.append(Item((found,)))
        if items:
            yield Bullets(tuple(items))

    def fence(self, node: SyntaxTreeNode) -> Iterator[Content]:
        """Yield the text of a note, and code line by line; what shows other parts is left out."""
        directive = _DIRECTIVE.match(node.info.strip())
        name = directive[1] if directive else "code-block"
        if name == "toctree" or (name in DIRECTIVES and DIRECTIVES[name].own):
            return
        body = _OPTION.sub("", node.content) if directive else node.content
        if name == "code-block":
            for line in body.split("\n"):
                if found := paragraph([Span(line)]):
                    yield found
            return
        title = directive[2] if directive and name in ("admonition", "dropdown", "card") else ""
        if found := paragraph([Span(title, strong=True)]):
            yield found
        yield from self.blocks(_nodes(body))

    def inline(self, nodes: Iterable[SyntaxTreeNode], style: Span) -> Iterator[Span]:
        """Yield the spans of inline nodes, which inherit the style of what holds them."""
        for node in nodes:
            if node.type == "text":
                yield from self.text(node.content, style)
            elif node.type == "code_inline":
                yield replace(style, text=node.content)
            elif node.type == "softbreak":
                yield replace(style, text=" ")
            elif node.type == "hardbreak":
                yield _BREAK
            elif node.type == "image":
                yield replace(style, text=node.content)
            elif node.type == "myst_role":
                words = reference_words(str(node.meta["name"]), node.content, self.handbook)
                yield replace(style, text=words)
            else:
                yield from self.inline(node.children, _styled(node, style))

    def text(self, text: str, style: Span = _PLAIN) -> Iterator[Span]:
        """Yield text, with placeholders filled, or showing their label."""
        end = 0
        declared = self.handbook.company.placeholders
        for match in PLACEHOLDER.finditer(text):
            name = match[1]
            if name not in self.fill and name not in declared:
                continue
            yield replace(style, text=text[end : match.start()])
            if name in self.fill:
                yield replace(style, text=self.fill[name])
            else:
                yield replace(style, text=f"[{declared[name].label}]", placeholder=name)
            end = match.end()
        yield replace(style, text=text[end:])


@lru_cache(maxsize=64)  # the postings of a role, one a level, read the same blocks
def _nodes(markdown: str) -> list[SyntaxTreeNode]:
    return SyntaxTreeNode(parser().parse(markdown)).children


def _styled(node: SyntaxTreeNode, style: Span) -> Span:
    if node.type == "strong":
        return replace(style, strong=True)
    if node.type == "em":
        return replace(style, em=True)
    href = str(node.attrs.get("href", ""))
    # What leads into the handbook leads nowhere from a job board.
    return replace(style, href=href) if _ABSOLUTE.fullmatch(href) else style


def _numbered(content: tuple[Content, ...], number: int) -> tuple[Content, ...]:
    first = content[0]
    if isinstance(first, Bullets):
        return content
    numbered = paragraph([Span(f"{number}. "), *first.spans])
    return (numbered, *content[1:]) if numbered else content
