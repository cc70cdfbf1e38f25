"""What the bodies of others' directives must be, so that Sphinx and docutils take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.rules import Rule
from hiring.model.tree import Directive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.tree import Node

Fault = tuple[int, Rule, str]
"""A line, counted from 1, the rule, and what is wrong."""

HOLDERS = {"grid": ("grid-item", "grid-item-card"), "tab-set": ("tab-item",)}
"""Directives that hold nothing but some others."""

FILLED = frozenset(
    [
        *("note", "tip", "important", "warning", "caution", "admonition", "epigraph"),
        *("list-table", "tab-item", *HOLDERS),
    ]
)
"""Others' directives that can't be empty."""

_UNSEEN = ("label", "comment")


def body_faults(directive: Directive) -> Iterator[Fault]:
    """Yield what is wrong with what a directive holds."""
    name = directive.name
    if name in FILLED and not directive.body.strip():
        message = f"`{name}` is empty: fill it in, or delete it"
        yield directive.line, Rule.BLOCK_BODY, message
    elif name == "image" and directive.body.strip():
        message = f"`{name}` takes no body: put the text below the block"
        yield directive.body_line, Rule.BLOCK_BODY, message
    elif name in HOLDERS:
        yield from _held_faults(directive)
    elif name == "list-table":
        for fault in _table_faults(directive):
            yield directive.line, Rule.BLOCK_BODY, f"`list-table`: {fault}"
    elif name == "glossary":
        yield from _glossary_faults(directive)


def _held_faults(holder: Directive) -> Iterator[Fault]:
    items = HOLDERS[holder.name]
    for node in holder.children:
        if node.kind not in _UNSEEN and not (isinstance(node, Directive) and node.name in items):
            wanted = " or ".join(f"`{item}`" for item in items)
            message = f"`{holder.name}` holds nothing but {wanted}: put this into one"
            yield node.line, Rule.MISPLACED, message


def _table_faults(table: Directive) -> Iterator[str]:
    """Yield why a body is no table: a list of rows, each of which is a list of as many cells."""
    rows: list[int] = []
    if [node.kind for node in table.children] != ["bullet_list"]:
        yield "wanted one list of rows, each starting with `* - `"
        return
    for number, row in enumerate(table.children[0].children, 1):
        if [node.kind for node in row.children] != ["bullet_list"]:
            yield f"row {number} must be one list of cells, each line starting with `- `"
            return
        rows.append(len(row.children[0].children))
        if rows[-1] != rows[0]:
            yield f"cells: {rows[0]} in the first row, {rows[-1]} in row {number}"
            return
    for option, count, what in (
        ("header-rows", len(rows), "rows"),
        ("stub-columns", rows[0], "columns"),
    ):
        written = table.options.get(option, "")
        if written.isascii() and written.isdigit() and 0 < count <= int(written[:9]):
            yield f"`{option}` must be less than its {count} {what}"


def _glossary_faults(glossary: Directive) -> Iterator[Fault]:
    """Yield the lines where Sphinx loses which term a meaning belongs to."""
    explained, empty, any_term = True, True, False
    for number, line in enumerate(glossary.body.split("\n"), glossary.body_line):
        fault = ""
        if line and not line[0].isspace():
            if explained and not empty:
                fault = "leave an empty line above a term"
            elif not explained and empty:
                fault = "terms with one meaning stand below each other, without an empty line"
            explained, any_term = False, True
        elif line:
            fault = "" if any_term else "a meaning is indented below its term"
            explained = True
        empty = not line
        if fault:
            yield number, Rule.BLOCK_BODY, f"`glossary`: {fault}"


def code_language(node: Node) -> str:
    """Return the language that a block of code says it is in; "" where it says none."""
    if isinstance(node, Directive):
        return node.argument if node.name == "code-block" else ""
    return node.name if node.kind == "code_block" else ""
