"""Marks: what stands in a template's text for what somebody fills in later.

    MARK      OPENS number CLOSES        the text of an open fact, by its number
              OPENS @number CLOSES       the address that the fact's text is, for a link
    SEGMENT   TEST verb of THEN text END text that stays where the test holds

Verbs: ``entry ID``, nobody has left the entry out; ``fact ID``, and somebody has said it; ``link
NUMBER``, the fact's text is an address; ``mail NUMBER``, it is one of e-mail, and ``other NUMBER``,
it is not; ``rtl TEXT``, the text, filled, starts from right to left.
A segment that is dropped takes the line break before it along.

All of them are noncharacters of Unicode, which ``content.clean`` lets no text have. Every format
may be asked for a template: it writes marks as they are, and a segment where its markup depends on
what is filled in. The browser fills a template in by ``generator/template.js``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.posting.content import Item, first_strong, runs_right_to_left

if TYPE_CHECKING:
    from typing import Literal

OPENS, CLOSES, TEST, THEN, END = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
LINE, BEFORE, AFTER, AMPERSAND = "\ufdd5", "\ufdd6", "\ufdd7", "\ufdd8"
"""Markdown's: what follows starts a line; the sign before, or after, touches an emphasis; an
ampersand, which is escaped where what follows makes an entity of it."""
TARGET = "\ufdd9"
"""Word's: stands before and after the address of a link, which gets a number at last."""
TICK = "\ufdda"
"""The box of an entry that somebody ticks."""
CUT, HOLE = "\ufddb", "\ufddc"
"""Where a template is cut into pieces, of which many texts have the same; where a piece has words
that all formats write the same."""

_MARK = re.compile(f"{OPENS}\\d+{CLOSES}")


@dataclass(frozen=True, slots=True)
class MarkedItem(Item):
    """An entry of a template, with what every format writes after it.

    One with a verb may be left out; a ``fact`` is left out until it is known.
    """

    verb: Literal["entry", "fact", ""] = ""
    ends: str = ""


def mark(number: int) -> str:
    """Return the mark of an open fact's text."""
    return f"{OPENS}{number}{CLOSES}"


def link_mark(number: int) -> str:
    """Return the mark of the address that an open fact's text may be."""
    return f"{OPENS}@{number}{CLOSES}"


def is_marked(href: str) -> bool:
    """Tell whether a link's address is open."""
    return href.startswith(OPENS)


def segment(test: str, text: str) -> str:
    """Return text that stays where a test holds."""
    return f"{TEST}{test}{THEN}{text}{END}"


def entry(item: Item, text: str) -> str:
    """Return an entry's text, as a segment where the entry may be left out."""
    if not isinstance(item, MarkedItem):
        return text
    return (segment(f"{item.verb} {item.id}", text) if item.verb else text) + item.ends


def linked(href: str, markup: str) -> str:
    """Return the markup of a link, as a segment where its address is open."""
    return segment(f"link {href[2:-1]}", markup) if is_marked(href) else markup


def right_to_left(text: str, markup: str) -> str:
    """Return markup where text is read from right to left, else nothing.

    Where a mark comes before the first letter, that is a segment: it depends on what is filled in.
    """
    end = first_strong(text)
    before = _MARK.findall(text[:end])
    if before:
        return segment(f"rtl {''.join(before)}{text[end : end + 1]}", markup)
    return markup if runs_right_to_left(text) else ""
