"""What a command costs: processor time, wall time and memory, its children's included."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.places import environment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system), wall seconds, and the largest process's memory in GB."""

    cpu: float
    wall: float
    memory: float

    def as_json(self) -> dict[str, float]:
        """Return the figures by name, rounded to what is meant."""
        return {
            "cpu": round(self.cpu, 2),
            "wall": round(self.wall, 2),
            "memory": round(self.memory, 3),
        }


def cost(
    folder: Path, *command: str, passes: bool = True, more: Mapping[str, str] | None = None
) -> Cost:
    """Run a module of Python in a folder and return what it cost.

    A status other than 0 is an error, unless ``passes`` is false: then 1 will do, as ``check``
    has it where something is wrong. ``more`` are variables for the command.
    """
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=folder,
            env=environment(**(more or {})),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        # This call alone tells of one child and all that it waited for.
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in ((0,) if passes else (0, 1)):
            said.seek(0)
            told = said.read()[-3000:].decode(errors="replace")
            raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{told}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / (1 << 20))
