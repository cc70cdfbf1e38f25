"""Levels inside one description: which headings begin one, and where it ends."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hiring.importing.headings import folded
from hiring.importing.level_names import step_named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hiring.importing.level_names import Step
    from hiring.importing.structure import ParsedLine

MAX_LEVELS = 12
"""More headings that look like levels are none."""

_OF_LEVELS = ("responsibilities", "duties", "qualifications", "fact")
"""Where headings lead that stand under the heading of a level, in a document without ranks."""


def level_headings(parts: Sequence[ParsedLine], title: str) -> Mapping[int, int]:
    """Return which parts begin a level, each with the level's number from 1; empty without two.

    They are headings of one rank that name different steps in one way, as all ladders do: with
    numbers, or with words of seniority. Something stands under each. What else they say has a word
    of the job's title: `Nurse II` does, and `Phase 2` does not.
    """
    ladders: dict[tuple[str, str, int], dict[str, ParsedLine]] = {}
    for part in parts:
        step = step_named(part.line.text) if part.is_heading else None
        if step and (not step.rest or _stems(step.rest) & _stems(title)):
            ladders.setdefault(_ladder(step, part), {}).setdefault(step.step, part)
    best = max(ladders.values(), key=len, default={})
    chosen = sorted(best.values(), key=lambda part: part.number)
    if not 1 < len(chosen) <= MAX_LEVELS or not _are_filled(parts, chosen):
        return {}
    return {part.number: number for number, part in enumerate(chosen, 1)}


def _stems(text: str) -> set[str]:
    """Return how the words of a text begin: ``engineering`` and ``engineer`` are alike."""
    return {word[:5] for word in folded(text).split() if len(word) > 2}


def _ladder(step: Step, part: ParsedLine) -> tuple[str, str, int]:
    return step.kind, step.rest, part.line.rank


def _are_filled(parts: Sequence[ParsedLine], chosen: Sequence[ParsedLine]) -> bool:
    """Tell whether something stands under each of the headings."""
    ends = [*(part.number for part in chosen), parts[-1].number + 1]
    said = {part.number for part in parts if not part.is_heading}
    return all(said & set(range(start + 1, end)) for start, end in pairwise(ends))


def ends_level(heading: ParsedLine, rank: int) -> bool:
    """Tell whether a heading ends a level whose own has a rank, 0 where documents have none."""
    if heading.line.rank and rank:
        return heading.line.rank <= rank
    return heading.to != "" and not heading.to.startswith(_OF_LEVELS)
