"""Files that are written only where that says something new, and files that belong together."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
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


def write_together(texts: Mapping[Path, str]) -> None:
    """Write texts into files, all or none.

    Where one can't be written, or somebody stops it, what was made so far is removed: files and
    folders. What was there before stays.
    """
    made: list[Path] = []
    try:
        for file, text in texts.items():
            above = [it for it in (file.parent, *file.parent.parents) if not it.exists()]
            for folder in reversed(above):
                folder.mkdir()
                made.append(folder)
            if not file.exists():
                made.append(file)
            file.write_text(text, encoding="utf-8", newline="\n")
    except BaseException as error:
        if isinstance(error, OSError) and not error.filename:  # as of a disk that is full
            error.filename = str(file)
        for it in reversed(made):
            with suppress(OSError):  # it was not made after all, or not by us alone
                it.rmdir() if it.is_dir() else it.unlink()
        raise
