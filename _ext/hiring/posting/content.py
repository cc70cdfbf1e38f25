"""What a posting consists of: a small tree, from which every format is made.

    Posting > Section > Paragraph | Bullets | Table
                        Bullets > Item > Paragraph | Bullets | Table
                        Table > Paragraph > Span

The tree holds no markup, and no character that one of the formats could not hold.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

from hiring.model.language_tags import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ADDED = "about-"
"""What the ids start with of the sections that an opening itself adds."""

_SPACE = re.compile("[ \t-\r\x85\u2028\u2029]+")
_STRONG = ("L", "R", "AL")
_ENDS_OF_PLANES = "".join(chr(end) + chr(end + 1) for end in range(0x1FFFE, 0x110000, 0x10000))
_NOWHERE = re.compile(
    f"[^\n -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]|[{_ENDS_OF_PLANES}]"
)
"""Control characters, halves of characters and no characters: not of HTML, or not of XML."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text. ``placeholder`` names the open fact that the text, its label, stands for.

    ``language`` is the tag of its language, empty where that is the posting's.
    """

    text: str
    strong: bool = False
    em: bool = False
    href: str | None = None
    placeholder: str | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: one or more spans, of which no two neighbors are alike.

    ``for_team`` tells that it stands in a part for the hiring team alone, ``heading`` that it
    heads what follows inside of its section: a priority, a level.
    """

    spans: tuple[Span, ...]
    for_team: bool = False
    heading: bool = False

    @property
    def text(self) -> str:
        """The paragraph's text alone."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list. ``id`` names the fact that it states, where it states one."""

    content: tuple[Content, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of one or more entries; ``first`` is the first one's number, where they have any.

    ``for_team`` tells that it stands in a part for the hiring team alone.
    """

    items: tuple[Item, ...]
    first: int | None = None
    for_team: bool = False

    @property
    def marks(self) -> Iterator[str]:
        """What stands before each entry: its number with a point, or a hyphen."""
        if self.first is None:
            return repeat("-", len(self.items))
        return (f"{number}." for number, _ in enumerate(self.items, self.first))


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the cells of its head, and those of each row, one as wide as the other.

    A cell may say nothing. ``for_team`` tells that it stands in a part for the hiring team alone.
    """

    head: tuple[Paragraph, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    for_team: bool = False

    @property
    def lines(self) -> tuple[tuple[Paragraph, ...], ...]:
        """The head, then the rows."""
        return (self.head, *self.rows)


Content = Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a posting under its heading; ``id`` is the same in every posting.

    ``for_team`` tells that the heading stands in a part for the hiring team alone. ``language`` is
    the tag of the posting's, and ``title_language`` that of the title, where it is another.
    """

    id: str
    title: str
    content: tuple[Content, ...]
    for_team: bool = False
    language: str = ENGLISH
    title_language: str = ""

    def __hash__(self) -> int:
        """Leave the content to the comparison: the sections of levels share most of it."""
        return hash((self.id, self.title, len(self.content)))


def plain(text: str) -> str:
    """Return text on one line, with a sign in place of what no format can hold."""
    # Of what can be printed, any format can hold all; most texts are nothing but that.
    if text.isprintable() and "  " not in text:
        return text
    return clean(_SPACE.sub(" ", text))


def clean(text: str) -> str:
    """Return text with a sign in place of what no format can hold; its lines stay."""
    if text.isprintable():
        return text
    return _NOWHERE.sub("\ufffd", text)


def paragraph(spans: Iterable[Span]) -> Paragraph | None:
    """Return spans as a paragraph without a space too many; None where nothing is left."""
    merged: list[Span] = []
    for span in spans:
        text = plain(span.text)
        if not merged:
            text = text.lstrip()
        elif merged[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        last = merged[-1] if merged else None
        if last and _style(last) == _style(span):
            merged[-1] = styled(last, last.text + text)
        elif text:
            merged.append(styled(span, text))
    while merged and merged[-1].text[-1].isspace():
        last = merged.pop()
        if text := last.text.rstrip():
            merged.append(styled(last, text))
    return Paragraph(tuple(merged)) if merged else None


def said(text: str, language: str = "") -> tuple[Content, ...]:
    """Return plain text as content: one paragraph, or none."""
    found = paragraph([Span(text, language=language)])
    return (found,) if found else ()


def paragraphs_in(content: Iterable[Content]) -> Iterator[Paragraph]:
    """Yield every paragraph, in the order of the text."""
    for part in content:
        if isinstance(part, Paragraph):
            yield part
        elif isinstance(part, Table):
            for line in part.lines:
                yield from line
        else:
            for item in part.items:
                yield from paragraphs_in(item.content)


def spans_in(content: Iterable[Content]) -> Iterator[Span]:
    """Yield every span, in the order of the text."""
    for part in paragraphs_in(content):
        yield from part.spans


def first_strong(text: str) -> int:
    """Return where the first sign is that has a direction; the text's length where none has."""
    if text[:1].isascii() and text[:1].isalpha():  # as most texts start
        return 0
    found = (at for at, sign in enumerate(text) if unicodedata.bidirectional(sign) in _STRONG)
    return next(found, len(text))


def runs_right_to_left(text: str) -> bool:
    """Tell whether text starts in a script that is read from right to left (Unicode's rule P2)."""
    at = first_strong(text)
    return at < len(text) and unicodedata.bidirectional(text[at]) != "L"


def _style(span: Span) -> tuple[object, ...]:
    # Each placeholder stays a span of its own, that a reader may fill.
    alone = object() if span.placeholder else None
    return span.strong, span.em, span.href, span.language, alone


def styled(span: Span, text: str) -> Span:
    """Return a text with all else that a span has."""
    return Span(text, span.strong, span.em, span.href, span.placeholder, span.language)
