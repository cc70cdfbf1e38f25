"""The options of levels and questions as values: ids, years, pay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hiring.model.fact_table import facts_of
from hiring.model.interviews import FORMATS, Format
from hiring.model.level_facts import LevelFacts
from hiring.model.messages import gettext
from hiring.model.problem import about, instead, quoted
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
        key = key_from(written)
        message = (
            gettext("`id`: found {found}, wanted lower-case letters, digits, hyphens, as `{key}`")
            if key
            else gettext("`id`: found {found}, wanted lower-case letters, digits, hyphens")
        )
        message = message.format(found=quoted(written), key=key)
        report.error(directive.line_of("id"), Rule.BAD_OPTION, message)
    elif not written and not made and directive.argument:
        message = gettext(
            "no id can be made from {name}: add one as `:id: senior`",
            name=quoted(directive.argument),
        )
        report.error(directive.line, Rule.BAD_OPTION, message)
    return written or made or f"line-{directive.line}"


def years_of(directive: Directive, report: Report) -> Years | None:
    """Return a level's years, or None with the mistake noted."""
    written = directive.options.get("years")
    try:
        return parse_years(written) if written and not BLANK.search(written) else None
    except ValueError as error:
        report.error(directive.line_of("years"), Rule.BAD_OPTION, about("`years`", str(error)))
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
            message = gettext(
                "`{name}`: found {found}, {wrong}", name=name, found=quoted(written), wrong=error
            )
            report.error(line, Rule.BAD_OPTION, message)
            continue
        # It is validated as the front matter is.
        facts = validate(known, Located({name: stated}), line, report)
        found |= {name: getattr(facts, name)} if facts else {}
    return known().model_copy(update=found)


def format_of(directive: Directive, report: Report) -> Format:
    """Return the form of a stage that an option states, the first where it states none."""
    written = directive.options.get("format") or FORMATS[0]
    found = next((name for name in FORMATS if name == written.lower()), None)
    if found is None:
        message = gettext("`{name}`: found {found}", name="format", found=quoted(written))
        message += instead(written, FORMATS)
        report.error(directive.line_of("format"), Rule.BAD_OPTION, message)
    return found or FORMATS[0]


def number_of(
    directive: Directive, name: str, report: Report, *, needed: bool = False
) -> int | None:
    """Return a whole number of 1 to 999 that an option states, None where it states none."""
    written = directive.options.get(name, "")
    if re.fullmatch("[1-9][0-9]{0,2}", written):
        return int(written)
    if written:
        message = gettext(
            "`{name}`: found {found}, wanted a whole number, as 45",
            name=name,
            found=quoted(written),
        )
        report.error(directive.line_of(name), Rule.BAD_OPTION, message)
    elif needed or name in directive.options:
        message = gettext(
            "`{name}` wants `:{option}: 45`, with your number",
            name=directive.name,
            option=name,
        )
        report.error(directive.line_of(name), Rule.BAD_OPTION, message)
    return None
