"""How much of a skill is asked for: steps of one scale, by role and by level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.ladder import ranks_of, track_of
from hiring.model.skill_steps import STEPS, Expectation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hiring.model.facts import Skill
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole, Level


def skill_and_step(
    written: str, names: Mapping[str, Skill], scale: Sequence[str]
) -> tuple[Skill, int | None] | None:
    """Return the skill that a reference names, and the step: ``python``, ``python/working``.

    A step goes by its name or its number. A name that holds a slash itself, as ``ci/cd``, is one.
    """
    lower = written.lower()
    if lower in names:
        return names[lower], None
    name, slash, step = lower.rpartition("/")
    known = {it.lower(): number for number, it in enumerate(scale, 1)}
    known |= {str(number): number for number in range(1, STEPS + 1)}
    if slash and name.strip() in names and step.strip() in known:
        return names[name.strip()], known[step.strip()]
    return None


def named_in(handbook: Handbook, written: str) -> tuple[Skill, int | None] | None:
    """Return the same by the names and the scale of a handbook."""
    return skill_and_step(written, handbook.skill_names, handbook.company.scale)


def title_at(handbook: Handbook, skill: Skill, step: int | None) -> str:
    """Return a skill's name, with the step in words where there is one: ``Python (working)``."""
    return f"{skill.name} ({handbook.company.scale[step - 1]})" if step else skill.name


def meaning_of(skill: Skill, step: int | None) -> str:
    """Return what people do at a step of a skill; what the skill is where no step says more."""
    said = {int(number): text for number, text in skill.levels.items()}
    return said.get(step or 0, skill.description)


def expected_at(role: JobRole, level: Level) -> dict[str, int]:
    """Return the step of each skill that holds at a level.

    That is what the level states, else what the closest level below it on its track does, else the
    qualifications.
    """
    return _by_level(role)[level.id]


def _by_level(role: JobRole) -> dict[str, dict[str, int]]:
    stated = _stated(role)
    return {level.id: {**below, **stated.get(level.id, {})} for level, below in _grounds(role)}


def falls_in(role: JobRole) -> Iterator[tuple[Expectation, int]]:
    """Yield what a level asks for less than what holds below it, with the step that holds there."""
    for level, below in _grounds(role):
        for it in role.expectations:
            if it.level == level.id and it.step < below.get(it.skill, 0):
                yield it, below[it.skill]


def _stated(role: JobRole) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for it in role.expectations:
        found.setdefault(it.level, {})[it.skill] = it.step
    return found


def _grounds(role: JobRole) -> Iterator[tuple[Level, dict[str, int]]]:
    """Yield each level with the steps that hold below it on its track.

    Of levels side by side the lowest step holds for the level above, and what one states alone.
    """
    stated = _stated(role)
    basis = {skill: step for it in role.needs for skill, step in it.steps}
    for track in dict.fromkeys(map(track_of, role.levels)):
        below = basis
        for rank in ranks_of([level for level in role.levels if track_of(level) == track]):
            reached: dict[str, int] = {}
            for level in rank:
                yield level, below
                for skill, step in stated.get(level.id, {}).items():
                    reached[skill] = min(step, reached.get(skill, step))
            below = {**below, **reached}
