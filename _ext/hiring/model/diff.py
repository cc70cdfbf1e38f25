"""What one level has over another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.model.ladder import ranks_of, track_of
from hiring.model.messages import gettext
from hiring.model.role import PRIORITIES

if TYPE_CHECKING:
    from hiring.model.role import JobRole, Level, SkillUse


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelDiff:
    """What a move from one level to another asks for.

    ``added`` are the levels whose lists come on top, lowest first. Within a role these are the
    levels between; in another role all up to the one aimed at; of levels that state all that
    somebody does, that one alone. ``skills`` are those that only the other role asks for, or asks
    for more strongly.
    """

    from_role: JobRole
    from_level: Level
    to_role: JobRole
    to_level: Level
    added: tuple[Level, ...]
    skills: tuple[SkillUse, ...]

    @property
    def is_of_lists(self) -> bool:
        """Whether the two levels' lists are compared: those of one role, each in full."""
        return self.from_role.key == self.to_role.key and self.to_level.adds == "all"


def level_diff(
    from_role: JobRole, from_level: Level, to_role: JobRole, to_level: Level
) -> LevelDiff:
    """Compare two levels; raise ValueError where the first is not below the second."""
    upper = to_role.levels.index(to_level) + 1
    lower = 0
    if from_role.key == to_role.key:
        lower = from_role.levels.index(from_level) + 1
        if lower >= upper:
            raise ValueError(
                gettext(
                    "`{lower}` is not below `{upper}`: write the lower level in `from`",
                    lower=from_level.id,
                    upper=to_level.id,
                )
            )
    have = {use.skill: PRIORITIES.index(use.priority) for use in from_role.skills}
    skills = tuple(
        use
        for use in to_role.skills
        if PRIORITIES.index(use.priority) < have.get(use.skill, len(PRIORITIES))
    )
    on_top = [to_level] if to_level.adds else to_role.levels[lower:upper]
    return LevelDiff(
        from_role=from_role,
        from_level=from_level,
        to_role=to_role,
        to_level=to_level,
        added=tuple(
            level for level in on_top if level is to_level or _leads_to(level, to_level, to_role)
        ),
        skills=skills,
    )


def _leads_to(level: Level, aim: Level, role: JobRole) -> bool:
    """Tell whether a level is on the way to another: on its track, and not beside it."""
    if track_of(level) != track_of(aim):
        return False
    rank = next((rank for rank in ranks_of(role.levels) if aim in rank), [])
    return level not in rank
