"""The commands that write pages: ``new`` starts one, ``rename`` gives one another name.

``words`` begins a file of fixed words in a language.

``import``, of ``hiring.bringing``, makes them of what exists elsewhere.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from hiring import bringing

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_commands(
    commands: Commands, with_folder: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Add the three to a program's commands; ``with_folder`` adds the handbook's."""
    new = commands.add_parser("new", help="start a page")
    new.add_argument("kind", choices=["role", "opening"])
    new.add_argument(
        "name", help="a role's title, as `Data Engineer`; for an opening the role's key"
    )
    new.add_argument("--level", default="", help="the level that an opening is for")
    new.add_argument("--key", default="", help="a role's key, where the title is to give another")
    with_folder(new)
    new.set_defaults(run=_new)

    rename = commands.add_parser("rename", help="rename a page, and all that names it")
    rename.add_argument("old", help="the page's key, as `data-engineer`, or its path")
    rename.add_argument("new", help="its new key, or path in the same folder")
    with_folder(rename)
    rename.set_defaults(run=_rename)

    words = commands.add_parser("words", help="begin a file of fixed words in a language")
    words.add_argument("language", help="its tag, as `it`, or `de` to change some of the words")
    with_folder(words)
    words.set_defaults(run=_words)

    bringing.add_command(commands)


def _words(options: argparse.Namespace) -> int:
    from hiring.translating import run

    return run(options.language, options.folder)


def _new(options: argparse.Namespace) -> int:
    from hiring.scaffold import ScaffoldError, new_opening, new_role, next_step

    try:
        if options.kind == "opening":
            page = new_opening(options.name, options.level, options.folder)
        else:
            page = new_role(options.name, options.folder, key=options.key)
    except ScaffoldError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{page}\n{next_step(page)}", end="")
    return 0


def _rename(options: argparse.Namespace) -> int:
    from hiring.rename import RenameError, rename

    try:
        print(rename(options.folder, options.old, options.new), end="")
    except RenameError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
