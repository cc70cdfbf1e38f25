"""A page's Markdown as a tree of directives, with headings, cross-references and mistakes.

Parsed by markdown-it with the syntax that the site's MyST parser has, so both see the same page.
MyST ends an unclosed or too-short fence silently and swallows what follows; here it is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import make_fence_rule
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from hiring.model.problem import listed, nearest
from hiring.reading import fences
from hiring.reading.vocabulary import DIRECTIVES, INLINE, REFERENCES

if TYPE_CHECKING:
    from markdown_it.token import Token

    from hiring.reading.validate import Report

_TITLED = re.compile(r"^(?P<title>.+?)\s*<(?P<target>[^<>]*)>$", re.DOTALL)
_PLACEHOLDER = re.compile(r"\[\[([^\[\]]+)\]\]")
_DANGLING = re.compile(r"\[[^\[\]]+\]\[[^\[\]]*\]")


@dataclass(slots=True)
class Reference:
    """A cross-reference, placeholder or link: what it is, and where it leads."""

    kind: str
    target: str
    line: int
    block: int | None = None


@dataclass(slots=True)
class Heading:
    """A heading's level, text and line."""

    level: int
    text: str
    line: int


@dataclass(slots=True)
class Outline:
    """What a page's Markdown holds, in the order of the text; blocks are counted from 0."""

    headings: list[Heading] = field(default_factory=list)
    directives: list[fences.Fence] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


@cache
def parser() -> MarkdownIt:
    """Return the parser, with the syntax of the site's MyST."""
    markdown = MarkdownIt("commonmark").enable("table").use(myst_block_plugin).use(myst_role_plugin)
    markdown.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    rule = make_fence_rule(markers=(":",), token_type="colon_fence")  # noqa: S106 (no secret)
    interrupts = ["paragraph", "reference", "blockquote", "list", "footnote_def"]
    markdown.block.ruler.before("fence", "colon_fence", rule, {"alt": interrupts})
    return markdown


def outline(text: str, first_line: int, report: Report) -> Outline:
    """Read a page's Markdown, which starts on ``first_line`` of its file, counted from 1."""
    walk = _Walk(report)
    walk.text(text, first_line, None, None, {})
    return walk.found


class _Walk:
    """Walks the tokens of a text, and of the directives in it."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.found = Outline()
        self.fences = fences.Checker(report)

    def text(
        self,
        text: str,
        first_line: int,
        parent: fences.Fence | None,
        block: int | None,
        env: dict[str, Any],
    ) -> None:
        lines = text.split("\n")
        tokens = parser().parse(text, env)
        for position, token in enumerate(tokens):
            line = first_line + (token.map[0] if token.map else 0)
            if token.type in ("fence", "colon_fence"):
                self.fence(token, lines, line, parent, block, env)
            elif token.type == "heading_open":
                self.heading(token, tokens[position + 1], line, parent)
            elif token.type == "inline":
                self.inline(token.children or [], line, block)
            elif token.type == "html_block":
                self.html(token.content.strip(), line)

    def heading(self, token: Token, inline: Token, line: int, parent: fences.Fence | None) -> None:
        if parent is not None and DIRECTIVES[parent.name].own:
            self.report.error(
                line,
                "heading-in-block",
                f"a heading inside `{parent.name}`: put it above the block",
            )
            return
        text = "".join(
            child.content for child in inline.children or [] if child.type != "html_inline"
        )
        self.found.headings.append(Heading(int(token.tag[1:]), text.strip(), line))

    def fence(
        self,
        token: Token,
        lines: list[str],
        line: int,
        parent: fences.Fence | None,
        block: int | None,
        env: dict[str, Any],
    ) -> None:
        fence = self.fences.check(token, lines, line, parent)
        if fence is None:
            return
        (parent.children if parent else self.found.directives).append(fence)
        spec = DIRECTIVES[fence.name]
        if not spec.literal:
            fresh = spec.own
            if fresh and parent is None:
                block = len(self.found.directives) - 1
            self.text(fence.body, fence.body_line, fence, block, {} if fresh else env)

    def inline(self, children: list[Token], line: int, block: int | None) -> None:
        prose = ""
        for token in children:
            if token.type in ("softbreak", "hardbreak"):
                line += 1
                prose += "\n"
            elif token.type == "text":
                self.placeholders(token.content, line, block)
                prose += token.content
            elif token.type == "myst_role":
                self.cross_reference(token, line, block)
                line += token.content.count("\n")
                prose += " "
            elif token.type == "link_open":
                self.add("link", str(token.attrs.get("href", "")), line, block)
            elif token.type == "image":
                self.image(token, line, block)
            elif token.type == "html_inline":
                self.html(token.content, line)
            elif token.type == "code_inline":
                prose += "`"
        for match in _DANGLING.finditer(prose):
            at = line - prose.count("\n", match.start())
            self.report.error(
                at,
                "link-definition",
                f"found `{match.group()}`, which is defined nowhere in this block: "
                "write [text](address)",
            )

    def placeholders(self, text: str, line: int, block: int | None) -> None:
        for match in _PLACEHOLDER.finditer(text):
            self.add("placeholder", match.group(1), line, block)

    def cross_reference(self, token: Token, line: int, block: int | None) -> None:
        name = str(token.meta["name"]).removeprefix("hiring:")
        if name in REFERENCES:
            titled = _TITLED.match(token.content)
            target = titled["target"] if titled else token.content
            self.add(name, target.strip(), line, block)
        elif name not in INLINE:
            allowed = (*REFERENCES, *INLINE)
            self.report.error(
                line,
                "unknown-reference",
                f"`{{{name}}}` is no cross-reference{nearest(name, allowed) or '.'} "
                f"Allowed: {listed(allowed)}",
            )

    def image(self, token: Token, line: int, block: int | None) -> None:
        source = str(token.attrs.get("src", ""))
        self.add("image", source, line, block)
        if not token.content.strip():
            self.report.error(
                line,
                "image-text",
                f"the image `{source}` has no text: write ![what it shows]({source})",
            )

    def html(self, content: str, line: int) -> None:
        shown = content.split("\n")[0][:40]
        self.report.error(line, "raw-html", f"found `{shown}`: write Markdown; HTML is not shown")

    def add(self, kind: str, target: str, line: int, block: int | None) -> None:
        self.found.references.append(Reference(kind, target, line, block))
