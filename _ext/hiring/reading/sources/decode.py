"""A file's bytes as text that every program reads alike."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from hiring.model.messages import gettext
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from hiring.model.report import Report

_UNSEEN = re.compile(
    "["
    "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u2028\u2029"  # line ends that only some programs take for one
    "\u202a-\u202e\u2066-\u2069"  # change the direction of what follows
    "\u200b\u2060-\u2064\ufeff"  # without width: names that look alike would differ
    "\ufdd0-\ufdef\ufffe\uffff"  # no characters at all
    "]"
)
_SOFT_HYPHEN = "\u00ad"
_CONFLICT = re.compile(r"^(<{7}|>{7})( .*)?$", re.MULTILINE)


def decode(data: bytes, report: Report) -> str | None:
    """Return UTF-8 bytes as text with plain line ends, or None with the reason noted.

    A byte order mark is dropped, and so are soft hyphens: what is pasted has them, and a word with
    one is neither found nor matched. Characters that join or direct what stands beside them, as in
    emoji and in Arabic, are text like any other.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:2]:
        report.error(1, Rule.ENCODING, gettext("found UTF-16 or UTF-32: save the file as UTF-8"))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        message = gettext(
            "found the byte {byte}, which is not UTF-8: save the file as UTF-8", byte=f"{byte:#04x}"
        )
        report.error(line, Rule.ENCODING, message)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(_SOFT_HYPHEN, "")
    return text if _is_clean(text, report) else None


def _is_clean(text: str, report: Report) -> bool:
    unseen = _UNSEEN.search(text)
    if unseen:
        sign = unseen.group()
        name = unicodedata.name(
            sign, gettext("a control character") if sign < "\xa0" else gettext("no character")
        )
        message = gettext(
            "found {sign} ({name}), which nobody can see: delete it",
            sign=f"U+{ord(sign):04X}",
            name=name,
        )
        report.error(_line(text, unseen.start()), Rule.ENCODING, message)
    # At every start of a line the pattern takes ten times as long as to see that there is none.
    marked = "<<<<<<<" in text or ">>>>>>>" in text
    conflict = _CONFLICT.search(text) if marked else None
    if conflict:
        message = gettext(
            "found `{mark}`: resolve the merge, and delete its marks", mark=conflict.group(1)
        )
        report.error(_line(text, conflict.start()), Rule.MERGE_CONFLICT, message)
    return not unseen and not conflict


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
