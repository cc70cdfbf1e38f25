"""A posting as plain text for mail and for text boxes: a paragraph or an entry a line.

Lines are as long as what they say. Whatever shows them wraps them, and would break a second time
what was wrapped here.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from hiring.posting.content import Paragraph, Table
from hiring.posting.marks import entry, is_marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.posting.compose import Posting
    from hiring.posting.content import Content, Item, Section, Span

_WIDE = (
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
"""Signs that take two columns, by Unicode, as ranges."""


def plain_text(posting: Posting) -> str:
    """Return the whole posting: headings underlined, entries with a hyphen or a number."""
    parts = [title_text(posting.title), *map(section_text, posting.sections)]
    return "\n\n".join(parts) + "\n"


def title_text(title: str) -> str:
    """Return a posting's title, underlined."""
    return f"{title}\n{'=' * width(title)}"


def section_text(section: Section) -> str:
    """Return a section under its heading."""
    underline = "-" * width(section.title)
    return f"{section.title}\n{underline}\n\n{content_text(section.content)}"


def content_text(content: Iterable[Content]) -> str:
    """Return the content of a section, with an empty line between paragraphs and lists."""
    return "\n\n".join(map(_content, content))


def _content(part: Content) -> str:
    if isinstance(part, Paragraph):
        return "".join(map(_span, part.spans))
    if isinstance(part, Table):
        return "\n".join(" | ".join(map(_content, line)).rstrip() for line in part.lines)
    return "\n".join(map(_item, part.items, part.marks))


def width(text: str) -> int:
    """Return how many columns text takes on a screen."""
    return len(text) if text.isascii() else sum(_width(sign) for sign in text)


def _width(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if any(low <= ord(sign) <= high for low, high in _WIDE) else 1


@lru_cache(maxsize=512)  # the levels of a role share most entries
def _item(item: Item, mark: str) -> str:
    """Return an entry, indented behind its mark."""
    first, *lines = content_text(item.content).split("\n")
    indent = " " * (len(mark) + 1)
    rest = (f"{indent}{line}".rstrip() for line in lines)
    return entry(item, "\n".join([f"{mark} {first}", *rest]))


def _span(span: Span) -> str:
    """Return a span's text, with the address that a link's text does not say."""
    address = (span.href or "").removeprefix("mailto:").removeprefix("tel:")
    # An address that is filled in is the link's text.
    says = address in ("", span.text) or is_marked(address)
    return span.text if says else f"{span.text} ({address})"
