"""Put a finished site in the place of the published one, so that there is always a whole one."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from hiring.model.messages import gettext
from hiring.publishing.files import site_paths
from hiring.publishing.inputs import BUILDS, BUILT
from hiring.system.workers import WorkerEndedError, side_by_side

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path


class PlaceError(Exception):
    """What is written can't be put where it was asked for; the message says why."""


def check_place(published: Path, work: Path, folder: Path) -> None:
    """Raise PlaceError where publishing would follow a link, or remove what is no site of ours.

    ``work`` is where the site is made, and ``folder`` where the handbook is.
    """
    if published.is_symlink():
        raise PlaceError(
            gettext("{path} is a symbolic link: name the folder itself", path=published)
        )
    if published.exists() and not published.is_dir():
        raise PlaceError(
            gettext("{path} is a file: name a folder, or move the file away", path=published)
        )
    if _holds(published, folder):
        raise PlaceError(
            gettext("{path} holds the handbook itself: name another folder", path=published)
        )
    if _holds(published, work):
        raise PlaceError(
            gettext(
                "{path} holds the folder that builds are made in: name another folder",
                path=published,
            )
        )
    check_is_apart(published, folder, work.parent)
    if published.exists() and any(published.iterdir()) and not (published / "objects.inv").exists():
        raise PlaceError(
            gettext(
                "{path} holds something that is no built site: name a new folder", path=published
            )
        )


def check_is_apart(place: Path, folder: Path, *beside: Path) -> None:
    """Raise PlaceError where a build of the handbook in a folder would read what is put there.

    ``beside`` are other places that are written to.
    """
    if any(_is_read(it, folder) for it in (place, *beside)):
        raise PlaceError(
            gettext(
                "{path} lies among the handbook's pages, which a build reads: name a folder "
                "outside of {folder}, or one in {built}",
                path=place,
                folder=folder,
                built=folder / BUILDS,
            )
        )


def _is_read(place: Path, folder: Path) -> bool:
    """Tell whether a build of the handbook in a folder would read what stands at a place."""
    if not _holds(folder, place):
        return False
    parts = place.resolve().relative_to(folder.resolve()).parts
    return not any(part in BUILT or part.startswith(".") for part in parts)


def _holds(folder: Path, other: Path) -> bool:
    """Tell whether a folder is another, or around it."""
    return folder.resolve() in (other.resolve(), *other.resolve().parents)


def recover(published: Path) -> None:
    """Undo what a publishing that was killed has left beside the published folder.

    Between the two renames of a system that can't exchange folders there is none for a moment.
    """
    fresh, former = _beside(published)
    if former.exists() and not published.exists():
        former.rename(published)
    for leftover in (fresh, former):
        if leftover.exists():
            shutil.rmtree(leftover)


def publish(site: Path, published: Path, same: Collection[str] = (), jobs: int = 1) -> None:
    """Make a copy of a finished site beside the published one, then let them change places.

    A file that the published one has as well is not copied, but gets a second name: ``same`` are
    the paths of those that are known to be equal, of others it is seen. So it must be from the
    published folder, in which nobody writes: Sphinx writes into the site's own files.
    In up to ``jobs`` processes. Raises OSError where a file can't be written, and WorkerEndedError
    where a process was ended from outside; the published folder is then as it was.
    """
    recover(published)
    fresh, former = _beside(published)
    try:
        fresh.mkdir(parents=True)
        paths = list(site_paths(site))
        for inside in dict.fromkeys(path.rpartition("/")[0] for path in paths):
            (fresh / inside).mkdir(parents=True, exist_ok=True)
        other = [
            path
            for path in paths
            if not (path in same and _link(f"{published}/{path}", f"{fresh}/{path}"))
        ]
        side_by_side(lambda path: _put(site / path, fresh / path, published / path), other, jobs)
        if not published.exists():
            fresh.rename(published)
        elif not exchange(fresh, published):
            published.rename(former)
            fresh.rename(published)
    except (OSError, WorkerEndedError):
        # Where not even this succeeds, the next build does it.
        shutil.rmtree(fresh, ignore_errors=True)
        if former.exists() and not published.exists():
            former.rename(published)
        raise
    for leftover in (fresh, former):
        shutil.rmtree(leftover, ignore_errors=True)


def _put(file: Path, fresh: Path, there: Path) -> None:
    """Give what is published already another name where it is the same; else copy the file."""
    if file.is_symlink() or not _is_equal(file, there) or not _link(there, fresh):
        shutil.copy2(file, fresh, follow_symlinks=False)


def _link(there: str | Path, fresh: str | Path) -> bool:
    """Give a file a second name, and tell whether its file system knows such."""
    with suppress(OSError):
        os.link(there, fresh)
        return True
    return False


def _is_equal(file: Path, there: Path) -> bool:
    """Tell whether a published file holds the same, and is one by itself."""
    if there.is_symlink() or not there.is_file() or there.stat().st_size != file.stat().st_size:
        return False
    return there.read_bytes() == file.read_bytes()


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; return whether this system can, and has."""
    call = _exchange_call()
    return call is not None and call(os.fsencode(one), os.fsencode(other)) == 0


def _exchange_call() -> Callable[[bytes, bytes], int] | None:
    """Return the system's own call: Linux has it since 3.15, macOS since 10.12."""
    here = -100  # AT_FDCWD: paths are taken from the working folder
    swap = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
    try:
        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            rename = system.renamex_np
            return lambda one, other: int(rename(one, other, ctypes.c_uint(swap)))
        rename = system.renameat2
        return lambda one, other: int(rename(here, one, here, other, ctypes.c_uint(swap)))
    except (AttributeError, OSError, TypeError):
        return None  # Windows, or a C library that does not have it


def _beside(published: Path) -> tuple[Path, Path]:
    """Return where the new site is made, and where the old one is put for a moment."""
    return (
        published.with_name(f".{published.name}.new"),
        published.with_name(f".{published.name}.old"),
    )
