"""What the readers of a build may see of a page's text, before anything parses it.

Sphinx notes labels, index entries and much else while it parses, so whatever is hidden later has
been seen. Here hidden lines become empty ones, and lines keep their numbers.

A part of a page is kept for a higher audience by one form: a line ``::::::{audience} hiring-team``,
and the line ``::::::`` that ends it. Whoever writes something like it believes the text after it
hidden. So everything that resembles the form, and is not it, is a mistake, and of a page with a
mistake nothing is shown to any but the highest audience.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from hiring.model.audience import Audience
from hiring.model.messages import gettext, message_language
from hiring.model.problem import instead, quoted
from hiring.reading.sources.lines import lines_of_front_matter

MARK = "::::::"
"""Six colons: they belong to audiences alone, so that what ends a part ends nothing else."""

FORM = f"`{MARK}{{audience}} {Audience.HIRING_TEAM}`"

_OPENING = re.compile(rf"{MARK}\{{audience\}} (?P<audience>\S+)")
_BEFORE = re.compile(r"^(?:[>|%*+-]|\d++[.)])++")
# What is repeated gives nothing back: a page of colons would else take minutes.
_NAMED = re.compile(r"(?:^\{|(?<!:):{2,}+|^:|^[`~]{3,}+)[{(\[<]*+([^\W\d_]{5,12})")
_SIX = re.compile(rf" {{0,3}}{MARK}(?!:)")
_MANY_COLONS = re.compile(r":{5}|:{3,}\W?[^\x00-\x7f]")
_CODE = re.compile(r"(?<!`)`++[^`]++`++")
_COLONS = str.maketrans(
    dict.fromkeys("\u2236\ua789\u02d0\u02f8\u05c3\u0703\u16ec\u205a\ufe13", ":")
)
_SUSPECT = re.compile(r"[:{`~\x80-\U0010ffff]")
"""A sign that a line must have to resemble the form: most lines have none."""

_ASCII_UNSEEN = bytes([*range(0x21), 0x7F])
_CHECKS = re.compile(r"""["']?checks["']?\s*:""")
_CLOSE_COLONS = re.compile(r":\s*:")
_AT_START = " \t>|%*+-.)0123456789"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page for a higher audience, with the lines of its two marks, counted from 1."""

    first: int
    last: int
    audience: Audience


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a page, and what only resembles one: each a line and what is wrong with it."""

    parts: tuple[Part, ...] = ()
    mistakes: tuple[tuple[int, str], ...] = ()

    def within(
        self, page: Audience, build: Audience, audience: Audience
    ) -> tuple[tuple[int, int], ...]:
        """Return the lines of the marks of each part that is for an audience.

        There are none in a build for lower ones, nor on a page that as a whole is for it.
        """
        if not build.may_read(audience) or page.may_read(audience):
            return ()
        return tuple((part.first, part.last) for part in self.parts if part.audience is audience)


def project(text: str, audience: Audience, parts: Parts | None = None) -> str:
    """Return a page's text as an audience may see it: hidden lines and marks are empty.

    Line ends are plain. Where the marks are not in order, only the highest audience sees the text.
    ``parts`` are those of the text, where they are known already.
    """
    found = parts or find_parts(text)
    if not (found.parts or found.mistakes or (audience is Audience.PUBLIC and "checks" in text)):
        return text
    if found.mistakes and audience is not Audience.HIRING_TEAM:
        return "\n" * text.count("\n")
    hidden = tuple((it.first, it.last, audience.may_read(it.audience)) for it in found.parts)
    return _emptied(text, hidden, audience is Audience.PUBLIC)


@lru_cache(maxsize=2048)  # several views of a handbook ask for the same
def _emptied(text: str, parts: tuple[tuple[int, int, bool], ...], public: bool) -> str:
    """Return a text with the marks of its parts empty, and those lines of parts that are unseen."""
    lines = text.split("\n")
    if public:
        lines = without_checks(lines, lines_of_front_matter(lines))
    for first, last, seen in parts:
        for number in (first, last) if seen else range(first, last + 1):
            lines[number - 1] = ""
    return "\n".join(lines)


def without_checks(lines: list[str], count: int) -> list[str]:
    """Return lines of YAML with the field ``checks`` empty, as far as the first ``count`` go.

    What is waived, and why, is said to those who work here.
    """
    kept, inside = list(lines), False
    for number, line in enumerate(lines[:count]):
        if line[:1].strip():  # not indented, and not empty: another field, or a comment
            inside = bool(_CHECKS.match(line))
        if inside:
            kept[number] = ""
    return kept


def data_for(audience: Audience, text: str) -> str:
    """Return a data file as an audience may have it."""
    lines = text.split("\n")
    public = audience is Audience.PUBLIC
    return "\n".join(without_checks(lines, len(lines)) if public else lines)


def find_parts(text: str) -> Parts:
    """Return the parts of a page for higher audiences."""
    return _found(text, message_language())


@lru_cache(maxsize=2048)
def _found(text: str, language: str) -> Parts:
    """Return the parts of a page, with the mistakes told in a language."""
    parts: list[Part] = []
    mistakes: list[tuple[int, str]] = []
    lines = text.split("\n")
    start, audience = 0, Audience.PUBLIC
    front = lines_of_front_matter(lines)
    for number, line in enumerate(lines, 1):
        if is_plain(line):
            continue
        written = line.rstrip(" \t")
        opening = _OPENING.fullmatch(written)
        named = opening["audience"] if opening else ""
        if number <= front:
            if opening or _resembles(line):
                message = gettext("an audience's part can't stand in the front matter")
                mistakes.append((number, message))
        elif opening and start:
            mistakes.append((number, _inside(start)))
        elif opening and named in list(Audience):
            start, audience = number, Audience(named)
        elif opening:
            message = gettext("found {found}", found=quoted(named))
            mistakes.append((number, f"{message}{instead(named, Audience)}"))
            start, audience = number, Audience.HIRING_TEAM
        elif written == MARK and start:
            parts.append(Part(start, number, audience))
            start = 0
        elif written == MARK:
            mistakes.append((number, _ends_nothing()))
        elif message := _mistake(line):
            mistakes.append((number, message))
    if start:
        message = gettext("the part is never ended: end it with a line `{mark}`", mark=MARK)
        mistakes.append((start, message))
    return Parts(tuple(parts), tuple(mistakes))


def is_plain(line: str) -> bool:
    """Tell at a glance that a line is no mark and resembles none; most lines are so."""
    if not _SUSPECT.search(line):
        return True
    starts = line.lstrip(_AT_START)[:1] in ("{", ":", "~")
    return not (starts or not line.isascii() or "`" in line or _CLOSE_COLONS.search(line))


def _inside(start: int) -> str:
    return gettext(
        "a part inside the part that starts on line {line}: end that one first with a line "
        "`{mark}`",
        line=start,
        mark=MARK,
    )


def _ends_nothing() -> str:
    return gettext(
        "`{mark}` ends nothing: delete it, or start the part with a line {form}",
        mark=MARK,
        form=FORM,
    )


def _mistake(line: str) -> str:
    """Return what is wrong with a line that only resembles the form; nothing where none does."""
    match _slip_in(line):
        case "form":
            return gettext(
                "found {found}, wanted {form} or `{mark}`, alone and at the line's start",
                found=quoted(line),
                form=FORM,
                mark=MARK,
            )
        case "colons":
            return gettext(
                "six colons are kept for audiences, as {form}: use five or seven", form=FORM
            )
    return ""


@lru_cache(maxsize=16_384)  # the pages of a handbook share most of such lines
def _slip_in(line: str) -> Literal["", "form", "colons"]:
    if _resembles(line):
        return "form"
    return "colons" if MARK in line and _SIX.match(line) else ""


def _resembles(line: str) -> bool:
    """Tell whether somebody may take a line for the form."""
    seen = _shown(_CODE.sub("", line) if "`" in line else line)
    plain = _BEFORE.sub("", seen)
    if plain == MARK:
        return True
    if ":::" not in line and _MANY_COLONS.match(plain):
        return True  # the colons only look like some
    return any(map(_is_like, _NAMED.findall(plain)))


def _shown(line: str) -> str:
    """Return the signs of a line without spaces, marks and case, in their plainest form."""
    if line.isascii():  # as most lines are: the same, sooner
        return line.encode().translate(None, _ASCII_UNSEEN).lower().decode()
    signs = unicodedata.normalize("NFKD", line.translate(_COLONS))
    unseen = ("Cf", "Cc", "Mn", "Me")
    seen = (s for s in signs if not s.isspace() and unicodedata.category(s) not in unseen)
    return "".join(sign.lower() for sign in seen)


@lru_cache(maxsize=4096)
def _is_like(name: str) -> bool:
    """Tell whether a name may be meant for ``audience``, as ``audiences`` is."""
    # Letters of other scripts that look the same count as wrong ones, as slips do.
    return name != "audio" and SequenceMatcher(None, name, "audience").ratio() >= 0.7
