"""What this machine lacks or refuses, in words that say how to mend it."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from hiring.system.clock import ClockError

TO_MEND = {
    errno.EACCES: "see that you may read and write there",
    errno.EPERM: "see that you may read and write there",
    errno.EROFS: "work where it can be written",
    errno.ENOSPC: "make room",
    errno.EDQUOT: "make room",
    errno.EMFILE: "let this program open more files, with `ulimit -n 4096`",
}
"""What to do about what the system refuses."""

OF_PREVIEW = frozenset({"sphinx_autobuild", "starlette", "uvicorn", "watchfiles"})
"""The libraries that only the preview needs, which are an extra of the package."""


def why_not_here(error: BaseException) -> str:
    """Return what this machine lacks or refuses, and how to mend it; empty for any other error."""
    if isinstance(error, ClockError):
        return f"{error}."
    if isinstance(error, ImportError) and error.name and not error.name.startswith("hiring"):
        return f"{error.name} is missing, or damaged: {_to_install(error.name)}."
    if isinstance(error, OSError) and error.filename and error.strerror:
        mend = f"; {TO_MEND[error.errno]}" if error.errno in TO_MEND else ""
        return f"{error.filename}: {error.strerror}{mend}."
    return ""


def _to_install(name: str) -> str:
    """Return how a library that is missing comes back, into this environment."""
    environment = Path(sys.prefix)
    if (environment / "installed").is_dir():  # by tools/setup.sh
        return f"remove the folder {environment}, and the next `make` command sets it up anew"
    extra = "[live]" if name.partition(".")[0] in OF_PREVIEW else ""
    return f"`{sys.executable} -m pip install --force-reinstall 'hiring-handbook{extra}'`"
