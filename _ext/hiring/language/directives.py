"""Directives: what a fence opens, its options, and whether it is closed as it was meant.

MyST ends an unclosed or too short fence silently and swallows what follows; here it is an error.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll

from hiring.language.directive_checks import check_directive
from hiring.language.fences import Nested, end_of_fence, nested_fences, opened_by_slip
from hiring.language.vocabulary import PARTED
from hiring.language.written_options import read_options
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.problem import instead, nearest, quoted
from hiring.model.rules import Rule
from hiring.model.tree import Directive, Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from hiring.language.fences import Split
    from hiring.language.vocabulary import Vocabulary
    from hiring.model.report import Report


class DirectiveReader:
    """Reads the directives of one page.

    A fence that closes too early leaves its rest lying about, each piece a mistake of its own: only
    the first is told, up to the line ``unbalanced``.
    """

    def __init__(
        self, report: Report, words: Vocabulary, lines: Sequence[str], first_line: int
    ) -> None:
        """Report what is wrong to ``report``; ``words`` are what pages may use.

        ``lines`` are those of the page, from ``first_line`` of its file.
        """
        self.report = report
        self.words = words.directives
        self.lines = lines
        self.first_line = first_line
        self.unbalanced = 0

    def read(
        self, token: Token, split: Split | None, line: int, parents: Sequence[Directive]
    ) -> Directive | None:
        """Return the directive of a fence's token, or None for a block of code or a mistake.

        ``split`` are the parts of the fence, None where it names no directive; ``line`` is the one
        on which it opens, ``parents`` are the directives around it. What is inside, and a title in
        Markdown, is left to the caller.
        """
        if not self._balanced(token, line, split.name if split else ""):
            return None
        if split is None:
            self._unnamed(token, line)
            return None
        if split.name not in self.words:
            message = gettext("`{{{name}}}` is no directive", name=split.name)
            message += instead(split.name, self.words)
            self.report.error(line, Rule.UNKNOWN_DIRECTIVE, message)
            return None
        directive = self._directive(token, split, line)
        check_directive(directive, split, self.words[directive.name], self.report)
        return directive if self._in_place(directive, parents) else None

    def _directive(self, token: Token, split: Split, line: int) -> Directive:
        assert token.map
        options, lines = read_options(split, line, self.report)
        spec = self.words[split.name]
        plain = spec.own and (spec.within or spec.argument == "title") and split.argument
        return Directive(
            kind="directive",
            line=line,
            last=line + token.map[1] - token.map[0] - 1,
            name=split.name,
            argument=split.argument,
            title=(Node("text", line, text=unescapeAll(split.argument)),) if plain else (),
            options=options,
            option_lines=lines,
            body=split.body,
            body_line=line if split.first else line + 1 + split.count,
        )

    def _balanced(self, token: Token, line: int, name: str) -> bool:
        """Tell whether a fence is closed, and by the line that was meant to close it."""
        if line <= self.unbalanced:
            # A line that was to end a block opens one now: nobody knows how far.
            self.unbalanced = self.unbalanced if name else len(self.lines) + self.first_line
            return bool(name)
        assert token.map
        begin, end = token.map
        marks, content = token.markup, token.content
        what = quoted(f"{marks}{{{name}}}" if name else marks)
        inner = nested_fences(content, marks) if name else []
        if inner:
            self._nested([Nested(line, marks, name), *(it.below(line) for it in inner)])
            return False
        # Of a fence's lines all but the two that open and close it are content.
        inside = content.count("\n") + (content[-1:] not in ("", "\n"))
        if end - begin != inside + 2:
            self.unbalanced = len(self.lines) + self.first_line
            if token.type == "colon_fence" and not token.info.strip():
                self._closes_nothing(marks, line)
            else:
                message = gettext(
                    "{fence} is never closed: end it with a line {marks}",
                    fence=what,
                    marks=quoted(marks),
                )
                self.report.error(line, Rule.FENCE_OPEN, message)
            return False
        return True

    def _nested(self, fences: Sequence[Nested]) -> None:
        """Report a fence that holds others which it can't hold by its signs: all up to its end.

        It was not closed above the next one, and so may these be, or it is too short; what lies
        about is then no mistake.
        """
        first, second = fences[:2]
        below = self.lines[first.line - self.first_line :]
        end = end_of_fence(below)
        is_ended = end is not None and below[end].strip() == first.marks
        if self._may_hold(first, second, is_ended=is_ended):
            self.unbalanced = first.line + (len(below) if end is None else end)
            longer = first.marks[0] * (len(second.marks) + 1)
            message = gettext(
                "{first} holds {second}, which must have the shorter fence: open and close "
                "`{{{name}}}` with {longer}",
                first=first,
                second=second,
                name=first.name,
                longer=quoted(longer),
            )
            self.report.error(first.line, Rule.FENCE_TOO_SHORT, message)
            return
        for fence, inner in pairwise(fences):
            if fence is first or not self._may_hold(fence, inner, is_ended=True):
                message = gettext(
                    "{fence} is not closed before {inner} on line {line}: end it above that with a "
                    "line {marks}",
                    fence=fence,
                    inner=inner,
                    line=inner.line,
                    marks=quoted(fence.marks),
                )
                self.report.error(fence.line, Rule.FENCE_OPEN, message)
            elif end := end_of_fence(self.lines[fence.line - self.first_line :]):
                # What ends the inner one ends the first, and this one's own end lies about.
                self.unbalanced = max(self.unbalanced, fence.line + end)

    def _may_hold(self, fence: Nested, inner: Nested, *, is_ended: bool) -> bool:
        """Tell whether a directive was meant to hold another, or to end above it."""
        spec, held = self.words.get(fence.name), self.words.get(inner.name)
        if held and held.within:
            return fence.name in held.within
        if spec and held and held.own and spec.own:
            return fence.name in held.inside
        return is_ended

    def _closes_nothing(self, marks: str, line: int) -> None:
        """Report a fence that closes nothing, unless what was to open it is reported itself."""
        if not opened_by_slip(self.lines[: line - self.first_line]):
            message = gettext(
                "`{marks}` closes nothing: delete it, or open a block above it", marks=marks
            )
            self.report.error(line, Rule.FENCE_OPEN, message)

    def _unnamed(self, token: Token, line: int) -> None:
        written, marks = token.info.strip(), token.markup
        if line <= self.unbalanced or (token.type == "fence" and not written.startswith("{")):
            return
        if not written:
            self.unbalanced = len(self.lines) + self.first_line
            self._closes_nothing(marks, line)
            return
        first = re.sub(r"[{}]", " ", written).split()
        hint = nearest(first[0], self.words) if first else ""
        message = gettext(
            "found {found}, wanted {wanted}",
            found=quoted(marks + written),
            wanted=quoted(marks + "{name}"),
        )
        message += hint
        self.report.error(line, Rule.UNKNOWN_DIRECTIVE, message)

    def _in_place(self, directive: Directive, parents: Sequence[Directive]) -> bool:
        """Tell whether a directive stands where it belongs."""
        name, spec = directive.name, self.words[directive.name]
        where = parents[-1].name if parents else None
        outer = next((parent.name for parent in parents if self.words[parent.name].own), None)
        free = (spec.own or name == "toctree") and not spec.within and where not in spec.inside
        if directive.line <= self.unbalanced:
            return not spec.within or where in spec.within
        if spec.within and where not in spec.within:
            message = gettext(
                "`{name}` belongs inside {names}",
                name=name,
                names=message_lexicon().either(tuple(f"`{it}`" for it in spec.within)),
            )
        elif free and outer:
            message = gettext(
                "`{name}` can't stand inside `{outer}`: put it after that block",
                name=name,
                outer=outer,
            )
        elif where in PARTED and where not in spec.within:
            message = gettext(
                "`{name}` can't stand directly inside `{where}`", name=name, where=where
            )
        else:
            return True
        self.report.error(directive.line, Rule.MISPLACED, message)
        return False
