"""Fences: the directive that one opens, its options, and whether it is closed as it was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from myst_parser.parsers.options import TokenizeError, options_to_items

from hiring.model.problem import listed, nearest
from hiring.reading.vocabulary import DIRECTIVES

if TYPE_CHECKING:
    from markdown_it.token import Token

    from hiring.reading.validate import Report

_NAMED = re.compile(r"^\{(?P<name>[^{}\s]+)\}\s*(?P<argument>.*)$", re.DOTALL)
_CONTAINER = re.compile(r"^[\s>]*")


@dataclass(slots=True)
class Fence:
    """A directive as written; lines count from 1 in the file, ``body_line`` is its first."""

    name: str
    argument: str
    line: int
    marks: str
    options: dict[str, str] = field(default_factory=dict)
    body: str = ""
    body_line: int = 0
    children: list[Fence] = field(default_factory=list)


class Checker:
    """Reads the fences of one page.

    A fence that closes too early leaves its rest lying about, each piece a mistake of its own: only
    the first is told.
    """

    def __init__(self, report: Report) -> None:
        """Report what is wrong to ``report``."""
        self.report = report
        self.unbalanced = False

    def check(
        self, token: Token, lines: list[str], line: int, parent: Fence | None
    ) -> Fence | None:
        """Return the directive of a fence token, or None for a code block or a mistake.

        ``lines`` are those of the text that the token comes from, ``line`` is the token's own.
        """
        named = _NAMED.match(token.info.strip())
        if not self._balanced(token, lines, line, named["name"] if named else ""):
            return None
        if named is None:
            if token.type == "colon_fence":
                self._unnamed(token, line)
            return None
        name = named["name"].removeprefix("hiring:")
        if name not in DIRECTIVES:
            hint = nearest(name, DIRECTIVES) or "."
            allowed = listed(sorted(DIRECTIVES))
            message = f"`{{{name}}}` is no directive{hint} Allowed: {allowed}"
            self.report.error(line, "unknown-directive", message)
            return None
        fence = Fence(name, named["argument"].strip(), line, token.markup)
        self._parse_options(fence, token.content)
        return fence if self._in_place(fence, parent) else None

    def _balanced(self, token: Token, lines: list[str], line: int, name: str) -> bool:
        """Tell whether a fence is closed, and by the line that was meant to close it."""
        if self.unbalanced:
            return bool(name)
        assert token.map
        begin, end = token.map
        last = _CONTAINER.sub("", lines[end - 1]).rstrip() if end - 1 > begin else ""
        marks, sign = token.markup, token.markup[0]
        what = f"{marks}{{{name}}}" if name else marks
        if len(last) < len(marks) or last.strip(sign):
            self.unbalanced = True
            self.report.error(
                line, "fence-open", f"`{what}` is never closed: end it with a line `{marks}`"
            )
            return False
        nested = re.compile(rf"^[ \t]*({re.escape(sign)}{{{len(marks)},}})\{{([^{{}}\s]+)\}}", re.M)
        inner = nested.search(token.content)
        if inner and name:
            self.unbalanced = True
            self.report.error(
                line,
                "fence-too-short",
                f"`{what}` holds `{inner[1]}{{{inner[2]}}}`, so it needs more colons than what it "
                f"holds: open and close it with `{sign * (len(inner[1]) + 1)}`",
            )
            return False
        return True

    def _unnamed(self, token: Token, line: int) -> None:
        if self.unbalanced:
            return
        written = token.info.strip()
        if not written:
            self.unbalanced = True
            message = f"`{token.markup}` closes nothing: delete it, or open a block above it"
            self.report.error(line, "fence-open", message)
            return
        first = written.split()[0]
        hint = nearest(first.strip("{}"), DIRECTIVES)
        message = f"found `{token.markup}{written}`, wanted `{token.markup}{{name}}`{hint}"
        self.report.error(line, "unknown-directive", message)

    def _parse_options(self, fence: Fence, content: str) -> None:
        """Split a directive's content into options and body, as MyST does."""
        lines = content.split("\n")
        count, block = _option_lines(lines)
        if block:
            try:
                fence.options = dict(options_to_items(block)[0])
            except TokenizeError as error:
                message = f"the options of `{fence.name}`: {error.problem}"
                self.report.error(fence.line + 1 + error.problem_mark.line, "bad-option", message)
        if count < len(lines) and not lines[count].strip():
            count += 1
        fence.body = "\n".join(lines[count:])
        fence.body_line = fence.line + 1 + count
        allowed = DIRECTIVES[fence.name].options
        for name in fence.options if allowed is not None else ():
            if name not in (allowed or ()):
                hint = nearest(name, allowed or ()) or "."
                known = f" Allowed: {listed(allowed)}" if allowed else " It takes none."
                message = f"`{fence.name}` has no option `{name}`{hint}{known}"
                self.report.error(fence.line, "unknown-option", message)

    def _in_place(self, fence: Fence, parent: Fence | None) -> bool:
        """Tell whether a directive stands where it belongs."""
        spec = DIRECTIVES[fence.name]
        where = parent.name if parent else None
        if spec.within and where != spec.within:
            message = f"`{fence.name}` belongs inside `{spec.within}`"
        elif spec.own and not spec.within and parent is not None and DIRECTIVES[parent.name].own:
            message = f"`{fence.name}` can't stand inside `{where}`: put it after that block"
        elif where in ("levels", "faq") and fence.name not in ("level", "question"):
            message = f"`{fence.name}` can't stand directly inside `{where}`"
        else:
            return True
        self.report.error(fence.line, "misplaced", message)
        return False


def _option_lines(lines: list[str]) -> tuple[int, str]:
    """Return how many lines the options take, and the options themselves as `name: value`."""
    if lines and lines[0].startswith("---"):
        for number, line in enumerate(lines[1:], 1):
            if line.startswith("---"):
                return number + 1, "\n".join(lines[1:number])
        return 0, ""
    options = []
    for line in lines:
        stripped = line.lstrip()
        if not stripped.startswith(":") or stripped.startswith(":::"):
            break
        options.append(stripped[1:])
    return len(options), "\n".join(options)
