"""What is pasted from other programs and only looks like a list or a table; cells that are lost."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it.rules_block.table import escapedSplit

from hiring.language.spoken import GAP, leaves
from hiring.model.messages import gettext
from hiring.model.problem import quoted
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hiring.language.bodies import Fault
    from hiring.model.tree import Node

    Row = tuple[int, str]
    """A line of a paragraph: its number in the file, from 1, and what it says."""

_ODD = "\u00a0\u2000-\u200a\u202f\u3000"
_ODD_SPACE = re.compile(rf"[{_ODD}]|(?:[-*+•·]|#{{1,6}}|\d{{1,3}}[.)])[ \t]*(?P<space>[{_ODD}])")
_BULLET = re.compile(r"[•·●○∙▪■□◦‣\u2043◆➢➤►\uf020-\uf0ff](?=\s|\w)")
"""Those of Symbol and Wingdings, which word processors take for bullets, are private signs."""

_PICTURE = re.compile(
    r"[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?(?=\s)"
)
_NEARLY = re.compile(
    r"[–—\u2212§→✓✔»o](?=\s)|--(?=\s)|[-*](?=[^\W\d_])"
    r"|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)(?=\s|[^\W\d_])"
    r"|(?:\d{1,2}|[a-z]|[ivx]{2,4})\.(?=\s)|\d{1,2}\.(?=[^\W\d_])"
    rf"|{_PICTURE.pattern}"
)
"""What may start a line of a text as well: others like it must tell that it was meant as a list."""

_NUMBER = re.compile(r"(?<!\d)\d{1,3}\s*$")
"""A number that a percent sign may belong to: that of a year has more digits."""

_HEADING = re.compile(r"(#{2,6})[^\W\d_]")
_SUSPECT = re.compile(
    rf"{_ODD_SPACE.pattern}|{_BULLET.pattern}|{_NEARLY.pattern}|{_HEADING.pattern}|\||[^\t]*\t"
)
"""What a line must have to be a part of anything pasted: most lines have nothing of it."""


def pasted_faults(nodes: Sequence[Node], lines: Sequence[str]) -> Iterator[Fault]:
    """Yield what stands in nodes and was meant as another thing; ``lines`` are those of the file.

    Of a list or a table that was pasted, only the first line is told.
    """
    yield from pasted_beside(nodes, lines)
    for node in nodes:
        if node.children and node.kind not in ("paragraph", "heading", "table"):
            yield from pasted_faults(node.children, lines)


def pasted_beside(nodes: Sequence[Node], lines: Sequence[str]) -> Iterator[Fault]:
    """Yield the same of nodes that stand beside each other, and not of what is in them."""
    run: list[Node] = []
    for node in nodes:
        if node.kind == "paragraph":
            run.append(node)
            continue
        if run:
            yield from _in_text(run, nodes, lines)
            run = []
        if node.kind == "table":
            yield from _lost_cells(node, lines)
    yield from _lost_percents(nodes, lines)
    if run:
        yield from _in_text(run, nodes, lines)


def _in_text(run: Sequence[Node], beside: Sequence[Node], lines: Sequence[str]) -> Iterator[Fault]:
    """Yield the first mark of a list, and the first line of a table, in paragraphs that follow."""
    texts = [_rows(node) for node in run]
    if not any(_SUSPECT.match(text) for rows in texts for _, text in rows):
        return
    marks = (mark for rows in texts for mark in _marks(rows, texts, beside, lines))
    if mark := next(marks, None):
        yield mark
        return
    bars = [line for rows in texts for line, text in rows if text.startswith("|")]
    if len(bars) > 1:
        message = gettext(
            "a table without the line below its head: write `|---|---|`, a mark for each cell"
        )
        yield bars[0], Rule.SHOWN_AS_TEXT, message
        return
    tabs = [(line, text.strip().count("\t")) for rows in texts for line, text in rows]
    tabbed = [(line, count) for line, count in tabs if count]
    if len(tabbed) > 1 or any(count > 1 for _, count in tabbed):
        message = gettext(
            "tabs between words, as in a table that is pasted: write its rows as `| one | two |`, "
            "with `|---|---|` below the first"
        )
        yield tabbed[0][0], Rule.SHOWN_AS_TEXT, message


def _rows(paragraph: Node) -> list[Row]:
    """Return the lines of a paragraph as far as its author did not mean them as they stand."""
    inside = paragraph.children
    if len(inside) == 1 and inside[0].kind == "text":
        return [(paragraph.line, inside[0].text)]
    rows = [(paragraph.line, "")]
    for leaf in leaves(paragraph.children):
        if leaf.line > rows[-1][0]:
            rows.append((leaf.line, ""))
        said = GAP if leaf.kind in ("code", "escaped") else leaf.text or leaf.target
        rows[-1] = rows[-1][0], rows[-1][1] + said
    return rows


def _marks(
    rows: Sequence[Row],
    texts: Sequence[Sequence[Row]],
    beside: Sequence[Node],
    lines: Sequence[str],
) -> Iterator[Fault]:
    """Yield each line that starts as an entry of a list does in other programs."""
    above = ""
    for number, (line, text) in enumerate(rows):
        if odd := _ODD_SPACE.match(text):
            sign = (odd["space"] or text)[0]
            message = gettext(
                "a space at the line's start that is no plain one ({sign}): delete it, and type it "
                "anew",
                sign=f"U+{ord(sign):04X}",
            )
            yield line, Rule.SHOWN_AS_TEXT, message
        elif mark := _BULLET.match(text):
            yield line, Rule.SHOWN_AS_TEXT, _start(mark[0])
        elif mark := _HEADING.match(text):
            meant = f"{mark[1]} {text[mark.end(1) :]}"
            message = gettext("a heading without its space: write {meant}", meant=quoted(meant))
            yield line, Rule.SHOWN_AS_TEXT, message
        elif mark := _NEARLY.match(text):
            below = [said for _, said in rows[number:]]
            # A paragraph that begins with a picture is shown as it is meant; lines are joined.
            alone = [] if _PICTURE.match(text) else [said for row in texts for _, said in row[:1]]
            others = below if len(below) > 1 else alone
            is_list = len(others) > 1 and all(_NEARLY.match(said) for said in others)
            if is_list or above.endswith(":") or _is_beside(rows, number, beside, lines):
                yield line, Rule.SHOWN_AS_TEXT, _start(mark[0])
        above = text.rstrip()


def _is_beside(
    rows: Sequence[Row], number: int, beside: Sequence[Node], lines: Sequence[str]
) -> bool:
    """Tell whether a line stands as the entries of a list around it do, or right below a list."""
    line, first = rows[number][0], rows[0][0]
    if number:
        entry = re.match(r"([ >]*)(?:[-*+]|\d+[.)])[ \t]", lines[first - 1])
        margin = re.match(r"[ >]*", lines[line - 1])
        return entry is not None and margin is not None and len(margin[0]) <= len(entry[1])
    return any(
        above.kind.endswith("_list") and below.line == line for above, below in pairwise(beside)
    )


def _start(mark: str) -> str:
    wanted = "1. " if re.search(r"[^\Wo_]", mark) else "- "
    mark = "•" if mark >= "\ue000" else mark
    return gettext(
        "{mark} starts no entry of a list: start each line with `{wanted}`",
        mark=quoted(mark),
        wanted=wanted,
    )


def _lost_percents(nodes: Sequence[Node], lines: Sequence[str]) -> Iterator[Fault]:
    """Yield each line with a note to writers that goes on with the number above it."""
    for above, node in pairwise(nodes):
        is_below_text = above.kind in ("paragraph", "bullet_list", "ordered_list")
        if node.kind == "comment" and is_below_text and _NUMBER.search(lines[node.line - 2]):
            message = gettext(
                "a line that starts with `%` is a note to other writers, and is not shown: put "
                "the `%` at the end of the line above, or an empty line between"
            )
            yield node.line, Rule.SHOWN_AS_TEXT, message


def _lost_cells(table: Node, lines: Sequence[str]) -> Iterator[Fault]:
    """Yield the first row of a table with more in it than the head has cells for."""
    for row in table.children[1:]:
        written = lines[row.line - 1].strip(" \t>").removeprefix("|").removesuffix("|")
        most = len(row.children)
        if written.count("|") < most:
            continue
        cells = escapedSplit(written)
        if any(cell.strip() for cell in cells[most:]):
            message = gettext(
                "{count} cells below a head of {most}, and the last would be lost: add to the "
                "head, or write `\\|` for a bar",
                count=len(cells),
                most=most,
            )
            yield row.line, Rule.TABLE_CELLS, message
            return
