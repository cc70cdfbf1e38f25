"""The occupations of the O*NET-SOC classification (see data/README.md for the source)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hiring.model.classifications import NamedOccupation
from hiring.model.data import FOLDER

if TYPE_CHECKING:
    from hiring.model.fact_shapes import Occupation

TOP_CODED = 239_200
"""In the figures of wages this stands for that much or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wages:
    """What an occupation earns in the United States, in dollars a year: percentiles.

    None stands for a figure that was not released, or of which only the least is known.
    """

    p10: int | None
    p25: int | None
    p90: int | None


@cache
def _rows() -> dict[str, dict[str, str]]:
    with (FOLDER / "occupations-us.csv").open(encoding="utf-8", newline="") as file:
        return {row["onet_soc"]: row for row in csv.DictReader(file)}


def occupation_title(code: str | None) -> str | None:
    """Return the title of an O*NET-SOC code, as ``15-2051.00``, or None where there is none."""
    row = _rows().get(code or "")
    return row["title"] if row else None


def in_words(occupation: Occupation) -> str:
    """Return an occupation as ``15-2051.00 Data Scientists``, with its other codes behind it."""
    code = occupation.onet_soc
    ours = f"{code or ''} {occupation_title(code) or ''}".strip()
    others = occupation.named if isinstance(occupation, NamedOccupation) else ()
    return "; ".join(filter(None, (ours, *map(str, others))))


def wages(code: str | None) -> Wages | None:
    """Return the wages of an O*NET-SOC code, or None where there is none."""
    row = _rows().get(code or "")
    if row is None:
        return None
    return Wages(**{name: _known(row[f"annual_{name}"]) for name in ("p10", "p25", "p90")})


def _known(figure: str) -> int | None:
    return int(figure) if figure.isdigit() and int(figure) != TOP_CODED else None
