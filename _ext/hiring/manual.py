"""The pages of the manual as plain Markdown, in the language of the handbook where they are in it.

They are the pages of ``handbook/guide``, of which the build of the package takes a copy; those in
other languages are data of the package. A page is called the same in each language, and so are its
parts, whose headings stand in the same order.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.model.messages import message_language, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hiring.model.tree import Node

    WorkedOut = Callable[[str], Iterable[str]]

TRANSLATED = Path(__file__).parent / "data/guide"
"""Where the pages are in other languages, a folder each; in a package, the originals too."""
_REPOSITORY = Path(__file__).parents[2] / "handbook/guide"

_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_KEYS = re.compile(r"\{kbd\}(?=`)")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_ABROAD = re.compile(r"(?:/|\.\./)")
"""How a target begins that is no page of the manual, but one of the example."""

_INDEX = "index"


def _originals() -> Path:
    return TRANSLATED if (TRANSLATED / f"{_INDEX}.md").is_file() else _REPOSITORY


def page_names() -> list[str]:
    """Return the names of all pages, the same in each language."""
    return sorted(file.stem for file in _originals().glob("*.md") if file.stem != _INDEX)


def page_text(page: str) -> str:
    """Return a page as it was written, in the language of messages; in English if in no other."""
    language = message_language().partition("-")[0]
    translated = TRANSLATED / language / f"{page}.md"
    if not translated.is_file():
        return _original(page).read_text("utf-8")
    return spelled(translated.read_text("utf-8"), message_language())


def _original(page: str) -> Path:
    return _originals() / f"{page}.md"


def groups() -> Iterator[tuple[str, list[str]]]:
    """Yield the pages as the index has them: what is above a list, and the names in it."""
    known, lines = {*page_names()}, page_text(_INDEX).split("\n")
    for caption in (number for number, line in enumerate(lines) if line.startswith(":caption:")):
        below = lines[caption + 1 :]
        end = next((it for it, line in enumerate(below) if line.startswith("```")), None)
        yield lines[caption].partition(": ")[2], [it for it in below[:end] if it in known]


def description(page: str) -> str:
    """Return what a page is about, in a line."""
    # Here, since a build in which nothing changed loads all commands and nothing else.
    import yaml

    found = _FRONT.match(page_text(page))
    return yaml.load(found[1], yaml.CSafeLoader)["description"] if found else ""


def page_lines(page: str, worked_out: WorkedOut) -> list[str]:
    """Return a page as plain Markdown.

    ``worked_out`` gives by the name of a block the lines that a site would make of it.
    """
    return _plain(page_text(page), worked_out)


def parts_of_page(page: str, worked_out: WorkedOut) -> dict[str, slice]:
    """Return the parts of ``page_lines`` by their anchors, and by those that they have in English.

    Messages and files lead to a part by its English anchor, in whatever language it is read.
    """
    lines = page_lines(page, worked_out)
    original = _plain(_original(page).read_text("utf-8"), worked_out)
    parts = parts_of(lines)
    return {**dict(zip(parts_of(original), parts.values(), strict=False)), **parts}


def _plain(written: str, worked_out: WorkedOut) -> list[str]:
    text = _FRONT.sub("", written)
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

    level = 0
    for it in nodes:
        if it.kind == "heading":
            level = it.number
        elif isinstance(it, Directive):
            folded = it.name == "dropdown"
            shown = [f"**{it.argument}**"] if folded else _below(level, [*worked_out(it.name)])
            yield it.line, shown
            yield it.last, []


def _below(level: int, lines: list[str]) -> list[str]:
    """Return lines with their headings one step and more below a heading."""
    deep = re.compile(r"#+(?= )")
    first = next((found[0] for line in lines if (found := deep.match(line))), "")
    more = level + 1 - len(first)
    return [deep.sub(lambda it: "#" * (len(it[0]) + more), line, count=1) for line in lines]


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
