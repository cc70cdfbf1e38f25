"""What a directive may have, and has: its name, its options and its body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.model.messages import gettext
from hiring.model.problem import instead, quoted
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.language.directive_spec import DirectiveSpec
    from hiring.language.fences import Split
    from hiring.model.report import Report
    from hiring.model.tree import Directive


def check_directive(
    directive: Directive, split: Split, spec: DirectiveSpec, report: Report
) -> None:
    """Check a directive against what it may have."""
    name = directive.name
    if spec.own:
        report.todo(directive.argument, directive.line)
    _check_options(directive, spec, report)
    argument = directive.argument
    if argument and spec.argument == "none":
        message = gettext(
            "`{name}` takes no name: write {argument} below, or delete it",
            name=name,
            argument=quoted(argument),
        )
        report.error(directive.line, Rule.BAD_ARGUMENT, message)
    if not argument and spec.argument == "required":
        what = "TEXT" if name == "question" else "NAME"
        message = gettext(
            "`{name}` wants a name behind it, as `{{{name}}} {what}`", name=name, what=what
        )
        report.error(directive.line, Rule.BAD_ARGUMENT, message)
    if argument and spec.columns and (fault := spec.columns.fault(argument, "")):
        message = gettext("the columns of `{name}`{fault}", name=name, fault=fault)
        report.error(directive.line, Rule.BAD_ARGUMENT, message)
    if split.first and directive.options:
        first = quoted(directive.body.partition("\n")[0])
        message = gettext(
            "`{name}` takes no name: write {first} below its options", name=name, first=first
        )
        report.error(directive.line, Rule.BAD_ARGUMENT, message)
    if name in ("figure", "image"):
        _check_image(directive, report)
    if not spec.body and directive.body.strip():
        message = gettext("`{name}` takes no body: put the text below the block", name=name)
        report.error(directive.body_line, Rule.BLOCK_BODY, message)
    if spec.own and spec.options:
        _late_options(directive, spec.options, report)


def _check_options(directive: Directive, spec: DirectiveSpec, report: Report) -> None:
    name = directive.name
    for option, value in directive.options.items() if spec.options is not None else ():
        line, known = directive.line_of(option), spec.options or {}
        report.todo(value, line)
        if option not in known:
            message = gettext("`{name}` has no option {option}", name=name, option=quoted(option))
            message += instead(option, known)
            report.error(line, Rule.UNKNOWN_OPTION, message)
        elif fault := spec.fault(option, value, directive.body):
            report.error(line, Rule.BAD_OPTION, fault)


def _check_image(directive: Directive, report: Report) -> None:
    """See that an image has words for those who can't see it."""
    if not directive.options.get("alt", "").strip():
        message = gettext(
            "`{name}` has no text: add a line `:alt: what it shows`", name=directive.name
        )
        report.error(directive.line, Rule.IMAGE_TEXT, message)


def _late_options(directive: Directive, options: Iterable[str], report: Report) -> None:
    """See that no option stands in the body, where it would be text."""
    if ":" not in directive.body:
        return
    names = "|".join(options)
    body = f"\n{directive.body}".split("\n:::")[0][1:]
    if bare := re.match(rf" *(?:{names}):(?: .*)?$", body, re.M) if names else None:
        message = gettext(
            "found {found}, wanted {wanted}",
            found=quoted(bare[0]),
            wanted=quoted(":" + bare[0].strip()),
        )
        report.error(directive.body_line, Rule.SHOWN_AS_TEXT, message)
        return
    late = re.search(rf"^ *:({names}):", body, re.M)
    if late:
        line = directive.body_line + directive.body.count("\n", 0, late.start())
        message = gettext(
            "the option `:{option}:` must stand directly under the opening line", option=late[1]
        )
        report.error(line, Rule.SHOWN_AS_TEXT, message)
