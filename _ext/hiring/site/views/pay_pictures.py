"""Pay drawn as bands, with the same as a table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.values import PER_YEAR
from hiring.pictures.pay_bands import families_of, rows_of
from hiring.pictures.pay_chart import money_range, pay_chart
from hiring.site.views.build import Column, joined, paragraph, reference, said_around, table
from hiring.site.views.pictures import AS_TABLE
from hiring.site.views.team import mark_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hiring.model.lexicon import Lexicon
    from hiring.model.role import JobRole, Level
    from hiring.pictures.pay_bands import Band, BandRow
    from hiring.site.nodes.pictures import picture
    from hiring.site.views.pictures import Figures

    IsForTeam = Callable[[JobRole, Level], bool]


def pay_picture(roles: Sequence[JobRole], figures: Figures, is_for_team: IsForTeam) -> picture:
    """Return the pay of roles, a chart a currency."""
    said = figures.said
    drawings = [pay_chart(rows, said=said) for rows in rows_of(roles, said).values()]
    data = _pay_table(roles, figures, is_for_team)
    return figures.figure(drawings, _legend(roles, said), AS_TABLE, data, _pay_words(roles, said))


def families_picture(roles: Sequence[JobRole], figures: Figures) -> picture:
    """Return what the pay of each family spans."""
    said = figures.said
    charts = [families_of(rows, roles) for rows in rows_of(roles, said).values()]
    rows = [
        [[paragraph(nodes.Text(row.name))], [paragraph(nodes.Text(_ends(row.bands[0], row, said)))]]
        for rows in charts
        for row in rows
    ]
    heads = {said.say("page.family"): 30, said.say("picture.year"): 30}
    data = table(heads, rows, "hiring-picture-table")
    about = said.say("picture.compares-families")
    drawings = [pay_chart(rows, "families", said) for rows in charts]
    return figures.figure(drawings, "", AS_TABLE, [data], about)


def _ends(band: Band, row: BandRow, said: Lexicon) -> str:
    ends = dict.fromkeys((band.low, band.high))
    return money_range([said.money(end, row.currency) for end in ends], said)


def _pay_words(roles: Sequence[JobRole], said: Lexicon) -> str:
    """Return what the chart of some roles' pay compares."""
    used = {
        pay.per
        for role in roles
        for pay in (role.facts.pay, *(level.pay for level in role.levels), role.facts.market_pay)
        if pay and pay.per != "year"
    }
    units = tuple(
        said.say(f"picture.unit.{per}", number=said.number(Decimal(number)))
        for per, number in PER_YEAR.items()
        if per in used
    )
    counted = [said.say("picture.counts-for", units=said.either(units))] if units else []
    return " ".join([said.say("picture.compares"), *counted])


def _legend(roles: Sequence[JobRole], said: Lexicon) -> str:
    market = any(role.facts.market_pay for role in roles)
    triangle = [said.say("picture.triangle-legend")] if market else []
    return " ".join([said.say("picture.block"), *triangle])


_COLUMNS = {
    **{"page.role": 24, "page.level": 18, "picture.year": 24},
    **{"picture.stated": 30, "picture.market": 16},
}
"""The columns of the table, each with its width in books; the last two where they say something."""


def _pay_table(
    roles: Sequence[JobRole], figures: Figures, is_for_team: IsForTeam
) -> list[nodes.Node]:
    """Return the pay of roles as a table, and which of them state none."""
    known = {role.key: role for role in roles}
    said = figures.said
    rows = [row for held in rows_of(roles, said).values() for row in held]
    entries = [(row, known[row.key], band) for row in rows for band in row.bands]
    found: list[nodes.Node] = []
    if entries:
        cells = [_pay_cells(*entry, figures) for entry in entries]
        kept = [at for at in range(len(_COLUMNS)) if at < 3 or any(row[at] for row in cells)]
        heads = [Column(said.say(name), width) for name, width in _COLUMNS.items()]
        columns = [heads[at] for at in kept]
        rows_shown = [[row[at] for at in kept] for row in cells]
        shown = table(columns, rows_shown, "hiring-picture-table")
        mark_rows(shown, [_hidden(role, band, is_for_team) for _, role, band in entries])
        found.append(shown)
    silent = [role for role in roles if role.key not in {row.key for row in rows}]
    if silent:
        links = joined(map(figures.role, silent))
        found.append(paragraph(*said_around(said, "picture.no-pay", roles=links)))
    return found


def _hidden(role: JobRole, band: Band, is_for_team: IsForTeam) -> bool:
    level = role.level(band.level) if band.level else None
    return level is not None and is_for_team(role, level)


def _pay_cells(row: BandRow, role: JobRole, band: Band, figures: Figures) -> list[list[nodes.Node]]:
    said = figures.said
    market = said.money(row.market, row.currency) if row.market else ""
    level: nodes.Node = nodes.Text(band.name)
    language = figures.of(role)
    if band.level:
        level = reference("level", f"{role.key}/{band.level}", figures.docname, band.name, language)
    ends = _ends(band, row, said)
    stated = "" if band.stated == said.say("per.year", amount=ends) else band.stated
    cells = [level, *map(nodes.Text, (ends, stated, market))]
    shown: list[list[nodes.Node]] = [[paragraph(it)] if it.astext() else [] for it in cells]
    return [[paragraph(figures.role(role))], *shown]
