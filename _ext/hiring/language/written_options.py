"""The options of a directive as they are written: their values, their lines, their slips."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from myst_parser.parsers.options import TokenizeError, options_to_tokens

from hiring.model.messages import gettext
from hiring.model.problem import quoted
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from hiring.language.fences import Split
    from hiring.model.report import Report

_PLAIN_OPTION = r"[\w-]+:(?: \w[\w ,./+-]*)?"
_PLAIN_OPTIONS = re.compile(rf"{_PLAIN_OPTION}(?:\n{_PLAIN_OPTION})*")
"""Options that nothing can be read into but names and values: most are, and are read sooner."""

_OPTION = re.compile(r"[^\s:]+:(?:[ \t]|$)|\s*$")
"""How an option starts, behind its first colon."""

_ODD_SPACE = re.compile(r"(?<=:)[\u00a0\u2000-\u200a\u202f\u3000]+")
"""What is pasted in the place of a space."""

_MEANT = re.compile(r"\s*(?P<name>[\w-]*)\s*:?\s*(?P<value>.*)")


def read_options(split: Split, line: int, report: Report) -> tuple[dict[str, str], dict[str, int]]:
    """Return the options ``name: value`` of a fence that opens on a line, and the line of each."""
    _check_bars(split, line, report)
    first = line + 1 + split.first_option
    if _PLAIN_OPTIONS.fullmatch(split.options):
        plain = [option.partition(":") for option in split.options.split("\n")]
        options = {name: value.strip() for name, _, value in plain}
        if len(options) == len(plain):
            return options, {name: first + at for at, (name, _, _) in enumerate(plain)}
    written = split.options if split.bar is not None else _without_slips(split, first, report)
    options = {}
    lines: dict[str, int] = {}
    try:
        tokens, state = options_to_tokens(written)
    except TokenizeError as error:
        at = first + error.problem_mark.line
        message = gettext(
            "the options of `{name}`: {problem}", name=split.name, problem=error.problem
        )
        report.error(min(at, first + written.count("\n")), Rule.BAD_OPTION, message)
        return options, lines
    for number in state.comment_lines:
        message = gettext("a `#` starts a comment: put the value in quotes")
        report.error(first + number, Rule.BAD_OPTION, message)
    for key, value in tokens:
        at = first + key.start.line
        if key.value in options:
            message = gettext("the option `{name}` stands here twice: keep one", name=key.value)
            report.error(at, Rule.BAD_OPTION, message)
        options[key.value] = value.value if value else ""
        lines[key.value] = at
    return options, lines


def _without_slips(split: Split, first: int, report: Report) -> str:
    """Return options without those that lack a colon or a space, which are told line by line."""
    kept = []
    for at, line in enumerate(split.options.split("\n"), first):
        option = _ODD_SPACE.sub(" ", line, count=1)
        meant = None if _OPTION.match(option) else _MEANT.fullmatch(option)
        if meant:
            wanted = f":{meant['name'] or 'name'}: {meant['value'] or '...'}"
            message = gettext(
                "found {found}, wanted {wanted}",
                found=quoted(":" + option),
                wanted=quoted(wanted),
            )
            report.error(at, Rule.BAD_OPTION, message)
        kept.append("" if meant else option)
    return "\n".join(kept)


def _check_bars(split: Split, line: int, report: Report) -> None:
    """Report bars that options do not stand between."""
    if split.bar is None:
        return
    if split.bar == split.lines:
        message = gettext("the options are never closed: end them with a line `---`")
        report.error(line + 1, Rule.BAD_OPTION, message)
    elif split.bar_line.strip("- "):
        message = gettext(
            "found {found}, wanted `---` to end the options", found=quoted(split.bar_line)
        )
        report.error(line + 1 + split.bar, Rule.BAD_OPTION, message)
