"""The handbook's Markdown as a posting's content: names instead of keys, no markup."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.exports.text import naming
from hiring.language.plain import captions, is_shown_here
from hiring.model.language_tags import ENGLISH, foreign
from hiring.model.slugs import key_from
from hiring.model.tree import Directive
from hiring.posting.content import (
    ADDED,
    Bullets,
    Content,
    Item,
    Paragraph,
    Section,
    Span,
    Table,
    paragraph,
    styled,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hiring.model.audience import Audience
    from hiring.model.handbook import Handbook
    from hiring.model.tree import Node

_ABSOLUTE = re.compile(r"(?:https?://|mailto:|tel:)[!-~]+")
_PLAIN = Span("")
_BREAK = Span("\n")


class Reader:
    """Makes content of Markdown, with the handbook's names and what fills the placeholders.

    The Markdown is that of one page at a time, on which its links start and parts are hidden.
    """

    def __init__(
        self,
        handbook: Handbook,
        fill: Mapping[str, str],
        readers: Audience | None = None,
        language: str = ENGLISH,
    ) -> None:
        """Take the handbook, and the text of placeholders by name; the others show their label.

        Parts that the ``readers`` may not see are left out; without any, none is. ``language`` is
        the posting's: what pages in another one say is marked with that.
        """
        self.language = language
        self.handbook = handbook
        self.fill = fill
        self.readers = readers
        self.turn_to("")

    def turn_to(self, path: str) -> None:
        """Take the page, by its path, whose Markdown comes next."""
        self.page = self.handbook.pages.get(path)
        self.named = naming(self.handbook, path)
        own = foreign(self.page.language, self.language) if self.page else ""
        self.plain = Span("", language=own)

    def content(self, nodes: Iterable[Node], path: str) -> tuple[Content, ...]:
        """Return what the nodes of a block say, which stands on the page ``path``."""
        self.turn_to(path)
        return tuple(self.blocks(nodes))

    def sections(
        self, nodes: Iterable[Node], path: str
    ) -> tuple[tuple[Content, ...], list[Section]]:
        """Return what stands before a page's first heading, and a section for each after it.

        A heading of the first level is the page's title, which the posting has already. A section
        begins at each heading as high as the first below that, whatever number that has.
        """
        self.turn_to(path)
        nodes = list(nodes)
        highest = next((it.number for it in nodes if it.kind == "heading" and it.number > 1), 2)
        first: list[Node] = []
        parts = [first]
        sections = []
        for node in nodes:
            for_team = self.is_for_team(node.line)
            if self.is_left_out(node.line):
                continue
            if node.kind == "heading" and 1 < node.number <= highest:
                title = paragraph(self.inline(node.children, self.plain))
                words = title.text if title else ""
                name = f"{ADDED}{key_from(words) or len(parts)}"
                found = Section(name, words, (), for_team=for_team, language=self.language)
                sections.append(found)
                parts.append([])
            elif not (node.kind == "heading" and node.number == 1):
                parts[-1].append(node)
        return tuple(self.blocks(first)), [
            replace(section, content=tuple(self.blocks(part)))
            for section, part in zip(sections, parts[1:], strict=True)
        ]

    def is_left_out(self, line: int) -> bool:
        """Tell whether a line of the page stands in a part that the readers may not see."""
        if self.page is None or self.readers is None:
            return False
        return self.page.is_beyond(line, self.readers)

    def is_for_team(self, line: int) -> bool:
        """Tell whether a line of the page stands in a part for the hiring team alone."""
        return self.page is not None and self.page.is_for_team(line)

    def blocks(self, nodes: Iterable[Node]) -> Iterator[Content]:
        """Yield the content of blocks; what a posting can't show is left out."""
        for node in nodes:
            if self.is_left_out(node.line):
                continue
            if not self.is_for_team(node.line):
                yield from self.block(node)
            else:
                yield from (replace(part, for_team=True) for part in self.block(node))

    def block(self, node: Node) -> Iterator[Content]:
        """Yield the content of a block."""
        if node.kind in ("paragraph", "heading"):
            style = replace(self.plain, strong=node.kind == "heading")
            yield from self.paragraphs(node.children, style)
        elif node.kind in ("bullet_list", "ordered_list"):
            yield from self.bullets(node)
        elif node.kind == "table":
            yield from self.table(node)
        elif node.kind == "code_block":
            yield from self.lines(node.text)
        elif isinstance(node, Directive):
            yield from self.directive(node)
        else:
            yield from self.blocks(node.children)

    def paragraphs(self, nodes: Iterable[Node], style: Span) -> Iterator[Content]:
        """Yield a paragraph, or several where the author broke a line."""
        spans: list[Span] = []
        for span in [*self.inline(nodes, style), _BREAK]:
            if span is not _BREAK:
                spans.append(span)
                continue
            if found := paragraph(spans):
                yield found
            spans = []

    def bullets(self, node: Node) -> Iterator[Content]:
        """Yield a list, without entries that say nothing."""
        content = (tuple(self.blocks(child.children)) for child in node.children)
        if items := tuple(Item(said) for said in content if said):
            yield Bullets(items, node.number if node.kind == "ordered_list" else None)

    def table(self, node: Node) -> Iterator[Content]:
        """Yield a table, without rows that say nothing."""
        lines = [[self.cell(cell.children) for cell in row.children] for row in node.children]
        said = [tuple(line) for line in lines if any(cell.spans for cell in line)]
        if said:
            yield Table(said[0], tuple(said[1:]))

    def cell(self, nodes: Iterable[Node]) -> Paragraph:
        """Return what a cell of a table says, which may be nothing."""
        spans = [Span(" ") if it is _BREAK else it for it in self.inline(nodes, self.plain)]
        return paragraph(spans) or Paragraph(())

    def directive(self, node: Directive) -> Iterator[Content]:
        """Yield what a directive says: its title, the words for an image, and its body."""
        if not is_shown_here(node):
            return
        yield from self.paragraphs(node.title, replace(self.plain, strong=True))
        for words in captions(node):
            yield from self.lines(words)
        if node.name == "code-block":
            yield from self.lines(node.body)
        yield from self.blocks(node.children)

    def lines(self, text: str) -> Iterator[Content]:
        """Yield each line of a text that is no Markdown."""
        for line in text.split("\n"):
            if found := paragraph([styled(self.plain, line)]):
                yield found

    def inline(self, nodes: Iterable[Node], style: Span) -> Iterator[Span]:
        """Yield the spans of inline nodes, which inherit the style of what holds them."""
        for node in nodes:
            match node.kind:
                case "placeholder":
                    yield from self.placeholder(node.name, style)
                case "softbreak":
                    yield styled(style, " ")
                case "linebreak":
                    yield _BREAK
                case "reference":
                    yield styled(style, self.named(node))
                case "strong" | "emph" | "link":
                    yield from self.inline(node.children, _styled(node, style))
                case "text" | "escaped" | "code" | "image" | "role":
                    yield styled(style, node.text)

    def placeholder(self, name: str, style: Span = _PLAIN) -> Iterator[Span]:
        """Yield what fills a placeholder, else its label, else what is written."""
        label = self.handbook.company.open_fact(name, "label", self.language)
        if name in self.fill:
            yield styled(style, self.fill[name])
        elif label:
            language = foreign(label.language, self.language)
            text = f"[{label.value}]"
            yield replace(style, text=text, placeholder=name, language=language)
        else:
            yield styled(style, f"[[{name}]]")


class RoleReader(Reader):
    """Reads each block of a role once: its postings, one a level, share most of them."""

    def __init__(
        self,
        handbook: Handbook,
        fill: Mapping[str, str],
        readers: Audience | None = None,
        language: str = ENGLISH,
    ) -> None:
        """Take what any reader does."""
        super().__init__(handbook, fill, readers, language)
        self._read: dict[int, tuple[Content, ...]] = {}

    def content(self, nodes: Iterable[Node], path: str) -> tuple[Content, ...]:
        """Return what the nodes of a block say, which stands on the page ``path``."""
        # The role holds them as long as its data is made; to compare them would take their time.
        if id(nodes) not in self._read:
            self._read[id(nodes)] = super().content(nodes, path)
        return self._read[id(nodes)]


def _styled(node: Node, style: Span) -> Span:
    if node.kind == "strong":
        return replace(style, strong=True)
    if node.kind == "emph":
        return replace(style, em=True)
    # What leads into the handbook leads nowhere from a job board.
    return replace(style, href=node.target) if _ABSOLUTE.fullmatch(node.target) else style
