"""Plain text: marks of lists, lines that were wrapped by hand, headings by how they look."""

from __future__ import annotations

import codecs
import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from hiring.importing.headings import destination, stands_alone
from hiring.importing.level_names import step_named
from hiring.importing.lines import Kind, Line, Unreadable, clean, cut, says_something, without_mark
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Sequence

_WRAP = range(50, 101)
"""How long lines are at most where somebody, or a mail program, has wrapped them."""

MAX_TEXT = 2_000_000
"""A text of more bytes is no job description."""

_NAMED = re.compile(r"\s*([^:]{2,70}):\s")
"""What may be the name of a level, with what is said of it behind."""

_LABELLED = re.compile(r"\s*[A-ZÀ-Þ][\w'’/()-]*(?: [\w'’/()-]+){0,3} ?:\s+\S")
"""How a row begins that says what is behind its colon: it is the rest of no other."""

_NUMBERED = re.compile(r"(?P<number>\d{1,2})[.)]?\s+(?P<said>[^\W\d_][^:.;!?]{2,60})\s*$")
"""A row with a number that may be a heading's: nothing ends it as a sentence, or a label, ends."""

_PART = re.compile(r"\s*(?P<number>\d{1,2})\.\d{1,2}\.?\s+(?=[^\W\d_])")
"""How a part of such a heading's begins: "8.1 Maschinen"."""

_UNDERLINE = re.compile(r"([-=~_*])\1{2,}\s*")


def decoded(data: bytes) -> str:
    """Return the text of a file, whichever of the usual encodings it is in."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text:
        raise Unreadable(
            gettext("it is no text: save it as .docx, .pdf or .txt, by the program it is of")
        )
    return text


def rows_in(data: bytes) -> list[str]:
    """Return the rows of a text; one that is longer than any line is cut into several."""
    if len(data) > MAX_TEXT:
        raise Unreadable(
            gettext(
                "it has more than {number} kB of text: bring one job a file",
                number=message_lexicon().number(Decimal(MAX_TEXT // 1000)),
            )
        )
    return [part for row in decoded(data).splitlines() for part in cut(row) or [""]]


def read_plain(data: bytes) -> list[Line]:
    """Return the lines of a text file; what was wrapped is one line again."""
    rows = rows_in(data)
    width = max((len(row.rstrip()) for row in rows), default=0)
    found: list[Line] = []
    last, apart, was_empty = "", False, True
    outline = _outline(rows)
    for number, row in enumerate(rows, 1):
        if not says_something(row):
            if _UNDERLINE.fullmatch(row.strip()) and found and not was_empty:
                found[-1] = _as_heading(found[-1])
            apart = was_empty = True
            last = ""
            continue
        said, marked = without_mark(row)
        if (part := _PART.match(row)) and part["number"] in outline.values():
            said, marked = row[part.end() :], True
        if found and last and not marked and _goes_on(last, row, width, found[-1]):
            found[-1] = _joined(found[-1], said)
        else:
            kind: Kind = "entry" if marked else "text"
            kind = "heading" if number in outline else kind
            wide = row.expandtabs(4)
            indent = len(wide) - len(wide.lstrip()) if marked else 0
            at = gettext("line {number}", number=number)
            found.append(Line(clean(said), at, kind, rank=indent // 2, apart=apart))
        last, apart, was_empty = row, False, False
    return found


def _outline(rows: Sequence[str]) -> dict[int, str]:
    """Return the rows, counted from 1, that are headings by their numbers, as "8. Aufgaben".

    Below each stands something else than the next number, and at least two are known.
    """
    filled = [(number, row) for number, row in enumerate(rows, 1) if says_something(row)]
    found = {
        number: match["number"]
        for (number, row), (_, below) in pairwise(filled)
        if (match := _NUMBERED.match(row)) and not _NUMBERED.match(below)
        if destination(match["said"])
    }
    return found if len(found) > 1 else {}


def _as_heading(line: Line) -> Line:
    return Line(line.text, line.at, "heading", apart=line.apart)


def _joined(line: Line, more: str) -> Line:
    text = f"{line.text} {clean(more)}"
    return Line(text, line.at, line.kind, line.rank, line.strong, line.apart)


def _goes_on(last: str, row: str, width: int, before: Line) -> bool:
    """Tell whether a row is the rest of the one above it, which was wrapped."""
    name = _NAMED.match(row)
    if (name and step_named(name[1])) or _LABELLED.match(row):
        return False
    if last.rstrip().endswith((".", "!", "?")) and stands_alone(row):
        return False
    indent, above = (len(it) - len(it.lstrip()) for it in (row, last))
    if before.kind == "entry" and indent > above:
        return True
    first = row.split()[0]
    is_full = len(last.rstrip()) + 1 + len(first) > width
    return width in _WRAP and indent == above and is_full and before.kind != "heading"
