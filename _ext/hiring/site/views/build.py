"""Small builders of docutils nodes, shared by the views."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx import addnodes

from hiring.site.nodes.nodes import block_title, cell_label, handbook_table, scroll_region
from hiring.site.nodes.voice import language_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hiring.model.lexicon import Lexicon
    from hiring.site.nodes.voice import Voice

_PART = re.compile(r"\{(\w+)\}")


def text(words: str, *classes: str) -> nodes.inline:
    """Return words as an inline node."""
    return nodes.inline(words, words, classes=list(classes))


def with_code(words: str) -> list[nodes.Node]:
    """Return words whose parts between backticks are code."""
    parts = words.split("`")
    return [
        nodes.literal(part, part) if number % 2 and number < len(parts) - 1 else nodes.Text(part)
        for number, part in enumerate(parts)
        if part
    ]


def paragraph(*children: nodes.Node, classes: Sequence[str] = ()) -> nodes.paragraph:
    """Return a paragraph of inline nodes."""
    return nodes.paragraph("", "", *children, classes=list(classes))


def nothing(voice: Voice, name: str) -> nodes.paragraph:
    """Return what is said in place of a list that has nothing yet, by its name in the lexicon."""
    return paragraph(voice.fixed(voice.lexicon.say(f"page.{name}")), classes=["hiring-empty"])


def said_around(said: Lexicon, name: str, /, **parts: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return the words of a name with nodes among them: ``Asked for by`` and links."""
    found: list[nodes.Node] = []
    for at, text in enumerate(_PART.split(said.texts[name])):
        found += parts[text] if at % 2 else [nodes.Text(text)] if text else []
    return found


def joined(parts: Iterable[nodes.Node], between: str = ", ") -> list[nodes.Node]:
    """Return nodes with words between them."""
    found: list[nodes.Node] = []
    for part in parts:
        if found:
            found.append(nodes.Text(between))
        found.append(part)
    return found


def title(words: str, language: str = "") -> block_title:
    """Return a title for what a directive shows; it is no section of the page."""
    return block_title(words, words, classes=["hiring-title", *language_class(language)])


def reference(
    kind: str, target: str, docname: str, words: str = "", language: str = ""
) -> addnodes.pending_xref:
    """Return a cross-reference from ``docname``, with words of its own or the target's title.

    ``language`` is that of its words, where it is not the page's.
    """
    names = ["xref", "hiring", f"hiring-{kind}", *language_class(language)]
    shown = nodes.inline(words, words, classes=names)
    return addnodes.pending_xref(
        "",
        shown,
        refdomain="hiring",
        reftype=kind,
        reftarget=target,
        refdoc=docname,
        refexplicit=bool(words),
        refwarn=False,
    )


def page_link(path: str, words: str, here: str) -> addnodes.pending_xref:
    """Return a link from the page ``here``, as Sphinx names it, to the page at a path."""
    return addnodes.pending_xref(
        "",
        nodes.inline(words, words),
        refdomain="std",
        reftype="doc",
        reftarget=f"/{path.removesuffix('.md')}",
        refdoc=here,
        refexplicit=True,
        refwarn=True,
    )


def target(anchor: str) -> nodes.target:
    """Return an anchor that every builder can be sent to."""
    return nodes.target("", "", ids=[anchor])


def fields(
    rows: Iterable[tuple[str, Sequence[nodes.Node]] | tuple[str, Sequence[nodes.Node], str]],
    *classes: str,
    language: str = "",
) -> nodes.field_list:
    """Return names with their values, each value a run of inline nodes.

    ``language`` is that of the names, where it is not the page's; a row may have that of its own.
    """
    listed = nodes.field_list(classes=list(classes))
    for name, value, *own in rows:
        body = nodes.field_body("", paragraph(*value))
        shown = nodes.field_name(name, name, classes=language_class(*own or (language,)))
        listed += nodes.field("", shown, body)
    return listed


WIDE = 40
"""A column of prose, in the characters that it gets where width is counted in characters."""
NARROW = 14
"""Every other column."""


class Column(NamedTuple):
    """A column's name, its width in characters, and the name's language, if not the page's."""

    name: str
    width: int = NARROW
    language: str = ""


def table(
    columns: Mapping[str, int] | Sequence[str | Column],
    rows: Iterable[Sequence[Sequence[nodes.Node]]],
    *classes: str,
) -> nodes.table:
    """Return a table whose cells hold block nodes; the first of each row is its header.

    ``columns`` are names, with widths in characters where they are not narrow. Each cell
    carries its column's name, for screens too narrow for columns.
    """
    if isinstance(columns, Mapping):
        heads = [Column(name, width) for name, width in columns.items()]
    else:
        heads = [Column(it) if isinstance(it, str) else it for it in columns]
    group = nodes.tgroup(cols=len(heads))
    group += [
        nodes.colspec(colwidth=head.width, stub=number == 0) for number, head in enumerate(heads)
    ]
    group["stub-columns"] = 1
    group += nodes.thead("", nodes.row("", *map(_head, heads)))
    body = nodes.tbody()
    for cells in rows:
        row = nodes.row()
        for number, (head, cell) in enumerate(zip(heads, cells, strict=True)):
            entry = nodes.entry("", *cell, classes=_width_class(head))
            if number and cell:
                _label(entry, head)
            row += entry
        body += row
    group += body
    return handbook_table("", group, classes=["hiring-table", *classes])


def scrollable(label: str, shown: nodes.table, *classes: str) -> scroll_region:
    """Return a table in a region of its own, which scrolls where the page is too narrow."""
    return scroll_region("", shown, label=label, classes=list(classes))


def _head(column: Column) -> nodes.entry:
    classes = [*language_class(column.language), *_width_class(column)]
    return nodes.entry("", paragraph(nodes.Text(column.name)), classes=classes)


def _width_class(column: Column) -> list[str]:
    return ["hiring-wide"] if column.width == WIDE else []


def _label(entry: nodes.entry, column: Column) -> None:
    """Put a column's name at the start of a cell."""
    first, label = entry[0], cell_label(text=column.name, language=column.language)
    if isinstance(first, nodes.paragraph):
        first.insert(0, label)
    else:
        entry.insert(0, paragraph(label, classes=["hiring-cell-label-line"]))


def numbered(found: nodes.bullet_list, first: int) -> nodes.enumerated_list:
    """Return a list as one whose entries have numbers, from the ``first`` one on."""
    return nodes.enumerated_list(
        "", *found.children, enumtype="arabic", prefix="", suffix=".", start=first
    )


def bullets(items: Iterable[Sequence[nodes.Node]], *classes: str) -> nodes.bullet_list:
    """Return a list; each item is a run of block nodes."""
    return nodes.bullet_list(
        "", *(nodes.list_item("", *item) for item in items), classes=list(classes)
    )
