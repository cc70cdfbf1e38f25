"""Levels that stand in a table, or in a line each, as headings with what stands under them.

A description whose levels are stated so has no headings for them. What comes out has, and then it
is read as all others are. Whether it makes levels is told later: where not, nothing is opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from hiring.importing.durations import years_in
from hiring.importing.headings import folded, label_destination
from hiring.importing.level_names import step_named
from hiring.importing.lines import LEFT_TABLE, YEARS, Line
from hiring.importing.values import says

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_LEVEL_RANK, _INNER_RANK = 5, 6
"""The ranks of headings that are made here: below all that documents have of their own."""

_ONE_LINE = re.compile(r"(?P<name>[^:]{2,70}?)\s*(?::|\s[–—-]\s(?!.*:))\s*(?P<said>\S.*)")
_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]{1,60})\)")
_FIRST = re.compile(r"(?P<first>[^,;.]{1,40})(?:[,;.]\s+(?P<rest>\S.*)|\.?$)")
_BARE = re.compile(
    r"(?:ab |from |dès )?\d{1,2}(?:\s?(?:[-–—]|to|bis|à)\s?\d{1,2}|\s?\+)?(?: an| jahr| year)?",
    re.I,
)
_OF_YEARS = re.compile(r"\b(?:years|jahre|annees)\b")
_MOST_STEPS = 12

_OF_LEVELS = ("responsibilities", "duties", "qualifications")

Cells = dict[int, list[Line]]
"""The lines of a row, by the number of the column."""


@dataclass(frozen=True, slots=True)
class _Rung:
    """A level: its name, where it stands, and what is said of it under each label."""

    name: str
    at: str
    said: tuple[tuple[str, list[Line]], ...]


def with_levels_opened(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with headings for levels; they are the same where no levels stand so."""
    return list(_in_lines([*tables_opened(lines, _table)]))


def holds_levels(lines: Sequence[Line]) -> bool:
    """Tell whether lines are a table of levels, one a row or a column."""
    return any(_table(lines))


def tables_opened(
    lines: Sequence[Line], opened: Callable[[Sequence[Line]], Iterable[Line]]
) -> Iterator[Line]:
    """Yield lines, those of a table as they are opened; as they are where nothing comes of it."""
    for table, group in groupby(lines, key=lambda line: line.table[:1]):
        found = list(group)
        yield from (list(opened(found)) if table else []) or found


def _table(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield a table of levels as headings with lines; nothing of one that is none."""
    grid = grid_of(lines)
    rungs = _by_row(grid) or _by_column(grid)
    if rungs:
        yield head_of(grid, lines)
        yield from _written(rungs)


def grid_of(lines: Sequence[Line]) -> list[Cells]:
    """Return the rows of a table, each with the lines of its cells."""
    rows: dict[int, Cells] = {}
    for line in lines:
        row = rows.setdefault(line.table[1], {})
        if line.cells:
            for column, text in enumerate(line.cells):
                if text:
                    row[column] = [Line(text, line.at)]
        else:
            row.setdefault(line.table[2], []).append(line)
    return [rows[number] for number in sorted(rows)]


def text_of(cell: Sequence[Line]) -> str:
    """Return what a cell says, in one line."""
    return " ".join(line.text for line in cell)


def _by_row(grid: Sequence[Cells]) -> list[_Rung]:
    """Return the levels whose names stand in the first column, below a head or without one."""
    for start in (1, 0):
        body = grid[start:]
        names = [text_of(row.get(0, ())) for row in body]
        if _are_steps(names):
            head = grid[0] if start else {}
            return [
                _Rung(name, row[0][0].at, _beside(row, head))
                for name, row in zip(names, body, strict=True)
            ]
    return []


def _beside(row: Cells, head: Cells) -> tuple[tuple[str, list[Line]], ...]:
    return tuple((text_of(head.get(at, ())), row[at]) for at in sorted(row) if at)


def _by_column(grid: Sequence[Cells]) -> list[_Rung]:
    """Return the levels whose names stand in the first row, each above its column."""
    first, *body = grid
    columns = [at for at in sorted(first) if at or not body or 0 not in body[0]]
    columns = [at for at in columns if at] or columns
    names = [text_of(first[at]) for at in columns]
    if not body or not _are_steps(names):
        return []
    return [
        _Rung(
            name,
            first[at][0].at,
            tuple((text_of(row.get(0, ())), row[at]) for row in body if at in row),
        )
        for name, at in zip(names, columns, strict=True)
    ]


def _are_steps(names: Sequence[str]) -> bool:
    """Tell whether texts name different steps in one way, as all ladders do."""
    steps = [step_named(_BRACKETS.sub("", name)) for name in names]
    found = [it for it in steps if it]
    ways = {(it.kind, it.rest) for it in found}
    return (
        1 < len(names) <= _MOST_STEPS
        and len(found) == len(names)
        and len(ways) == 1
        and len({it.step for it in found}) == len(names)
    )


def head_of(grid: Sequence[Cells], lines: Sequence[Line]) -> Line:
    """Return the head of a table, whose words stand with what is in it, as what is left out."""
    first = [text for at in sorted(grid[0]) if (text := text_of(grid[0][at]))]
    return Line(" | ".join(first), lines[0].at, "row", to=LEFT_TABLE)


def _written(rungs: Sequence[_Rung]) -> Iterator[Line]:
    """Yield levels as headings, each with what is said of it below; the last line ends them."""
    found = [line for rung in rungs for line in _rung(rung)]
    yield from found[:-1]
    yield replace(found[-1], ends=True)


def _rung(rung: _Rung) -> Iterator[Line]:
    named = _BRACKETS.sub("", rung.name)
    yield Line(named, rung.at, "heading", _LEVEL_RANK)
    for bracket in _BRACKETS.finditer(rung.name):
        inside = bracket["inside"]
        yield Line(inside, rung.at, "text", to=YEARS if years_in(inside) else "")
    under = [it for it in rung.said if _is_section(*it)]
    yield from (
        _labelled(label, cell[0]) for label, cell in rung.said if (label, cell) not in under
    )
    for label, cell in under:
        if label:
            yield Line(label, rung.at, "heading", _INNER_RANK)
        yield from (replace(it, kind="entry", table=()) for it in cell)


def _is_section(label: str, cell: Sequence[Line]) -> bool:
    """Tell whether a cell stands under its label, as under a heading, and not behind it."""
    return len(cell) > 1 or label_destination(label).startswith(_OF_LEVELS)


def _labelled(label: str, line: Line) -> Line:
    text = line.text
    is_short = len(text.split()) < _FEW
    says_years = bool(years_in(text) or (label and _BARE.fullmatch(text)))
    is_years = is_short and says_years and (not label or _is_of_years(label))
    return Line(f"{label}: {text}" if label else text, line.at, to=YEARS if is_years else "")


def _is_of_years(label: str) -> bool:
    return says(label, "experience") or bool(_OF_YEARS.search(folded(label)))


_FEW = 7
"""How many words say years and nothing else."""


def _in_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines in which levels that stand in a line each are headings."""
    said = [_one_line(line) for line in lines]
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and said[end]:
            end += 1
        rungs = [it for it in said[at:end] if it]
        if _are_steps([it.name for it in rungs]):
            yield from _written(rungs)
            at = end
        else:
            yield lines[at]
            at += 1


def _one_line(line: Line) -> _Rung | None:
    """Return the level that a line states in full; None where it states none."""
    match = _ONE_LINE.fullmatch(line.text) if line.kind in ("text", "entry") else None
    if match is None or step_named(_BRACKETS.sub("", match["name"])) is None:
        return None
    parts = _FIRST.fullmatch(match["said"])
    first = parts["first"] if parts else ""
    if parts and years_in(first) and len(first.split()) < _FEW:
        rest = parts["rest"] or ""
        said = [Line(first, line.at), *([Line(rest, line.at)] if rest else [])]
    else:
        said = [Line(match["said"], line.at)]
    return _Rung(match["name"], line.at, tuple(("", [it]) for it in said))
