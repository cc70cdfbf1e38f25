"""Moves between roles, and who answers to whom, with the same as a list or a table."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.managers import answering, circles
from hiring.pictures.career_map import career_map, family_map
from hiring.pictures.moves import between_families, moves_among
from hiring.pictures.org_chart import leaders_chart, led_by, org_chart
from hiring.site.views.build import bullets, joined, paragraph, said_around, table
from hiring.site.views.pictures import AS_LIST, AS_TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hiring.model.facts import Skill
    from hiring.model.managers import Answering
    from hiring.model.role import JobRole
    from hiring.pictures.moves import Move
    from hiring.site.nodes.pictures import picture
    from hiring.site.views.pictures import Figures


class Ways:
    """The moves between all roles, and who answers to whom: looked for once for all pictures."""

    def __init__(self, roles: Iterable[JobRole]) -> None:
        """Take all roles; who is retired leads nobody, and is on no way."""
        self.roles = {role.key: role for role in roles}

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The moves between roles that are not retired."""
        return moves_among([it for it in self.roles.values() if it.facts.status != "retired"])

    @cached_property
    def lines(self) -> Mapping[str, Answering]:
        """To whom each role answers."""
        return answering(self.roles.values())

    @cached_property
    def circles(self) -> tuple[tuple[str, ...], ...]:
        """The lines that lead back to where they start."""
        return tuple(circles({key: it.managers for key, it in self.lines.items()}))


def moves_picture(
    roles: Sequence[JobRole],
    ways: Ways,
    figures: Figures,
    skills: Mapping[str, Skill],
) -> picture:
    """Return the moves between roles, with their ladders; the list has those to others, too."""
    data = _moves_list(roles, ways, figures, skills)
    legend = figures.said.say("picture.leads")
    return figures.figure([career_map(roles, figures.said)], legend, AS_LIST, data)


def family_moves_picture(roles: Sequence[JobRole], figures: Figures) -> picture:
    """Return the moves between families."""
    said = figures.said
    counts = between_families(moves_among(roles), {role.key: role for role in roles})
    items = [
        [paragraph(nodes.Text(said.say("picture.pair", one=one, other=other, number=number)))]
        for (one, other), number in counts.items()
    ]
    about = said.say("picture.compares-moves")
    return figures.figure([family_map(roles, said)], "", AS_LIST, [bullets(items)], about)


def managers_picture(roles: Sequence[JobRole], ways: Ways, figures: Figures) -> picture:
    """Return to whom roles answer."""
    lines = {role.key: ways.lines[role.key] for role in roles}
    drawing = org_chart(ways.roles, lines, figures.said)
    data = _managers_table(roles, ways, figures)
    return figures.figure([drawing], figures.said.say("picture.answering"), AS_TABLE, data)


def leaders_picture(roles: Sequence[JobRole], figures: Figures) -> picture:
    """Return those alone whom some answer to."""
    known = {role.key: role for role in roles}
    rows = [
        [
            [paragraph(figures.role(known[name]) if name in known else nodes.Text(name))],
            [paragraph(nodes.Text(str(number)))],
        ]
        for name, number in led_by(roles).items()
    ]
    said = figures.said
    heads = [said.say("picture.position"), said.say("picture.led")]
    data = table(heads, rows, "hiring-picture-table")
    about = said.say("picture.leaders")
    return figures.figure([leaders_chart(roles, said)], "", AS_TABLE, [data], about)


def _moves_list(
    roles: Sequence[JobRole],
    ways: Ways,
    figures: Figures,
    skills: Mapping[str, Skill],
) -> list[nodes.Node]:
    """Return the moves from roles and to them as a list, and which roles have none."""
    shown, known, said = {role.key for role in roles}, ways.roles, figures.said
    moves = [it for it in ways.moves if it.start in shown or it.end in shown]
    items: dict[str, list[list[nodes.Node]]] = {}
    for move in moves:
        shared = [skills[key].name for key in move.skills if key in skills]
        name = "picture.move-back" if move.back else "picture.move"
        ends = said_around(said, name, role=[figures.role(known[move.end])])
        if shared:
            ends.append(nodes.Text(said.say("picture.both-ask", skills=", ".join(shared))))
        items.setdefault(move.start, []).append([paragraph(*ends)])
    found: list[nodes.Node] = []
    if items:
        found.append(
            bullets([paragraph(figures.role(known[key])), bullets(it)] for key, it in items.items())
        )
    moving = {key for move in moves for key in (move.start, move.end)}
    alone = [role for role in roles if role.key not in moving]
    if alone:
        links = joined(map(figures.role, alone))
        found.append(paragraph(*said_around(said, "picture.no-move", roles=links)))
    return found


def _managers_table(roles: Sequence[JobRole], ways: Ways, figures: Figures) -> list[nodes.Node]:
    """Return to whom roles answer as a table, and which lines lead back to their start."""
    known, lines = ways.roles, ways.lines

    def named(names: Iterable[str]) -> list[nodes.Node]:
        shown = (figures.role(known[it]) if it in known else nodes.Text(it) for it in names)
        found = joined(shown)
        return [paragraph(*found)] if found else []

    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(figures.role(role))],
            named(lines[role.key].managers),
            named(lines[role.key].others),
        ]
        for role in roles
    ]
    said = figures.said
    names = ("page.role", "picture.answers-to", "picture.also-to")
    columns = [said.say(name) for name in names]
    if not any(row[2] for row in rows):
        columns, rows = columns[:2], [row[:2] for row in rows]
    found: list[nodes.Node] = [table(columns, rows, "hiring-picture-table")]
    shown = {role.key for role in roles}
    for circle in ways.circles:
        if shown & {*circle}:
            way = joined([figures.role(known[key]) for key in (*circle, circle[0])], " → ")
            found.append(paragraph(*said_around(said, "picture.circle", roles=way)))
    return found
