"""The command ``check``: what is wrong in a handbook, or doubtful, on a day."""

from __future__ import annotations

import argparse
import gc
import re
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.arguments import HANDBOOK, tell_as_in
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Callable


def add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    with_folder: Callable[[argparse.ArgumentParser], None],
    work: Path,
) -> None:
    """Add it to a program's commands; ``with_folder`` adds the handbook's to its arguments.

    ``work`` is where what is found is kept.
    """
    check = commands.add_parser("check", help="report what is wrong or doubtful, a line each")
    with_folder(check)
    check.add_argument("--format", choices=["text", "github", "sarif", "json"], default="text")
    check.add_argument("--only", nargs="+", type=Path, metavar="FILE", help="tell of these alone")
    check.add_argument("--on", type=_day, metavar="DAY", help="as of a day, as 2027-01-01")
    check.set_defaults(run=partial(_check, work))


def _check(work: Path, options: argparse.Namespace) -> int:
    gc.disable()  # a review makes much, and none of it is garbage before its end
    from hiring.checks.folder import review_folder
    from hiring.checks.formats import FORMATS, seen_from_here, summary, told
    from hiring.system.clock import build_day

    missing = [str(file) for file in options.only or () if not _is_there(file, options.folder)]
    if missing:
        tell_as_in(options.folder)
        names = ", ".join(missing)
        print(
            gettext("There is no file {names}: name files that are.", names=names), file=sys.stderr
        )
        return 2
    found = review_folder(options.folder, options.on or build_day(), work)
    if options.only is not None:
        found = found.only({_within(file, options.folder) for file in options.only})
    on = f" {gettext('as of {day}', day=options.on)}" if options.on else ""
    if options.format == "text":
        print(f"{told(found).rstrip()}{on}")
    else:
        print(FORMATS[options.format](found, seen_from_here(options.folder)), end="")
        print(f"{summary(found)}{on}", file=sys.stderr)
    return 0 if found.passes else 1


def _day(written: str) -> date:
    """Return a day that is written as 2027-01-01."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", written, re.ASCII):
        tell_as_in(HANDBOOK)
        message = gettext("wanted a day as 2027-01-01, not `{day}`", day=written)
        raise argparse.ArgumentTypeError(message)
    try:
        return date.fromisoformat(written)
    except ValueError:
        tell_as_in(HANDBOOK)
        message = gettext("the calendar has no day {day}: write one as 2027-01-01", day=written)
        raise argparse.ArgumentTypeError(message) from None


def _is_there(file: Path, folder: Path) -> bool:
    return file.exists() or (folder / file).exists()


def _within(file: Path, folder: Path) -> str:
    """Return a file's path in the handbook, named from there or from where the command runs."""
    inside = file.resolve().is_relative_to(folder.resolve())
    return (file.resolve().relative_to(folder.resolve()) if inside else file).as_posix()
