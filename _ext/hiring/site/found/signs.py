"""Pieces of Markdown: text that stays the text that it is, and marks around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes

_MARKUP = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_AT_THE_START = re.compile(r"(?=[#+:-])|(?<=\d)(?=[.)])")
_ENTRY = re.compile(r"(-)|\d+(\.) ")


def on_one_line(text: str) -> str:
    """Return text without its ends of lines."""
    return " ".join(text.split())


def escaped(text: str) -> str:
    """Return text in which every sign is the sign that it is."""
    return _MARKUP.sub(lambda found: f"\\{found.group()}", text)


def paragraph(text: str) -> str:
    """Return text on one line, which starts no block of another kind."""
    line = on_one_line(text)
    digits = re.match(r"\d{0,9}", line)
    end = digits.end() if digits else 0
    return f"{line[:end]}\\{line[end:]}" if _AT_THE_START.match(line, end) else line


def code_span(text: str) -> str:
    """Return code between ticks that it does not hold."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    ticks = "`" * (longest + 1)
    space = " " if "`" in text[:1] + text[-1:] else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def picture(node: nodes.image) -> str:
    """Return an image, with what it shows."""
    return f"![{escaped(node.get('alt', ''))}](<{node['uri']}>)"


def marked(inner: str, start: str, end: str = "") -> str:
    """Return text between marks, which touch words: spaces at its ends stay outside."""
    words = inner.strip()
    if not words:
        return inner
    before, after = inner[: inner.index(words[0])], inner[len(inner.rstrip()) :]
    return f"{before}{start}{words}{end or start}{after}"


def lines_of(blocks: Iterable[str]) -> list[str]:
    """Return the lines of blocks, with an empty one between two."""
    return "\n\n".join(blocks).split("\n")


def indented(mark: str, blocks: Iterable[str], width: int = 0) -> str:
    """Return the blocks of an entry behind its mark."""
    first, *rest = lines_of(blocks)
    indent = " " * (width or len(mark) + 1)
    return "\n".join([f"{mark} {first}".rstrip(), *(f"{indent}{line}".rstrip() for line in rest)])


def apart(blocks: list[str]) -> list[str]:
    """Return blocks with a comment between two lists, which would else be one."""
    found: list[str] = []
    for block in blocks:
        before, after = _ENTRY.match(found[-1] if found else ""), _ENTRY.match(block)
        if before and after and before.groups() == after.groups():
            found.append("<!-- -->")
        found.append(block)
    return found


def together(entries: list[str]) -> list[str]:
    """Return the entries of a list as one block: apart where one of them is of several."""
    return [("\n\n" if any("\n\n" in entry for entry in entries) else "\n").join(entries)]
