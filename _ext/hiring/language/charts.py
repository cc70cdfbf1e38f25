"""Directives that draw a table that stands in them: what it must be, so that it can be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.language.plain import words_of
from hiring.model.numbers import number_in
from hiring.model.problem import quoted
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.report import Report
    from hiring.model.tree import Directive, Node

CHARTED = {
    "bar-chart": "names in its first column, and numbers in the second",
    "hiring-timeline": "a row for each stage: its name first, and how long it takes last",
}
"""The directives that draw a table, and what they want it to be."""

MOST_ROWS = 60
"""How many rows are drawn: of more, nobody sees one."""


def check_charted(directive: Directive, report: Report) -> None:
    """Report what keeps a directive's table from being drawn."""
    wanted = CHARTED.get(directive.name)
    if wanted is None:
        return
    tables = [node for node in directive.children if node.kind == "table"]
    rows = list(_rows(tables[0])) if tables else []
    if len(tables) != 1 or len(rows) < 2:
        message = f"`{directive.name}` wants one table: {wanted}"
        report.error(directive.line, Rule.BLOCK_BODY, message)
    elif len(rows) > MOST_ROWS + 1:
        message = f"`{directive.name}` draws at most {MOST_ROWS} rows: split the table"
        report.error(rows[MOST_ROWS + 1].line, Rule.LIMIT, message)
    else:
        for row in rows[1:]:
            _check_row(directive.name, row, report)


def _rows(table: Node) -> Iterator[Node]:
    return (node for node in table.children if node.kind == "row")


def _check_row(name: str, row: Node, report: Report) -> None:
    cells = [" ".join(words_of(cell.children).split()) for cell in row.children]
    if not cells or not cells[0]:
        message = f"a row of `{name}` without a name: fill its first cell, or delete it"
        report.error(row.line, Rule.BLOCK_BODY, message)
    elif name == "bar-chart" and (len(cells) < 2 or number_in(cells[1]) is None):
        found = quoted(cells[1]) if len(cells) > 1 else "nothing"
        message = f"`bar-chart`: found {found} beside {quoted(cells[0])}, wanted a number, as .42"
        report.error(row.line, Rule.BLOCK_BODY, message)
