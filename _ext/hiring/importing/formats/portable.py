"""PDF files whose text is text. Nothing in them is run, and what was scanned is not guessed at."""

from __future__ import annotations

import io
import logging
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hiring.importing.lines import Line, Unreadable, clean, says_something, without_mark
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_PAGES = 40
"""A PDF of more pages is no job description."""

_NEAR = 2.0
"""Pieces whose base lines are this near, in points, stand in one line."""

_INDENT = 9.0
"""How much further in, in points, entries of lists stand than other text."""


@dataclass(frozen=True)
class _Row:
    """A line on paper: its page, how far up it is, how large and bold its letters are."""

    text: str
    page: int
    number: int
    up: float
    left: float
    size: float
    bold: bool


def read_portable(data: bytes) -> list[Line]:
    """Return the lines of a .pdf file; what is wrapped on paper is one line again."""
    try:
        import pypdf
    except ImportError:
        raise Unreadable(
            gettext("PDF needs a library: `pip install 'hiring-handbook[import]'`")
        ) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(
                gettext("it is protected by a password: print it to a new PDF without one")
            )
        count = len(reader.pages)
        if count > MAX_PAGES:
            raise Unreadable(
                gettext(
                    "it has {count} pages, more than {most}: bring one job a file",
                    count=count,
                    most=MAX_PAGES,
                )
            )
        rows = [row for number in range(count) for row in _rows(reader.pages[number], number + 1)]
    except Unreadable:
        raise
    except Exception as error:  # whatever is in it: the library raises what it meets
        reason = type(error).__name__
        raise Unreadable(
            gettext(
                "it can't be read ({reason}): print it to a new PDF, or save .docx", reason=reason
            )
        ) from None
    if not rows:
        raise Unreadable(_pictures())
    return list(_lines(rows))


def _pictures() -> str:
    return gettext(
        "it holds pictures of pages and no text, as scanners make them: read it by a program for "
        "text recognition first, or bring the document that was printed"
    )


def _rows(page: Any, number: int) -> Iterator[_Row]:
    """Yield the lines of a page, from the top."""
    pieces: list[tuple[float, float, float, bool, str]] = []

    def note(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        if text.strip():
            up = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            left = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
            scale = abs(tm[3] * cm[3]) or 1.0
            name = str((font or {}).get("/BaseFont", ""))
            pieces.append((up, left, size * scale, "bold" in name.lower(), text))

    page.extract_text(visitor_text=note)
    rows: list[list[tuple[float, float, float, bool, str]]] = []
    for piece in pieces:
        row = next((it for it in rows[-3:] if abs(it[0][0] - piece[0]) <= _NEAR), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    for count, row in enumerate(rows, 1):
        text = "".join(it[4] for it in row)
        if says_something(text) or len(text.strip()) == 1:
            size = max(it[2] for it in row)
            bold = all(it[3] for it in row if says_something(it[4]))
            yield _Row(text, number, count, row[0][0], row[0][1], round(size, 1), bold)


def _lines(rows: Sequence[_Row]) -> Iterator[Line]:
    usual = Counter(row.size for row in rows for _ in row.text).most_common(1)[0][0]
    width = max(len(clean(row.text)) for row in rows)
    steps = sorted(
        above.up - row.up
        for above, row in pairwise(rows)
        if above.page == row.page and above.up > row.up
    )
    step = steps[len(steps) // 4] if steps else 0.0
    margin = Counter(round(row.left) for row in rows).most_common()
    edge = min(left for left, count in margin if count >= margin[0][1] / 4)
    last: _Row | None = None
    open_line: Line | None = None
    mark = ""
    for row in rows:
        text = clean(row.text)
        if not says_something(text):
            mark = text  # the sign of an entry, drawn by itself
            continue
        said, marked = without_mark(text)
        marked, mark = marked or bool(mark), ""
        if open_line and last and not marked and _goes_on(last, row, width, step):
            open_line = _more(open_line, text)
        else:
            if open_line:
                yield open_line
            strong = row.bold or row.size > usual * 1.08
            rank = 1 if row.size > usual * 1.5 and row.number < 5 and row.page == 1 else 0
            apart = last is None or last.up - row.up > step * 1.3
            at = gettext("page {page}, line {number}", page=row.page, number=row.number)
            marked = marked or (not strong and row.left > edge + _INDENT)
            kind = "entry" if marked else "heading" if rank else "text"
            open_line = Line(said, at, kind, rank, strong=strong, apart=apart)  # type: ignore[arg-type]
        last = row
    if open_line:
        yield open_line


def _more(line: Line, text: str) -> Line:
    joint = "" if line.text.endswith("-") and text[:1].islower() else " "
    return Line(line.text + joint + text, line.at, line.kind, line.rank, line.strong, line.apart)


def _goes_on(last: _Row, row: _Row, width: int, step: float) -> bool:
    """Tell whether a row is the rest of the one above it."""
    if (last.size, last.bold) != (row.size, row.bold):
        return False
    above, text = clean(last.text), clean(row.text)
    is_full = len(above) + len(text.split()[0]) > width * 0.8
    is_near = last.page != row.page or last.up - row.up <= step * 1.25 + _NEAR
    return is_near and (is_full or (text[0].islower() and len(above) > width * 0.6))
