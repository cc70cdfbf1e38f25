"""The commands around a whole handbook: ``init`` begins one, ``upgrade`` brings one up to date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.model.messages import gettext, tell_in

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_commands(
    commands: Commands, with_folder: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Add the two to a program's commands; ``with_folder`` adds the handbook's to one of them."""
    init = commands.add_parser("init", help="begin the handbook of a company, in an empty folder")
    init.add_argument("target", type=Path, metavar="FOLDER", help="empty, or not there yet")
    init.add_argument("--language", default="en", help="that of the handbook, as `de` or `fr-CA`")
    init.add_argument("--name", default="", help="the company's")
    init.add_argument(
        "--license", default="", help="that of what is written in it; else all rights reserved"
    )
    # There is no handbook yet: it is run from anywhere.
    init.set_defaults(run=_init, folder=Path())

    upgrade = commands.add_parser("upgrade", help="tell what this version asks of the pages")
    with_folder(upgrade)
    upgrade.add_argument("--write", action="store_true", help="mend what can be mended by itself")
    upgrade.add_argument("--done", action="store_true", help="write that all has been followed")
    upgrade.set_defaults(run=_upgrade)


def _init(options: argparse.Namespace) -> int:
    from hiring.model.language_tags import language_tag
    from hiring.model.lexicon import shipped
    from hiring.starter.begin import StarterError, Wishes, begin
    from hiring.system.clock import build_day
    from hiring.translating import start_of

    try:
        tag = language_tag(options.language)
    except ValueError as error:
        print(f"--language: {error}", file=sys.stderr)
        return 1
    words = "" if shipped(tag) else start_of(tag)
    wishes = Wishes(language=tag, words=words, name=options.name, license=options.license)
    try:
        files = begin(options.target, wishes, build_day())
    except StarterError as error:
        print(error, file=sys.stderr)
        return 1
    tell_in(options.language)
    message = gettext(
        "{folder} holds {count} files of a handbook that can be built as it is.\n"
        "Next: read {file}. There, `make test` checks and builds it, and\n"
        "`make check` names each guess that only you can confirm, with its line.",
        folder=options.target,
        count=len(files),
        file=options.target / "README.md",
    )
    print(message)
    if words:
        said = gettext(
            "Its pages are in English, to be translated; handbook/words-{tag}.yaml takes the words "
            "around them. `hiring guide languages` says how.",
            tag=tag,
        )
        print(said)
    return 0


def _upgrade(options: argparse.Namespace) -> int:
    from hiring.upgrade import upgrade

    return upgrade(options.folder, write=options.write, done=options.done)
