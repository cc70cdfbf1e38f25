"""The entries of lists in Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTRY = re.compile(r"^(?:[-*+]|\d{1,9}[.)])\s", re.MULTILINE)


def entries_in(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield the entries of the lists in Markdown, with or without numbers, each without its mark.

    Each comes with the lines before it, from 0. An inner list is part of the entry that holds it.
    """
    marks = list(_ENTRY.finditer(markdown))
    ends = [mark.start() for mark in marks[1:]] + [len(markdown)]
    line = last = 0
    for mark, end in zip(marks, ends, strict=True):
        line += markdown.count("\n", last, mark.start())
        last = mark.start()
        yield line, markdown[mark.end() : end]
