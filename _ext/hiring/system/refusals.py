"""What this machine lacks or refuses, in words that say how to mend it."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from hiring.model.messages import gettext
from hiring.system.clock import ClockError
from hiring.system.workers import WorkerEndedError

OF_PREVIEW = frozenset({"sphinx_autobuild", "starlette", "uvicorn", "watchfiles"})
"""The libraries that only the preview needs, which are an extra of the package."""


def why_not_here(error: BaseException) -> str:
    """Return what this machine lacks or refuses, and how to mend it; empty for any other error."""
    if isinstance(error, ClockError | WorkerEndedError):
        return f"{error}."
    if isinstance(error, ImportError) and error.name and not error.name.startswith("hiring"):
        mend = _to_install(error.name)
        return gettext("{name} is missing, or damaged: {mend}.", name=error.name, mend=mend)
    if isinstance(error, OSError) and error.filename and error.strerror:
        mend = _to_mend(error.errno)
        return f"{error.filename}: {error.strerror}{f'; {mend}' if mend else ''}."
    return ""


def _to_mend(number: int | None) -> str:
    """Return what to do about what the system refuses; empty where nobody knows."""
    match number:
        case errno.EACCES | errno.EPERM:
            return gettext("see that you may read and write there")
        case errno.EROFS:
            return gettext("work where it can be written")
        case errno.ENOSPC | errno.EDQUOT:
            return gettext("make room")
        case errno.EMFILE:
            return gettext("let this program open more files, with `ulimit -n 4096`")
    return ""


def _to_install(name: str) -> str:
    """Return how a library that is missing comes back, into this environment."""
    environment = Path(sys.prefix)
    if (environment / "installed").is_dir():  # by tools/setup.sh
        return gettext(
            "remove the folder {folder}, and the next `make` command sets it up anew",
            folder=environment,
        )
    extra = "[live]" if name.partition(".")[0] in OF_PREVIEW else ""
    return f"`{sys.executable} -m pip install --force-reinstall 'hiring-handbook{extra}'`"
