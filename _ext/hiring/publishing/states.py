"""How files were left: enough to tell, without reading one, that nobody has touched it since."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from pathlib import Path

FileState = list[int]
"""A file's size, the times of its last change and of that of its entry (nanoseconds), its inode.

Who writes into a file and sets its time back can't set back that of its entry as well.
"""


def state_of(file: Path) -> FileState:
    """Return the state of a file; a symbolic link is not followed."""
    return _state(file.lstat())


def states_in(folder: Path, without: Container[str] = (), apart: str = "") -> dict[str, FileState]:
    """Return the state of each file under a folder by its path there; none where there is none.

    A symbolic link is a file of its own, whatever it leads to. Folders of the names ``without`` are
    left out, and so is the one at the path ``apart``.
    """
    found: dict[str, FileState] = {}
    ahead = [""] if folder.is_dir() else []
    while ahead:
        inside = ahead.pop()
        with os.scandir(folder / inside) as entries:
            for entry in entries:
                path = f"{inside}/{entry.name}" if inside else entry.name
                if entry.is_dir(follow_symlinks=False):
                    ahead += [] if entry.name in without or path == apart else [path]
                else:
                    found[path] = _state(entry.stat(follow_symlinks=False))
    return found


def untouched(now: Mapping[str, FileState], before: Mapping[str, FileState]) -> set[str]:
    """Return the paths of the files that nobody has touched since, of those that are there now."""
    return {path for path, state in now.items() if before.get(path) == state}


def _state(found: os.stat_result) -> FileState:
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


@dataclass(frozen=True)
class BuildRecord:
    """What the last finished build was made of, and how it has left the site and its copy.

    ``inputs`` is empty where they can't all be known. ``until`` is when the site will say something
    else by the clock alone, in seconds since 1970, or 0; ``held`` are the lines that tell which
    openings are held back, and why; ``language`` is that of messages.
    """

    inputs: str = ""
    until: float = 0
    held: Sequence[str] = ()
    site: Mapping[str, FileState] = field(default_factory=dict)
    published: Mapping[str, FileState] = field(default_factory=dict)
    language: str = "en"

    def save(self, file: Path) -> None:
        """Write the record, last of all; one that can't be written costs the next build time."""
        try:
            partial = file.with_name(f"{file.name}.new")
            partial.write_text(json.dumps(vars(self)), encoding="utf-8")
            partial.replace(file)
        except OSError:
            file.unlink(missing_ok=True)


def record_of(work: Path) -> Path:
    """Return the file that the record of a work folder is in: beside it, as it tells of it."""
    return work.with_name(f"{work.name}.json")


def read_record(file: Path) -> BuildRecord:
    """Return what a record says; nothing where there is none, or it can't be read."""
    try:
        return _record(file, tuple(state_of(file)))
    except (OSError, TypeError, ValueError):
        return BuildRecord()


@lru_cache(maxsize=1)  # a build asks three times, and it is as large as the site has files
def _record(file: Path, state: tuple[int, ...]) -> BuildRecord:
    """Return what a record says that is in a ``state``."""
    return BuildRecord(**json.loads(file.read_bytes()))
