"""From the text of YAML to facts, with all that is wrong with it in one round."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from hiring.model.messages import gettext
from hiring.model.report import Report
from hiring.model.rules import Rule
from hiring.reading.facts.validate import models_in, validate
from hiring.reading.facts.yaml import understand

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from hiring.reading.facts.yaml import Located

Model = TypeVar("Model", bound=BaseModel)


def read_facts(
    model: type[Model],
    text: str,
    first_line: int,
    report: Report,
    *,
    may_be_empty: bool = False,
    settled: Callable[[Any], Any] | None = None,
) -> tuple[Model | None, Located]:
    """Return the facts, None with every mistake noted, and what the YAML says where.

    ``first_line`` is the file's line, counted from 1, on which the text starts. A line that can't
    be read is told once, and nothing that may follow from it. ``settled`` returns of the data what
    is to be validated: all of it, where nothing is given.
    """
    names, holders = _names(model)
    text, slips = _with_facts_indented(text, model.model_fields, holders)
    located = understand(text, names, model.model_fields)
    located.slips = slips = {**slips, **located.slips}
    for line, message in slips.items():
        report.error(first_line + line, Rule.YAML, message)
    if may_be_empty and located.data is None and not slips:
        return model(), located
    if slips and not isinstance(located.data, dict):
        return None, located
    if settled and not slips:
        located.data = settled(located.data)
    told = Report(report.path)
    facts = validate(model, located, first_line, told)
    report.problems += [
        problem
        for problem in told.problems
        if problem.line - first_line not in slips
        and not (located.lacks and problem.rule is Rule.MISSING_FIELD)
    ]
    return (None if slips else facts), located


@cache
def _names(model: type[BaseModel]) -> tuple[frozenset[str], Mapping[str, frozenset[str]]]:
    """Return the names of all fields in a model, and of those in each field that has fields."""
    holders = {name: frozenset(inner.model_fields) for name, inner in models_in(model)}
    return frozenset(model.model_fields).union(*holders.values()), holders


def _with_facts_indented(
    text: str, top: Container[str], holders: Mapping[str, frozenset[str]]
) -> tuple[str, dict[int, str]]:
    """Return YAML with the fields of a field indented, and where they were not.

    ``top`` are the fields of the whole. Of each margin is known which field has its own below it.
    """
    lines, slips = text.split("\n"), dict[int, str]()
    opened: dict[str, str] = {}
    out, is_open, above = "no margin", False, ""
    for number, line in enumerate(lines):
        field = _FIELD.match(line)
        if field and not (is_open and field[1] > out):
            margin, name, value = field.groups()
            holder = opened.get(margin, "")
            is_out = name in holders.get(holder, ()) and (
                out == margin or above == holder or name not in top
            )
            if is_out and out != margin:
                slips[number] = gettext(
                    "not indented: put two spaces before each line of `{holder}`", holder=holder
                )
            if not is_out:
                opened = {at: name for at, name in opened.items() if at < margin}
                opened |= {margin: name} if name in holders and not value else {}
            out, is_open = (margin, (value or "|")[0] in "|>") if is_out else ("no margin", False)
        above = field[2] if field else above
        if out != "no margin" and line.strip():
            lines[number] = f"  {line}"
    return "\n".join(lines), slips


_FIELD = re.compile(r"( *)([\w-]+) *: *([^ #].*)?(?:#.*)?$")
