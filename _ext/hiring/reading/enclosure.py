"""In which piece of Markdown a line stands: a part for an audience must stand in none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.reading.markdown import parser

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_PIECES = {
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "blockquote_open": "quote",
    "table_open": "table",
    "fence": "block of code",
    "code_block": "block of code",
    "html_block": "block of HTML",
}


def enclosed(text: str, first_line: int, lines: Collection[int]) -> Iterator[tuple[int, str]]:
    """Yield those of ``lines`` that stand inside a piece of Markdown, each with what that is.

    ``text`` starts on ``first_line``, and is empty on each of the lines. A directive is none of
    the pieces: what stands in it is looked at in turn.
    """
    written = text.split("\n")
    for line in sorted(lines):
        around = [
            written[place : place + 1] for place in (line - first_line - 1, line - first_line + 1)
        ]
        if all(near and near[0].lstrip().startswith("|") for near in around):
            yield line, "table"
    for token in parser().parse(text):
        if token.map is None:
            continue
        begin, end = (first_line + number for number in token.map)
        if token.type in ("fence", "colon_fence") and token.info.strip().startswith("{"):
            inner = [line for line in lines if begin < line < end]
            if inner:
                yield from enclosed(token.content, begin + 1, inner)
        elif token.type in _PIECES:
            last = max((n for n in range(begin, end) if written[n - first_line].strip()), default=0)
            yield from (
                (line, _PIECES[token.type]) for line in sorted(lines) if begin < line < last
            )
