"""Where the benchmarks find things, and the environment that they run commands in."""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).parent
HANDBOOK = HERE.parent / "tests/frozen"
"""The handbook in full, as it was on a day: what is measured twice is the same both times."""

PACKAGE = HERE.parent / "_ext"
DATA = HERE / "data"
HISTORY = HERE / "history.jsonl"
WORDING_HISTORY = HERE / "wording.jsonl"
IMPORTING_HISTORY = HERE / "importing.jsonl"

DAY = "1795305600"
"""2026-11-22 as ``SOURCE_DATE_EPOCH``: the generated openings are open on this day."""


def environment(**more: str) -> dict[str, str]:
    """Return the variables that every measured command gets, with ``more`` of them.

    Code that is installed is compiled once: so is ours, and not with each command.
    """
    inherited = {name: it for name, it in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "PYTHONPATH": str(PACKAGE), "SOURCE_DATE_EPOCH": DAY, **more}
