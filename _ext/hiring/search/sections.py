"""A page's Markdown as sections of plain text, each with its anchor, as the site shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.exports.text import text_of_tokens
from hiring.model.role import BLOCKS
from hiring.reading.inline import shown_text
from hiring.reading.markdown import parser
from hiring.search.tokens import definition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from hiring.model.handbook import Handbook

ELSEWHERE = ("levels", "faq", "toctree", "figure", "image", "code-block")
"""Directives whose body is no text of its section: their parts are records of their own."""

_NAME = re.compile(r"\{(?:hiring:)?([\w:-]+)\}")
_MARKS = re.compile(r"^[ \t]*(?:- |\(\S+\)=$)")


@dataclass(frozen=True, slots=True)
class Section:
    """A section's anchor, its heading, the headings above it, its text, the blocks in it."""

    anchor: str
    heading: str
    parents: tuple[str, ...]
    text: str
    blocks: tuple[str, ...]


def sections_of(body: str, anchors: Sequence[tuple[str, str]], handbook: Handbook) -> list[Section]:
    """Return a page's sections; the first is what stands under its title, with no anchor.

    ``anchors`` are title and anchor of each section that the site shows, in order. A section that
    is not among them, since its heading says something else there, is led to by the one above it.
    """
    found: list[Section] = []
    above: list[tuple[int, str]] = []
    ahead = list(anchors)
    start: list[str] = []
    anchor = ""
    for level, heading, tokens in _parts(parser().parse(body)):
        text = readable(text_of_tokens(tokens, handbook))
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
        blocks = tuple(name for name in map(_directive, tokens) if name in BLOCKS)
        found.append(Section(anchor, heading, parents, text, blocks))
        above.append((level, heading))
    return [Section("", "", (), "\n".join(start), ()), *found]


def _parts(tokens: Sequence[Token]) -> Iterator[tuple[int, str, list[Token]]]:
    """Yield level and heading of each section, and the blocks of its own text."""
    level, heading = 1, ""
    own: list[Token] = []
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and not token.level:
            yield level, heading, own
            level, heading, own = int(token.tag[1:]), shown_text(tokens[number + 1]), []
        elif not _is_heading(tokens, number) and not _is_elsewhere(token):
            own.append(token)
    yield level, heading, own


def _is_elsewhere(token: Token) -> bool:
    """Tell whether a token is no text of its section: a record of its own, or code."""
    name = _directive(token)
    return name in ELSEWHERE or (token.type == "fence" and not name)


def _is_heading(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether a token is the text of a section's heading."""
    before = tokens[number - 1] if number else None
    return before is not None and before.type == "heading_open" and not before.level


def _directive(token: Token) -> str:
    """Return the name of the directive that a token opens, or nothing."""
    named = _NAME.match(token.info.strip()) if token.type in ("fence", "colon_fence") else None
    return named[1] if named else ""


def _same(title: str, heading: str) -> bool:
    return "".join(filter(str.isalnum, title)) == "".join(filter(str.isalnum, heading))


def readable(text: str) -> str:
    """Return plain text of Markdown as lines without marks of lists."""
    lines = (_MARKS.sub("", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
