"""HTML as applicant systems and web pages have it: what a reader sees of it, and nothing is run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lxml import etree, html

from hiring.importing.formats.plain import decoded
from hiring.importing.formats.word import as_row
from hiring.importing.lines import Line, Unreadable, clean, says_something, without_mark
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = ("script", "style", "template", "noscript", "svg", "title", "iframe", "object", "select")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "label",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_BOLD = re.compile(r"font-weight:\s*(bold|[6-9]00)")
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden")


@dataclass
class _Open:
    """The line that is being read."""

    text: list[str] = field(default_factory=list)
    plain: bool = False
    strong: bool = False

    def add(self, text: str, *, strong: bool) -> None:
        self.text.append(text)
        if says_something(text):
            self.strong, self.plain = self.strong or strong, self.plain or not strong


def read_web(data: bytes) -> list[Line]:
    """Return the lines of an HTML page; the title of its window, where no heading says it."""
    parser = html.HTMLParser(
        no_network=True, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(_text(data).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise Unreadable(gettext("it holds no text: there is nothing to bring")) from None
    reader = _Reader()
    found = [line for line in reader.block(root, _Where()) if says_something(line.text)]
    title = clean(root.findtext(".//title") or "")
    if title and not any(line.kind == "heading" and line.rank == 1 for line in found):
        first = next((line for line in found if not line.aside), None)
        if first is None or not title.startswith(first.text):
            found.insert(0, Line(title, gettext("the window's title"), "heading", 1))
    return found


def _text(data: bytes) -> str:
    """Return the page's text; an encoding that it names counts, where it is not UTF-8."""
    named = re.search(rb"""charset\s*=\s*["']?([\w-]+)""", data[:2048])
    if named:
        try:
            return data.decode(named[1].decode("ascii")).lstrip("\ufeff")
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(data)


@dataclass(frozen=True)
class _Where:
    """What holds a piece of text: how deep in lists, in which heading, whether it is bold."""

    depth: int = -1
    rank: int = 0
    strong: bool = False
    aside: bool = False
    is_entry: bool = False


class _Reader:
    def __init__(self) -> None:
        self.open = _Open()
        self.number = 0
        self.tables: dict[html.HtmlElement, list[html.HtmlElement]] = {}

    def block(self, element: html.HtmlElement, where: _Where) -> Iterator[Line]:
        """Yield the lines of an element and all in it."""
        if element.tag in _UNSEEN or _is_hidden(element):
            return
        if element.tag in ("tr", "dl"):
            yield from self.end(where)
            yield from self.rows(element, where)
            return
        inside = _inside(element, where)
        is_block = element.tag in _BLOCKS
        if is_block:
            yield from self.end(where)
        self.open.add(element.text or "", strong=inside.strong)
        for child in element:
            if child.tag == "br" and inside.is_entry:
                self.open.add(" ", strong=False)
            elif child.tag == "br":
                yield from self.end(inside)
            else:
                yield from self.block(child, inside)
            self.open.add(child.tail or "", strong=inside.strong)
        if is_block:
            yield from self.end(inside)

    def rows(self, element: html.HtmlElement, where: _Where) -> Iterator[Line]:
        """Yield the rows of a table, or the terms of a list with what stands behind each."""
        held = element if element.tag == "tr" else element.iter("dt", "dd")
        cells = [list(_Reader().whole(cell, replace(where, depth=-1))) for cell in held]
        if element.tag == "tr":
            yield from as_row(cells, self.place_of(element))
            return
        filled = [[it for it in cell if says_something(it.text)] for cell in cells if cell]
        for start in range(0, len(filled), 2):
            yield from as_row([cell for cell in filled[start : start + 2] if cell])

    def place_of(self, row: html.HtmlElement) -> tuple[int, int]:
        """Return the numbers of a row and of its table, both from 0 on."""
        table = next(row.iterancestors("table"), row)
        rows = self.tables.setdefault(table, [])
        rows.append(row)
        return len(self.tables), len(rows) - 1

    def whole(self, element: html.HtmlElement, where: _Where) -> Iterator[Line]:
        """Yield the lines of an element that stands by itself, as a cell does."""
        yield from self.block(element, where)
        yield from self.end(where)

    def end(self, where: _Where) -> Iterator[Line]:
        """Yield the line that was read so far, and start another."""
        line, self.open = self.open, _Open()
        text = clean("".join(line.text))
        if not says_something(text):
            return
        self.number += 1
        at = gettext("line {number} of the text", number=self.number)
        said, marked = without_mark(text)
        if where.rank:
            yield Line(text, at, "heading", where.rank, aside=where.aside)
        elif where.is_entry or marked:
            yield Line(said, at, "entry", max(where.depth, 0), aside=where.aside)
        else:
            strong = line.strong and not line.plain
            yield Line(text, at, strong=strong, aside=where.aside)


def _inside(element: html.HtmlElement, where: _Where) -> _Where:
    tag, style = element.tag, element.get("style") or ""
    if match := re.fullmatch(r"h([1-6])", tag):
        return replace(where, rank=int(match[1]), is_entry=False)
    if tag == "summary":  # what opens and closes below it is under it
        return replace(where, rank=6, is_entry=False)
    if tag in ("nav", "footer"):
        return replace(where, aside=True)
    if tag in ("ul", "ol"):
        return replace(where, depth=where.depth + 1)
    if tag == "li":
        return replace(where, is_entry=True, depth=max(where.depth, 0))
    if tag in ("b", "strong", "th", "dt") or _BOLD.search(style):
        return replace(where, strong=True)
    return where


def _is_hidden(element: html.HtmlElement) -> bool:
    # A page of Sphinx has a sign behind each heading, which leads to it; one of ours says before
    # each requirement what the heading says, too.
    is_sign = not {"headerlink", "hiring-tag"}.isdisjoint((element.get("class") or "").split())
    return is_sign or "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))
