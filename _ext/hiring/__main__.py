"""The command line: ``hiring``, or ``python -m hiring``; ``--help`` lists what it can do."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hiring import __version__, authoring, beginning, checking, exporting, guide
from hiring.arguments import HANDBOOK, Parser, tell_as_in
from hiring.model.audience import Audience
from hiring.model.messages import gettext
from hiring.system.clock import settle_clock
from hiring.system.stopping import status_of, stop_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.reading.pages.page_cache import PageCache

WORK = Path("_build")
"""Where the commands keep what they have read and found."""

ABOUT = "A hiring handbook as code: job roles written once, shown as pages, postings and data."


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return its exit status.

    That is 0, 1 for errors found, and 2 for a wrong call or where the program itself fails.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What is said quotes what people wrote, whatever the terminal can show.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except BrokenPipeError:
        raise  # nobody listens any more
    except KeyboardInterrupt as stopped:
        print(gettext("Stopped."), file=sys.stderr)
        return status_of(stopped)
    except Exception as error:
        from hiring.failures import crashed

        return crashed(error, WORK)


def _run(options: argparse.Namespace) -> int:
    if not options.folder.is_dir():
        tell_as_in(HANDBOOK)
        message = gettext(
            "There is no folder {folder}: name the handbook's.", folder=options.folder
        )
        print(message, file=sys.stderr)
        return 2
    project, options.folder = options.folder, _handbook_in(options.folder)
    if options.run in (_build, _live) and project != options.folder:
        tell_as_in(project)
        message = gettext(
            "{folder} is a part of {project}: use sphinx-build there.",
            **{"folder": options.folder, "project": project},
        )
        print(message, file=sys.stderr)
        return 2
    settle_clock()
    status: int = options.run(options)
    return status


def _handbook_in(folder: Path) -> Path:
    """Return the handbook's folder in a project's: what reads settings is loaded for few."""
    conf = folder / "conf.py"
    if not conf.is_file() or b"hiring_folder" not in conf.read_bytes():
        return folder
    from hiring.reading.sources.sources import handbook_in

    return handbook_in(folder)


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = Parser(prog="hiring", description=ABOUT)
    parser.add_argument("--version", action="version", version=f"hiring {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    checking.add_command(commands, _folder, WORK)

    build = commands.add_parser("build", help="build the site; publish it where nothing is wrong")
    _folder(build)
    build.add_argument("published", nargs="?", type=Path, default=Path("_build/html"))
    build.add_argument("-j", "--jobs", type=_jobs, default="auto", help="processes, or auto")
    build.add_argument("--audience", type=Audience, choices=list(Audience), help="else conf.py's")
    build.add_argument(
        "--strict", action="store_true", help="exit with 1 where an opening is held back, too"
    )
    build.set_defaults(run=_build)

    live = commands.add_parser("live", help="show the site in a browser as it is written")
    _folder(live)
    live.add_argument("--audience", choices=list(Audience), help="whose build; else conf.py's")
    live.set_defaults(run=_live)

    exporting.add_commands(commands, _folder, WORK)
    _add_scan(commands)

    authoring.add_commands(commands, _folder)
    beginning.add_commands(commands, _folder)
    guide.add_command(commands, _worked_out)
    return parser


def _add_scan(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    scan = commands.add_parser("scan", help="look in built sites for what is hidden from readers")
    _folder(scan)
    scan.add_argument("sites", nargs="*", type=Path, metavar="SITE", default=[Path("_build/html")])
    scan.add_argument("--audience", type=Audience, choices=list(Audience), help="else conf.py's")
    scan.set_defaults(run=_scan)


def _worked_out(block: str) -> Iterator[str]:
    from hiring.site.command.in_terminal import worked_out

    return worked_out(block)


def _folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, default=HANDBOOK, help="the handbook's folder"
    )


def _cache() -> PageCache:
    from hiring.reading.pages.page_cache import PageCache

    return PageCache(WORK / "pages.json")


def _jobs(written: str) -> int:
    return os.cpu_count() or 1 if written == "auto" else max(1, int(written))


def _build(options: argparse.Namespace) -> int:
    from hiring.publishing.ending import end_of
    from hiring.publishing.inputs import inputs, is_current
    from hiring.publishing.states import read_record, record_of
    from hiring.publishing.work_folder import work_of

    # Sphinx takes a second to load: what can be done without it should not wait for it.
    work = work_of(options.published)
    made_of = inputs(options.folder, options.published, options.audience or "")
    if is_current(made_of, options.published, work):
        record = read_record(record_of(work))
        return end_of(record, options.published, strict=options.strict, was_current=True)
    # The handbook is set aside once it is read: until then nothing is garbage, as in a review.
    gc.set_threshold(0)
    from hiring.site.command.build import build

    return build(
        options.folder,
        options.published,
        options.jobs,
        options.audience,
        strict=options.strict,
        made_of=made_of,
    )


def _live(options: argparse.Namespace) -> int:
    try:
        from hiring.site.live.server import live
    except ImportError as error:
        tell_as_in(options.folder)
        message = gettext(
            "{name} is missing: `python -m pip install 'hiring-handbook[live]'` installs what this "
            "command needs"
        )
        print(message.format(name=error.name), file=sys.stderr)
        return 1
    # What is for other readers is kept apart, so that none of it is left in this build.
    name = f"live-{options.audience}" if options.audience else "live"
    return live(options.folder, Path("_build/stage") / name, options.audience)


def _scan(options: argparse.Namespace) -> int:
    missing = [str(site) for site in options.sites if not site.is_dir()]
    if missing:
        tell_as_in(options.folder)
        message = gettext("There is no folder {sites}: name built sites.", sites=", ".join(missing))
        print(message, file=sys.stderr)
        return 2
    from hiring.site.command.scanned import scan_sites

    return scan_sites(options.folder, options.sites, options.audience, _cache())


def run() -> None:
    """Run the program and end this process: what the command ``hiring`` calls."""
    stop_in_order()
    # A command makes a million objects and few are garbage: to look for that takes a tenth of it.
    gc.set_threshold(100_000)
    try:
        status = main()
        # All ends here: to look through a million objects for garbage first would take seconds.
        gc.freeze()
        sys.exit(status)
    except BrokenPipeError:
        # Whoever reads the findings has seen enough, as `head` has; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    run()
