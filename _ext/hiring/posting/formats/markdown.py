"""A posting as CommonMark with tables, in which every sign of the text stays the sign it is."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from hiring.posting.content import Paragraph, Table
from hiring.posting.marks import AFTER, AMPERSAND, BEFORE, CLOSES, LINE, OPENS, entry, linked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.posting.compose import Posting
    from hiring.posting.content import Content, Item, Section, Span

Piece = tuple[Literal["text", "opens", "closes", "other"], str]
"""A part of a line: text that is escaped already, the mark that opens or closes an emphasis, or
other markup."""

_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_AT_THE_START = re.compile(r"[#+:%-]|(?<=\d)[.)]")
_ENDS_OPEN = re.compile(f"&(?=#?\\w*{OPENS})")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_IN_ADDRESSES = {"\\": "%5C", "<": "%3C", ">": "%3E"}


def markdown(posting: Posting) -> str:
    """Return the whole posting: a paragraph or an entry a line, headings of two levels."""
    parts = [title_markdown(posting.title), *map(section_markdown, posting.sections)]
    return "\n\n".join(parts) + "\n"


def title_markdown(title: str) -> str:
    """Return a posting's title as a heading."""
    return f"# {_heading(title)}"


def section_markdown(section: Section) -> str:
    """Return a section under its heading."""
    return f"## {_heading(section.title)}\n\n{content_markdown(section.content)}"


def content_markdown(content: Iterable[Content]) -> str:
    """Return the content of a section."""
    parts: list[str] = []
    mark = ""
    for part in content:
        if isinstance(part, Paragraph):
            parts.append(paragraph_markdown(part))
            mark = ""
        elif isinstance(part, Table):
            parts.append(_table(part))
            mark = ""
        else:
            # A list right after another would go on with it, but for another mark.
            usual, other = "-*" if part.first is None else ".)"
            mark = other if mark == usual else usual
            marks = (f"{it[:-1]}{mark}" for it in part.marks)
            parts.append("\n".join(map(_item, part.items, marks)))
    return "\n\n".join(parts)


def _table(table: Table) -> str:
    """Return a table with a bar between cells, as most readers of Markdown show it."""
    head, *rows = (f"| {' | '.join(map(paragraph_markdown, line))} |" for line in table.lines)
    return "\n".join([head, f"|{' --- |' * len(table.head)}", *rows])


@lru_cache(maxsize=512)  # the levels of a role share most entries
def _item(item: Item, mark: str) -> str:
    lines = content_markdown(item.content).split("\n")
    rest = (f"{' ' * (len(mark) + 1)}{line}".rstrip() for line in lines[1:])
    return entry(item, "\n".join([f"{mark} {lines[0]}", *rest]))


def paragraph_markdown(paragraph: Paragraph) -> str:
    """Return a paragraph on one line."""
    pieces: list[Piece] = []
    spans = [part for span in paragraph.spans for part in _trimmed(span)]
    for href, group in groupby(spans, key=lambda span: span.href):
        inner = list(_strong(group))
        if href:
            end = linked(href, f"](<{_address(href)}>)")
            inner = [("other", linked(href, "[")), *inner, ("other", end)]
        pieces += inner
    line = "".join(_apart(pieces))
    digits = re.match(r"\d{0,9}", line)
    start = digits.end() if digits else 0
    if line.startswith(OPENS, start):
        return LINE + line
    return f"{line[:start]}\\{line[start:]}" if _AT_THE_START.match(line, start) else line


def _trimmed(span: Span) -> Iterator[Span]:
    """Yield a span with the spaces at its ends apart: the marks of emphasis must touch words."""
    text = span.text.strip()
    if not (span.strong or span.em) or (text and text == span.text):
        yield span
        return
    start = span.text.find(text)
    for part, styled in (
        (span.text[:start], False),
        (text, True),
        (span.text[start + len(text) :], False),
    ):
        if part:
            style = span if styled else replace(span, strong=False, em=False)
            yield replace(style, text=part)


def _strong(spans: Iterable[Span]) -> Iterator[Piece]:
    for strong, group in groupby(spans, key=lambda span: span.strong):
        inner = list(_emphasized(group))
        yield from [("opens", "**"), *inner, ("closes", "**")] if strong else inner


def _emphasized(spans: Iterable[Span]) -> Iterator[Piece]:
    for em, group in groupby(spans, key=lambda span: span.em):
        text: Piece = ("text", _escaped("".join(span.text for span in group)))
        yield from [("opens", "_"), text, ("closes", "_")] if em else [text]


def _apart(pieces: list[Piece]) -> Iterator[str]:
    """Yield the pieces; a letter that touches a mark from outside is written as its number.

    CommonMark takes a mark between two letters, or between a letter and a sign, for text.
    """
    for place, (kind, text) in enumerate(pieces):
        if kind != "text":
            yield text
            continue
        before = pieces[place - 1][0] if place else ""
        after = pieces[place + 1][0] if place + 1 < len(pieces) else ""
        if after == "opens" and not _is_open(text[-1]):
            text = text + BEFORE if text[-1] == CLOSES else f"{text[:-1]}&#{ord(text[-1])};"
        if before == "closes" and text[0] not in ("&", AMPERSAND) and not _is_open(text[0]):
            text = AFTER + text if text[0] == OPENS else f"&#{ord(text[0])};{text[1:]}"
        yield text


def _is_open(sign: str) -> bool:
    return sign.isspace() or sign in _PUNCTUATION


def _escaped(text: str) -> str:
    # `[` is escaped always, and so no `!` before one can make an image.
    escaped = _ANYWHERE.sub(lambda match: f"\\{match.group()}", text)
    return _ENDS_OPEN.sub(AMPERSAND, escaped)


def _heading(text: str) -> str:
    """Return a heading's text; hyphens and numbers may start it, number signs may not end it."""
    escaped = _escaped(text)
    return f"{escaped[:-1]}\\#" if escaped.endswith("#") else escaped


def _address(href: str) -> str:
    plain = "".join(_IN_ADDRESSES.get(sign, sign) for sign in href)
    return re.sub(r"&(?=#?\w+;)", r"\\&", plain)
