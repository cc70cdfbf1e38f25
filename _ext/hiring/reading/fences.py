"""Fences: the directive that one opens, its options, and whether it is closed as it was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from myst_parser.parsers.options import TokenizeError, options_to_tokens

from hiring.model.problem import instead, nearest, quoted
from hiring.model.rules import Rule
from hiring.reading.vocabulary import SEVERAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from hiring.reading.report import Report
    from hiring.reading.vocabulary import Vocabulary

_NAMED = re.compile(r"^\{(?P<name>[^{}\s]+)\}(?:\s+(?P<argument>.*))?$", re.DOTALL)


@dataclass(slots=True)
class Fence:
    """A directive as written; lines count from 1 in the file, ``body_line`` is its body's first.

    ``parts`` are the kinds of what the body holds (``paragraph``, ``bullet_list``), with lines.
    ``number`` counts the page's own directives that stand in no other of ours.
    """

    name: str
    argument: str
    line: int
    options: dict[str, str] = field(default_factory=dict)
    option_lines: dict[str, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 0
    parts: list[tuple[str, int]] = field(default_factory=list)
    children: list[Fence] = field(default_factory=list)
    number: int | None = None

    def line_of(self, option: str) -> int:
        """Return the line of an option; the directive's own where it has none."""
        return self.option_lines.get(option, self.line)


class FenceReader:
    """Reads the fences of one page.

    A fence that closes too early leaves its rest lying about, each piece a mistake of its own: only
    the first is told.
    """

    def __init__(self, report: Report, words: Vocabulary) -> None:
        """Report what is wrong to ``report``."""
        self.report = report
        self.directives = words.directives
        self.unbalanced = False

    def read(self, token: Token, line: int, parents: Sequence[Fence]) -> Fence | None:
        """Return the directive of a fence's token, or None for a code block or a mistake.

        ``line`` is the one on which the fence opens.
        """
        named = _NAMED.match(token.info.strip())
        if not self._balanced(token, line, named["name"] if named else ""):
            return None
        if named is None:
            self._unnamed(token, line)
            return None
        name = named["name"].removeprefix("hiring:")
        if name not in self.directives:
            message = f"`{{{name}}}` is no directive{instead(name, self.directives)}"
            self.report.error(line, Rule.UNKNOWN_DIRECTIVE, message)
            return None
        fence = Fence(name, (named["argument"] or "").strip(), line)
        self._split(fence, token.content)
        self._check(fence)
        return fence if self._in_place(fence, parents) else None

    def _balanced(self, token: Token, line: int, name: str) -> bool:
        """Tell whether a fence is closed, and by the line that was meant to close it."""
        if self.unbalanced:
            return bool(name)
        assert token.map
        begin, end = token.map
        marks, content = token.markup, token.content
        what = quoted(f"{marks}{{{name}}}" if name else marks)
        # Of a fence's lines all but the two that open and close it are content.
        inside = content.count("\n") + (content[-1:] not in ("", "\n"))
        if end - begin != inside + 2:
            self.unbalanced = True
            message = f"{what} is never closed: end it with a line {quoted(marks)}"
            if token.type == "colon_fence" and not token.info.strip():
                message = f"{what} closes nothing: delete it, or open a block above it"
            self.report.error(line, Rule.FENCE_OPEN, message)
            return False
        sign = re.escape(marks[0])
        nested = re.compile(rf"^[ \t]*({sign}{{{len(marks)},}})[ \t]*(\{{[^{{}}\s]+\}})", re.M)
        inner = nested.search(content)
        if inner and name:
            self.unbalanced = True
            longer = marks[0] * (len(inner[1]) + 1)
            message = (
                f"{what} holds {quoted(inner[1] + inner[2])}, which must have the shorter fence: "
                f"open and close `{{{name}}}` with {quoted(longer)}"
            )
            self.report.error(line, Rule.FENCE_TOO_SHORT, message)
            return False
        return True

    def _unnamed(self, token: Token, line: int) -> None:
        written, marks = token.info.strip(), token.markup
        if self.unbalanced or (token.type == "fence" and not written.startswith("{")):
            return
        if not written:
            self.unbalanced = True
            message = f"`{marks}` closes nothing: delete it, or open a block above it"
            self.report.error(line, Rule.FENCE_OPEN, message)
            return
        first = re.sub(r"[{}]", " ", written).split()
        hint = nearest(first[0], self.directives) if first else ""
        message = f"found {quoted(marks + written)}, wanted {quoted(marks + '{name}')}{hint}"
        self.report.error(line, Rule.UNKNOWN_DIRECTIVE, message)

    def _split(self, fence: Fence, content: str) -> None:
        """Split a directive's content into options and body, as MyST does."""
        lines = content.removesuffix("\n").split("\n") if content else []
        if content.startswith("---"):
            count, written = self._between_hyphens(fence, lines)
            first = fence.line + 2
        else:
            written = []
            for line in lines:
                if not _is_option(line):
                    break
                written.append(line.lstrip()[1:])
            count, first = len(written), fence.line + 1
        self._options(fence, "\n".join(written), first)
        if count < len(lines) and not lines[count].strip():
            count += 1
        fence.body = "\n".join(lines[count:])
        fence.body_line = fence.line + 1 + count

    def _between_hyphens(self, fence: Fence, lines: list[str]) -> tuple[int, list[str]]:
        for number, line in enumerate(lines[1:], 1):
            if line.startswith("---"):
                if line.strip("- "):
                    message = f"found {quoted(line)}, wanted `---` to end the options"
                    self.report.error(fence.line + 1 + number, Rule.BAD_OPTION, message)
                return number + 1, lines[1:number]
        message = "the options are never closed: end them with a line `---`"
        self.report.error(fence.line + 1, Rule.BAD_OPTION, message)
        return len(lines), []

    def _options(self, fence: Fence, written: str, first: int) -> None:
        """Read the lines ``name: value`` that start on the line ``first``."""
        try:
            tokens, state = options_to_tokens(written)
        except TokenizeError as error:
            line = first + error.problem_mark.line
            message = f"the options of `{fence.name}`: {error.problem}"
            self.report.error(min(line, first + written.count("\n")), Rule.BAD_OPTION, message)
            return
        for at in state.comment_lines:
            message = "a `#` starts a comment: put the value in quotes"
            self.report.error(first + at, Rule.BAD_OPTION, message)
        for key, value in tokens:
            line = first + key.start.line
            if key.value in fence.options:
                message = f"the option `{key.value}` stands here twice: keep one"
                self.report.error(line, Rule.BAD_OPTION, message)
            fence.options[key.value] = value.value if value else ""
            fence.option_lines[key.value] = line

    def _check(self, fence: Fence) -> None:
        """Check a directive against what it may have."""
        spec, name = self.directives[fence.name], fence.name
        if spec.own:
            self.report.todo(fence.argument, fence.line)
        for option, value in fence.options.items() if spec.options is not None else ():
            line, known = fence.line_of(option), spec.options or ()
            self.report.todo(value, line)
            if option not in known:
                message = f"`{name}` has no option {quoted(option)}{instead(option, known)}"
                self.report.error(line, Rule.UNKNOWN_OPTION, message)
            elif not value:
                message = f"`{option}` is empty: fill it in, or delete the line"
                self.report.error(line, Rule.BAD_OPTION, message)
        if fence.argument and spec.argument == "none":
            message = f"`{name}` takes no name: write {quoted(fence.argument)} below, or delete it"
            self.report.error(fence.line, Rule.BAD_ARGUMENT, message)
        if not fence.argument and spec.argument == "required":
            what = "TEXT" if name == "question" else "NAME"
            message = f"`{name}` wants a name behind it, as `{{{name}}} {what}`"
            self.report.error(fence.line, Rule.BAD_ARGUMENT, message)
        if not spec.body and fence.body.strip():
            message = f"`{name}` takes no body: put the text below the block"
            self.report.error(fence.body_line, Rule.BLOCK_BODY, message)
        if spec.own and spec.options:
            self._late_options(fence, spec.options)

    def _late_options(self, fence: Fence, options: tuple[str, ...]) -> None:
        """See that no option stands in the body, where it would be text."""
        late = re.search(rf"^ *:({'|'.join(options)}):", fence.body.split("\n:::")[0], re.M)
        if late:
            line = fence.body_line + fence.body.count("\n", 0, late.start())
            message = f"the option `:{late[1]}:` must stand directly under the opening line"
            self.report.error(line, Rule.SHOWN_AS_TEXT, message)

    def _in_place(self, fence: Fence, parents: Sequence[Fence]) -> bool:
        """Tell whether a directive stands where it belongs."""
        spec = self.directives[fence.name]
        where = parents[-1].name if parents else None
        outer = next((parent.name for parent in parents if self.directives[parent.name].own), None)
        if spec.within and where != spec.within:
            message = f"`{fence.name}` belongs inside `{spec.within}`"
        elif spec.own and not spec.within and outer:
            message = f"`{fence.name}` can't stand inside `{outer}`: put it after that block"
        elif where in SEVERAL and spec.within != where:
            message = f"`{fence.name}` can't stand directly inside `{where}`"
        else:
            return True
        self.report.error(fence.line, Rule.MISPLACED, message)
        return False


def _is_option(line: str) -> bool:
    stripped = line.lstrip()
    return stripped.startswith(":") and not stripped.startswith(":::")
