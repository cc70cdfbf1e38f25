"""Values of YAML as people write and paste them: what is wrong with one, and what was meant."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from hiring.model.messages import gettext
from hiring.model.problem import quoted
from hiring.reading.facts.yaml_slips import (
    bracketed,
    comma_in_braces,
    commas,
    curly,
    half_quoted,
    never_closed,
    open_quote,
    reserved,
    second_colon,
    starred,
)

if TYPE_CHECKING:
    from collections.abc import Callable

CURLY_STARTS = "“”„‟‘’\N{SINGLE LOW-9 QUOTATION MARK}"
"""What text that is in curly quotes may start with."""

_HASH = re.compile(r"\s+#\S")
_NUMBERED = re.compile(r"\s+#\d")
_DATUM = re.compile(r"[\d.:-]+|[a-z][a-z0-9-]*")
"""A number, a date or a key, behind which nobody goes on with a text."""

_PARTS = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:''|[^'])*'")
_TEXTS = re.compile(rf"(?:(?<=[\[{{,:])|(?<=[\[{{,:] ))(?:{_PARTS.pattern})")
"""Texts in quotes, in brackets: there an apostrophe may stand anywhere else."""

_COMMAS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?!\w|,\d)")
_AMOUNT = re.compile(rf"(?<=[\[,:])\s*(?:[A-Z]{{3}}\s?|[$€£]\s?)?{_COMMAS.pattern}\s*(?=[,\]}}])")
_NO_SPACE = re.compile(r"(?<=[{,])( *[\w-]+):(?=[^\s,}\]/])")
_CURLY_IN_LIST = re.compile(
    "[“”„‟]|(?<=[\\s\\[{(,:])[‘\N{SINGLE LOW-9 QUOTATION MARK}]|’(?= *[,\\]}])"
)
_CLOSED_BY = {"[": "]", "{": "}"}


def mended_value(value: str, *, goes_on: bool) -> tuple[str, str]:
    """Return a value as it was meant, and what is wrong with it: nothing where it is right.

    ``goes_on`` tells whether the lines below may belong to it.
    """
    if value[:1] in _CLOSED_BY:
        return _mended_list(value, goes_on=goes_on)
    if value[:1] in ('"', "'"):
        whole = _PARTS.fullmatch(re.sub(r"(?<!\s)\s+#.*", "", value)) or _PARTS.fullmatch(value)
        if whole or goes_on:
            return value, ""
        if value.count(value[0]) > 1 and _PARTS.match(value):
            return in_quotes(value), half_quoted()
        is_curly = value[-1] in "”’" and value.count(value[0]) == 1
        return in_quotes(value.strip("\"'”’")), curly() if is_curly else open_quote()
    if value[:1] in tuple(CURLY_STARTS):
        return in_quotes(value.strip(CURLY_STARTS)), curly()
    if value[:1] in ("@", "`", "%"):
        return in_quotes(value), reserved()
    if re.match(r"[*&!]\s|\*+\S*(?:\*|\s+\S)", value):
        return in_quotes(value), starred()
    if re.search(r":(?:\s|$)", value.split(" #")[0]):
        return in_quotes(value), second_colon()
    return value, ""


def _mended_list(value: str, *, goes_on: bool) -> tuple[str, str]:
    """Return what stands in brackets as it was meant, and the first thing that is wrong with it."""
    straight = _outside_texts(_CURLY_IN_LIST, lambda _: '"', value)
    said = curly() if straight != value else ""
    plain = _outside_texts(_AMOUNT, _without_commas, straight)
    said = said or (commas() if plain != straight else "")
    plain, amounts = _outside_texts(_COMMAS, _without_commas, plain), plain
    said = said or (comma_in_braces() if plain != amounts else "")
    if gap := _NO_SPACE.search(_TEXTS.sub(lambda it: "x" * len(it[0]), plain)):
        said = said or gettext(
            "no space behind the colon of {name}: add it", name=quoted(gap[1].strip() + ":")
        )
        plain = _NO_SPACE.sub(r"\1: ", plain)
    opened = _never_closed(_TEXTS.sub("", plain))
    if not opened and not re.search(r"[\]}]\s*(?:#.*)?$", plain):
        return in_quotes(value), bracketed()
    if opened and not goes_on:
        said = said or never_closed(opened[0])
        plain += "".join(_CLOSED_BY[sign] for sign in reversed(opened))
    return plain, said


def _without_commas(found: re.Match[str]) -> str:
    return found[0].replace(",", "")


def _outside_texts(
    pattern: re.Pattern[str], mended: Callable[[re.Match[str]], str], value: str
) -> str:
    """Return a value with what a pattern finds in it mended, but for texts in quotes."""
    found = [0, *(end for it in _TEXTS.finditer(value) for end in it.span()), len(value)]
    parts = [value[start:end] for start, end in pairwise(found)]
    parts[::2] = [pattern.sub(mended, part) for part in parts[::2]]
    return "".join(parts)


def _never_closed(value: str) -> list[str]:
    """Return the brackets that are opened and not closed."""
    opened: list[str] = []
    for sign in value:
        if sign in _CLOSED_BY:
            opened.append(sign)
        elif opened and sign == _CLOSED_BY[opened[-1]]:
            opened.pop()
    return opened


def in_quotes(text: str) -> str:
    """Return text as a value in single quotes, in which nothing has a meaning."""
    return "'" + text.replace("'", "''") + "'"


def cuts_short(value: str, behind: str) -> bool:
    """Tell whether a `#` behind a value cuts a text short: a remark has a space behind it."""
    is_datum = _DATUM.fullmatch(value) and not _NUMBERED.match(behind)
    return bool(_HASH.match(behind) and not is_datum)
