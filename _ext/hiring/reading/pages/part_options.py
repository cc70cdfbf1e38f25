"""The options of levels and questions as values: ids, years, pay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.model.facts import Pay
from hiring.model.problem import quoted
from hiring.model.rules import Rule
from hiring.model.slugs import key_from
from hiring.model.values import KEY
from hiring.model.years import Years, parse_years
from hiring.reading.facts.validate import validate
from hiring.reading.facts.yaml import Located

if TYPE_CHECKING:
    from hiring.model.report import Report
    from hiring.model.tree import Directive

_BOUND = r"([^\s\N{EN DASH}-]+)"
_PAY = re.compile(rf"(\S+)\s+{_BOUND}\s*[\N{{EN DASH}}-]\s*{_BOUND}\s+per\s+(\w+)")


def identifier_of(directive: Directive, report: Report) -> str:
    """Return the name in addresses: as written, or made from the argument."""
    written = directive.options.get("id")
    made = key_from(directive.argument)
    if written and not re.fullmatch(KEY, written):
        hint = f", as `{key_from(written)}`" if key_from(written) else ""
        message = f"`id`: found {quoted(written)}, wanted lower-case letters, digits, hyphens"
        report.error(directive.line_of("id"), Rule.BAD_OPTION, message + hint)
    elif not written and not made and directive.argument:
        message = f"no id can be made from {quoted(directive.argument)}: add one as `:id: senior`"
        report.error(directive.line, Rule.BAD_OPTION, message)
    return written or made or f"line-{directive.line}"


def years_of(directive: Directive, report: Report) -> Years | None:
    """Return a level's years, or None with the mistake noted."""
    written = directive.options.get("years")
    try:
        return parse_years(written) if written else None
    except ValueError as error:
        report.error(directive.line_of("years"), Rule.BAD_OPTION, f"`years`: {error}")
        return None


def pay_of(directive: Directive, report: Report) -> Pay | None:
    """Return a level's pay, or None with the mistake noted."""
    written, line = directive.options.get("pay"), directive.line_of("pay")
    if not written:
        return None
    match = _PAY.fullmatch(written.strip())
    if match is None:
        message = f"`pay`: found {quoted(written)}, wanted `USD 100000-120000 per year`"
        report.error(line, Rule.BAD_OPTION, message)
        return None
    # Each of the option's parts is validated as the front matter's are.
    parts = dict(zip(("currency", "min", "max", "per"), match.groups(), strict=True))
    return validate(Pay, Located(parts, {}), line, report, "pay")
