"""The commands that write a handbook as files: ``export`` as data, ``project`` as pages."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.messages import gettext
from hiring.system.refusals import why_not_here

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_commands(
    commands: Commands,
    with_folder: Callable[[argparse.ArgumentParser], None],
    work: Path,
) -> None:
    """Add the two to a program's commands; ``with_folder`` adds the handbook's to their arguments.

    ``work`` is where what is read and found is kept.
    """
    export = commands.add_parser("export", help="write the handbook, postings and feeds as data")
    with_folder(export)
    export.add_argument("target", nargs="?", type=Path, default=Path("_build/export"))
    export.add_argument("--audience", type=Audience, choices=list(Audience), default="employee")
    export.add_argument("--base-url", default="", help="where the handbook is published")
    export.set_defaults(run=partial(_export, work))

    project = commands.add_parser("project", help="write what an audience may see, as a handbook")
    with_folder(project)
    project.add_argument("target", nargs="?", type=Path, default=Path("_build/projected"))
    project.add_argument("--audience", type=Audience, choices=list(Audience), default="public")
    project.set_defaults(run=partial(_project, work))


def _export(work: Path, options: argparse.Namespace) -> int:
    from hiring.checks.gate import gated, held_back
    from hiring.exports.calendar import write_reviews
    from hiring.exports.files import write_data
    from hiring.failures import refused
    from hiring.posting.files import write_postings
    from hiring.posting.own_formats import FormatError
    from hiring.reading.facts.front_matter import checks_stated
    from hiring.reading.handbook import understand
    from hiring.reading.pages.page_cache import PageCache
    from hiring.reading.projected_tree import days_of
    from hiring.reading.sources.sources import sources_in
    from hiring.system.clock import build_day, build_time

    if _is_refused(options):
        return 1
    sources, cache = sources_in(options.folder), PageCache(work / "pages.json")
    handbook = understand(sources, options.audience, cache)
    cache.save()
    if refused(options.folder, handbook, work):
        return 1
    handbook = gated(handbook, build_time(), checks_stated(sources, handbook.facts))
    changes = days_of(options.folder, handbook)
    today, base = build_day(), options.base_url
    try:
        postings = write_postings(handbook, options.target, today, base, changes=changes)
    except FormatError as error:
        print(error, file=sys.stderr)
        return 1
    calendar = write_reviews(handbook, options.target, base, changes=changes)
    for file in [*write_data(handbook, options.target), *postings, *calendar]:
        print(file)
    if not base:
        message = gettext("There are no feeds: --base-url says where their links lead.")
        print(message, file=sys.stderr)
    for line in held_back(handbook):
        print(line, file=sys.stderr)
    return 0


def _project(work: Path, options: argparse.Namespace) -> int:
    from hiring.failures import refused
    from hiring.reading.pages.page_cache import PageCache
    from hiring.reading.projected_tree import (
        TreeError,
        days_of,
        projected_files,
        told_of,
        write_tree,
    )

    if _is_refused(options):
        return 1
    handbook, files = projected_files(
        options.folder, options.audience, PageCache(work / "pages.json")
    )
    if refused(options.folder, handbook, work):
        return 1
    try:
        days = days_of(options.folder, handbook)
        write_tree(files, options.audience, options.target, days, told_of(handbook))
    except (OSError, TreeError) as error:
        _tell_nothing(why_not_here(error) or error)
        return 1
    message = gettext(
        "{folder} holds {count} files, for {audience}",
        folder=options.target,
        count=len(files),
        audience=options.audience,
    )
    print(message)
    return 0


def _is_refused(options: argparse.Namespace) -> bool:
    """Tell whether a build would read what is written: it says so, and where else it may be."""
    from hiring.publishing.swap import PlaceError, check_is_apart

    try:
        check_is_apart(options.target, options.folder)
    except PlaceError as error:
        _tell_nothing(error)
        return True
    return False


def _tell_nothing(why: object) -> None:
    print(gettext("Nothing is written: {why}", why=why), file=sys.stderr)
