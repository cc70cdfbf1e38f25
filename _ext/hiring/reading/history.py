"""When pages were last changed, by the project's own history."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.paths import COMPANY, OPENINGS, resolved
from hiring.model.report import Report
from hiring.reading.facts.front_matter import read_front_matter
from hiring.reading.pages.content_cache import ContentCache
from hiring.reading.pages.page_cache import reader_version
from hiring.reading.sources.decode import decode
from hiring.reading.sources.projection import data_for, project
from hiring.reading.sources.told import PROJECTED, read_told
from hiring.system.git import FileChange, changes_in, contents_of, git

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from hiring.reading.sources.settings import Settings


_NAMED = re.compile(r".*<([^<>]+)>\s*")


def last_changes(
    folder: Path,
    audience: Audience,
    settings: Settings,
    hidden: Collection[str] = (),
    kept: Path | None = None,
) -> Mapping[str, date]:
    """Return the day of the last change to each file under a folder, by its path there.

    What an audience may not see has not changed for it: a commit that touches hidden text alone,
    or the entry in a table of contents of one of the ``hidden`` pages, moves no date. ``OPENINGS``
    has the day of the last change to any opening, also to one that is gone. A projected
    tree brings the days along. Empty where there is no git or no history, and in a shallow clone,
    whose first commit would claim every file. The file ``kept`` has the days up to the commit that
    was asked last, if it is given.
    """
    if told := read_told(folder / PROJECTED):
        return told.changed
    asked = ("HEAD", "--show-prefix", "--is-shallow-repository")
    commit = git(folder, "rev-parse", *asked).decode("utf-8", "backslashreplace")
    if not commit.endswith("false\n"):
        return {}
    cached = ContentCache(dict[str, date], kept)
    depends = (reader_version(), commit, audience, repr(settings), *sorted(hidden))
    days = cached.get(depends, partial(_days_by_git, folder, audience, settings, hidden))
    cached.save()
    return days


def _days_by_git(
    folder: Path, audience: Audience, settings: Settings, hidden: Collection[str]
) -> dict[str, date]:
    """Return the days of the last changes that an audience sees, by the whole history."""
    changes = changes_in(folder)
    if audience is Audience.HIRING_TEAM:
        days = {path: _latest(found) for path, found in changes.items()}
    else:
        days = _days_seen(folder, changes, audience, settings, hidden)
    of_openings = [day for path, day in days.items() if path.startswith(OPENINGS)]
    return {**days, OPENINGS: max(of_openings)} if of_openings else days


def _days_seen(
    folder: Path,
    changes: Mapping[str, list[FileChange]],
    audience: Audience,
    settings: Settings,
    hidden: Collection[str],
) -> dict[str, date]:
    """Return the days of the last changes after which an audience sees something else."""
    days: dict[str, date] = {}
    ahead = {path: it for path, it in changes.items() if path.endswith(".md") or path == COMPANY}
    while ahead:
        contents = contents_of(
            folder, (name for c in ahead.values() for name in (c[0].before, c[0].after))
        )
        for path, found in list(ahead.items()):
            versions = [contents.get(name) for name in (found[0].before, found[0].after)]
            before, after = (_seen(path, version, audience, settings) for version in versions)
            if _differ(path, before, after, hidden):
                days[path] = _latest(found)
                del ahead[path]
            elif len(found) == 1:
                del ahead[path]
            else:
                ahead[path] = found[1:]
    return days


def files_before(folder: Path) -> frozenset[str]:
    """Return the paths that files under a folder had in the last commit, and in the one before it.

    Of a proposed change that a forge has merged for a try, the latter is what it is merged into.
    Empty where there is no git or no history.
    """
    trees = (
        git(folder, "ls-tree", "-r", "-z", "--name-only", at, ".") for at in ("HEAD", "HEAD^1")
    )
    names = (name for tree in trees for name in tree.decode("utf-8", "replace").split("\0"))
    return frozenset(name for name in names if name)


def _latest(found: list[FileChange]) -> date:
    """Return the latest day: a commit may have an older date than the one before it."""
    return max(change.day for change in found)


def _seen(
    path: str,
    data: bytes | None,
    audience: Audience,
    settings: Settings,
) -> str | None:
    """Return what an audience sees of a version of a page; None where it sees nothing."""
    text = None if data is None else decode(data, report := Report(path))
    if text is None:
        return None
    if path == COMPANY:
        return data_for(audience, text)
    stated = read_front_matter(text.split("\n"), report).audience
    if not audience.may_read(settings.audience_of(path, stated)):
        return None
    return project(text, audience)


def _differ(path: str, before: str | None, after: str | None, hidden: Collection[str]) -> bool:
    """Tell whether two versions of a page, as an audience sees them, tell something else."""
    if before is None or after is None:
        return before is not after
    return _told(before, path, hidden) != _told(after, path, hidden)


def _told(text: str, path: str, hidden: Collection[str]) -> str:
    """Return what a text tells: how many empty lines there are depends on what is hidden."""
    lines = [line for line in text.split("\n") if line.strip()]
    return "\n".join(line for line in lines if _entry(path, line) not in hidden)


def _entry(path: str, line: str) -> str:
    """Return the page that a line would lead to as an entry of a table of contents."""
    named = _NAMED.fullmatch(line)
    return f"{resolved(path, (named[1] if named else line.strip()).removesuffix('.md'))}.md"
