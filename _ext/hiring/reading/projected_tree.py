"""The handbook as one audience may have it: a folder with nothing else, which is what is built."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiring.language.limits import MAX_ASSET_BYTES
from hiring.model.audience import Audience
from hiring.model.messages import gettext
from hiring.model.paths import COMPANY, OPENINGS, is_data
from hiring.model.report import Report
from hiring.reading.handbook import understand
from hiring.reading.history import last_changes
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.files import read_bytes
from hiring.reading.sources.metadata import without_metadata
from hiring.reading.sources.projection import data_for
from hiring.reading.sources.settings import CONF, read_settings
from hiring.reading.sources.sources import sources_in
from hiring.reading.sources.told import PROJECTED
from hiring.system.files import put

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from hiring.model.handbook import Handbook
    from hiring.reading.sources.sources import Sources

OPERATORS = ("_static", "_templates")
"""Folders that conf.py, which is the operator's, may name: they are in every build."""


class TreeError(Exception):
    """The tree can't be written where it should be."""


def projected_files(
    folder: Path, audience: Audience, cache: PageCache | None = None, sources: Sources | None = None
) -> tuple[Handbook, dict[str, bytes]]:
    """Return the handbook for an audience, and all files that its build may use, by path.

    Pages are as the audience sees them, without those it may not see; of the other files there are
    those that a visible page uses, or company.yaml, and what conf.py needs; images tell nothing
    beside the picture. A symbolic link is never followed. ``sources`` are the folder's, where they
    have been read already.
    """
    sources = sources or sources_in(folder)
    handbook = understand(sources, audience, cache or PageCache())
    files = {path: page.text.encode() for path, page in handbook.pages.items()}
    for name in filter(is_data, sources.texts):
        files[name] = data_for(audience, sources.texts[name]).encode()
    used = {asset for page in handbook.pages.values() for asset in page.assets}
    used |= {handbook.company.word_template} if handbook.company.word_template else set()
    kept = [file for name in OPERATORS for file in sorted((folder / name).rglob("*"))]
    limits = dict.fromkeys(sorted(used), MAX_ASSET_BYTES)
    limits |= {path.relative_to(folder).as_posix(): sys.maxsize for path in (folder / CONF, *kept)}
    for path, most in limits.items():
        if (folder / path).is_file() and _is_inside(folder, path):
            data = read_bytes(folder / path, Report(path), most)
            if data is not None:
                files[path] = without_metadata(path, data) if path in used else data
    return handbook, files


def days_of(folder: Path, handbook: Handbook) -> dict[str, date]:
    """Return the day on which each page was last changed for its readers, where that is known.

    With it that of company.yaml, and that of all openings.
    """
    data = read_bytes(folder / CONF, Report(CONF)) if (folder / CONF).is_file() else None
    settings = read_settings(data or b"", Report(CONF))
    changes = last_changes(folder, handbook.audience, settings, handbook.hidden.pages)
    told = (*sorted(handbook.pages), COMPANY, OPENINGS)
    return {path: changes[path] for path in told if path in changes}


def _is_inside(folder: Path, path: str) -> bool:
    """Tell whether nothing on the way to a file is a link out of the handbook."""
    return (folder / path).resolve().is_relative_to(folder.resolve())


def told_of(handbook: Handbook) -> dict[str, Any]:
    """Return what pages alone don't tell, their marks and hidden pages being gone.

    ``parts`` are the lines of the parts for employees, by the page's path, and ``briefings`` what
    candidates are told of interviews.
    """
    found = {path: page.employee_lines for path, page in sorted(handbook.pages.items())}
    told: dict[str, Any] = {"parts": {path: lines for path, lines in found.items() if lines}}
    if handbook.briefings:
        briefings = handbook.briefings.items()
        told["briefings"] = {key: it.model_dump(exclude_none=True) for key, it in briefings}
    return told


def write_tree(
    files: Mapping[str, bytes],
    audience: Audience,
    target: Path,
    days: Mapping[str, date],
    more: Mapping[str, Any] | None = None,
) -> None:
    """Write projected files into a folder that is new, or was written so before.

    What has not changed keeps its file and its time; what no longer belongs is removed. The history
    stays behind, so the ``days`` of the pages' last changes are written along, and so is what
    ``told_of`` tells ``more``. Raises TreeError for a folder of somebody else's, and OSError where
    a file can't be written.
    """
    mark = target / PROJECTED
    if target.is_symlink() or (target.exists() and any(target.iterdir()) and not mark.is_file()):
        raise TreeError(gettext("{folder} holds something else: name a new folder", folder=target))
    changed = {path: day.isoformat() for path, day in days.items()}
    told = json.dumps({"audience": audience, "changed": changed, **(more or {})}, indent=2)
    # The mark comes first: by it the next run knows a folder that this one did not finish.
    wanted = {PROJECTED: f"{told}\n".encode(), **{path: files[path] for path in sorted(files)}}
    _remove_others(target, wanted.keys())
    for path, data in wanted.items():
        put(target / path, data)


def _remove_others(target: Path, paths: Collection[str]) -> None:
    """Remove all files and links under a folder but those at the paths, and folders without any."""
    for here, folders, names in os.walk(target, topdown=False):
        for name in names:
            file = Path(here) / name
            if file.is_symlink() or file.relative_to(target).as_posix() not in paths:
                file.unlink()
        for name in folders:
            folder = Path(here) / name
            if folder.is_symlink():
                folder.unlink()
            elif not any(folder.iterdir()):
                folder.rmdir()
