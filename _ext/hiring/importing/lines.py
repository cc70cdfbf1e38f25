"""The lines of a description, as every format gives them: what they say, and how they look."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext

Kind = Literal["heading", "entry", "text", "row"]

MAX_LINES = 2_000
"""More lines are no job description, and no page could hold them."""

MAX_LINE = 5_000
"""How long a line may be: a longer one is cut into several."""

_MARK = re.compile(
    r"(?P<mark>[•·●○∙▪■□◦‣\u2043◆➢➤►✓✔❖\uf0a7\uf0b7\uf076\uf0d8]|[-*+–—](?=\s)|o(?=\s)"
    r"|\(?\d{1,2}[.)](?=\s)|\(?[a-z]\)(?=\s))\s*"
)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document.

    ``at`` says where it stands there, in words. ``rank`` is a heading's level, 0 where nothing says
    it. A line that is ``strong`` is bold, or larger than the others. ``apart`` tells that room is
    left above it. ``cells`` are those of a row of a table. ``aside`` is what stands in the margin
    of a document: its head, its foot, a site's menu. ``table`` are the number of the table that it
    stands in, its row and its column. ``to`` is its place, where that is known before it is read;
    one that ``ends`` is the last of levels, so what comes after it is of none.
    """

    text: str
    at: str
    kind: Kind = "text"
    rank: int = 0
    strong: bool = False
    apart: bool = False
    cells: tuple[str, ...] = ()
    aside: bool = False
    table: tuple[int, ...] = ()
    to: str = ""
    ends: bool = False


YEARS = "years"
"""The place of the years that are typical of a level."""

LEFT_TABLE = "left table"
"""The place of what a table names its rows and columns by, once it is opened."""


class Unreadable(Exception):
    """A file that can't be read, with the reason and what to do about it."""


def clean(text: str) -> str:
    """Return a text in one line, without signs that nobody sees."""
    seen = (
        " " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign
        for sign in unicodedata.normalize("NFC", text)
        if unicodedata.category(sign) not in ("Cf", "Cs", "Cn") or sign in "\n"
    )
    return _SPACES.sub(" ", "".join(seen)).strip()


def says_something(text: str) -> bool:
    """Tell a text from a rule across the page and other lines without a word or a number."""
    return any(sign.isalnum() for sign in text)


def without_mark(text: str) -> tuple[str, bool]:
    """Return a text without the sign of an entry that it starts with, and whether there was one."""
    match = _MARK.match(text.lstrip())
    if match is None or not says_something(text.lstrip()[match.end() :]):
        return text.strip(), False
    return text.lstrip()[match.end() :].strip(), True


def bounded(lines: list[Line]) -> list[Line]:
    """Return the lines that say something, refusing more than a description has."""
    found = [
        replace(line, text=part)
        for line in lines
        for part in cut(line.text)
        if says_something(part)
    ]
    if len(found) > MAX_LINES:
        raise Unreadable(
            gettext(
                "it has {number} lines, more than {most}: bring one description a file",
                number=message_lexicon().number(Decimal(len(found))),
                most=message_lexicon().number(Decimal(MAX_LINES)),
            )
        )
    if not found:
        raise Unreadable(gettext("it holds no text: there is nothing to bring"))
    return found


def cut(text: str) -> list[str]:
    """Return a text in pieces of which none is longer than a line may be."""
    return [text[start : start + MAX_LINE] for start in range(0, len(text), MAX_LINE)]
