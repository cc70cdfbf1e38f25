"""What a command says where it can't do what it is asked: for mistakes, and for faults of ours."""

from __future__ import annotations

import sys
from traceback import format_exception
from typing import TYPE_CHECKING

from hiring.model.messages import gettext
from hiring.model.problem import Severity
from hiring.system.refusals import why_not_here

if TYPE_CHECKING:
    from pathlib import Path

    from hiring.model.handbook import Handbook


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
        where = gettext("{file} says where", file=details)
    except OSError:
        where = traceback
    message = gettext(
        "The program failed ({name}), which is no mistake of yours: {where}",
        name=type(error).__name__,
        where=where,
    )
    print(message, file=sys.stderr)
    return 2
