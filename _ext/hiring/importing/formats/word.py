"""Word documents: paragraphs, lists, tables, text boxes, what stands in the head and the foot.

They are read as the XML that they are. Macros, images and what is linked are never looked at.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.importing.formats.archive import opened, parsed, part
from hiring.importing.lines import Line, clean, says_something, without_mark
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from zipfile import ZipFile

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LABEL = 60
"""How long the first cell of a row may be where it says what the second is."""


def read_word(data: bytes) -> list[Line]:
    """Return the lines of a .docx file, those of its head and foot last."""
    archive = opened(data, "Word")
    reader = _Reader(_styles(archive))
    body = parsed(part(archive, "word/document.xml"))
    found = list(reader.blocks(body))
    for name in sorted(archive.namelist()):
        if name.startswith(("word/header", "word/footer", "word/footnotes")):
            margin = _Reader(reader.styles, name.removeprefix("word/").split(".")[0])
            found += [replace(it, aside=True) for it in margin.blocks(parsed(part(archive, name)))]
    return found


def _styles(archive: ZipFile) -> dict[str, tuple[str, bool, bool]]:
    """Return name, boldness and listing of each style, by its id."""
    if "word/styles.xml" not in archive.namelist():
        return {}
    found = {}
    for style in parsed(part(archive, "word/styles.xml")).iter(f"{W}style"):
        name = style.find(f"{W}name")
        called = (name.get(f"{W}val") or "") if name is not None else ""
        bold = _is_on(style.find(f"{W}rPr/{W}b"))
        listed = style.find(f"{W}pPr/{W}numPr") is not None
        found[style.get(f"{W}styleId") or ""] = called.lower(), bold, listed
    return found


def _is_on(switch: _Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val") not in ("0", "false", "none")


class _Reader:
    """Reads what a part of a document shows, in order."""

    def __init__(self, styles: dict[str, tuple[str, bool, bool]], where: str = "") -> None:
        self.styles = styles
        self.where = where
        self.number = 0
        self.tables = 0

    def blocks(self, holder: _Element) -> Iterator[Line]:
        """Yield the lines of paragraphs and tables in an element, however deep they stand."""
        for element in holder:
            if element.tag == f"{W}p":
                yield from self.paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self.table(element)
            elif element.tag != f"{_MC}Fallback":
                yield from self.blocks(element)

    def paragraph(self, element: _Element) -> Iterator[Line]:
        """Yield a paragraph, a line each where it is broken, and what stands in its text boxes."""
        self.number += 1
        paragraph = gettext("paragraph {number}", number=self.number)
        at = f"{self.where} {self.number}" if self.where else paragraph
        style = element.find(f"{W}pPr/{W}pStyle")
        name, bold, listed = self.styles.get(
            (style.get(f"{W}val") or "") if style is not None else "", ("", False, False)
        )
        numbered = element.find(f"{W}pPr/{W}numPr")
        number = numbered.find(f"{W}numId") if numbered is not None else None
        listed = (listed or name.startswith("list ")) if number is None else _is_on(number)
        runs = list(_runs(element))
        said = [(text, strong) for text, strong in runs if says_something(text)]
        strong = bool(said) and (bold or all(it for _, it in said))
        depth = numbered.find(f"{W}ilvl") if numbered is not None else None
        for text in "".join(text for text, _ in runs).split("\n"):
            line = _line(text, name, listed=listed, strong=strong)
            if line.kind == "entry" and depth is not None:
                line = replace(line, rank=int(depth.get(f"{W}val") or 0))
            yield replace(line, at=at)
        for box in element.iter(f"{W}txbxContent"):
            if not any(up.tag == f"{_MC}Fallback" for up in box.iterancestors()):
                yield from self.blocks(box)

    def table(self, element: _Element) -> Iterator[Line]:
        """Yield a row of a label and its value as one line, and other cells as they stand."""
        self.tables += 1
        table = self.tables
        for number, row in enumerate(element.iterchildren(f"{W}tr")):
            cells = [list(self.blocks(cell)) for cell in row.iterchildren(f"{W}tc", f"{W}sdt")]
            yield from as_row(cells, (table, number))


def as_row(every: Sequence[Sequence[Line]], table: tuple[int, int] | None = None) -> Iterator[Line]:
    """Yield the lines of a table's row, given those of its cells, and the numbers of both."""
    said = [[it for it in cell if says_something(it.text)] for cell in every]
    if table:
        said = [
            [it if it.table else replace(it, table=(*table, at)) for it in cell]
            for at, cell in enumerate(said)
        ]
    cells = [cell for cell in said if cell]
    if all(len(cell) == 1 for cell in cells) and len(cells) > 1:
        texts = tuple(cell[0].text if cell else "" for cell in said)
        shown = " | ".join(filter(None, texts)).replace(": | ", ": ")
        yield Line(shown, cells[0][0].at, "row", cells=texts, table=table or ())
    elif len(cells) == 2 and len(cells[0]) == 1 and len(cells[0][0].text) <= _LABEL:
        yield replace(cells[0][0], kind="heading")
        yield from cells[1]
    else:
        yield from (line for cell in cells for line in cell)


def _line(text: str, style: str, *, listed: bool, strong: bool) -> Line:
    said, marked = without_mark(text)
    if style == "title":
        return Line(clean(text), "", "heading", 1)
    if style.startswith("heading "):
        rank = style.removeprefix("heading ")
        return Line(clean(text), "", "heading", int(rank) if rank.isdecimal() else 2)
    if listed or marked:
        return Line(clean(said), "", "entry")
    return Line(clean(text), "", strong=strong)


def _runs(paragraph: _Element) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a paragraph's own text, and whether each is bold."""
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p"), None) is not paragraph:
            continue  # it stands in a text box
        bold = _is_on(run.find(f"{W}rPr/{W}b"))
        for piece in run:
            if piece.tag == f"{W}t":
                yield piece.text or "", bold
            elif piece.tag == f"{W}tab":
                yield "\t", bold
            elif piece.tag in (f"{W}br", f"{W}cr"):
                yield "\n", bold
            elif piece.tag == f"{W}noBreakHyphen":
                yield "-", bold
