"""What git tells of a folder, and why it tells nothing."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING

from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileChange:
    """A commit's day, and a file's content before and after it, by git's names for them."""

    day: date
    before: str
    after: str


def why_no_days(folder: Path) -> str:
    """Return why git does not tell the days, and how to mend it; empty where it does."""
    command = ["git", "rev-parse", "--is-shallow-repository", "--verify", "HEAD"]
    english = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(
            command, cwd=folder, env=english, capture_output=True, text=True, check=False
        )
    except OSError:
        return gettext("git is not installed (install it, and the days are there)")
    if done.stdout.startswith("true"):
        return gettext(
            "The clone is shallow (get the whole with `git fetch --unshallow`, "
            "in a workflow with `fetch-depth: 0`, on GitLab with `GIT_DEPTH: 0`)"
        )
    said = " ".join(done.stderr.split())
    if done.returncode == 0:
        return ""
    if "not a git repository (or any" in said:
        return gettext(
            "The handbook is in no git repository, which tells them (build in a clone of one)"
        )
    if "single revision" in said:
        return gettext("No commit tells them yet (commit the pages)")
    if "dubious ownership" in said:
        trust = f"git config --global --add safe.directory {quote(str(_top(folder)))}"
        return gettext(
            "git refuses a folder that belongs to somebody else (trust it with `{command}`)",
            command=trust,
        )
    return gettext("git refuses to tell the history ({said})", said=said.removeprefix("fatal: "))


def _top(folder: Path) -> Path:
    """Return the folder above that git keeps its data in."""
    here = folder.resolve()
    return next((it for it in (here, *here.parents) if (it / ".git").exists()), here)


def changes_in(folder: Path) -> dict[str, list[FileChange]]:
    """Return every file's changes, the newest first, by one call of git."""
    changes: dict[str, list[FileChange]] = {}
    log = git(
        folder,
        "log",
        "--format=%x00%cs",
        "--raw",
        "--no-abbrev",
        "--no-renames",
        "--relative",
        "-z",
        "--",
        ".",
    )
    day, blobs = date.min, ("", "")
    for part in log.decode("utf-8", "surrogateescape").replace("\n", "\0").split("\0"):
        if part.startswith(":"):
            _, _, before, after, *_ = part.split(" ")
            blobs = (before, after)
        elif len(part) == 10 and part[4] == part[7] == "-" and part.replace("-", "").isdigit():
            day = date.fromisoformat(part)
        elif part:
            changes.setdefault(part, []).append(FileChange(day, *blobs))
    return changes


def contents_of(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return the content of each of git's names for one, by one call of git."""
    wanted = "".join(f"{name}\n" for name in sorted(set(names)) if name.strip("0"))
    return contents_in(git(folder, "cat-file", "--batch", given=wanted.encode()))


def contents_in(answer: bytes) -> dict[str, bytes]:
    """Return the contents in what ``git cat-file --batch`` answers, by git's names for them."""
    found: dict[str, bytes] = {}
    at = 0
    while at < len(answer):  # by places: to copy what is left each time takes the square of time
        end = answer.index(b"\n", at)
        name, *kind = answer[at:end].decode().split(" ")
        at = end + 1
        if len(kind) == 2:
            size = int(kind[1])
            found[name] = answer[at : at + size]
            at += size + 1
    return found


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git answers in a folder, to ``given`` where it is; nothing where it refuses."""
    command = ["git", "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, input=given, check=False)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
