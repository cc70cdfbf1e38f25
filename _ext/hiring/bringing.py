"""The command that brings what exists: ``import FILE...``, a sheet of jobs, an occupation."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.arguments import HANDBOOK, tell_as_in
from hiring.model.messages import gettext, ngettext
from hiring.model.problem import about

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from hiring.importing.importer import Draft, Importer

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


REPORTS = Path("_build/import")
"""Where reports go: outside of the handbook, as they have what is left out of it."""


def add_command(commands: Commands) -> None:
    """Add the command to a program's."""
    bring = commands.add_parser("import", help="make role pages of job descriptions that exist")
    bring.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="descriptions, or folders of them"
    )
    bring.add_argument("--folder", type=Path, default=HANDBOOK, help="the handbook's folder")
    bring.add_argument("--ladder", action="store_true", help="the files are levels of one role")
    bring.add_argument("--title", default="", help="with --ladder, the title of the role")
    bring.add_argument("--csv", type=Path, metavar="FILE", help="a sheet of jobs, one a row")
    bring.add_argument("--onet", metavar="CODE", help="start from an occupation, as 15-2051.00")
    bring.add_argument(
        "--onet-data",
        type=Path,
        metavar="FOLDER",
        help="the O*NET database, as text or for Excel",
    )
    bring.add_argument("--reports", type=Path, default=REPORTS, help="where reports go")
    bring.set_defaults(run=_import)


def _import(options: argparse.Namespace) -> int:
    try:
        from hiring.importing.formats.files import files_in
        from hiring.importing.importer import Importer
    except ModuleNotFoundError as error:
        tell_as_in(options.folder)
        message = gettext("{name} is missing: `pip install 'hiring-handbook[import]'`")
        print(message.format(name=error.name), file=sys.stderr)
        return 2
    tell_as_in(options.folder)
    if not (options.files or options.csv or options.onet):
        print(gettext("Say what to bring: files, --csv FILE or --onet CODE."), file=sys.stderr)
        return 2
    wrong: list[str] = []
    options.files = files_in(options.files)
    importer = Importer(options.folder)
    drafts = list(_drafts(importer, options, wrong))
    said, refused = importer.write(drafts, options.reports)
    for line in said:
        print(line)
    for message in (*wrong, *refused):
        print(message, file=sys.stderr)
    if said:
        message = ngettext(
            "{number} draft. `make check` says what is left to do, and `make live` shows the "
            "pages.",
            "{number} drafts. `make check` says what is left to do, and `make live` shows the "
            "pages.",
            len(said),
        )
        print(message)
    return 1 if wrong or refused else 0


def _drafts(importer: Importer, options: argparse.Namespace, wrong: list[str]) -> Iterator[Draft]:
    """Yield the drafts that the options ask for; what can't be read goes to ``wrong``."""
    from hiring.importing.lines import Unreadable

    if options.ladder:
        try:
            yield importer.ladder_of(options.files, options.title)
        except Unreadable as error:
            wrong.append(about(", ".join(map(str, options.files)), str(error)))
    else:
        for file in options.files:
            try:
                yield importer.draft_of(file)
            except Unreadable as error:
                wrong.append(about(str(file), str(error)))
    if options.csv:
        yield from _of_sheet(importer, options.csv, wrong)
    if options.onet:
        try:
            yield importer.occupation(options.onet, options.onet_data)
        except Unreadable as error:
            wrong.append(about("--onet", str(error)))


def _of_sheet(importer: Importer, file: Path, wrong: list[str]) -> Iterator[Draft]:
    from hiring.importing.lines import Unreadable

    try:
        drafts, told = importer.sheet(file)
    except Unreadable as error:
        wrong.append(about(str(file), str(error)))
        return
    wrong += [about(str(file), it) for it in told]
    yield from drafts
