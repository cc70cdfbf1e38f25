"""A posting as HTML to paste: `h2`, `h3`, `p`, lists, tables, `strong`, `em` and `a` alone.

Where it is not in English, or not all in one language, `div` and `span` say in which.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from hiring.model.language_tags import ENGLISH, direction, foreign
from hiring.posting.content import Bullets, Item, Paragraph, Span, Table
from hiring.posting.marks import entry, linked, right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.posting.compose import Posting
    from hiring.posting.content import Content, Section

_TABLE = ("table", "thead", "tbody", "tr", "th", "td")
WHOLE = frozenset(("h2", "h3", "p", "ul", "ol", "li", "strong", "em", "a", "span", *_TABLE))
"""The elements of a posting as HTML to paste."""

J5 = frozenset(("p", "ul", "li", "br"))
"""The elements that Google takes (J5), and with it all boards."""


def html_block(posting: Posting) -> str:
    """Return the whole posting, its title first, a line an element."""
    lines = [
        title_html(posting.title, posting.title_language),
        *map(section_html, posting.sections),
    ]
    if foreign(posting.language, ENGLISH):
        turned = ' dir="rtl"' if direction(posting.language) == "rtl" else ""
        lines = [f'<div lang="{posting.language}"{turned}>', *lines, "</div>"]
    return "\n".join(lines) + "\n"


def title_html(title: str, language: str = "") -> str:
    """Return a posting's title as a heading; ``language`` is its own, where it has another."""
    return _element("h2", title, language)


def section_html(section: Section) -> str:
    """Return a section under its heading."""
    heading = _element("h3", section.title, section.title_language)
    return f"{heading}\n{content_html(section.content)}"


def content_html(content: Iterable[Content]) -> str:
    """Return the content of a section."""
    return "\n".join(_content(part, WHOLE) for part in content)


def description(posting: Posting, tags: frozenset[str] = J5) -> str:
    """Return the posting without its title as job boards take it, with no elements but ``tags``.

    Headings are those of the third level where a board takes them, else bold type.
    """
    heading = "h3" if "h3" in tags else "p"
    lines = []
    for section in posting.sections:
        title = Span(section.title, strong=heading == "p")
        lines.append(f"{_open(heading, section.title)}{_span(title, tags)}</{heading}>")
        lines += [_content(part, tags) for part in section.content]
    return "\n".join(lines)


def _content(part: Content, tags: frozenset[str]) -> str:
    if isinstance(part, Paragraph):
        return _open("p", part.text) + _spans(part, tags) + "</p>"
    if isinstance(part, Table):
        return _table(part, tags) if "table" in tags else _content(_listed(part), tags)
    if part.first is not None and "ol" not in tags:
        return "\n".join(_numbered(*it, tags) for it in zip(part.items, part.marks, strict=False))
    tag = "ul" if part.first is None else "ol"
    start = "" if part.first in (None, 1) else f' start="{part.first}"'
    items = (_item(item, tags) for item in part.items)
    return "\n".join([f"<{tag}{start}>", *items, f"</{tag}>"])


def _table(table: Table, tags: frozenset[str]) -> str:
    head, *rows = (
        _row(line, "td" if place else "th", tags) for place, line in enumerate(table.lines)
    )
    body = ["<tbody>", *rows, "</tbody>"] if rows else []
    return "\n".join(["<table>", "<thead>", head, "</thead>", *body, "</table>"])


def _row(cells: Iterable[Paragraph], tag: str, tags: frozenset[str]) -> str:
    return f"<tr>{''.join(_cell(cell, tag, tags) for cell in cells)}</tr>"


def _cell(cell: Paragraph, tag: str, tags: frozenset[str]) -> str:
    return _open(tag, cell.text) + _spans(cell, tags) + f"</{tag}>"


def _listed(table: Table) -> Bullets:
    """Return the rows of a table as a list, for those who take no tables."""
    lines = [[cell for cell in line if cell.spans] for line in table.lines]
    return Bullets(tuple(Item((_joined(line),)) for line in lines if line))


def _joined(cells: list[Paragraph]) -> Paragraph:
    first, *rest = cells
    more = (span for cell in rest for span in (Span("; "), *cell.spans))
    return Paragraph((*first.spans, *more))


def _numbered(item: Item, mark: str, tags: frozenset[str]) -> str:
    """Return an entry with its number in words, for those who take no `ol`."""
    first, *rest = item.content
    number = Paragraph((Span(f"{mark} "), *(first.spans if isinstance(first, Paragraph) else ())))
    content = (number, *(rest if isinstance(first, Paragraph) else item.content))
    return entry(item, "\n".join(_content(part, tags) for part in content))


@lru_cache(maxsize=512)  # the levels of a role share most entries
def _item(item: Item, tags: frozenset[str]) -> str:
    """Return a list's entry; one that is a paragraph alone needs no `p`."""
    only = item.content[0]
    if len(item.content) == 1 and isinstance(only, Paragraph):
        return entry(item, _open("li", only.text) + _spans(only, tags) + "</li>")
    inner = "\n".join(_content(part, tags) for part in item.content)
    return entry(item, f"<li>{inner}</li>")


def _spans(paragraph: Paragraph, tags: frozenset[str]) -> str:
    return "".join(_span(span, tags) for span in paragraph.spans)


def _span(span: Span, tags: frozenset[str]) -> str:
    text = _text(span.text)
    if span.language and "span" in tags:
        text = f'<span lang="{span.language}">{text}</span>'
    text = f"<em>{text}</em>" if span.em and "em" in tags else text
    text = f"<strong>{text}</strong>" if span.strong and "strong" in tags else text
    if not span.href or "a" not in tags:
        return text
    start = linked(span.href, f'<a href="{escape(span.href)}">')
    return start + text + linked(span.href, "</a>")


def _text(text: str) -> str:
    # Quotes mean nothing in text, and job boards want no more entities than HTML does.
    return escape(text, quote=False)


def _open(tag: str, text: str, language: str = "") -> str:
    direction = right_to_left(text, ' dir="rtl"')
    spoken = f' lang="{language}"' if language else ""
    return f"<{tag}{spoken}{direction}>"


def _element(tag: str, text: str, language: str = "") -> str:
    return f"{_open(tag, text, language)}{_text(text)}</{tag}>"
