"""What a page was called, written into its front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.reading.sources.lines import FENCE, lines_of_front_matter

if TYPE_CHECKING:
    from hiring.reading.pages.record import PageRecord

_NEXT = re.compile(r"[^\s-]|---")
"""How a line begins that no longer belongs to the field above it."""


def with_redirect(text: str, page: PageRecord, old: str, new: str) -> str:
    """Return a page's text that says what it was called, and no longer what it is called now.

    ``page`` is what was read of the text; ``old`` and ``new`` are paths with their ending.
    """
    stated = page.front_matter.redirects if page.front_matter else ()
    names = dict.fromkeys([*stated, old.removesuffix(".md")])
    kept = [name for name in names if f"{name}.md" != new]
    line = f"redirects: [{', '.join(kept)}]"
    lines = text.split("\n")
    count = lines_of_front_matter(lines)
    if count == 0:
        return "\n".join([FENCE, line, FENCE, "", text])
    first = page.field_lines.get("redirects", count) - 1
    last = first + ("redirects" in page.field_lines)
    while last > first and not _NEXT.match(lines[last]):
        last += 1
    return "\n".join([*lines[:first], line, *lines[last:]])
