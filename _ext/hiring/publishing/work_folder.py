"""The folder that builds are made in: whether it is as the last finished build has left it."""

from __future__ import annotations

import marshal
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hiring.model.digests import digest_of_bytes
from hiring.publishing.states import states_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from hiring.publishing.states import FileState

SITE = "site"
"""The folder in it that is published, once it is verified."""

FINISHED = "finished"
"""Stands in a work folder that is whole: a digest of how all in it was left, and of its tools."""


def work_of(published: Path) -> Path:
    """Return the folder in which a site is made before it is published."""
    return published.parent / "stage" / published.name


def begin(work: Path, tools: str) -> bool:
    """Make a work folder ready to build in; return whether there is a build to go on from.

    What an unfinished build or other ``tools`` have left there is removed, and so is everything
    where any file is no longer as it was: Sphinx would crash on it, or build upon it.
    """
    mark = work / FINISHED
    whole = mark.is_file() and mark.read_bytes() == _state(work, tools, states_in(work / SITE))
    if work.exists() and not whole:
        shutil.rmtree(work)
    work.mkdir(parents=True, exist_ok=True)
    mark.unlink(missing_ok=True)
    return whole


def finish(work: Path, tools: str, site: Mapping[str, FileState]) -> None:
    """Note that a build is finished, and what it has left; ``site`` as it was verified."""
    (work / FINISHED).write_bytes(_state(work, tools, site))


def _state(work: Path, tools: str, site: Mapping[str, FileState]) -> bytes:
    """Return a digest of how each file was left: whoever writes one leaves another state."""
    others = {path: it for path, it in states_in(work, apart=SITE).items() if path != FINISHED}
    found = [sorted(states.items()) for states in (site, others)]
    # Written by a C function, and without references, so equal states are equal bytes.
    return digest_of_bytes(
        tools.encode(errors="surrogateescape") + b"\0" + marshal.dumps(found, 2)
    ).encode()


@contextmanager
def alone(work: Path) -> Iterator[None]:
    """Keep two builds out of one work folder: the second waits until the first is done.

    The folder around it is for whoever builds alone: it may stand where a server shows all, and
    what is in it nobody has verified, or is for other readers than those of the folder beside it.

    Of a build that was killed the helpers live on for a moment, and still write there: they hold
    the lock as well, since they were forked with it.
    """
    work.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with work.with_name(f"{work.name}.lock").open("w") as lock:
        try:
            import fcntl
        except ImportError:  # Windows has no fork either
            yield
            return
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
