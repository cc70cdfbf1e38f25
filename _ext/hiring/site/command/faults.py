"""What went wrong with a file, out of what Sphinx makes of it."""

from __future__ import annotations

import re

from hiring.system.workers import WorkerEndedError

_FAULT = re.compile(
    r"(?P<before>[^\n]*?)(?:\[Errno \d+\] |\w*Error\(\d+, ['\"])"
    r"(?P<why>[^:'\"\n]+)(?P<after>[^\n]*)"
)
_PATH = re.compile(r"(?:/|\b\w:\\)[^'\":]+")


def fault_of(error: BaseException) -> str:
    """Return what the system has refused, and for which file; nothing for any other error.

    Sphinx wraps an error of a handler.
    """
    seen: list[BaseException | None] = [error, error.__cause__, getattr(error, "orig_exc", None)]
    for found in [*seen, *(one.__cause__ for one in seen if one)]:
        if isinstance(found, WorkerEndedError):
            return str(found)
        if isinstance(found, OSError) and found.strerror:
            return f"{found.filename}: {found.strerror}" if found.filename else found.strerror
    return fault_in(str(error))


def fault_in(said: str) -> str:
    """Return the first thing that the system has refused, in what was printed; else nothing."""
    found = _FAULT.search(said)
    if found is None:
        return ""
    path = _PATH.search(found["after"]) or _PATH.search(found["before"])
    return f"{path[0].strip()}: {found['why']}" if path else found["why"]
