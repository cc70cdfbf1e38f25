"""Levels of experience: one role's as a table, several roles' side by side, and what one adds."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.fact_table import facts_of, stated_in
from hiring.model.level_facts import LevelFacts
from hiring.site.nodes.nodes import cell_label, years_bar
from hiring.site.views.build import (
    NARROW,
    WIDE,
    paragraph,
    reference,
    scrollable,
    table,
    target,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hiring.model.fact_table import Fact
    from hiring.model.role import JobRole, Level

    Render = Callable[[JobRole, Level], list[nodes.Node]]


ADDS = "What this level adds"
ALL = "What this level does"
"""The same, where each level states all that somebody does there."""


def scale_of(roles: Sequence[JobRole]) -> int:
    """Return how many years the bars of some roles span: a bit beyond the last number named."""
    ends = [
        (level.years.min + 2) if level.years.max is None else level.years.max
        for role in roles
        for level in role.levels
        if level.years
    ]
    return max(ends, default=1)


def level_table(role: JobRole, render: Render, *, anchored: bool, docname: str) -> nodes.table:
    """Return one role's levels, a row each; ``anchored`` on the page that defines them."""
    levels = role.levels
    scale = scale_of([role])
    content = ALL if any(level.adds for level in levels) else ADDS
    columns: dict[str, Callable[[Level], list[nodes.Node]]] = {
        "Level": lambda level: [_name(role, level, anchored=anchored, docname=docname)]
    }
    if any(level.years for level in levels):
        columns["Typical experience"] = lambda level: _years(level, scale)
    columns[content] = lambda level: render(role, level)
    if any(level.background for level in levels):
        columns["Background"] = lambda level: _said(level.background)
    if any(level.scope for level in levels):
        columns["Scope"] = lambda level: _said(level.scope)
    for name, fact in facts_of(LevelFacts).items():
        if any(stated_in(level.facts, LevelFacts).get(name) for level in levels):
            columns[fact.short or fact.label] = _of_fact(name, fact, role)
    rows = [[cell(level) for cell in columns.values()] for level in levels]
    widths = {name: WIDE if name == content else NARROW for name in columns}
    return table(widths, rows, "hiring-levels")


def _name(role: JobRole, level: Level, *, anchored: bool, docname: str) -> nodes.paragraph:
    if anchored:
        return paragraph(target(level.anchor), text(level.name, "hiring-level-name"))
    return paragraph(reference("level", f"{role.key}/{level.id}", docname, level.name))


def _said(value: str | None) -> list[nodes.Node]:
    return [paragraph(nodes.Text(value))] if value else []


def _of_fact(name: str, fact: Fact, role: JobRole) -> Callable[[Level], list[nodes.Node]]:
    return lambda level: _said(said_at(name, fact, role, level))


def said_at(name: str, fact: Fact, role: JobRole, level: Level) -> str:
    """Return what a level states of a fact, in words; nothing where it states none."""
    stated = name in stated_in(level.facts, LevelFacts)
    return fact.said_among(name, role.facts_at(level)) if stated else ""


def _years(level: Level, scale: int) -> list[nodes.Node]:
    if level.years is None:
        return []
    bar = years_bar(low=level.years.min, high=level.years.max, scale=scale)
    return [paragraph(text(level.years.spoken, "hiring-years-text"), bar)]


def comparison(roles: Sequence[JobRole], render: Render, docname: str) -> nodes.Element:
    """Return the levels of several roles, a column a role, the first levels in the first row."""
    scale = scale_of(roles)
    columns = [("Step", 5), *((role.facts.title, WIDE) for role in roles)]
    rows: list[list[list[nodes.Node]]] = []
    for step, levels in enumerate(zip_longest(*(role.levels for role in roles)), 1):
        cells = [
            _compared(role, level, render, scale, docname) if level else []
            for role, level in zip(roles, levels, strict=True)
        ]
        rows.append([[paragraph(cell_label(text="Step"), nodes.Text(str(step)))], *cells])
    return scrollable("Levels side by side", table(columns, rows, "hiring-comparison"))


def _compared(
    role: JobRole, level: Level, render: Render, scale: int, docname: str
) -> list[nodes.Node]:
    name = reference("level", f"{role.key}/{level.id}", docname, level.name)
    found: list[nodes.Node] = [paragraph(nodes.strong("", "", name)), *_years(level, scale)]
    for fact_name, fact in facts_of(LevelFacts).items():
        found += _of_fact(fact_name, fact, role)(level)
    return [*found, *render(role, level)]
