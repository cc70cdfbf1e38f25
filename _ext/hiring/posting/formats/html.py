"""A posting as HTML to paste: `h2`, `h3`, `p`, lists, tables, `strong`, `em` and `a` alone."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from hiring.posting.content import Bullets, Item, Paragraph, Span, Table
from hiring.posting.marks import entry, linked, right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.posting.compose import Posting
    from hiring.posting.content import Content, Section


def html_block(posting: Posting) -> str:
    """Return the whole posting, its title first, a line an element."""
    lines = [title_html(posting.title), *map(section_html, posting.sections)]
    return "\n".join(lines) + "\n"


def title_html(title: str) -> str:
    """Return a posting's title as a heading."""
    return _element("h2", title)


def section_html(section: Section) -> str:
    """Return a section under its heading."""
    return f"{_element('h3', section.title)}\n{content_html(section.content)}"


def content_html(content: Iterable[Content]) -> str:
    """Return the content of a section."""
    return "\n".join(_content(part, styled=True) for part in content)


def description(posting: Posting) -> str:
    """Return the posting without its title as job boards take it (J5): `p`, `ul` and `li` alone."""
    lines = []
    for section in posting.sections:
        lines.append(_element("p", section.title))
        lines += [_content(part, styled=False) for part in section.content]
    return "\n".join(lines)


def _content(part: Content, *, styled: bool) -> str:
    if isinstance(part, Paragraph):
        return _open("p", part.text) + _spans(part, styled=styled) + "</p>"
    if isinstance(part, Table):
        return _table(part) if styled else _content(_listed(part), styled=False)
    if part.first is not None and not styled:
        return "\n".join(map(_numbered, part.items, part.marks))
    tag = "ul" if part.first is None else "ol"
    start = "" if part.first in (None, 1) else f' start="{part.first}"'
    items = (_item(item, styled=styled) for item in part.items)
    return "\n".join([f"<{tag}{start}>", *items, f"</{tag}>"])


def _table(table: Table) -> str:
    head, *rows = (
        _row(line, "th" if place == 0 else "td") for place, line in enumerate(table.lines)
    )
    body = ["<tbody>", *rows, "</tbody>"] if rows else []
    return "\n".join(["<table>", "<thead>", head, "</thead>", *body, "</table>"])


def _row(cells: Iterable[Paragraph], tag: str) -> str:
    return f"<tr>{''.join(_cell(cell, tag) for cell in cells)}</tr>"


def _cell(cell: Paragraph, tag: str) -> str:
    return _open(tag, cell.text) + _spans(cell, styled=True) + f"</{tag}>"


def _listed(table: Table) -> Bullets:
    """Return the rows of a table as a list, for those who take no tables."""
    lines = [[cell for cell in line if cell.spans] for line in table.lines]
    return Bullets(tuple(Item((_joined(line),)) for line in lines if line))


def _joined(cells: list[Paragraph]) -> Paragraph:
    first, *rest = cells
    more = (span for cell in rest for span in (Span("; "), *cell.spans))
    return Paragraph((*first.spans, *more))


def _numbered(item: Item, mark: str) -> str:
    """Return an entry with its number in words, for those who take no `ol`."""
    first, *rest = item.content
    number = Paragraph((Span(f"{mark} "), *(first.spans if isinstance(first, Paragraph) else ())))
    content = (number, *(rest if isinstance(first, Paragraph) else item.content))
    return entry(item, "\n".join(_content(part, styled=False) for part in content))


@lru_cache(maxsize=512)  # the levels of a role share most entries
def _item(item: Item, *, styled: bool) -> str:
    """Return a list's entry; one that is a paragraph alone needs no `p`."""
    only = item.content[0]
    if len(item.content) == 1 and isinstance(only, Paragraph):
        return entry(item, _open("li", only.text) + _spans(only, styled=styled) + "</li>")
    inner = "\n".join(_content(part, styled=styled) for part in item.content)
    return entry(item, f"<li>{inner}</li>")


def _spans(paragraph: Paragraph, *, styled: bool) -> str:
    return "".join(_span(span) if styled else _text(span.text) for span in paragraph.spans)


def _span(span: Span) -> str:
    text = _text(span.text)
    text = f"<em>{text}</em>" if span.em else text
    text = f"<strong>{text}</strong>" if span.strong else text
    if not span.href:
        return text
    start = linked(span.href, f'<a href="{escape(span.href)}">')
    return start + text + linked(span.href, "</a>")


def _text(text: str) -> str:
    # Quotes mean nothing in text, and job boards want no more entities than HTML does.
    return escape(text, quote=False)


def _open(tag: str, text: str) -> str:
    direction = right_to_left(text, ' dir="rtl"')
    return f"<{tag}{direction}>"


def _element(tag: str, text: str) -> str:
    return f"{_open(tag, text)}{_text(text)}</{tag}>"
