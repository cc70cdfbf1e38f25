"""What a projected tree tells of the handbook that it was made of: a file beside its pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from hiring.model.briefings import Briefing

if TYPE_CHECKING:
    from pathlib import Path

PROJECTED = "projected.json"
"""The file, by which a folder is known to be such a tree."""


class Told(BaseModel):
    """The days of the last changes, and the lines of parts for employees, by path.

    ``briefings`` are what candidates are told of interviews, by the key of their role.
    """

    changed: dict[str, date] = {}
    parts: dict[str, tuple[tuple[int, int], ...]] = {}
    briefings: dict[str, Briefing] = {}


def read_told(file: Path) -> Told | None:
    """Return what a tree tells; nothing where anyone else has written it, None where no tree is."""
    if not file.is_file():
        return None
    try:
        return Told.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return Told()
