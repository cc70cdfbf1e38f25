"""The command ``guide``: the manual's pages in a terminal, as the package brings them.

So what a message or a file of a company's handbook names as ``hiring guide PAGE`` is there, in the
edition of the program that is installed.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.arguments import HANDBOOK, tell_as_in
from hiring.manual import description, groups, page_lines, page_names, parts_of_page
from hiring.model.messages import gettext
from hiring.model.problem import instead, nearest, quoted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from hiring.manual import WorkedOut

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_command(commands: Commands, worked_out: WorkedOut) -> None:
    """Add the command to a program's; ``worked_out`` is what ``page_lines`` takes."""
    guide = commands.add_parser("guide", help="print a page of the manual, or the list of them")
    guide.add_argument("page", nargs="?", default="", metavar="PAGE[#PART]", help="else all pages")
    # It is read anywhere, before there is a handbook too.
    guide.set_defaults(run=partial(_guide, worked_out), folder=Path())


def _guide(worked_out: WorkedOut, options: argparse.Namespace) -> int:
    tell_as_in(HANDBOOK)
    if not options.page:
        print("\n".join(_contents()))
        return 0
    name, _, part = options.page.partition("#")
    name = name.removesuffix(".md").removeprefix("guide/")
    pages = page_names()
    if name not in pages:
        said = gettext("There is no page {name}", name=quoted(name))
        print(f"{said}{instead(name, pages, gettext('Pages'))}", file=sys.stderr)
        return 1
    lines = page_lines(name, worked_out)
    parts = parts_of_page(name, worked_out) if part else {}
    if part and part not in parts:
        near = nearest(part, parts) or gettext("; `hiring guide {name}` has all of it.", name=name)
        said = gettext("`{name}` has no part {part}", name=name, part=quoted(part))
        print(f"{said}{near}", file=sys.stderr)
        return 1
    print("\n".join(lines[parts[part]] if part else lines).strip("\n"))
    return 0


def _contents() -> Iterator[str]:
    """Yield the list of pages, grouped and in order as the index of the guide has them."""
    width = max(map(len, page_names())) + 2
    for caption, pages in groups():
        yield from ("", caption, "")
        for page in pages:
            yield f"  {page.ljust(width)}{description(page)}"
    yield ""
    yield gettext(
        "`hiring guide PAGE` prints one, `hiring guide PAGE#PART` a part of it, as\n"
        "`hiring guide checks#level-pay`. A link to `tasks.md#...` is `hiring guide tasks#...`."
    )
