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

    WorkedOut = Callable[[str], Iterable[str]]
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_PACKAGED = Path(__file__).parent / "data/guide"
_REPOSITORY = Path(__file__).parents[2] / "handbook/guide"

_HANDBOOK = Path("handbook")
"""Where the handbook is whose language messages are told in, if there is one."""

_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_CODE = re.compile(r"\s*(`{3,}|~{3,})")
_BLOCK = re.compile(r"\s*:{3,}(?:\{(?P<name>[\w-]+)\}(?P<title>.*))?$")
_HEADING = re.compile(r"(#{1,6}) (.+)")
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
    found: list[str] = []
    for line, code in _with_code(_FRONT.sub("", _text(page)).split("\n")):
        block = None if code else _BLOCK.fullmatch(line)
        if block is None:
            found.append(line if code else _LINK.sub(_told, _KEYS.sub("", line)))
        elif block["name"] == "dropdown":
            found.append(f"**{block['title'].strip()}**")
        elif block["name"]:
            found += worked_out(block["name"])
    return found


def _with_code(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield lines, and of each whether it is code, which is shown as it is."""
    fence = ""
    for line in lines:
        mark = _CODE.match(line)
        yield line, bool(fence or mark)
        if mark and not fence:
            fence = mark[1]
        elif mark and line.strip().startswith(fence) and not line.strip(" `~"):
            fence = ""


def _told(link: re.Match[str]) -> str:
    """Return a link; of one that leads out of the manual its words, as there is nothing behind."""
    return link[1] if _ABROAD.match(link[2]) else link[0]


def parts_of(lines: list[str]) -> dict[str, slice]:
    """Return the parts of a page by the anchors of their headings."""
    from hiring.language.outline import slugs_for

    heads = [
        (number, len(head[1]), head[2])
        for number, (line, code) in enumerate(_with_code(lines))
        if not code and (head := _HEADING.fullmatch(line))
    ]
    slugs = slugs_for(_LINK.sub(r"\1", text).replace("`", "") for _, _, text in heads)
    found: dict[str, slice] = {}
    for slug, (number, depth, _) in zip(slugs, heads, strict=True):
        after = (it for it, other, _ in heads if it > number and other <= depth)
        found[slug] = slice(number, next(after, len(lines)))
    return found
