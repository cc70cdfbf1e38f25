"""Markdown of the handbook for other programs: as plain text, and with nothing hidden named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.language.inline import title_and_target
from hiring.language.plain import text_of
from hiring.model.paths import path_in
from hiring.model.targets import another_of, may_lead, words_of
from hiring.reading.sources.assets import is_asset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hiring.model.handbook import Handbook
    from hiring.model.tree import Node

_NAMED = r"\{(?:hiring:)?(?P<kind>[\w:-]+)\}"
_CODE = r"(?P<ticks>`+)(?P<content>.+?)(?P=ticks)(?!`)"
_REFERENCE = re.compile(_NAMED + _CODE, re.DOTALL)
_WRITTEN = re.compile(f"{_NAMED}(?={_CODE})", re.DOTALL)
"""The same, of which one may stand in another: what a slip leaves open hides none after it."""

_LINK_END = re.compile(
    r"\]\(\s*(?P<address><[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_DEFINITION = re.compile(
    r"^[ \t>]*\[(?P<name>[^\[\]]+)\]:[ \t]*\n?[ \t]*(?P<address>\S+)[^\n]*$", re.MULTILINE
)
_OPTION = re.compile(r"^[ \t>]*:(?:link|target):[ \t]*(?P<address>\S.*)\n", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


def plain_text(
    nodes: Iterable[Node], handbook: Handbook, path: str = "", *, code: bool = True
) -> str:
    """Return what nodes say as text: a paragraph a line, list entries with ``- `` or a number.

    They stand on the page ``path``, from which a reference by a path leads. ``code`` tells whether
    blocks of code are a part of it.
    """
    return text_of(nodes, naming(handbook, path), code=code)


def naming(handbook: Handbook, path: str) -> Callable[[Node], str]:
    """Return what tells the words of a cross-reference, or of a placeholder, of a page."""

    def named(node: Node) -> str:
        if node.kind == "placeholder":
            page = handbook.pages.get(path)
            language = page.language if page else handbook.language
            label = handbook.company.open_fact(node.name, "label", language)
            return f"[{label.value}]" if label else f"[[{node.name}]]"
        return reference_words(node.name, node.text, node.target, handbook, path)

    return named


def reference_words(kind: str, title: str, target: str, handbook: Handbook, path: str) -> str:
    """Return what a cross-reference on a page says: its own ``title``, else its target's name."""
    return title or words_of(kind, target, handbook, path)


def references_written_in(markdown: str) -> Iterator[tuple[str, str, str]]:
    """Yield kind, the author's title and target of each cross-reference once, in code too.

    Nothing is parsed: what is asked is what a text may name, and better one too many.
    """
    for kind, _, content in dict.fromkeys(_WRITTEN.findall(markdown)):
        yield kind, *title_and_target(content)


def visible_markdown(markdown: str, path: str, handbook: Handbook) -> str:
    """Return Markdown of the page ``path`` with words in place of what leads to hidden things.

    What is rewritten is looked for in the text as it is written, in code too: better a name too
    few than one too many. Nor do several empty lines tell how many hidden ones there are.
    """
    gone: list[str] = []

    def reference(found: re.Match[str]) -> str:
        title, target = title_and_target(found["content"])
        if may_lead(found["kind"], target, handbook, path):
            return found.group()
        return reference_words(found["kind"], title, target, handbook, path)

    def definition(found: re.Match[str]) -> str:
        if _leads_somewhere(found["address"], path, handbook):
            return found.group()
        gone.append(found["name"])
        return ""

    def option(found: re.Match[str]) -> str:
        return found.group() if _leads_somewhere(found["address"], path, handbook) else ""

    rewritten = _REFERENCE.sub(reference, markdown) if "`" in markdown else markdown
    if "]:" in rewritten:
        rewritten = _DEFINITION.sub(definition, rewritten)
    for name in gone:
        rewritten = re.sub(rf"\[([^\[\]]+)\]\[{re.escape(name)}\]", r"\1", rewritten, flags=re.I)
        rewritten = re.sub(rf"\[({re.escape(name)})\](?:\[\])?", r"\1", rewritten, flags=re.I)
    if ":link:" in rewritten or ":target:" in rewritten:
        rewritten = _OPTION.sub(option, rewritten)
    if "](" in rewritten:
        rewritten = _without_links(rewritten, path, handbook)
    return _EMPTY_LINES.sub("\n\n", rewritten)


def _without_links(markdown: str, path: str, handbook: Handbook) -> str:
    """Return Markdown with the words alone of links to what is not there."""
    edits: list[tuple[int, int, str]] = []
    spoken = handbook.pages[path].language if path in handbook.pages else handbook.language
    for end in _LINK_END.finditer(markdown):
        start = _opening(markdown, end.start())
        if start is None or _leads_somewhere(end["address"], path, handbook):
            continue
        empty = not markdown[start + 1 : end.start()].strip()
        edits += [
            (start, start + 1, another_of("page", handbook.lexicon(spoken)) if empty else ""),
            (*end.span(), ""),
        ]
    for first, last, words in sorted(edits, reverse=True):
        markdown = markdown[:first] + words + markdown[last:]
    return markdown


def _opening(markdown: str, end: int) -> int | None:
    """Return where the bracket is opened that is closed at ``end``."""
    depth = 0
    for place in range(end, -1, -1):
        depth += {"]": 1, "[": -1}.get(markdown[place], 0)
        if depth == 0:
            return place
    return None


def _leads_somewhere(address: str, path: str, handbook: Handbook) -> bool:
    """Tell whether an address is anything but that of a thing which is not there."""
    address = address.strip("<> ")
    return is_asset(path_in(address)) or may_lead("link", address, handbook, path)
