"""Which moves between roles are usual: those that the roles' own pages name as related."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hiring.model.role import JobRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A move from a role to another; ``back`` tells that the other page names the first, too.

    ``skills`` are the keys of those that both roles ask for.
    """

    start: str
    end: str
    back: bool
    skills: tuple[str, ...] = ()


def moves_among(roles: Sequence[JobRole]) -> tuple[Move, ...]:
    """Return the moves between some roles: each two roles at most once."""
    known = {role.key: role for role in roles}
    found: dict[frozenset[str], Move] = {}
    for role in roles:
        for key in role.facts.related:
            if key not in known or key == role.key:
                continue
            pair = frozenset((role.key, key))
            before = found.get(pair)
            if before is None:
                skills = _shared(role, known[key])
                found[pair] = Move(start=role.key, end=key, back=False, skills=skills)
            elif before.start != role.key:
                found[pair] = Move(
                    start=before.start, end=before.end, back=True, skills=before.skills
                )
    return tuple(found.values())


def _shared(one: JobRole, other: JobRole) -> tuple[str, ...]:
    asked = {use.skill for use in other.skills}
    return tuple(use.skill for use in one.skills if use.skill in asked)


def near(role: JobRole, roles: Iterable[JobRole]) -> list[JobRole]:
    """Return a role with those that it names as related, and those that name it."""
    return [
        it
        for it in roles
        if it.key == role.key or it.key in role.facts.related or role.key in it.facts.related
    ]


def between_families(
    moves: Iterable[Move], roles: Mapping[str, JobRole]
) -> Mapping[tuple[str, str], int]:
    """Return for each two families with moves between them how many there are, both ways one."""
    pairs = (sorted((roles[it.start].facts.family, roles[it.end].facts.family)) for it in moves)
    return Counter((one, other) for one, other in pairs if one != other)
