"""Whether a role's levels, read from the lowest up, fit together."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hiring.model.fact_shapes import Pay
    from hiring.model.role import Level


def year_misfits(levels: Sequence[Level]) -> Iterator[tuple[Level, str]]:
    """Say where the years of neighboring levels overlap or leave a gap.

    ``levels`` are in the page's order; each finding comes with the upper level of the two. A level
    without years may fill any gap, so that only its neighbors' overlap is told. Where all levels
    say the least alone, as `2+` and `4+`, each goes on to where the next starts.
    """
    by_least = all(level.years.max is None for level in levels if level.years)
    for lower, upper, touch in _neighbors(levels, lambda level: level.years):
        low, high = lower.years, upper.years
        if low is None or high is None:
            continue
        if by_least and high.min > low.min:
            continue
        if low.max is None or high.min < low.max:
            finding = gettext(
                "the years of {lower} ({low}) overlap those of {upper} ({high})",
                **_named(lower, low, upper, high),
            )
            yield upper, finding
        elif high.min > low.max and touch:
            finding = gettext(
                "the years of {lower} ({low}) and {upper} ({high}) leave a gap between {start} and "
                "{end}",
                **_named(lower, low, upper, high),
                start=low.max,
                end=high.min,
            )
            yield upper, finding


def pay_overlaps(levels: Sequence[Level]) -> Iterator[tuple[Level, str]]:
    """Say where the pay of neighboring levels overlaps, which many companies want.

    Pay that falls, in another currency, or for another time, is left to others.
    """
    for lower, upper, _ in _neighbors(levels, lambda level: level.pay):
        low, high = lower.pay, upper.pay
        if low is None or high is None or not _comparable(low, high):
            continue
        if low.min <= high.min < low.max <= high.max:
            finding = gettext(
                "the pay of {lower} ({low}) and of {upper} ({high}) overlaps by {amount}",
                **_named(lower, low, upper, high),
                amount=low.max - high.min,
            )
            yield upper, finding


def pay_misfits(levels: Sequence[Level], role_pay: Pay | None) -> Iterator[tuple[Level, str]]:
    """Say where a level's pay leaves the role's, falls below its neighbor's, or leaves a gap.

    Pay in another currency, or for another time, is not compared.
    """
    for level in levels:
        if level.pay and role_pay and not within(level.pay, role_pay):
            finding = gettext(
                "the pay of {name} ({pay}) leaves the role's range ({role_pay})",
                name=level.name,
                pay=level.pay,
                role_pay=role_pay,
            )
            yield level, finding
    for lower, upper, touch in _neighbors(levels, lambda level: level.pay):
        low, high = lower.pay, upper.pay
        if low is None or high is None or not _comparable(low, high):
            continue
        if high.min < low.min or high.max < low.max:
            finding = gettext(
                "the pay of {upper} ({high}) is below that of {lower} ({low})",
                **_named(lower, low, upper, high),
            )
            yield upper, finding
        # Whole amounts may be written so that bands do not share one: to 119999, from 120000.
        # Steps of a grid are one amount each: nothing is meant to lie between.
        elif high.min - low.max > 1 and touch and not (low.min == low.max and high.min == high.max):
            finding = gettext(
                "the pay of {lower} ({low}) and of {upper} ({high}) leaves a gap between {start} "
                "and {end}",
                **_named(lower, low, upper, high),
                start=low.max,
                end=high.min,
            )
            yield upper, finding


def _named(lower: Level, low: object, upper: Level, high: object) -> dict[str, object]:
    """Return what a message about two levels puts in: their names, and what each states."""
    return {"lower": lower.name, "low": low, "upper": upper.name, "high": high}


def _neighbors(
    levels: Sequence[Level], stated: Callable[[Level], object]
) -> Iterator[tuple[Level, Level, bool]]:
    """Yield each level that states something with the next above it that does.

    The third tells that no level stands between them. Levels on different tracks, and those that
    stand beside one another, are no neighbors.
    """
    for track in dict.fromkeys(map(track_of, levels)):
        ranks = ranks_of([level for level in levels if track_of(level) == track])
        known = [(place, [it for it in rank if stated(it)]) for place, rank in enumerate(ranks)]
        for (place, lowers), (next_place, uppers) in pairwise(it for it in known if it[1]):
            for lower, upper in product(lowers, uppers):
                yield lower, upper, next_place == place + 1


def track_of(level: Level) -> str:
    """Return the track that a level is on: that of individuals where it states none."""
    return level.facts.track or "individual"


def ranks_of(levels: Iterable[Level]) -> list[list[Level]]:
    """Return levels by rank, the lowest first: those that stand beside one another are one."""
    ranks: list[list[Level]] = []
    for level in levels:
        same = next((rank for rank in ranks if level.beside in [it.id for it in rank]), None)
        if same is None:
            ranks.append([level])
        else:
            same.append(level)
    return ranks


def _comparable(one: Pay, other: Pay) -> bool:
    return (one.currency, one.per) == (other.currency, other.per)


def within(level: Pay, role: Pay) -> bool:
    """Tell whether a range of pay is inside another, as far as the two can be compared."""
    return not _comparable(level, role) or (role.min <= level.min and level.max <= role.max)
