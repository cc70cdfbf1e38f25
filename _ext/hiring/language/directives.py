"""Directives: what a fence opens, its options, and whether it is closed as it was meant.

MyST ends an unclosed or too short fence silently and swallows what follows; here it is an error.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll
from myst_parser.parsers.options import TokenizeError, options_to_tokens

from hiring.language.vocabulary import SEVERAL
from hiring.model.problem import instead, nearest, quoted
from hiring.model.rules import Rule
from hiring.model.tree import Directive, Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it.token import Token

    from hiring.language.fences import Split
    from hiring.language.vocabulary import Vocabulary
    from hiring.model.report import Report


_PLAIN_OPTION = r"[\w-]+:(?: \w[\w ,./+-]*)?"
_PLAIN_OPTIONS = re.compile(rf"{_PLAIN_OPTION}(?:\n{_PLAIN_OPTION})*")
"""Options that nothing can be read into but names and values: most are, and are read sooner."""


class DirectiveReader:
    """Reads the directives of one page.

    A fence that closes too early leaves its rest lying about, each piece a mistake of its own: only
    the first is told.
    """

    def __init__(self, report: Report, words: Vocabulary) -> None:
        """Report what is wrong to ``report``; ``words`` are what pages may use."""
        self.report = report
        self.words = words.directives
        self.unbalanced = False

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
            message = f"`{{{split.name}}}` is no directive{instead(split.name, self.words)}"
            self.report.error(line, Rule.UNKNOWN_DIRECTIVE, message)
            return None
        directive = self._directive(token, split, line)
        self._check(directive, split)
        return directive if self._in_place(directive, parents) else None

    def _directive(self, token: Token, split: Split, line: int) -> Directive:
        assert token.map
        options, lines = self._options(split, line)
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
        hint = nearest(first[0], self.words) if first else ""
        message = f"found {quoted(marks + written)}, wanted {quoted(marks + '{name}')}{hint}"
        self.report.error(line, Rule.UNKNOWN_DIRECTIVE, message)

    def _options(self, split: Split, line: int) -> tuple[dict[str, str], dict[str, int]]:
        """Return the options ``name: value``, and the line of each."""
        self._bars(split, line)
        first = line + 1 + split.first_option
        if _PLAIN_OPTIONS.fullmatch(split.options):
            written = [option.partition(":") for option in split.options.split("\n")]
            options = {name: value.strip() for name, _, value in written}
            if len(options) == len(written):
                return options, {name: first + at for at, (name, _, _) in enumerate(written)}
        options = {}
        lines: dict[str, int] = {}
        try:
            tokens, state = options_to_tokens(split.options)
        except TokenizeError as error:
            at = first + error.problem_mark.line
            message = f"the options of `{split.name}`: {error.problem}"
            last = first + split.options.count("\n")
            self.report.error(min(at, last), Rule.BAD_OPTION, message)
            return options, lines
        for number in state.comment_lines:
            message = "a `#` starts a comment: put the value in quotes"
            self.report.error(first + number, Rule.BAD_OPTION, message)
        for key, value in tokens:
            at = first + key.start.line
            if key.value in options:
                message = f"the option `{key.value}` stands here twice: keep one"
                self.report.error(at, Rule.BAD_OPTION, message)
            options[key.value] = value.value if value else ""
            lines[key.value] = at
        return options, lines

    def _bars(self, split: Split, line: int) -> None:
        """Report bars that options do not stand between."""
        if split.bar is None:
            return
        if split.bar == split.lines:
            message = "the options are never closed: end them with a line `---`"
            self.report.error(line + 1, Rule.BAD_OPTION, message)
        elif split.bar_line.strip("- "):
            message = f"found {quoted(split.bar_line)}, wanted `---` to end the options"
            self.report.error(line + 1 + split.bar, Rule.BAD_OPTION, message)

    def _check(self, directive: Directive, split: Split) -> None:
        """Check a directive against what it may have."""
        spec, name = self.words[directive.name], directive.name
        if spec.own:
            self.report.todo(directive.argument, directive.line)
        self._check_options(directive)
        argument = directive.argument
        if argument and spec.argument == "none":
            message = f"`{name}` takes no name: write {quoted(argument)} below, or delete it"
            self.report.error(directive.line, Rule.BAD_ARGUMENT, message)
        if not argument and spec.argument == "required":
            what = "TEXT" if name == "question" else "NAME"
            message = f"`{name}` wants a name behind it, as `{{{name}}} {what}`"
            self.report.error(directive.line, Rule.BAD_ARGUMENT, message)
        if argument and spec.columns and (fault := spec.columns.fault(argument, "")):
            message = f"the columns of `{name}`{fault}"
            self.report.error(directive.line, Rule.BAD_ARGUMENT, message)
        if split.first and directive.options:
            first = quoted(directive.body.partition("\n")[0])
            message = f"`{name}` takes no name: write {first} below its options"
            self.report.error(directive.line, Rule.BAD_ARGUMENT, message)
        if name in ("figure", "image"):
            self._check_image(directive)
        if not spec.body and directive.body.strip():
            message = f"`{name}` takes no body: put the text below the block"
            self.report.error(directive.body_line, Rule.BLOCK_BODY, message)
        if spec.own and spec.options:
            self._late_options(directive, spec.options)

    def _check_options(self, directive: Directive) -> None:
        spec, name = self.words[directive.name], directive.name
        for option, value in directive.options.items() if spec.options is not None else ():
            line, known = directive.line_of(option), spec.options or {}
            self.report.todo(value, line)
            if option not in known:
                message = f"`{name}` has no option {quoted(option)}{instead(option, known)}"
                self.report.error(line, Rule.UNKNOWN_OPTION, message)
            elif fault := spec.fault(option, value, directive.body):
                self.report.error(line, Rule.BAD_OPTION, fault)

    def _check_image(self, directive: Directive) -> None:
        """See that an image has words for those who can't see it."""
        if not directive.options.get("alt", "").strip():
            message = f"`{directive.name}` has no text: add a line `:alt: what it shows`"
            self.report.error(directive.line, Rule.IMAGE_TEXT, message)

    def _late_options(self, directive: Directive, options: Iterable[str]) -> None:
        """See that no option stands in the body, where it would be text."""
        names = "|".join(options)
        late = re.search(rf"^ *:({names}):", directive.body.split("\n:::")[0], re.M)
        if late:
            line = directive.body_line + directive.body.count("\n", 0, late.start())
            message = f"the option `:{late[1]}:` must stand directly under the opening line"
            self.report.error(line, Rule.SHOWN_AS_TEXT, message)

    def _in_place(self, directive: Directive, parents: Sequence[Directive]) -> bool:
        """Tell whether a directive stands where it belongs."""
        name, spec = directive.name, self.words[directive.name]
        where = parents[-1].name if parents else None
        outer = next((parent.name for parent in parents if self.words[parent.name].own), None)
        if spec.within and where != spec.within:
            message = f"`{name}` belongs inside `{spec.within}`"
        elif (spec.own or name == "toctree") and not spec.within and outer:
            message = f"`{name}` can't stand inside `{outer}`: put it after that block"
        elif where in SEVERAL and spec.within != where:
            message = f"`{name}` can't stand directly inside `{where}`"
        else:
            return True
        self.report.error(directive.line, Rule.MISPLACED, message)
        return False
