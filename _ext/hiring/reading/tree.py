"""The handbook as one audience may have it: a folder with nothing else, which builds the same."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.reading.cache import PageCache
from hiring.reading.files import read_bytes
from hiring.reading.handbook import understand
from hiring.reading.report import Report
from hiring.reading.settings import CONF
from hiring.reading.sources import DATA_FILES, PROJECTED, sources_in

if TYPE_CHECKING:
    from hiring.model.audience import Audience
    from hiring.model.handbook import Handbook

OPERATORS = ("_static", "_templates")
"""Folders that conf.py, which is the operator's, may name: they are in every build."""


class TreeError(Exception):
    """The tree can't be written where it should be."""


def projected_files(
    folder: Path, audience: Audience, cache: PageCache | None = None
) -> tuple[Handbook, dict[str, bytes]]:
    """Return the handbook for an audience, and all files that its build may use, by path.

    Pages are as the audience sees them, without those it may not see; of the other files there are
    those that a visible page uses, and what conf.py needs. A symbolic link is never followed.
    """
    cache = cache or PageCache()
    sources = sources_in(folder)
    handbook = understand(sources, audience, cache)
    files = {path: page.text.encode() for path, page in handbook.pages.items()}
    files |= {name: sources.texts[name].encode() for name in DATA_FILES if name in sources.texts}
    used = {asset for page in handbook.pages.values() for asset in page.assets}
    kept = [file for name in OPERATORS for file in sorted((folder / name).rglob("*"))]
    for path in (CONF, *sorted(used), *(file.relative_to(folder).as_posix() for file in kept)):
        if (folder / path).is_file() and _is_inside(folder, path):
            data = read_bytes(folder / path, Report(path))
            if data is not None:
                files[path] = data
    return handbook, files


def _is_inside(folder: Path, path: str) -> bool:
    """Tell whether nothing on the way to a file is a link out of the handbook."""
    return (folder / path).resolve().is_relative_to(folder.resolve())


def write_tree(files: dict[str, bytes], audience: Audience, target: Path) -> None:
    """Write projected files into a folder that is new, or was written so before."""
    mark = target / PROJECTED
    if target.is_symlink() or (target.exists() and any(target.iterdir()) and not mark.is_file()):
        raise TreeError(f"{target} holds something else: name a new folder")
    if target.exists():
        shutil.rmtree(target)
    whose = json.dumps({"audience": audience}) + "\n"
    for path, data in {**files, PROJECTED: whose.encode()}.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
