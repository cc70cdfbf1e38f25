"""A posting as plain text, wrapped for mail and for the text boxes of job boards."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from hiring.posting.content import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.posting.compose import Posting
    from hiring.posting.content import Content, Item, Span

COLUMNS = 72
"""The width of a line; only a word that is longer itself, as an address, may be wider."""

WIDE = (
    (0x1100, 0x115F),
    (0x2E80, 0x303E),
    (0x3041, 0xA4CF),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE6F),
    (0xFF00, 0xFF60),
    (0xFFE0, 0xFFE6),
    (0x1F300, 0x1F64F),
    (0x1F680, 0x1F6FF),
    (0x1F900, 0x1F9FF),
    (0x20000, 0x3FFFD),
)
"""Signs that take two columns, by Unicode, as ranges: JavaScript has no table of them."""

_A_WIDE_SIGN = "[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in WIDE) + "]"
_BETWEEN_WIDE = re.compile(f"(?<={_A_WIDE_SIGN})(?={_A_WIDE_SIGN})")


def plain_text(posting: Posting) -> str:
    """Return the whole posting: headings underlined, list entries with a hyphen."""
    lines = [posting.title, "=" * width(posting.title)]
    for section in posting.sections:
        lines += ["", section.title, "-" * width(section.title), "", *_content(section.content)]
    return "\n".join(lines) + "\n"


def content_text(content: Iterable[Content]) -> str:
    """Return the content of a section."""
    return "\n".join(_content(content))


def width(text: str) -> int:
    """Return how many columns text takes on a screen."""
    return len(text) if text.isascii() else sum(_width(sign) for sign in text)


def _width(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if any(low <= ord(sign) <= high for low, high in WIDE) else 1


def _content(content: Iterable[Content], columns: int = COLUMNS) -> Iterator[str]:
    """Yield lines of some columns, with an empty one between paragraphs and lists."""
    for number, part in enumerate(content):
        if number:
            yield ""
        if isinstance(part, Paragraph):
            yield from _wrapped("".join(map(_span, part.spans)), columns)
        else:
            for item in part.items:
                yield from _item(item, columns)


def _item(item: Item, columns: int) -> Iterator[str]:
    """Yield an entry's lines, indented behind its hyphen."""
    for number, line in enumerate(_content(item.content, columns - 2)):
        yield f"- {line}" if number == 0 else f"  {line}".rstrip()


def _span(span: Span) -> str:
    """Return a span's text, with the address that a link's text does not say."""
    address = (span.href or "").removeprefix("mailto:").removeprefix("tel:")
    return span.text if address in ("", span.text) else f"{span.text} ({address})"


def _wrapped(text: str, columns: int) -> Iterator[str]:
    """Yield lines that are filled as far as they go."""
    line, taken = "", 0
    for space, word in _words(text, columns):
        more = width(space + word)
        if line and taken + more > columns:
            yield line
            line, taken = word, width(word)
        else:
            line, taken = line + space + word, taken + more
    yield line


def _words(text: str, columns: int) -> Iterator[tuple[str, str]]:
    """Yield words with the space before each. One too long is cut where scripts may be cut."""
    for number, word in enumerate(text.split(" ")):
        space = " " if number else ""
        for piece in _BETWEEN_WIDE.split(word) if width(word) > columns else [word]:
            yield space, piece
            space = ""
