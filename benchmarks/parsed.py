"""How often a build from nothing parses each line of the handbook."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from benchmarks.builds import COMMANDS, OURS
from benchmarks.measure import cost
from benchmarks.places import HERE, PACKAGE

if TYPE_CHECKING:
    from pathlib import Path


def lines_parsed(handbook: Path, work: Path) -> float:
    """Build a handbook in a folder of its own; return the lines parsed for each line it has."""
    work.mkdir()
    (work / "handbook").symlink_to(handbook)
    counted = work / "parsed"
    path = os.pathsep.join((str(HERE / "counted"), str(PACKAGE)))
    cost(work, *COMMANDS[OURS], more={"PYTHONPATH": path, "PARSED_LINES": str(counted)})
    parsed = sum(map(int, counted.read_text().split()))
    return parsed / sum(
        len(page.read_text("utf-8").splitlines()) for page in handbook.rglob("*.md")
    )
