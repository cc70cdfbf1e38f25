"""What the bodies of others' directives must be, so that Sphinx and docutils take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.problem import about
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
        message = gettext("`{name}` is empty: fill it in, or delete it", name=name)
        yield directive.line, Rule.BLOCK_BODY, message
    elif name == "image" and directive.body.strip():
        message = gettext("`{name}` takes no body: put the text below the block", name=name)
        yield directive.body_line, Rule.BLOCK_BODY, message
    elif name in HOLDERS:
        yield from _held_faults(directive)
    elif name == "list-table":
        for fault in _table_faults(directive):
            yield directive.line, Rule.BLOCK_BODY, about("`list-table`", fault)
    elif name == "glossary":
        yield from _glossary_faults(directive)


def _held_faults(holder: Directive) -> Iterator[Fault]:
    items = HOLDERS[holder.name]
    for node in holder.children:
        if node.kind not in _UNSEEN and not (isinstance(node, Directive) and node.name in items):
            wanted = message_lexicon().either(tuple(f"`{item}`" for item in items))
            message = gettext(
                "`{name}` holds nothing but {wanted}: put this into one",
                name=holder.name,
                wanted=wanted,
            )
            yield node.line, Rule.MISPLACED, message


def _table_faults(table: Directive) -> Iterator[str]:
    """Yield why a body is no table: a list of rows, each of which is a list of as many cells."""
    rows: list[int] = []
    if [node.kind for node in table.children] != ["bullet_list"]:
        yield gettext("wanted one list of rows, each starting with `* - `")
        return
    for number, row in enumerate(table.children[0].children, 1):
        if [node.kind for node in row.children] != ["bullet_list"]:
            yield gettext(
                "row {number} must be one list of cells, each line starting with `- `",
                number=number,
            )
            return
        rows.append(len(row.children[0].children))
        if rows[-1] != rows[0]:
            yield gettext(
                "cells: {first} in the first row, {count} in row {number}",
                first=rows[0],
                count=rows[-1],
                number=number,
            )
            return
    for option, count, message in (
        ("header-rows", len(rows), gettext("`{option}` must be less than its {count} rows")),
        ("stub-columns", rows[0], gettext("`{option}` must be less than its {count} columns")),
    ):
        written = table.options.get(option, "")
        if written.isascii() and written.isdigit() and 0 < count <= int(written[:9]):
            yield message.format(option=option, count=count)


def _glossary_faults(glossary: Directive) -> Iterator[Fault]:
    """Yield the lines where Sphinx loses which term a meaning belongs to."""
    explained, empty, any_term = True, True, False
    for number, line in enumerate(glossary.body.split("\n"), glossary.body_line):
        fault = ""
        if line and not line[0].isspace():
            if explained and not empty:
                fault = gettext("leave an empty line above a term")
            elif not explained and empty:
                fault = gettext(
                    "terms with one meaning stand below each other, without an empty line"
                )
            explained, any_term = False, True
        elif line:
            fault = "" if any_term else gettext("a meaning is indented below its term")
            explained = True
        empty = not line
        if fault:
            yield number, Rule.BLOCK_BODY, about("`glossary`", fault)


def code_language(node: Node) -> str:
    """Return the language that a block of code says it is in; "" where it says none."""
    if isinstance(node, Directive):
        return node.argument if node.name == "code-block" else ""
    return node.name if node.kind == "code_block" else ""
