"""Files that are written only where that says something new, and files that belong together."""

from __future__ import annotations

import json
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from hiring.system.workers import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
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


def files_task(
    folder: Path, made_of: Mapping[str, str], make: Callable[[str], bytes], kept: Path | None
) -> Task[str, Path, list[Path]]:
    """Return the task of writing files under a folder, which comes to all that belong there.

    ``made_of`` has by the path of each a digest of all that ``make`` makes it of; ``kept``, a file,
    says the same of those that are there: what would be made of the very same stays.
    """
    before = _read_kept(kept)
    new = [
        path
        for path, digest in made_of.items()
        if before.get(path) != digest or not (folder / path).is_file()
    ]

    def write(path: str) -> Path:
        return put(folder / path, make(path))

    def end(written: Iterator[Path]) -> list[Path]:
        deque(written, maxlen=0)
        if kept is not None and kept.parent.exists() and made_of != before:
            put(kept, json.dumps(made_of).encode())
        return [folder / path for path in made_of]

    return Task(write, new, end)


def _read_kept(kept: Path | None) -> dict[str, str]:
    try:
        found = json.loads(kept.read_bytes()) if kept else {}
        return {str(path): str(digest) for path, digest in found.items()}
    except (OSError, ValueError, AttributeError):
        return {}  # there is none, or it was not written to its end


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
