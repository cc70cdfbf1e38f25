"""What a site is made of: whether anything of it has changed, told before a builder is loaded."""

from __future__ import annotations

import ast
import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.model.data import PACKAGE
from hiring.publishing.states import read_record, record_of, state_of, states_in
from hiring.system.clock import build_day, build_time

if TYPE_CHECKING:
    from collections.abc import Iterator

CONF = "conf.py"

BUILDS = "_build"
"""The folder in a handbook's that is meant for what is built."""

BUILT = frozenset({BUILDS, "__pycache__", ".git"})
"""Folders in a handbook's that no build reads."""

MATTERS = ("LANG", "LC_", "PYTHON", "SOURCE_DATE_EPOCH", "SPHINX", "TZ")
"""How the names of the variables start that Python and Sphinx themselves look at."""


def inputs(folder: Path, published: Path, audience: str) -> str:
    """Return a digest of all that a site is made of, empty where that can't be known.

    That is so where conf.py does anything but state values, since then they may come from
    anywhere, where the handbook's folder has links, which may lead anywhere, and where somebody is
    at work there, so that a file is gone.
    """
    try:
        return _digest(folder, published, audience)
    except OSError:
        return ""


def _digest(folder: Path, published: Path, audience: str) -> str:
    files = list(_files(folder))
    if any(file.is_symlink() for file in files) or not _is_plain(folder / CONF):
        return ""
    whole = hashlib.sha256()
    for part in _parts(folder, published, audience):
        whole.update(f"{part}\0".encode(errors="surrogateescape"))
    for file in files:
        path = file.relative_to(folder).as_posix()
        whole.update(f"{path}\0{state_of(file)}\0".encode(errors="surrogateescape"))
    return whole.hexdigest()


def is_current(made_of: str, published: Path, work: Path) -> bool:
    """Tell whether a published site is as the last build has left it, and would be built again.

    ``made_of`` are the inputs that it would be built of. The record is of a build that finished;
    the next one removes it before it does anything.
    """
    record = read_record(record_of(work))
    try:
        return (
            bool(made_of)
            and record.inputs == made_of
            and not 0 < record.until <= build_time().timestamp()
            and record.published == states_in(published)
        )
    except OSError:  # somebody is at work there
        return False


def _files(folder: Path) -> Iterator[Path]:
    """Yield every file and link that a build may read under a folder, in order."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in BUILT)
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        yield from (Path(here) / name for name in sorted([*names, *links]))


def _parts(folder: Path, published: Path, audience: str) -> Iterator[object]:
    """Yield what is to be the same beside the handbook's files."""
    yield from (sys.version, sys.prefix, folder.resolve(), published.resolve(), audience)
    yield build_day()
    yield sorted(item for item in os.environ.items() if item[0].startswith(MATTERS))
    yield sorted(states_in(PACKAGE, without=BUILT).items())
    yield from (_installed(Path(place)) for place in sys.path)
    yield _commit(folder)


def _installed(place: Path) -> list[tuple[str, int]]:
    """Return what is installed in a folder, and when."""
    found = place.glob("*.dist-info") if place.is_dir() else ()
    return sorted((info.name, info.stat().st_mtime_ns) for info in found)


def _commit(folder: Path) -> str:
    """Return the commit that the days of changes come from; what is not in it has none."""
    command = ["git", "rev-parse", "HEAD", "--is-shallow-repository"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError:
        return "no git"
    return done.stdout


def _is_plain(conf: Path) -> bool:
    """Tell whether conf.py only states values: what it says then depends on nothing else."""
    try:
        tree = ast.parse(conf.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return False
    acting = (ast.Call, ast.Import, ast.ImportFrom, ast.Await, ast.FunctionDef, ast.With)
    return not any(isinstance(node, acting) for node in ast.walk(tree))
