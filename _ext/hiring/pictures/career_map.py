"""Moves between roles, drawn: a lane a family, a box a role with its ladder, a line a move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model import job_words
from hiring.model.language_tags import foreign
from hiring.model.lexicon import AMERICAN
from hiring.model.values import PER_YEAR
from hiring.pictures.boxes import Labelled, boxes
from hiring.pictures.grid import CHANNEL
from hiring.pictures.lanes import stands
from hiring.pictures.moves import between_families, moves_among
from hiring.pictures.routes import Edge
from hiring.pictures.shapes import Box, Drawing, TextLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hiring.model.lexicon import Lexicon
    from hiring.model.role import JobRole
    from hiring.pictures.grid import Layout
    from hiring.pictures.lanes import Stand
    from hiring.pictures.moves import Move
    from hiring.pictures.shapes import Shape

COLUMNS, WIDTH = 3, 176
_HEAD, _PAD = 26, 12


def career_map(roles: Sequence[JobRole], said: Lexicon = AMERICAN) -> Drawing | None:
    """Return the picture of the moves between roles; None where there is none.

    A role without a move has no box.
    """
    moves = moves_among(roles)
    moving = {key for move in moves for key in (move.start, move.end)}
    known = {role.key: role for role in roles}
    lanes: dict[str, list[str]] = {}
    for role in sorted((it for it in roles if it.key in moving), key=_by_pay):
        lanes.setdefault(role.facts.family, []).append(role.key)
    if not lanes:
        return None
    places = stands(lanes, ((move.start, move.end) for move in moves), COLUMNS)
    labelled = [_box(known[key], place, said) for key, place in places.items()]
    firsts = {family: (places[held[0]].row, places[held[-1]].row) for family, held in lanes.items()}
    heads = dict.fromkeys((first for first, _ in firsts.values()), float(_HEAD))
    placed, shapes = boxes(labelled, [_link(move) for move in moves], WIDTH, heads)
    back = _lanes(firsts, labelled, placed)
    return Drawing(
        title=said.count("picture.moves", len(labelled)),
        about=f"{_told(moves, known, said)} {said.say('picture.list-below')}",
        width=placed.width,
        height=placed.height,
        shapes=(*back, *shapes),
        pad=_PAD,
        look="hiring-map",
    )


def family_map(roles: Sequence[JobRole], said: Lexicon = AMERICAN) -> Drawing | None:
    """Return the picture of the moves between families; None where there is none."""
    known = {role.key: role for role in roles}
    counts = between_families(moves_among(roles), known)
    names = sorted({name for pair in counts for name in pair})
    if not names:
        return None
    held = {name: sum(role.facts.family == name for role in roles) for name in names}
    labelled = [
        Labelled(
            key=name,
            column=number % COLUMNS,
            row=number // COLUMNS,
            name=name,
            below=said.count("picture.roles", held[name]),
        )
        for number, name in enumerate(names)
    ]
    links = [Edge(start=one, end=other, look="hiring-way") for one, other in counts]
    placed, shapes = boxes(labelled, links, WIDTH)
    pairs = said.in_turn(
        said.say("picture.pair", one=one, other=other, number=number)
        for (one, other), number in counts.items()
    )
    return Drawing(
        title=said.count("picture.moves-families", len(names)),
        about=said.say("picture.how-many", pairs=pairs),
        width=placed.width,
        height=placed.height,
        shapes=tuple(shapes),
        pad=_PAD,
        look="hiring-map",
    )


def _by_pay(role: JobRole) -> tuple[str, bool, int, str]:
    pay = role.facts.pay
    middle = int((pay.min + pay.max) * PER_YEAR[pay.per]) if pay else 0
    return role.facts.family, pay is None, middle, role.facts.title


def _box(role: JobRole, place: Stand, said: Lexicon) -> Labelled:
    return Labelled(
        key=role.key,
        column=place.column,
        row=place.row,
        name=role.facts.title,
        below=ladder_of(role, said),
        role=role.key,
        language=foreign(role.language, said.language),
    )


def ladder_of(role: JobRole, said: Lexicon = AMERICAN) -> str:
    """Return a role's levels from the lowest up, or how much experience is typical."""
    if role.levels:
        return " \u203a ".join(level.name for level in role.levels)
    experience = role.facts.experience
    return job_words.experience(experience, said) if experience else ""


def _lanes(
    rows: Mapping[str, tuple[int, int]], labelled: Sequence[Labelled], placed: Layout
) -> list[Shape]:
    """Return the lanes of families, each behind its boxes."""
    found: list[Shape] = []
    for family, (first, last) in rows.items():
        held = [it for it in labelled if first <= it.row <= last]
        top = min(placed.corners[it.key][1] for it in held) - _HEAD
        end = max(placed.corners[it.key][1] + placed.heights[it.key] for it in held)
        found.append(
            Box(
                x=-_PAD,
                y=top,
                width=placed.width + 2 * _PAD,
                height=end - top + CHANNEL / 2,
                look="hiring-lane",
                round=8,
            )
        )
        found.append(TextLine(x=0, y=top + 17, text=family, look="hiring-soft"))
    return found


def _link(move: Move) -> Edge:
    look = "hiring-way" if move.back else "hiring-way-one"
    return Edge(
        start=move.start, end=move.end, look=look, head_at_start=move.back, head_at_end=True
    )


def _told(moves: Iterable[Move], roles: Mapping[str, JobRole], said: Lexicon) -> str:
    """Return the moves as sentences."""
    by_start: dict[str, list[str]] = {}
    for move in moves:
        name = "picture.move-back" if move.back else "picture.move"
        by_start.setdefault(move.start, []).append(said.say(name, role=roles[move.end].facts.title))
    return " ".join(
        f"{said.labelled(roles[start].facts.title, ', '.join(ends))}."
        for start, ends in by_start.items()
    )
