"""A table of criteria, with a column for each priority, as headings with entries.

A room of its own beside that of levels: their tables are alike, and what comes out of them is not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.importing.headings import destination
from hiring.importing.lines import LEFT_TABLE, Line
from hiring.importing.opened import grid_of, head_of, tables_opened, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RANK = 6
"""The rank of headings that are made here: below all that documents have of their own."""

_PRIORITIES = ("qualifications should", "qualifications nice")


def with_criteria_opened(lines: Sequence[Line]) -> list[Line]:
    """Return lines, in which each table of criteria is a heading a column, with its entries."""
    return list(tables_opened(lines, _criteria))


def _criteria(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield a table of criteria as headings with entries; nothing of one that is none.

    What names the rows, and how each criterion is assessed, is left out: neither is a criterion.
    The first column names the rows where a later one leads to the same place.
    """
    head, *body = grid_of(lines)
    leads = {at: destination(text_of(cell)) for at, cell in head.items()}
    if not any(to in _PRIORITIES for to in leads.values()) or not body:
        return
    asked = [at for at in sorted(leads) if leads[at].startswith("qualifications")]
    if leads.get(0) in [leads[at] for at in asked if at]:
        asked.remove(0)
    yield head_of([head], lines)
    for at in asked:
        yield replace(head[at][0], kind="heading", rank=_RANK, cells=(), table=())
        for row in body:
            for line in row.get(at, ()):
                yield Line(line.text, line.at, "entry")
    for row in body:
        for at in sorted(row):
            if at not in asked:
                yield Line(text_of(row[at]), row[at][0].at, to=LEFT_TABLE)
