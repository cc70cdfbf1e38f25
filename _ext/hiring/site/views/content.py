"""What stands in a posting's sections, as docutils nodes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.posting.content import Paragraph, Span, Table
from hiring.site.nodes.voice import language_class
from hiring.site.views.build import WIDE, Column, bullets, numbered, paragraph, table, text
from hiring.site.views.team import for_team

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from hiring.posting.content import Content


WHILE_OPEN = "hiring-while-open"
"""The class of what a browser takes back once a ``closing_notice`` beside it has come true."""


def blocks(
    content: Iterable[Content],
    without: Collection[str] = (),
    while_open: Collection[str] = (),
    *,
    marked: bool = False,
) -> Iterator[nodes.Node]:
    """Yield the content of a section, with marks around what is for the hiring team alone.

    ``without`` are ids of entries to leave out, ``while_open`` of those that a browser takes back
    in time; ``marked`` tells that a mark is around it already.
    """
    for to_mark, parts in groupby(content, lambda part: part.for_team and not marked):
        if to_mark:
            yield for_team(*blocks(parts, without, while_open, marked=True))
            continue
        for part in parts:
            if isinstance(part, Paragraph):
                yield nodes.paragraph("", "", *map(span_node, part.spans))
                continue
            if isinstance(part, Table):
                yield _table(part)
                continue
            items = [item for item in part.items if item.id not in without]
            found = bullets(list(blocks(item.content, marked=marked)) for item in items)
            for item, entry in zip(items, found.children, strict=True):
                if item.id in while_open and isinstance(entry, nodes.list_item):
                    entry["classes"].append(WHILE_OPEN)
            yield found if part.first is None else numbered(found, part.first)


def _table(part: Table) -> nodes.Node:
    columns = [Column(cell.text, WIDE) for cell in part.head]
    return table(
        columns, ([[paragraph(*map(span_node, cell.spans))] for cell in row] for row in part.rows)
    )


def span_node(span: Span) -> nodes.Node:
    """Return a run of text, with what marks it."""
    classes = ["hiring-placeholder"] * bool(span.placeholder) + language_class(span.language)
    found: nodes.Node = text(span.text, *classes) if classes else nodes.Text(span.text)
    if span.em:
        found = nodes.emphasis("", "", found)
    if span.strong:
        found = nodes.strong("", "", found)
    return nodes.reference("", "", found, refuri=span.href) if span.href else found
