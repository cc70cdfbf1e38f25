"""Directives that draw a table that stands in them: what it must be, so that it can be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.language.plain import words_of
from hiring.model.messages import gettext
from hiring.model.numbers import number_in
from hiring.model.problem import quoted
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.report import Report
    from hiring.model.tree import Directive, Node

CHARTED = ("bar-chart", "hiring-timeline")
"""The directives that draw a table."""

MOST_ROWS = 60
"""How many rows are drawn: of more, nobody sees one."""


def check_charted(directive: Directive, report: Report) -> None:
    """Report what keeps a directive's table from being drawn."""
    if directive.name not in CHARTED:
        return
    tables = [node for node in directive.children if node.kind == "table"]
    rows = list(_rows(tables[0])) if tables else []
    if len(tables) != 1 or len(rows) < 2:
        report.error(directive.line, Rule.BLOCK_BODY, _no_table(directive.name))
    elif len(rows) > MOST_ROWS + 1:
        message = gettext(
            "`{name}` draws at most {most} rows: split the table",
            name=directive.name,
            most=MOST_ROWS,
        )
        report.error(rows[MOST_ROWS + 1].line, Rule.LIMIT, message)
    else:
        for row in rows[1:]:
            _check_row(directive.name, row, report)


def _rows(table: Node) -> Iterator[Node]:
    return (node for node in table.children if node.kind == "row")


def _no_table(name: str) -> str:
    if name == "bar-chart":
        return gettext(
            "`bar-chart` wants one table: names in its first column, and numbers in the second"
        )
    return gettext(
        "`hiring-timeline` wants one table: a row for each stage: its name first, and how long it "
        "takes last"
    )


def _check_row(name: str, row: Node, report: Report) -> None:
    cells = [" ".join(words_of(cell.children).split()) for cell in row.children]
    if not cells or not cells[0]:
        message = gettext(
            "a row of `{name}` without a name: fill its first cell, or delete it", name=name
        )
        report.error(row.line, Rule.BLOCK_BODY, message)
    elif name == "bar-chart" and (len(cells) < 2 or number_in(cells[1]) is None):
        found = quoted(cells[1]) if len(cells) > 1 else gettext("nothing")
        message = gettext(
            "`bar-chart`: found {found} beside {name}, wanted a number, as .42",
            found=found,
            name=quoted(cells[0]),
        )
        report.error(row.line, Rule.BLOCK_BODY, message)
