"""When pages were last changed, by the project's own history."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def last_changes(folder: Path) -> Mapping[str, date]:
    """Return the day of the last commit to each file under a folder, by its path there.

    One call of git for all pages. Empty where there is no git or no history, and in a shallow
    clone, whose first commit would claim every file.
    """
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    days: dict[str, date] = {}
    day = date.min
    log = _git(folder, "log", "--format=%x00%cs", "--name-only", "--relative", "-z", "--", ".")
    for entry in log.replace("\n", "\0").split("\0"):
        if len(entry) == 10 and entry[4] == entry[7] == "-" and entry.replace("-", "").isdigit():
            day = date.fromisoformat(entry)
        elif entry:
            days.setdefault(entry, day)
    return days


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8"
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
