"""A page as sections of plain text, each with its anchor, as the site shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.exports.text import plain_text
from hiring.language.outline import heading_text
from hiring.model.blocks import BLOCKS
from hiring.model.tree import Directive
from hiring.search.briefings import briefings_in, told_in
from hiring.search.tokens import definition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hiring.model.handbook import Handbook
    from hiring.model.page import Page
    from hiring.model.tree import Node

ELSEWHERE = ("levels", "faq", "interview")
"""Directives whose body is no text of its section: their parts are records of their own."""

_MARKS = re.compile(r"^[ \t]*(?:- |\(\S+\)=$)")


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section's anchor, its heading, the headings above it, its text, the blocks in it."""

    anchor: str
    heading: str
    parents: tuple[str, ...]
    text: str
    blocks: tuple[str, ...] = ()


def sections_of(
    page: Page, anchors: Sequence[tuple[str, str]], handbook: Handbook
) -> list[PageSection]:
    """Return a page's sections; the first is what stands under its title, with no anchor.

    ``anchors`` are title and anchor of each section that the site shows, in order. A section that
    is not among them, since its heading says something else there, is led to by the one above it.
    """
    found: list[PageSection] = []
    above: list[tuple[int, str]] = []
    ahead = list(anchors)
    start: list[str] = []
    anchor = ""
    for level, heading, own in _parts(page.body.nodes):
        text = readable(plain_text(own, handbook, page.path, code=False))
        told = (told_in(it, handbook) for it in briefings_in(own, page.path, handbook))
        text = "\n".join(filter(None, (text, *told)))
        if level == 1:
            start += [text] if text else []
            continue
        if heading.lower() in definition()["leading"]:
            text = ""
        above = [(other, name) for other, name in above if other < level]
        place = next((at for at, (title, _) in enumerate(ahead) if _same(title, heading)), None)
        if place is not None:
            anchor = ahead[place][1]
            del ahead[: place + 1]
        parents = tuple(name for _, name in above)
        blocks = tuple(it.name for it in own if isinstance(it, Directive) and it.name in BLOCKS)
        found.append(PageSection(anchor, heading, parents, text, blocks))
        above.append((level, heading))
    return [PageSection("", "", (), "\n".join(start)), *found]


def _parts(nodes: Iterable[Node]) -> Iterator[tuple[int, str, list[Node]]]:
    """Yield level and heading of each section, and the blocks of its own text."""
    level, heading = 1, ""
    own: list[Node] = []
    for node in nodes:
        if node.kind == "heading":
            yield level, heading, own
            level, heading, own = node.number, heading_text(node), []
        elif not (isinstance(node, Directive) and node.name in ELSEWHERE):
            own.append(node)
    yield level, heading, own


def _same(title: str, heading: str) -> bool:
    return "".join(filter(str.isalnum, title)) == "".join(filter(str.isalnum, heading))


def readable(text: str) -> str:
    """Return plain text of Markdown as lines without marks of lists."""
    lines = (_MARKS.sub("", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
