"""The occupations of the O*NET-SOC classification (see data/README.md for the source)."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data" / "occupations-us.csv"


@cache
def _titles() -> dict[str, str]:
    with _DATA.open(encoding="utf-8", newline="") as file:
        return {row["onet_soc"]: row["title"] for row in csv.DictReader(file)}


def occupation_title(code: str) -> str | None:
    """Return the title of an O*NET-SOC code, as ``15-2051.00``, or None where there is none."""
    return _titles().get(code)
