"""How large a page's text is, counted before anything parses it: parsing would take the time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.language.limits import (
    MAX_FENCES,
    MAX_LINES,
    MAX_SIGNS,
    MAX_TABLE_CELLS,
    MAX_TABLE_ROWS,
)
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.report import Report

_SIGNS = "][*_`<&!\\{}~^$#=@+%"
_FENCE = re.compile(r":{3,}|`{3,}|~{3,}")


def fits(text: str, first_line: int, report: Report) -> bool:
    """Tell whether a text is small enough to be parsed; report what is too much of it, if any.

    ``first_line`` is the text's first in its file.
    """
    if not _tables_fit(text, first_line, report):
        return False
    counts = (
        (text.count("\n"), MAX_LINES, "lines"),
        (_signs(text), MAX_SIGNS, "signs of markup such as `[`, `*` and `<`"),
        (len(_FENCE.findall(text)) // 2, MAX_FENCES, "blocks"),
    )
    for count, most, what in counts:
        if count > most:
            message = f"a page of {count:,} {what}, at most {most:,}: split it"
            report.error(first_line, Rule.LIMIT, message)
            return False
    return True


def _signs(text: str) -> int:
    """Return how many signs of markup a text has; none where it could not have too many."""
    return sum(map(text.count, _SIGNS)) if len(text) > MAX_SIGNS else 0


def _tables_fit(text: str, first_line: int, report: Report) -> bool:
    """Refuse endless tables, and wide ones: each row is filled up to the width of the first."""
    cells = 0
    for start, rows, columns in _tables(text):
        cells += rows * columns
        if rows > MAX_TABLE_ROWS:
            message = f"a table of {rows:,} rows, at most {MAX_TABLE_ROWS:,}: split it"
        elif cells > MAX_TABLE_CELLS:
            message = f"{cells:,} cells in tables up to here, at most {MAX_TABLE_CELLS:,}: split it"
        else:
            continue
        report.error(first_line + start, Rule.LIMIT, message)
        return False
    return True


def _tables(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield for what looks like a table the line, from 0, under its head, its rows and columns."""
    start, rows, columns = 0, 0, 0
    if "|" not in text:
        return
    for number, line in enumerate([*text.split("\n"), ""]):
        if not start and "|" in line and "-" in line and not line.strip(" \t>|:-"):
            start, rows, columns = number, 0, len(line.strip(" \t>|").split("|"))
        elif line.strip(" \t>"):
            rows += 1
        else:
            if start:
                yield start, rows, columns
            start, rows = 0, 0
