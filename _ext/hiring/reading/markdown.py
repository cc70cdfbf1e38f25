"""A page's Markdown as a tree of directives, with headings, cross-references and mistakes.

Parsed by markdown-it with the syntax that the site's MyST parser has, so both see the same page.
MyST ends an unclosed or too-short fence silently and swallows what follows; here it is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import make_fence_rule
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from hiring.model.rules import Rule
from hiring.reading.fences import Fence, FenceReader
from hiring.reading.inline import Reference, html, read_inline, shown_text
from hiring.reading.limits import MAX_BLOCK_DEPTH, MAX_LIST_DEPTH
from hiring.reading.vocabulary import LANGUAGE, Vocabulary

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from hiring.reading.inline import Kind
    from hiring.reading.report import Report

_INDENTED_FENCE = re.compile(r"^ *(:{3,}|`{3,})[ \t]*\{[\w:-]+\}", re.MULTILINE)
_UNSEEN = ("myst_target", "myst_line_comment")
_CONTAINERS = ("bullet_list", "ordered_list", "blockquote")
_ADDRESSES: dict[str, Kind] = {
    "target": "link",
    "link": "link",
    "img-top": "image",
    "img-bottom": "image",
    "img-background": "image",
}


@dataclass(slots=True)
class Heading:
    """A heading's level, text and line."""

    level: int
    text: str
    line: int


@dataclass(slots=True)
class Outline:
    """What a page's Markdown holds, in the order of the text.

    ``headings`` are those that make the page's sections; ``labels`` are the targets ``(name)=``
    with their lines. ``start`` is the line of the first thing that readers see.
    """

    start: int | None = None
    headings: list[Heading] = field(default_factory=list)
    directives: list[Fence] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    labels: list[tuple[str, int]] = field(default_factory=list)


@cache
def parser() -> MarkdownIt:
    """Return the parser, with the syntax of the site's MyST."""
    return _made()


@cache
def _telling_parser() -> MarkdownIt:
    """Return a parser that tells escaped signs from others."""
    markdown = _made()
    markdown.core.ruler.disable("text_join")
    return markdown


def _made() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable("table").use(myst_block_plugin).use(myst_role_plugin)
    markdown.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    rule = make_fence_rule(markers=(":",), token_type="colon_fence")
    interrupts = ["paragraph", "reference", "blockquote", "list", "footnote_def"]
    markdown.block.ruler.before("fence", "colon_fence", rule, {"alt": interrupts})
    markdown.core.ruler.before("block", "last_line_end", _end_last_line)
    return markdown


def _end_last_line(state: StateCore) -> None:
    """End the last line: without, MyST's rules fail on ``> %`` followed by a bare ``>``."""
    state.src += "" if state.src.endswith("\n") else "\n"


def outline(text: str, first_line: int, report: Report, words: Vocabulary = LANGUAGE) -> Outline:
    """Read a page's Markdown, which starts on ``first_line`` of its file, counted from 1."""
    walk = _Walk(report, words)
    walk.text(text, first_line, (), None, {})
    return walk.found


class _Walk:
    """Walks the tokens of a text, and of the directives in it."""

    def __init__(self, report: Report, words: Vocabulary) -> None:
        self.report = report
        self.words = words
        self.found = Outline()
        self.fences = FenceReader(report, words)
        self.numbers = count()

    def text(
        self,
        text: str,
        first_line: int,
        parents: tuple[Fence, ...],
        block: int | None,
        env: dict[str, Any],
    ) -> None:
        """Walk a text that starts on ``first_line``, inside the directives ``parents``."""
        tokens = _telling_parser().parse(text, env)
        self.depth(tokens, first_line)
        for position, token in enumerate(tokens):
            line = first_line + (token.map[0] if token.map else 0)
            if self.found.start is None and token.type not in _UNSEEN:
                self.found.start = line
            if parents and token.level == 0 and token.nesting >= 0 and token.map:
                parents[-1].parts.append((token.type.removesuffix("_open"), line))
            if token.type in ("fence", "colon_fence"):
                self.fence(token, line, parents, block, env)
            elif token.type == "heading_open":
                self.heading(token, tokens[position + 1], line, parents)
            elif token.type == "inline":
                self.found.references += read_inline(token, line, block, self.report, self.words)
            elif token.type == "html_block":
                html(token.content, line, self.report)
            elif token.type == "code_block":
                self.code(token.content, line)
            elif token.type == "myst_target":
                self.found.labels.append((token.content, line))

    def depth(self, tokens: list[Token], first_line: int) -> None:
        """Refuse lists and quotes that nest deeper than Markdown can follow."""
        depth = 0
        for token in tokens:
            if token.type.removesuffix("_open").removesuffix("_close") in _CONTAINERS:
                depth += token.nesting
                if token.nesting > 0 and depth == MAX_LIST_DEPTH + 1:
                    line = first_line + (token.map[0] if token.map else 0)
                    message = f"lists and quotes nest more than {MAX_LIST_DEPTH} deep: flatten them"
                    self.report.error(line, Rule.LIMIT, message)

    def heading(self, token: Token, inline: Token, line: int, parents: tuple[Fence, ...]) -> None:
        """Note a heading, or report one inside a block."""
        own = next((fence for fence in parents if self.words.directives[fence.name].own), None)
        if own:
            message = f"a heading inside `{own.name}`: put it above the block"
            self.report.error(line, Rule.HEADING_IN_BLOCK, message)
        elif not parents and token.level == 0:
            heading = Heading(int(token.tag[1:]), shown_text(inline), line)
            self.found.headings.append(heading)

    def code(self, content: str, line: int) -> None:
        """Check a block of code."""
        fence = _INDENTED_FENCE.search(content)
        if fence:
            line += content.count("\n", 0, fence.start())
            message = f"`{fence.group().strip()}` is indented too far to open a block: move it left"
            self.report.error(line, Rule.SHOWN_AS_TEXT, message)

    def fence(
        self,
        token: Token,
        line: int,
        parents: tuple[Fence, ...],
        block: int | None,
        env: dict[str, Any],
    ) -> None:
        """Read a directive and everything in it."""
        fence = self.fences.read(token, line, parents)
        if fence is None:
            return
        (parents[-1].children if parents else self.found.directives).append(fence)
        spec = self.words.directives[fence.name]
        if spec.own and block is None:
            block = fence.number = next(self.numbers)
        self.addresses(fence, block)
        if len(parents) == MAX_BLOCK_DEPTH:
            message = f"blocks nest more than {MAX_BLOCK_DEPTH} deep: flatten them"
            self.report.error(line, Rule.LIMIT, message)
        elif not spec.literal:
            # What is shown elsewhere too can't use what is defined around it.
            inner = {} if spec.own else env
            if not spec.own:
                self.text(fence.argument, line, (*parents, fence), block, inner)
            self.text(fence.body, fence.body_line, (*parents, fence), block, inner)

    def addresses(self, fence: Fence, block: int | None) -> None:
        """Note where a directive leads by its argument and options."""
        found = self.found.references
        if fence.name in ("figure", "image"):
            found.append(Reference("image", fence.argument, fence.line, block))
            if not fence.options.get("alt", "").strip():
                message = f"`{fence.name}` has no text: add a line `:alt: what it shows`"
                self.report.error(fence.line, Rule.IMAGE_TEXT, message)
        for option, kind in _ADDRESSES.items():
            if fence.options.get(option) and fence.options.get("link-type", "url") == "url":
                found.append(Reference(kind, fence.options[option], fence.line_of(option), block))
        if fence.name == "toctree":
            self.contents(fence)

    def contents(self, fence: Fence) -> None:
        """Note the pages that a table of contents names."""
        globs = "glob" in fence.options
        for number, entry in enumerate(fence.body.split("\n")):
            named = re.fullmatch(r".*<([^<>]+)>\s*", entry)
            target = named[1] if named else entry.strip()
            line = fence.body_line + number
            if "://" in entry:
                # Sphinx takes such an entry for an address elsewhere, whatever its scheme.
                self.found.references.append(Reference("link", target, line))
            elif target not in ("", "self") and not (globs and set("*?[") & set(target)):
                self.found.references.append(Reference("toctree", target, line))
