"""What the project aims for, each as a function of a run's figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.builds import MATERIAL, OURS, PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.run import Run, Size

    Figure = Callable[[Size], float | None]


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure should be at most; ``at`` the size it is meant for, 0 where for every size."""

    name: str
    unit: str
    most: float
    at: int
    figure: Figure

    def verdict(self, count: int, size: Size) -> str:
        """Return a size's figure, and whether it meets the target where the size is meant."""
        found = self.figure(size)
        if found is None:
            return "–"
        judged = f", {'met' if found <= self.most else 'not met'}"
        return f"{found:.2f}{judged if self.at in (0, count) else ''}"


def build(name: str, unit: str, kind: str = OURS) -> Figure:
    """Return the function that finds a build's ``cpu``, ``wall`` or ``memory``."""
    return lambda size: size.builds.get(kind, {}).get(name, {}).get(unit)


def ratio(one: Figure, other: Figure) -> Figure:
    """Return the function that divides one figure by another."""

    def found(size: Size) -> float | None:
        above, below = one(size), other(size)
        return None if above is None or not below else above / below

    return found


def weight(view: int) -> Figure:
    """Return the function that finds the KB of a reader's first (0) or second (1) page."""
    return lambda size: size.weights[OURS][view] / 1000 if OURS in size.weights else None


COLD, COLD_WALL = build("cold", "cpu"), build("cold", "wall")
NOTHING, BODY, TITLE = (
    build(name, "cpu") for name in ("nothing changed", "one body edited", "one title edited")
)
TARGETS = (
    Target("cold, CPU, to plain", "", 0.75, 0, ratio(COLD, build("cold", "cpu", PLAIN))),
    Target("cold, wall, to plain", "", 0.5, 0, ratio(COLD_WALL, build("cold", "wall", PLAIN))),
    Target(
        "cold, wall, to Material", "", 1.0, 0, ratio(COLD_WALL, build("cold", "wall", MATERIAL))
    ),
    Target("nothing changed", "s CPU", 2, 1000, NOTHING),
    Target("one body edited", "s CPU", 4, 1000, BODY),
    Target("one title edited, to cold", "", 0.25, 0, ratio(TITLE, COLD)),
    Target("check, cold", "s CPU", 15, 1000, lambda size: size.check.get("cold", {}).get("cpu")),
    Target("check, warm", "s CPU", 2, 1000, lambda size: size.check.get("warm", {}).get("cpu")),
    Target("peak memory", "GB", 0.8, 1000, build("cold", "memory")),
    Target("preview, save to visible, 100", "s", 1, 100, lambda size: size.live),
    Target("preview, save to visible, 1,000", "s", 3, 1000, lambda size: size.live),
    Target("role page, first view", "KB gzip", 90, 0, weight(0)),
    Target("role page, second page", "KB gzip", 15, 0, weight(1)),
    Target("lines parsed for each line", "", 2.0, 0, lambda size: size.lines_parsed),
)
GROWTH = 5.5
"""How many times the CPU of a cold build of 1,000 roles one of 5,000 may take."""


def growth(run: Run) -> float | None:
    """Return the CPU of 5,000 roles divided by that of 1,000; None where not both are built."""
    if not {1000, 5000} <= run.sizes.keys():
        return None
    large, small = COLD(run.sizes[5000]), COLD(run.sizes[1000])
    return large / small if large and small else None


def ratios(run: Run) -> dict[str, dict[str, float]]:
    """Return, by size, how many times each figure of plain and of Material ours is."""
    found: dict[str, dict[str, float]] = {}
    for count, size in run.sizes.items():
        for kind in (PLAIN, MATERIAL):
            for name, own in size.builds[OURS].items():
                for unit, value in own.items():
                    other = build(name, unit, kind)(size)
                    if other:
                        key = f"{name}, {unit}, to {kind}"
                        found.setdefault(str(count), {})[key] = round(value / other, 2)
    grown = growth(run)
    if grown is not None:
        found["5000 to 1000"] = {"cold, cpu": round(grown, 2)}
    return found
