"""The functions that a build from nothing spends most of its time in."""

from __future__ import annotations

import pstats
from typing import TYPE_CHECKING

from benchmarks.builds import COMMANDS, OURS
from benchmarks.generate import write_handbook
from benchmarks.measure import cost

if TYPE_CHECKING:
    from pathlib import Path

MANY = 40


def print_costliest(work: Path, count: int) -> None:
    """Build a handbook of ``count`` roles in one process under cProfile, and print what it saw."""
    work.mkdir()
    write_handbook(work / "handbook", count)
    # A profile knows one process alone.
    command = [part if part != "auto" else "1" for part in COMMANDS[OURS]]
    cost(work, "cProfile", "-o", "profile", "-m", *command)
    stats = pstats.Stats(str(work / "profile"))
    stats.strip_dirs().sort_stats("tottime").print_stats(MANY)
