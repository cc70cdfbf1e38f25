"""A sheet of jobs, one a row: its columns are known by name, as headings are."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.importing.formats.plain import decoded, read_plain
from hiring.importing.headings import DATA, destination, folded
from hiring.importing.lines import Line, Unreadable, clean, says_something, without_mark
from hiring.model.data import stated_in
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_ROWS = 1_000
MAX_COLUMNS = 200
MAX_CELL = 100_000
"""More is no sheet of jobs."""


@dataclass(frozen=True)
class SheetRow:
    """A row: its number in the sheet, as programs for sheets count, and the lines that it makes."""

    number: int
    lines: tuple[Line, ...]


def table_of(data: bytes) -> list[list[Line]]:
    """Return a CSV file as a table: the lines of each row, a line a cell."""
    found = []
    for number, (_, cells) in enumerate(_read(data)):
        found.append(
            [
                Line(text, f"row {number + 1}", table=(1, number, column))
                for column, cell in enumerate(cells)
                for row in cell.splitlines()
                if says_something(text := clean(without_mark(row)[0]))
            ]
        )
    return found


def _read(data: bytes) -> list[tuple[int, list[str]]]:
    """Return the rows of a CSV file that say something, each with its line."""
    text = decoded(data)
    csv.field_size_limit(MAX_CELL)
    try:
        read = csv.reader(io.StringIO(text, newline=""), _dialect(text), strict=True)
        return [(read.line_num, cells) for cells in read if any(map(says_something, cells))]
    except csv.Error as error:
        raise Unreadable(
            gettext("it can't be read as CSV: {error}; save the sheet as CSV anew", error=error)
        ) from None


def rows_of(data: bytes) -> tuple[list[SheetRow], list[str]]:
    """Return the rows of a CSV file, and what is wrong with it, by row."""
    found = _read(data)
    if len(found) < 2:
        raise Unreadable(gettext("it has no row below the names of its columns"))
    if len(found) > MAX_ROWS or len(found[0][1]) > MAX_COLUMNS:
        raise Unreadable(
            gettext(
                "it has more than {rows} rows or {columns} columns: part it",
                rows=MAX_ROWS,
                columns=MAX_COLUMNS,
            )
        )
    names = [clean(name) for name in found[0][1]]
    special = [_special(name) for name in names]
    title = _title_of(names)
    rows, wrong = [], []
    for number, (_, cells) in enumerate(found[1:], 2):
        if len(cells) > len(names):
            wrong.append(
                gettext(
                    "row {number}: {cells} cells below {names} names of columns: put a cell "
                    "with a comma in it into quotes",
                    number=number,
                    cells=len(cells),
                    names=len(names),
                )
            )
        elif len(cells) <= title or not says_something(cells[title]):
            wrong.append(
                gettext(
                    "row {number}: `{name}` is empty: a job needs a title",
                    number=number,
                    name=names[title],
                )
            )
        else:
            rows.append(SheetRow(number, tuple(_lines(number, names, special, cells, title))))
    return rows, wrong


def _dialect(text: str) -> type[csv.Dialect]:
    """Return how the cells are parted: by what stands most often in the first line."""
    first = text.split("\n", 1)[0]

    class Dialect(csv.excel):
        delimiter = max(",;\t", key=first.count)

    return Dialect


def _special(name: str) -> str:
    """Return what a column is that no heading of a document is, as ``pay min``."""
    said = folded(name.replace("_", " "))
    for kind, names in stated_in(DATA)["columns"].items():
        if said in map(folded, names):
            return str(kind)
    return ""


def _title_of(names: Sequence[str]) -> int:
    for number, name in enumerate(names):
        if destination(name.replace("_", " ")) == "title":
            return number
    known = ", ".join(f"`{name}`" for name in names if name)
    raise Unreadable(
        gettext("no column is named `Title` or `Job title`: it has {known}", known=known)
    )


def _lines(
    number: int, names: Sequence[str], special: Sequence[str], cells: Sequence[str], title: int
) -> Iterator[Line]:
    """Yield the lines of a row: a label and its value each, or a heading and what is under it."""
    yield Line(clean(cells[title]), _at(number, names[title]), "heading", 1)
    said = {kind: clean(cell) for kind, cell in zip(special, cells, strict=False) if kind}
    low, high = said.get("pay min", ""), said.get("pay max", "")
    if low or high:
        amounts = " - ".join(it for it in (low, high) if it)
        text = f"{said.get('currency', '')} {amounts} {said.get('pay per', '')}".strip()
        yield Line(f"Pay | {text}", _at(number, "pay"), "row", cells=("Pay", text))
    whole = ""
    for column, cell in enumerate(cells):
        name, at = names[column].replace("_", " "), _at(number, names[column])
        if column == title or not says_something(cell):
            continue
        if special[column] == "description":
            whole = cell
        elif not special[column] and "\n" not in cell.strip() and not re.search(r"<\w+", cell):
            text = clean(cell)
            yield Line(f"{name} | {text}", at, "row", cells=(name, text))
        elif not special[column]:
            yield Line(name, at, "heading", 2)
            yield from _inside(cell, at)
    yield from _inside(whole, _at(number, "description")) if says_something(whole) else ()


def _at(number: int, column: str) -> str:
    return gettext("row {number}, {column}", number=number, column=column)


def _inside(cell: str, at: str) -> Iterator[Line]:
    """Yield the lines in a cell, which may be text or HTML."""
    data = cell.encode("utf-8")
    if re.search(r"<(?:p|br|ul|li|div|h\d|b|strong)\b", cell):
        from hiring.importing.formats.web import read_web

        lines = read_web(data)
    else:
        lines = read_plain(data)
    for line in lines:
        kept = line.kind if line.rank != 1 else "heading"
        yield Line(
            line.text,
            f"{at}, {line.at}",
            kept,
            max(line.rank, 2) if kept == "heading" else 0,
            line.strong,
            line.apart,
        )
