"""A page as Markdown (CommonMark, with the tables and footnotes of GitHub), of its document tree.

It is written from what is shown, after all directives and links are resolved: so it says what the
page says, and nothing that these readers may not have. What is an ornament of HTML is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from hiring.site.found.signs import (
    apart,
    code_span,
    escaped,
    indented,
    lines_of,
    marked,
    on_one_line,
    paragraph,
    picture,
    together,
)
from hiring.site.nodes.disclosures import question_item, question_list
from hiring.site.nodes.nodes import (
    ORNAMENTS,
    block_title,
    closing_notice,
    closing_remark,
    permalink,
)
from hiring.site.nodes.pictures import drawn, picture_legend

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LEFT_OUT: tuple[type[nodes.Node], ...] = (
    *(nodes.comment, nodes.system_message, nodes.substitution_definition, nodes.target),
    *(
        nodes.colspec,
        nodes.label,
        nodes.raw,
        addnodes.index,
        permalink,
        closing_notice,
        closing_remark,
        drawn,
        picture_legend,
        *ORNAMENTS,
    ),
)
"""What no copy has."""

ITEMS = (nodes.definition_list, nodes.field_list, nodes.option_list)
"""Lists of names, each with what is said of it: Markdown has no lists of that kind."""


def markdown_of(doctree: nodes.document, page: str) -> str:
    """Return a resolved page as Markdown; ``page`` is the name of its HTML file."""
    return "\n\n".join(_Writer(page).blocks(doctree.children)) + "\n"


class _Writer:
    """Writes the nodes of one page; each block is a text without an end of line."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.level = 0
        self.ways: dict[type[nodes.Node], Callable[..., Iterable[str]]] = {
            nodes.section: self.section,
            nodes.title: self.heading,
            nodes.rubric: self.heading,
            block_title: self.heading,
            nodes.bullet_list: self.listed,
            nodes.enumerated_list: self.listed,
            question_list: self.questions,
            nodes.table: self.table,
            nodes.literal_block: self.code,
            nodes.doctest_block: self.code,
            nodes.block_quote: self.quote,
            nodes.admonition: self.admonition,
            nodes.transition: lambda node: ["* * *"],
            nodes.footnote: self.footnote,
            nodes.image: lambda node: [picture(node)],
            nodes.line_block: lambda node: ["\\\n".join(self.blocks(node.children))],
        }

    def blocks(self, found: Iterable[nodes.Node]) -> list[str]:
        """Return the blocks that nodes are written as."""
        return apart([block for node in found for block in self.block(node) if block])

    def block(self, node: nodes.Node) -> Iterable[str]:
        """Return the blocks of one node; what is not known is what it holds."""
        if isinstance(node, LEFT_OUT):
            return []
        for kind in type(node).__mro__:
            if kind in self.ways:
                return self.ways[kind](node)
        if isinstance(node, ITEMS):
            return self.named(node)
        if isinstance(node, nodes.Admonition) and isinstance(node, nodes.Element):
            return self.admonition(node)
        if isinstance(node, nodes.Text):
            return [paragraph(escaped(node))]
        if isinstance(node, (nodes.TextElement, nodes.Inline)):
            return [paragraph(self.inline(node))]
        return self.blocks(node.children)

    def section(self, node: nodes.section) -> list[str]:
        """Return a section, whose heading is one level deeper."""
        self.level += 1
        found = self.blocks(node.children)
        self.level -= 1
        return found

    def heading(self, node: nodes.TextElement) -> list[str]:
        """Return a heading; one that is no section's stands below that in which it is."""
        within = 0 if isinstance(node.parent, nodes.section) and _is(node, nodes.title) else 1
        level = min(max(self.level, 1) + within + node.get("deeper", 0), 6)
        words = on_one_line(self.inline(node))
        return [f"{'#' * level} {words}"] if words else []

    def listed(self, node: nodes.Element) -> list[str]:
        """Return a list; entries of one block each stand close together."""
        first = node.get("start", 1) if isinstance(node, nodes.enumerated_list) else None
        entries = [
            indented("-" if first is None else f"{first + place}.", self.blocks(item.children))
            for place, item in enumerate(node.children)
        ]
        return together(entries)

    def named(self, node: nodes.Element) -> list[str]:
        """Return a list of names: each name strong, and what is said of it behind or below."""
        entries = []
        for item in node.children:
            assert isinstance(item, nodes.Element)
            *names, body = item.children
            name = ", ".join(self.inline(it) for it in names if isinstance(it, nodes.TextElement))
            first, *rest = [*self.blocks([body]), ""]
            starts = re.match(r"(?:[-#>|`]|\d+\.)", first)
            line = [f"**{name}**", first] if starts else [f"**{name}:** {first}".rstrip()]
            entries.append(indented("-", [block for block in (*line, *rest) if block]))
        return together(entries)

    def questions(self, node: nodes.Element) -> Iterator[str]:
        """Yield questions, each as a heading above its answer."""
        for item in node.findall(question_item):
            title, *answer = item.children
            assert isinstance(title, nodes.TextElement)
            yield f"{'#' * min(max(self.level, 1) + 1, 6)} {self.inline(title).strip()}"
            yield from self.blocks(answer)

    def table(self, node: nodes.table) -> Iterator[str]:
        """Yield a table's title, and its rows; the first is the head, as GitHub wants one."""
        yield from (
            f"**{self.inline(title)}**" for title in node.children if _is(title, nodes.title)
        )
        rows = [self.row(row) for row in node.findall(nodes.row)]
        columns = max(map(len, rows), default=0)
        if not columns:
            return
        if not any(node.findall(nodes.thead)):
            rows.insert(0, [""] * columns)
        rows.insert(1, ["---"] * columns)
        yield "\n".join(f"| {' | '.join([*row, *[''] * (columns - len(row))])} |" for row in rows)

    def row(self, row: nodes.row) -> list[str]:
        """Return the cells of a row, a line each."""
        cells = (self.blocks(cell.children) for cell in row.children)
        return ["<br>".join(cell).replace("\n", "<br>") for cell in cells]

    def code(self, node: nodes.Element) -> list[str]:
        """Return a block of code between fences that it does not hold."""
        text = node.astext().rstrip("\n")
        fence = max(("```", *(run + "`" for run in re.findall("`{3,}", text))), key=len)
        language = node.get("language", "")
        return [f"{fence}{'' if language in ('default', 'none') else language}\n{text}\n{fence}"]

    def quote(self, node: nodes.Element) -> list[str]:
        """Return what is quoted."""
        return ["\n".join(f"> {line}".rstrip() for line in lines_of(self.blocks(node.children)))]

    def admonition(self, node: nodes.Element) -> list[str]:
        """Return a note as a quote, whose title is what it is called."""
        own = next((child for child in node.children if _is(child, nodes.title)), None)
        name = self.inline(own) if own else type(node).__name__.capitalize()
        rest = self.blocks(child for child in node.children if child is not own)
        return ["\n".join(f"> {line}".rstrip() for line in lines_of([f"**{name}**", *rest]))]

    def footnote(self, node: nodes.footnote) -> list[str]:
        """Return a footnote."""
        name = next((child.astext() for child in node.children if _is(child, nodes.label)), "")
        return [indented(f"[^{name}]:", self.blocks(node.children), 4)]

    def inline(self, node: nodes.Node) -> str:
        """Return what stands in a line."""
        if isinstance(node, nodes.Text):
            return escaped(node)
        if isinstance(node, nodes.raw):
            return "<br>" if node.astext().startswith("<br") else ""
        if isinstance(node, LEFT_OUT):
            return ""
        if isinstance(node, nodes.literal):
            return code_span(node.astext())
        if isinstance(node, nodes.image):
            return picture(node)
        if isinstance(node, nodes.footnote_reference):
            return f"[^{node.astext()}]"
        inner = "".join(map(self.inline, node.children))
        if isinstance(node, nodes.strong):
            return marked(inner, "**")
        if isinstance(node, nodes.emphasis):
            return marked(inner, "*")
        if isinstance(node, nodes.reference) and inner.strip():
            return marked(inner, "[", f"](<{self.address(node)}>)")
        return inner

    def address(self, node: nodes.reference) -> str:
        """Return where a link leads; one within the page leads to the page."""
        found = node.get("refuri") or f"{self.page}#{node.get('refid', '')}"
        return str(found).replace("<", "%3C").replace(">", "%3E")


def _is(node: nodes.Node, kind: type[nodes.Node]) -> bool:
    return isinstance(node, kind)
