"""The options of levels and questions as values: ids, years, pay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hiring.model.fact_table import facts_of
from hiring.model.level_facts import LevelFacts
from hiring.model.problem import quoted
from hiring.model.report import BLANK
from hiring.model.rules import Rule
from hiring.model.slugs import key_from
from hiring.model.values import KEY
from hiring.model.years import Years, parse_years
from hiring.reading.facts.validate import validate
from hiring.reading.facts.yaml import Located

if TYPE_CHECKING:
    from hiring.model.report import Report
    from hiring.model.tree import Directive


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
        return parse_years(written) if written and not BLANK.search(written) else None
    except ValueError as error:
        report.error(directive.line_of("years"), Rule.BAD_OPTION, f"`years`: {error}")
        return None


def facts_of_level(
    directive: Directive, report: Report, known: type[LevelFacts] = LevelFacts
) -> LevelFacts:
    """Return what a level states of the role's facts; each mistake is noted, and left out."""
    found: dict[str, Any] = {}
    for name, fact in facts_of(known).items():
        written, line = directive.options.get(name), directive.line_of(name)
        if not written or BLANK.search(written):
            continue
        try:
            stated = fact.option(written)
        except ValueError as error:
            message = f"`{name}`: found {quoted(written)}, {error}"
            report.error(line, Rule.BAD_OPTION, message)
            continue
        # It is validated as the front matter is.
        facts = validate(known, Located({name: stated}), line, report)
        found |= {name: getattr(facts, name)} if facts else {}
    return known().model_copy(update=found)
