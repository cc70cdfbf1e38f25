"""What a command says where it can't do what it is asked: for mistakes, and for faults of ours."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from traceback import format_exception
from typing import TYPE_CHECKING

from hiring.model.problem import Severity
from hiring.system.clock import ClockError

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook

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


def refused(folder: Path, handbook: Handbook, work: Path) -> bool:
    """Tell whether a handbook has mistakes for which nothing is made of it; print its review.

    ``work`` is the folder in which reviews are kept.
    """
    if all(found.severity is not Severity.ERROR for found in handbook.problems):
        return False
    from hiring.checks.folder import review_folder
    from hiring.checks.formats import told
    from hiring.system.clock import build_day

    print(told(review_folder(folder, build_day(), work)), end="")
    return True


def crashed(error: Exception, work: Path) -> int:
    """Say what has ended a command, and return the exit status for it.

    What the machine lacks or refuses is said as that; where the program has failed, that stands in
    a file, which is named.
    """
    if why := why_not_here(error):
        print(why, file=sys.stderr)
        return 1
    traceback = "".join(format_exception(error))
    details = work / "error.txt"
    try:
        work.mkdir(exist_ok=True)
        details.write_text(traceback, encoding="utf-8")
        where = f"{details} says where"
    except OSError:
        where = traceback
    said = f"The program failed ({type(error).__name__}), which is no mistake of yours: {where}"
    print(said, file=sys.stderr)
    return 2


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
