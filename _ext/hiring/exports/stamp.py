"""The stamp of a build, by which an operator sees that a site is still built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.exports.encode import as_json
from hiring.model.audience import Audience
from hiring.model.time_zones import next_change
from hiring.system.clock import build_day, build_time
from hiring.system.files import put
from hiring.system.git import git

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

    from hiring.model.handbook import Handbook

STAMP = "build.json"


def write_stamp(
    handbook: Handbook,
    source: Path,
    folder: Path,
    changes: Collection[date] = (),
    version: str = "",
) -> Path:
    """Write the stamp of a build from ``source`` into a folder; return it.

    ``changes`` are the days of the files' last changes, as far as these readers see them. Which
    commit it is tells of every change, so only the build that holds all has it. ``version`` is that
    of this package.
    """
    now, whole = build_time(), handbook.audience is Audience.HIRING_TEAM
    commit = git(source, "rev-parse", "HEAD").decode().strip() if whole else ""
    days = [role.review_due for role in handbook.roles.values() if role.review_due]
    reviews = [day for day in days if day >= now.date()]
    change = next_change(handbook, now)
    stamp = {
        "built": build_day().isoformat(),
        "audience": str(handbook.audience),
        "version": version,
        "commit": commit or None,
        "pages": len(handbook.pages),
        "changed": max(changes).isoformat() if changes else None,
        "next_opening_change": change.isoformat() if change else None,
        "next_review": None
        if handbook.audience is Audience.PUBLIC or not reviews
        else min(reviews).isoformat(),
    }
    return put(folder / STAMP, as_json(stamp).encode())
