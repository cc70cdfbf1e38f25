"""Files that are written only where they would say something else than they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def put(file: Path, data: bytes) -> Path:
    """Write a file, unless it says just that; return it."""
    if read(file) != data:
        try:
            file.write_bytes(data)
        except FileNotFoundError:  # seldom: asking each time would take longer
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    return file


def read(file: Path) -> bytes | None:
    """Return what a file says, or None where there is none."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
