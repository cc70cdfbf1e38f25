"""What a fence's text is: the name of its directive, what stands behind it, options, body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.language.vocabulary import CONTENT_ON_FIRST_LINE, TITLED, without_domain
from hiring.model.problem import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from markdown_it.token import Token

    from hiring.language.directive_spec import DirectiveSpec

_NAMED = re.compile(r"^\{(?P<name>[^{}\s]+)\}(?:\s+(?P<argument>.*))?$", re.DOTALL)

BAR = "---"
"""What options may stand between, on lines of their own."""


@dataclass(frozen=True, slots=True)
class Split:
    """The parts of a directive's fence, as MyST takes them apart.

    ``lines`` is how many lines stand between those that open and close it; of these ``count`` are
    the options' and a blank line after them. ``options`` is their text, whose first line is the
    ``first_option``-th of them. Where they stand between bars, ``bar`` is the number, from 0, of
    the line that ends them, and ``bar_line`` that line; ``bar`` is None where there are no bars,
    and ``lines`` where none ends them. Where the ``body`` starts on the opening line it is
    ``first``, and options, which can't stand there, are empty lines of it: its lines are the
    page's.
    """

    name: str
    argument: str
    title: str
    lines: int
    count: int
    options: str
    first_option: int
    bar: int | None
    bar_line: str
    body: str
    first: bool


def split_fence(token: Token, directives: Mapping[str, DirectiveSpec]) -> Split | None:
    """Return the parts of a fence's token; None where it names no directive."""
    named = _NAMED.match(token.info.strip())
    if named is None:
        return None
    name, argument = without_domain(named["name"]), (named["argument"] or "").strip()
    content = token.content
    lines = content.removesuffix("\n").split("\n") if content else []
    bar = _bar(lines) if content.startswith(BAR) else None
    if bar is not None:
        ended = bar < len(lines)
        options, first_option = lines[1:bar] if ended else [], 1
        count = bar + ended
    else:
        count = next((at for at, line in enumerate(lines) if not _is_option(line)), len(lines))
        options, first_option = [line.lstrip()[1:] for line in lines[:count]], 0
    first = bool(argument) and name in CONTENT_ON_FIRST_LINE and name in directives
    if count < len(lines) and not lines[count].strip() and not first:
        count += 1
    body = lines[count:]
    return Split(
        name=name,
        argument="" if first else argument,
        title=argument if name in TITLED else "",
        lines=len(lines),
        count=count,
        options="\n".join(options),
        first_option=first_option,
        bar=bar,
        bar_line=lines[bar] if bar is not None and bar < len(lines) else "",
        body="\n".join([argument, *[""] * count, *body] if first else body),
        first=first,
    )


@dataclass(frozen=True, slots=True)
class Nested:
    """A fence that opens a directive: its line, its signs and its name."""

    line: int
    marks: str
    name: str

    def below(self, line: int) -> Nested:
        """Return it as it stands in a text below a line."""
        return Nested(line + 1 + self.line, self.marks, self.name)

    def __str__(self) -> str:
        """Return it as it is written, for a message."""
        return quoted(f"{self.marks}{{{self.name}}}")


def nested_fences(content: str, marks: str) -> list[Nested]:
    """Return the fences in another's text that have as many signs, ``marks``, or more."""
    if marks not in content:
        return []
    sign = re.escape(marks[0])
    opened = rf"[ \t]*({sign}{{{len(marks)},}})[ \t]*\{{([^{{}}\s]+)\}}"
    return [
        Nested(number, found[1], without_domain(found[2]))
        for number, line in enumerate(content.split("\n"))
        if (found := re.match(opened, line))
    ]


def end_of_fence(lines: Iterable[str]) -> int | None:
    """Return the line, from 0, that ends the fence on the first one, taken as people nest them.

    Each fence inside is then ended by a line of its own, and a longer one ends all; None where
    there are too few of these.
    """
    opened: list[str] = []
    for number, line in enumerate(lines):
        fence = _FENCE.match(line)
        if fence is None or (opened and fence[1][0] != opened[0][0]):
            continue
        if fence[2]:
            opened.append(fence[1])
        elif fence[1] in opened:
            del opened[len(opened) - 1 - opened[::-1].index(fence[1]) :]
        elif len(fence[1]) > len(opened[0]):
            opened.clear()
        if not opened:
            return number
    return None


def opened_by_slip(lines: Sequence[str]) -> bool:
    """Tell whether the last fence in lines is one that only nearly opens a block."""
    for line in reversed(lines):
        if _NEARLY.match(line):
            return True
        if _FENCE.match(line):
            return False
    return False


_FENCE = re.compile(r"[ \t]*(:{3,}|`{3,}|~{3,})[ \t]*(\S.*)?")
_NEARLY = re.compile(r"[ \t]*(?::{1,2}|[;\N{FULLWIDTH COLON}]+)[ \t]*\{[\w:-]+\}")


def _bar(lines: list[str]) -> int:
    """Return the number of the line that ends the options between bars; of none, past the last."""
    return next((at for at, line in enumerate(lines) if at and line.startswith(BAR)), len(lines))


def _is_option(line: str) -> bool:
    stripped = line.lstrip()
    return stripped.startswith(":") and not stripped.startswith(":::")
