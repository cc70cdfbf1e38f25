"""Points that stand in a table, a row each, with their numbers in its first column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.language.plain import text_of, words_of
from hiring.model.interviews import POINTS
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hiring.model.tree import Node

Points = tuple[tuple[str, int], ...]
"""What is said for each number from 1 up, with its line."""

_NUMBER = re.compile(r"\(?([1-9])\b")


def words_in(nodes: Iterable[Node]) -> str:
    """Return what nodes say, on one line."""
    return " ".join(text_of(nodes).split())


def points_fault(what: str, lists: Sequence[Node], said: Sequence[str]) -> tuple[int, str]:
    """Return why points are no scale, and the place of the one that it is seen by.

    ``lists`` hold the points, and ``said`` is what they say; ``what`` they are of.
    """
    values: dict[str, object] = {"what": what, "points": POINTS}
    if len(lists) > 1 or len(said) != POINTS:
        message = gettext(
            "{what} has {count} points: wanted {points}, as `1. ...` to `{points}. ...`",
            count=len(said),
            **values,
        )
        return POINTS, message
    if lists and lists[0].number != 1:
        message = gettext(
            "{what} starts with {number}: wanted `1. ...` to `{points}. ...`",
            number=lists[0].number,
            **values,
        )
        return 0, message
    if not all(said):
        place = said.index("")
        message = gettext(
            "{what} says nothing for a {point}: say what it sounds like",
            what=what,
            point=place + 1,
        )
        return place, message
    return 0, ""


def no_points(what: str) -> str:
    """Say that a rubric has no points: one that is a heading needs no body."""
    return gettext(
        "{what} has {count} points: wanted {points}, as `1. ...` to `{points}. ...`, or no body "
        "where it is a heading",
        what=what,
        count=0,
        points=POINTS,
    )


def points_in_table(nodes: Iterable[Node]) -> Points:
    """Return the points of a table whose rows are numbered from 1 up, or from some number down.

    There are none where no table is; of several the longest has them.
    """
    return max((_points(node) for node in nodes if node.kind == "table"), key=len, default=())


def _points(table: Node) -> Points:
    rows = [node for node in table.children if node.kind == "row"][1:]
    found: dict[int, tuple[str, int]] = {}
    for row in rows:
        first, *others = (" ".join(words_of(cell.children).split()) for cell in row.children)
        number = _NUMBER.match(first)
        if number and others:
            found[int(number[1])] = others[0], row.line
    is_numbered = sorted(found) == list(range(1, len(rows) + 1))
    return tuple(found[number] for number in sorted(found)) if is_numbered else ()
