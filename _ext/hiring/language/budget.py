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
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
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
        (
            text.count("\n"),
            MAX_LINES,
            gettext("a page of {count} lines, at most {most}: split it"),
        ),
        (
            _signs(text),
            MAX_SIGNS,
            gettext(
                "a page of {count} signs of markup such as `[`, `*` and `<`, at most {most}: "
                "split it"
            ),
        ),
        (
            _fences(text) // 2,
            MAX_FENCES,
            gettext("a page of {count} blocks, at most {most}: split it"),
        ),
    )
    for count, most, message in counts:
        if count > most:
            report.error(first_line, Rule.LIMIT, _told(message, count, most))
            return False
    return True


def _signs(text: str) -> int:
    """Return how many signs of markup a text has; none where it could not have too many."""
    return sum(map(text.count, _SIGNS)) if len(text) > MAX_SIGNS else 0


def _fences(text: str) -> int:
    """Return how many lines may open or close a block; none where there can't be too many."""
    most = sum(text.count(sign * 3) for sign in ":`~")
    return len(_FENCE.findall(text)) if most // 2 > MAX_FENCES else 0


def _told(message: str, count: int, most: int) -> str:
    said = message_lexicon()
    return message.format(count=said.grouped(count), most=said.grouped(most))


def _tables_fit(text: str, first_line: int, report: Report) -> bool:
    """Refuse endless tables, and wide ones: each row is filled up to the width of the first."""
    cells = 0
    for start, rows, columns in _tables(text):
        cells += rows * columns
        if rows > MAX_TABLE_ROWS:
            message = gettext("a table of {count} rows, at most {most}: split it")
            message = _told(message, rows, MAX_TABLE_ROWS)
        elif cells > MAX_TABLE_CELLS:
            message = gettext("{count} cells in tables up to here, at most {most}: split it")
            message = _told(message, cells, MAX_TABLE_CELLS)
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
