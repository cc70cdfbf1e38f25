"""What people often get wrong in YAML, found line by line, so that one run tells all of it.

YAML's own reader stops at the first thing that it can't read, and often names the line below it.
Nothing here is asked of YAML that can be read: only elsewhere is a slip certain to be one.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from hiring.reading.facts.yaml_slips import (
    no_colon,
    no_space,
    odd_bullet,
    odd_indent,
    odd_space,
    tab,
)
from hiring.reading.facts.yaml_values import mended_value

if TYPE_CHECKING:
    from collections.abc import Collection

ODD_SPACES = "\t\u00a0\u2000-\u200a\u202f\u3000"
"""White space that is no space to YAML, as the inside of a class of a pattern."""

_MARGIN = re.compile(rf"[ {ODD_SPACES}]*")
_ODD = re.compile(rf"[{ODD_SPACES}]")
_NAME = r"[“”‘’]?(?P<name>[\w.-]+)[“”‘’]?"
_ENTRY = re.compile(rf"{_NAME} *:(?: +(?P<value>.*)|)")
_NO_SPACE = re.compile(rf"{_NAME} *[:\uff1a](?P<space>[{ODD_SPACES} ]*)(?P<value>.*)")
_NO_COLON = re.compile(rf"{_NAME}(?: *= *| +)(?P<value>[^\s:].*)")
_BULLET = re.compile(r"([*•·–—+]) +(?=\w)")
_LITERAL = re.compile(r"[|>][+-]?[0-9]?[+-]?(?: +#.*)?")


class MendedLines:
    """The lines of YAML that can't be read, put right as far as it is clear how.

    ``slips`` says for each line with a mistake, counted from 0, what it is and how to mend it;
    ``names`` are the fields that there are, and ``top`` those of the whole. Lines keep their
    numbers.
    """

    def __init__(self, text: str, names: Collection[str], top: Collection[str]) -> None:
        """Look at a text from its first line to its last."""
        self.lines = text.split("\n")
        self.names = names
        self.slips: dict[int, str] = {}
        self._top = top
        self._moved = (0, 0)
        self._indents = [0]
        self._is_open = True
        self._literal: int | None = None
        for number, line in enumerate(self.lines):
            margin = _MARGIN.match(line)
            assert margin
            content = line[margin.end() :].rstrip()
            if content and not content.startswith("#") and not self._in_literal(margin.end()):
                self.lines[number] = self._mended(number, margin[0], content)

    @property
    def text(self) -> str:
        """The text as it was meant."""
        return "\n".join(self.lines)

    def drop(self, number: int, message: str) -> bool:
        """Note what is wrong with a line and take its value out; tell whether it had any."""
        self.slips.setdefault(number, message)
        line = self.lines[number]
        entry = re.match(r"[ -]*[\w.-]+:(?= +\S)", line)
        self.lines[number] = entry[0] if entry else ""
        for below in range(number + 1, len(self.lines)):
            content = self.lines[below].strip()
            if content and content[0] != ":" and _indent(self.lines[below]) <= _indent(line):
                break
            self.lines[below] = ""
        return bool(line.strip())

    def _note(self, number: int, message: str) -> None:
        """Note what is wrong with a line; what else is wrong with it may follow from that."""
        if message:
            self.slips.setdefault(number, message)

    def _in_literal(self, indent: int) -> bool:
        """Tell whether a line is one of a text below `|` or `>`, in which nothing is wrong."""
        if self._literal is not None and indent <= self._literal:
            self._literal = None
        return self._literal is not None

    def _mended(self, number: int, margin: str, content: str) -> str:
        """Return a line as it was meant."""
        if odd := _ODD.search(margin):
            self._note(number, tab() if odd[0] == "\t" else odd_space(odd[0], at_start=True))
            margin = _ODD.sub(lambda it: "  " if it[0] == "\t" else " ", margin)
        if bullet := _BULLET.match(content):
            self._note(number, odd_bullet(bullet[1]))
            content = f"- {content[bullet.end() :]}"
        dashes = re.match(r"(?:- +)*", content)
        assert dashes
        dash, content = dashes[0], content[dashes.end() :]
        name, value = self._parted(number, content)
        if name and _LITERAL.fullmatch(value):
            self._literal = len(margin)
        elif value and (name or dash):
            goes_on = _indent(self._below(number)) > len(margin)
            value, wrong = mended_value(value, goes_on=goes_on)
            self._note(number, wrong)
        if not name:
            return f"{margin}{dash}{value}"
        margin = " " * self._indentation(number, len(margin), dash, name)
        self._is_open = value[:1] in ("", "#", "&", "!")
        return f"{margin}{dash}{name}: {value}".rstrip()

    def _below(self, number: int) -> str:
        """Return the next line with something in it."""
        below = islice(self.lines, number + 1, None)
        return next((line for line in below if line.strip()), "")

    def _parted(self, number: int, content: str) -> tuple[str, str]:
        """Return the name and the value of a field; of anything else, no name and the whole."""
        if (entry := _ENTRY.fullmatch(content)) and not _ODD.match(entry["value"] or ""):
            return entry["name"], entry["value"] or ""
        entry = _NO_SPACE.fullmatch(content)
        if entry and entry["name"] in self.names:
            odd = _ODD.search(entry["space"])
            wrong = (
                odd_space(odd[0], at_start=False)
                if odd
                else no_space(entry["name"], entry["value"])
            )
            self._note(number, wrong)
            return entry["name"], entry["value"]
        if content in self.names and _indent(self._below(number)) > 0:
            self._note(number, no_colon(content, ""))
            return content, ""
        entry = _NO_COLON.fullmatch(content)
        if entry and entry["name"] in self.names:
            self._note(number, no_colon(entry["name"], entry["value"]))
            return entry["name"], entry["value"]
        return "", content

    def _indentation(self, number: int, indent: int, dash: str, name: str) -> int:
        """Return by how many spaces a field is to be indented: as its neighbors, or as it is."""
        indents = self._indents
        if dash:
            self._indents = [*(it for it in indents if it < indent), indent, indent + len(dash)]
            return indent
        if indent > indents[-1] and not self._is_open and name in self.names:
            indent = self._beside(number, indent, indents[-1])
        elif indent < indents[-1] and indent not in indents:
            indent = self._beside(number, indent, min(it for it in indents if it > indent))
        elif indent == 0 < indents[-1] and name in self.names and name not in self._top:
            indent = self._beside(number, indent, indents[1])
        else:
            self._moved = (0, 0)
        self._indents = [*(it for it in indents if it < indent), indent]
        return indent

    def _beside(self, number: int, indent: int, wanted: int) -> int:
        """Note that a field is not indented as its neighbors are, and return how these are."""
        if self._moved != (indent, wanted):
            self._note(number, odd_indent(indent, wanted))
        self._moved = (indent, wanted)  # of lines that follow, the first is told
        return wanted


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
