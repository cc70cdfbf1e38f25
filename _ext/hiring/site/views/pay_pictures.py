"""Pay drawn as bands, with the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.language_tags import ENGLISH, foreign
from hiring.model.lexicon import AMERICAN
from hiring.model.values import PER_YEAR
from hiring.pictures.pay_bands import families_of, rows_of
from hiring.pictures.pay_chart import pay_chart
from hiring.site.views.build import Column, joined, paragraph, reference, table
from hiring.site.views.pictures import AS_TABLE
from hiring.site.views.team import mark_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hiring.model.role import JobRole, Level
    from hiring.pictures.pay_bands import Band, Row
    from hiring.site.nodes.pictures import picture
    from hiring.site.views.pictures import Figures

    IsForTeam = Callable[[JobRole, Level], bool]


def pay_picture(roles: Sequence[JobRole], figures: Figures, is_for_team: IsForTeam) -> picture:
    """Return the pay of roles, a chart a currency."""
    drawings = [pay_chart(rows) for rows in rows_of(roles).values()]
    data = _pay_table(roles, figures, is_for_team)
    return figures.figure(drawings, _legend(roles), AS_TABLE, data, _pay_words(roles))


def families_picture(roles: Sequence[JobRole], figures: Figures) -> picture:
    """Return what the pay of each family spans."""
    charts = [families_of(rows, roles) for rows in rows_of(roles).values()]
    rows = [
        [[paragraph(nodes.Text(row.name))], [paragraph(nodes.Text(_ends(row.bands[0], row)))]]
        for rows in charts
        for row in rows
    ]
    data = table({"Family": 30, "A year, full time": 30}, rows, "hiring-picture-table")
    about = (
        "What the roles of a family pay in a year of full-time work, from the least to the most."
    )
    drawings = [pay_chart(rows, "families") for rows in charts]
    return figures.figure(drawings, "", AS_TABLE, [data], about)


def _ends(band: Band, row: Row) -> str:
    ends = dict.fromkeys((band.low, band.high))
    return " to ".join(AMERICAN.money(end, row.currency) for end in ends)


def _pay_words(roles: Sequence[JobRole]) -> str:
    """Return what the chart of some roles' pay compares."""
    used = {
        pay.per
        for role in roles
        for pay in (role.facts.pay, *(level.pay for level in role.levels), role.facts.market_pay)
        if pay and pay.per != "year"
    }
    units = [f"{number:,} {per}s" for per, number in PER_YEAR.items() if per in used]
    said = "What a year of full-time work pays, without bonuses and the like."
    return f"{said} A year counts for {_or(units)} where pay is stated so." if units else said


def _legend(roles: Sequence[JobRole]) -> str:
    said = (
        "A block is a level, or a role that states no pay by level; its color only tells it from "
    )
    market = any(role.facts.market_pay for role in roles)
    return f"{said}the next.{' A triangle is what the market pays on average.' * market}"


def _or(units: Sequence[str]) -> str:
    return units[0] if len(units) == 1 else f"{', '.join(units[:-1])} or {units[-1]}"


_COLUMNS = (
    *(Column("Role", 24), Column("Level", 18), Column("A year, full time", 24)),
    *(Column("As stated", 30), Column("Market", 16)),
)
"""The columns of the table, each with its width in books; the last two where they say something."""


def _pay_table(
    roles: Sequence[JobRole], figures: Figures, is_for_team: IsForTeam
) -> list[nodes.Node]:
    """Return the pay of roles as a table, and which of them state none."""
    known = {role.key: role for role in roles}
    rows = [row for held in rows_of(roles).values() for row in held]
    entries = [(row, known[row.key], band) for row in rows for band in row.bands]
    found: list[nodes.Node] = []
    if entries:
        cells = [_pay_cells(*entry, figures) for entry in entries]
        kept = [at for at in range(len(_COLUMNS)) if at < 3 or any(row[at] for row in cells)]
        columns = [_COLUMNS[at] for at in kept]
        rows_shown = [[row[at] for at in kept] for row in cells]
        shown = table(columns, rows_shown, "hiring-picture-table")
        mark_rows(shown, [_hidden(role, band, is_for_team) for _, role, band in entries])
        found.append(shown)
    silent = [role for role in roles if role.key not in {row.key for row in rows}]
    if silent:
        links = joined(map(figures.role, silent))
        found.append(paragraph(nodes.Text("No pay is stated for "), *links, nodes.Text(".")))
    return found


def _hidden(role: JobRole, band: Band, is_for_team: IsForTeam) -> bool:
    level = role.level(band.level) if band.level else None
    return level is not None and is_for_team(role, level)


def _pay_cells(row: Row, role: JobRole, band: Band, figures: Figures) -> list[list[nodes.Node]]:
    market = AMERICAN.money(row.market, row.currency) if row.market else ""
    level: nodes.Node = nodes.Text(band.name)
    language = foreign(role.language, ENGLISH)
    if band.level:
        level = reference("level", f"{role.key}/{band.level}", figures.docname, band.name, language)
    ends = _ends(band, row)
    stated = "" if band.stated == f"{ends} per year" else band.stated
    cells = [level, *map(nodes.Text, (ends, stated, market))]
    said: list[list[nodes.Node]] = [[paragraph(it)] if it.astext() else [] for it in cells]
    return [[paragraph(figures.role(role))], *said]
