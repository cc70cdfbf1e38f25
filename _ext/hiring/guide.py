"""The command ``guide``: the manual's pages in a terminal, as the package brings them.

They are the pages of ``handbook/guide``, of which the build of the package takes a copy. So what a
message or a file of a company's handbook names as ``hiring guide PAGE`` is there, in the edition of
the program that is installed.
"""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.model.messages import gettext, tell_in
from hiring.model.problem import instead, nearest, quoted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator

    from hiring.model.tree import Node

    WorkedOut = Callable[[str], Iterable[str]]
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_PACKAGED = Path(__file__).parent / "data/guide"
_REPOSITORY = Path(__file__).parents[2] / "handbook/guide"

_HANDBOOK = Path("handbook")
"""Where the handbook is whose language messages are told in, if there is one."""

_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_KEYS = re.compile(r"\{kbd\}(?=`)")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_ABROAD = re.compile(r"(?:/|\.\./)")
"""How a target begins that is no page of the manual, but one of the example."""


def add_command(commands: Commands, worked_out: WorkedOut) -> None:
    """Add the command to a program's; ``worked_out`` is what ``page_lines`` takes."""
    guide = commands.add_parser("guide", help="print a page of the manual, or the list of them")
    guide.add_argument("page", nargs="?", default="", metavar="PAGE[#PART]", help="else all pages")
    # It is read anywhere, before there is a handbook too.
    guide.set_defaults(run=partial(_guide, worked_out), folder=Path())


def _guide(worked_out: WorkedOut, options: argparse.Namespace) -> int:
    from hiring.reading.sources.settings import CONF
    from hiring.reading.sources.sources import language_in

    tell_in(language_in(_HANDBOOK / CONF))
    if not options.page:
        print("\n".join(_contents()))
        return 0
    name, _, part = options.page.partition("#")
    name = name.removesuffix(".md").removeprefix("guide/")
    pages = _pages()
    if name not in pages:
        said = gettext("There is no page {name}", name=quoted(name))
        print(f"{said}{instead(name, pages, gettext('Pages'))}", file=sys.stderr)
        return 1
    lines = page_lines(name, worked_out)
    parts = parts_of(lines)
    if part and part not in parts:
        near = nearest(part, parts) or gettext("; `hiring guide {name}` has all of it.", name=name)
        said = gettext("`{name}` has no part {part}", name=name, part=quoted(part))
        print(f"{said}{near}", file=sys.stderr)
        return 1
    print("\n".join(lines[parts[part]] if part else lines).strip("\n"))
    return 0


def _folder() -> Path:
    return _PACKAGED if _PACKAGED.is_dir() else _REPOSITORY


def _pages() -> list[str]:
    """Return the names of all pages."""
    return sorted(file.stem for file in _folder().glob("*.md") if file.stem != "index")


def _contents() -> Iterator[str]:
    """Yield the list of pages, grouped and in order as the index of the guide has them."""
    pages, index = _pages(), (_folder() / "index.md").read_text("utf-8").split("\n")
    width = max(map(len, pages)) + 2
    for line in index:
        if line.startswith(":caption:"):
            yield from ("", line.removeprefix(":caption:").strip(), "")
        elif line in pages:
            yield f"  {line.ljust(width)}{_description(line)}"
    yield ""
    yield gettext(
        "`hiring guide PAGE` prints one, `hiring guide PAGE#PART` a part of it, as\n"
        "`hiring guide checks#level-pay`. A link to `tasks.md#...` is `hiring guide tasks#...`."
    )


def _text(page: str) -> str:
    return (_folder() / f"{page}.md").read_text("utf-8")


def _description(page: str) -> str:
    # Here, since a build in which nothing changed loads all commands and nothing else.
    import yaml

    found = _FRONT.match(_text(page))
    return yaml.safe_load(found[1])["description"] if found else ""


def page_lines(page: str, worked_out: WorkedOut) -> list[str]:
    """Return a page as plain Markdown.

    ``worked_out`` gives by the name of a block the lines that a site would make of it.
    """
    text = _FRONT.sub("", _text(page))
    nodes = nodes_of(text)
    found: list[str] = []
    code, marks = code_lines(nodes), dict(_marks(nodes, worked_out))
    for number, line in enumerate(text.split("\n"), 1):
        if number in marks:
            found += marks[number]
        else:
            found.append(line if number in code else _LINK.sub(_told, _KEYS.sub("", line)))
    return found


def nodes_of(text: str) -> list[Node]:
    """Return all that a text without front matter holds, as pages are read."""
    from hiring.language.read import read_tree
    from hiring.model.tree import walk

    return list(walk(read_tree(text, 1, "").nodes))


def code_lines(nodes: Iterable[Node]) -> set[int]:
    """Return the lines, from 1, of what is code, which is shown as it is."""
    blocks = (it for it in nodes if it.kind == "code_block")
    return {line for it in blocks for line in range(it.line, it.last + 1)}


def _marks(nodes: Iterable[Node], worked_out: WorkedOut) -> Iterator[tuple[int, Iterable[str]]]:
    """Yield the lines that open and end blocks, and what stands in their place."""
    from hiring.model.tree import Directive

    for it in nodes:
        if isinstance(it, Directive):
            folded = it.name == "dropdown"
            yield it.line, [f"**{it.argument}**"] if folded else worked_out(it.name)
            yield it.last, []


def _told(link: re.Match[str]) -> str:
    """Return a link; of one that leads out of the manual its words, as there is nothing behind."""
    return link[1] if _ABROAD.match(link[2]) else link[0]


def parts_of(lines: list[str]) -> dict[str, slice]:
    """Return the parts of a page by the anchors of their headings."""
    from hiring.language.outline import slugs_of

    heads = [it for it in nodes_of("\n".join(lines)) if it.kind == "heading"]
    found: dict[str, slice] = {}
    for slug, head in zip(slugs_of(heads), heads, strict=True):
        after = (it.line for it in heads if it.line > head.line and it.number <= head.number)
        found[slug] = slice(head.line - 1, next(after, len(lines) + 1) - 1)
    return found
