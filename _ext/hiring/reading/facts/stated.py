"""From the text of YAML to facts, with all that is wrong with it in one round."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from hiring.model.report import Report
from hiring.model.rules import Rule
from hiring.reading.facts.validate import models_in, validate
from hiring.reading.facts.yaml import understand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.reading.facts.yaml import Located

Model = TypeVar("Model", bound=BaseModel)


def read_facts(
    model: type[Model], text: str, first_line: int, report: Report, *, may_be_empty: bool = False
) -> tuple[Model | None, Located]:
    """Return the facts, None with every mistake noted, and what the YAML says where.

    ``first_line`` is the file's line, counted from 1, on which the text starts. A line that can't
    be read is told once, and nothing that may follow from it.
    """
    names, holders = _names(model)
    text, slips = _with_facts_indented(text, holders)
    located = understand(text, names)
    located.slips = slips = {**slips, **located.slips}
    for line, message in slips.items():
        report.error(first_line + line, Rule.YAML, message)
    if may_be_empty and located.data is None and not slips:
        return model(), located
    if slips and not isinstance(located.data, dict):
        return None, located
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
    text: str, holders: Mapping[str, frozenset[str]]
) -> tuple[str, dict[int, str]]:
    """Return YAML with the fields of a field indented, and where they were not."""
    lines, slips = text.split("\n"), dict[int, str]()
    inner, margin, shift = frozenset[str](), "", ""
    for number, line in enumerate(lines):
        field = _FIELD.match(line)
        if (
            shift
            and field
            and field[1] <= margin
            and not (field[1] == margin and field[2] in inner)
        ):
            shift = ""
        above = _HOLDER.fullmatch(lines[number - 1]) if number and field and not shift else None
        if above and field and above[1] == field[1] and field[2] in holders.get(above[2], ()):
            inner, margin, shift = holders[above[2]], field[1], "  "
            slips[number] = f"not indented: put two spaces before each line of `{above[2]}`"
        lines[number] = shift + line if line.strip() else line
    return "\n".join(lines), slips


_FIELD = re.compile(r"( *)([\w-]+) *:")
_HOLDER = re.compile(r"( *)([\w-]+): *(?:#.*)?")
