"""OpenDocument texts, as LibreOffice writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.importing.formats.archive import opened, parsed, part
from hiring.importing.formats.word import as_row
from hiring.importing.lines import Line, clean, says_something, without_mark
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, STYLE = (f"{{{_NS}{name}:1.0}}" for name in ("text", "table", "style"))
_FO = f"{{{_NS}xsl-fo-compatible:1.0}}"
_UNSHOWN = (f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}note-citation")


def read_opendocument(data: bytes) -> list[Line]:
    """Return the lines of an .odt file."""
    root = parsed(part(opened(data, "LibreOffice"), "content.xml"))
    bold = {
        style.get(f"{STYLE}name")
        for style in root.iter(f"{STYLE}style")
        for looks in style.iter(f"{STYLE}text-properties")
        if looks.get(f"{_FO}font-weight") == "bold"
    }
    return list(_Reader(bold).blocks(root))


class _Reader:
    def __init__(self, bold: set[str | None]) -> None:
        self.bold = bold
        self.number = 0
        self.tables: dict[_Element, list[_Element]] = {}

    def blocks(self, holder: _Element, depth: int = -1) -> Iterator[Line]:
        """Yield the lines in an element; ``depth`` counts the lists that it stands in, from 0."""
        for element in holder:
            if element.tag in (f"{TEXT}h", f"{TEXT}p"):
                yield from self.paragraph(element, depth)
            elif element.tag == f"{TEXT}list":
                yield from self.blocks(element, depth + 1)
            elif element.tag == f"{TABLE}table-row":
                cells = [list(self.blocks(cell)) for cell in element]
                yield from as_row(cells, self.place_of(element))
            elif element.tag not in _UNSHOWN:
                yield from self.blocks(element, depth)

    def place_of(self, row: _Element) -> tuple[int, int]:
        """Return the numbers of a row and of its table."""
        table = next(row.iterancestors(f"{TABLE}table"), row)
        rows = self.tables.setdefault(table, [])
        rows.append(row)
        return len(self.tables), len(rows) - 1

    def paragraph(self, element: _Element, depth: int) -> Iterator[Line]:
        self.number += 1
        at = gettext("paragraph {number}", number=self.number)
        strong = element.get(f"{TEXT}style-name") in self.bold or self._is_bold(element)
        is_heading = element.tag == f"{TEXT}h"
        rank = element.get(f"{TEXT}outline-level") or "2"
        for text in _said(element).split("\n"):
            said, marked = without_mark(text)
            if not says_something(said):
                continue
            if is_heading:
                yield Line(clean(text), at, "heading", int(rank) if rank.isdecimal() else 2)
            elif depth >= 0 or marked:
                yield Line(clean(said), at, "entry", max(depth, 0))
            else:
                yield Line(clean(text), at, strong=strong)
        for box in element.iter(f"{{{_NS}drawing:1.0}}text-box"):
            yield from self.blocks(box)

    def _is_bold(self, element: _Element) -> bool:
        spans = element.findall(f"{TEXT}span")
        inside = "".join(_said(span) for span in spans)
        styles = [span.get(f"{TEXT}style-name") for span in spans]
        return bool(spans) and clean(inside) == clean(_said(element)) and set(styles) <= self.bold


def _said(element: _Element) -> str:
    """Return the text of an element, without that of boxes and notes in it."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{TEXT}line-break":
            parts.append("\n")
        elif child.tag in (f"{TEXT}tab", f"{TEXT}s"):
            parts.append(" ")
        elif "drawing" not in child.tag:
            parts.append(_said(child))
        parts.append(child.tail or "")
    return "".join(parts)
