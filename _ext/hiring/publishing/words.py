"""The words and numbers of a text, however they are written in it.

What counts is chosen so that a word of a hidden text is found in whatever form a site's files can
hold it, and so that nothing else is: a false alarm would keep an operator from publishing.

- A word is four letters or more: shorter ones are in every text, and in every digest.
- A number is four digits or more, without what groups them: ``187,500`` is ``187500``. A year is
  none, since every page has dates, nor is what follows a decimal point, nor digests and colors:
  hexadecimal, with letters and digits.
- Letters and digits together are a word too, as in ``q7xz``.
- Scripts that put no space between words give every two neighboring signs.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from hiring.search.tokens import folded as without_accents

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 4
"""The letters or digits that a word or number has at least."""

LEAST_IN_BINARY = 7
"""The letters of a word in what is no text, where any few letters turn up by chance."""

DEEPEST = 3
"""How often a text may be encoded over and again: JSON in an attribute is twice."""

_FOLD = re.compile(rb"\r?\n[ \t]")
"""Where a line of iCalendar goes on, by RFC 5545, 3.1."""
_RUN = re.compile(rf"[^\W_]{{{LEAST},}}")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:[,.'’ ]\d{3})+(?!\d)")
_FRACTION = re.compile(r"(?<=\d)\.\d{4,}")
_HEXADECIMAL = re.compile(r"(?=.*\d)(?=.*[a-f])[0-9a-f]{6,}")
_YEAR = re.compile(r"19\d\d|20\d\d|2100")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0f\ufeff]"
)
_UNSPACED = re.compile(
    "[\u0900-\u109f\u1100-\u1cff\u2e80-\u2fff\u3005-\u9fff\ua000-\ud7ff\uf900-\ufaff"
    "\U00020000-\U0003ffff]+"
)
_ESCAPES = re.compile(r"((?:\\u[0-9a-fA-F]{4})+)|\\u\{([0-9a-fA-F]{1,6})\}|\\x([0-9a-fA-F]{2})")
_ESCAPED_SPACE = re.compile(r"\\[nrtbf](?=\w)")
_ENCODED = re.compile(r"[&\\%]")
_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{2,6})\s?")
_INLINE = re.compile(
    r"(?<=\w)(?:</?(?:a|abbr|b|code|em|i|mark|s|small|span|strong|sub|sup|tspan|u|wbr)\b[^<>]*>"
    r"|<!--.*?-->)+(?=\w)",
    re.DOTALL,
)


def words_in(text: str) -> set[str]:
    """Return every word and number of a text, under all encodings that it may be written in."""
    return {word for view in views(text) for word in plain_words(view)}


def views(text: str) -> Iterator[str]:
    """Yield a text in the form in which texts are compared, in every way that it can be read.

    First as it stands; then its lines that hold entities or escapes, with those undone, as often
    as they are encoded; then those with markup within words, which readers see as one word.
    """
    text = _ESCAPED_SPACE.sub(" ", text) if "\\" in text else text
    yield folded(text)
    whole = text
    for _ in range(DEEPEST):
        encoded = "\n".join(line for line in text.split("\n") if _ENCODED.search(line))
        text = _decoded(encoded)
        if text == encoded:
            break
        yield folded(text)
        whole += f"\n{text}"
    if "<" in whole and _INLINE.search(whole):
        yield folded(_INLINE.sub("", whole))
    if "\\" in whole and _CSS_ESCAPE.search(whole):
        yield folded(_CSS_ESCAPE.sub(lambda found: _sign(found[1]), whole))


def folded(text: str) -> str:
    """Return a text in the one form in which texts are compared: as the search's index has it.

    So accents count for nothing: the index says a word that has some as it says one without, and
    who may read the one learns nothing by the other.
    """
    if text.isascii():
        return text.lower()
    return without_accents(_UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold())


def plain_words(text: str) -> set[str]:
    """Return the words and numbers of a folded text as it stands."""
    found = {re.sub(r"\D", "", number) for number in _GROUPED.findall(text)}
    if not text.isascii():
        for run in _UNSPACED.findall(text):
            found |= {run[start : start + 2] for start in range(len(run) - 1)}
        text = _UNSPACED.sub(" ", text)
    # What follows a decimal point was computed: widths and places in a drawing.
    text = _FRACTION.sub(" ", text)
    for run in set(_RUN.findall(text)):
        if run.isalpha():
            found.add(run)
        elif not _HEXADECIMAL.fullmatch(run):
            found |= {run, *(piece for piece in _PIECE.findall(run) if len(piece) >= LEAST)}
    return {word for word in found if not _YEAR.fullmatch(word)}


def text_of(data: bytes) -> str | None:
    """Return bytes as the text that they are, or None where they are none.

    A calendar breaks its lines within words; they are as its readers get them, whole.
    """
    if data.startswith(b"BEGIN:VCALENDAR"):
        data = _FOLD.sub(b"", data)
    coding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def words_of(data: bytes) -> set[str]:
    """Return the words and numbers of a file; of what is no text only the long words."""
    text = text_of(data)
    if text is not None:
        return words_in(text)
    return {
        word
        for word in plain_words(folded(data.decode("ascii", "replace").replace("\ufffd", " ")))
        if len(word) >= LEAST_IN_BINARY and word.isalpha()
    }


def _decoded(text: str) -> str:
    if "&" in text:
        text = unescape(text)
    if "\\" in text:
        text = _ESCAPES.sub(_unescaped, text)
    return unquote(text, errors="replace") if "%" in text else text


def _unescaped(found: re.Match[str]) -> str:
    """Return what an escape of JSON or JavaScript stands for."""
    if found[1]:
        # Signs beyond the first 65,536 are written as two that belong together.
        return bytes.fromhex(found[1].replace("\\u", "")).decode("utf-16-be", "replace")
    return _sign(found[2] or found[3])


def _sign(hexadecimal: str) -> str:
    number = int(hexadecimal, 16)
    return chr(number) if number <= 0x10FFFF else " "
