"""From a page's Markdown to its tree, with every mistake in its form."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hiring.language.directives import DirectiveReader
from hiring.language.fences import split_fence
from hiring.language.inline import inline_nodes, refuse_html
from hiring.language.limits import MAX_BLOCK_DEPTH, MAX_LIST_DEPTH
from hiring.language.parser import CLOSED, INSIDE, tokens_of
from hiring.language.vocabulary import LANGUAGE
from hiring.model.messages import gettext
from hiring.model.problem import Problem
from hiring.model.report import Report
from hiring.model.rules import Rule
from hiring.model.tree import Directive, Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from hiring.language.vocabulary import Vocabulary

_INDENTED_FENCE = re.compile(r"^ *(:{3,}|`{3,})[ \t]*\{[\w:-]+\}", re.MULTILINE)

_NO_CODE = re.compile(
    r"\s*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+[^\W\d_]+[ ,.;\n]"
    r"|[^\W\d_][^\n]*(?: [^\s{}()=<>|\\]+){2}[.!?]$)",
    re.MULTILINE,
)
"""How an entry of a list begins, or a sentence: nobody means what is indented as code then.

A colon tells neither: YAML has one in a list, and Python behind words.
"""

_KINDS = {
    "paragraph": "paragraph",
    "heading": "heading",
    "bullet_list": "bullet_list",
    "ordered_list": "ordered_list",
    "list_item": "item",
    "blockquote": "block_quote",
    "table": "table",
    "tr": "row",
    "th": "cell",
    "td": "cell",
    "footnote_reference": "footnote",
    "hr": "thematic_break",
    "html_block": "html_block",
    "myst_target": "label",
    "myst_line_comment": "comment",
    "myst_block_break": "block_break",
}
"""The nodes' kinds by the tokens' types."""

_NESTING = ("bullet_list", "ordered_list", "block_quote")


@dataclass(frozen=True, slots=True)
class Tree:
    """A page's Markdown as nodes, and what is wrong with its form.

    A page that is too much to parse has problems and no nodes: it ``is_parsed`` not.
    """

    nodes: tuple[Node, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_parsed: bool = True


def read_tree(text: str, first_line: int, path: str, words: Vocabulary = LANGUAGE) -> Tree:
    """Return the tree of a page's text, which starts on ``first_line`` of the file ``path``.

    ``words`` are what pages may use.
    """
    report = Report(path)
    builder = _Builder(text, first_line, report, words)
    builder.definitions()
    return Tree(tuple(builder.nodes(())), tuple(report.problems))


class _Builder:
    """Builds the nodes of a text from its tokens, in one pass."""

    def __init__(self, text: str, first_line: int, report: Report, words: Vocabulary) -> None:
        self.defined: list[tuple[str, int]] = []
        self.tokens = iter(tokens_of(text, words, self.defined))
        self.lines = text.split("\n")
        self.first_line = first_line
        self.report = report
        self.words = words
        self.directives = DirectiveReader(report, words, self.lines, first_line)
        self.depth = 0

    def definitions(self) -> None:
        """Report the names of links that are defined more than once."""
        lines: dict[str, int] = {}
        for name, at in sorted(self.defined, key=lambda it: it[1]):
            line = self.first_line + at
            if lines.setdefault(name, line) != line:
                message = gettext(
                    "`[{name}]:` is defined on line {line} already: delete one",
                    name=name.lower(),
                    line=lines[name],
                )
                self.report.error(line, Rule.LINK_DEFINITION, message)

    def nodes(self, parents: tuple[Directive, ...]) -> Iterator[Node]:
        """Yield the nodes up to the end of what holds them, inside the directives ``parents``."""
        for token in self.tokens:
            if token.nesting < 0 or token.type == CLOSED:
                return
            if token.type in ("fence", "colon_fence"):
                yield from self.fence(token, parents)
            elif token.type == "inline":
                yield from self.inline(token)
            elif token.type in ("thead_open", "tbody_open"):
                yield from self.nodes(parents)
            elif token.type == "code_block":
                yield self.code(token)
            elif kind := _KINDS.get(token.type.removesuffix("_open")):
                yield self.block(kind, token, parents)

    def line(self, token: Token) -> int:
        """Return the line of its file that a token starts on."""
        return self.first_line + (token.map[0] if token.map else 0)

    def last(self, token: Token) -> int:
        """Return the last line of a token that is not blank."""
        begin, end = token.map or (0, 1)
        while end - 1 > begin and not (end <= len(self.lines) and self.lines[end - 1].strip(" \t")):
            end -= 1
        return self.first_line + end - 1

    def inline(self, token: Token) -> tuple[Node, ...]:
        """Return the nodes of a block's text."""
        children = token.children or []
        return inline_nodes(children, token.content, self.line(token), self.report, self.words)

    def block(self, kind: str, token: Token, parents: tuple[Directive, ...]) -> Node:
        """Return a block of Markdown with what is in it."""
        line = self.line(token)
        if kind == "heading":
            self.heading(line, parents)
        elif kind == "html_block":
            refuse_html(token.content, line, self.report)
        elif kind in _NESTING:
            self.nest(line)
        node = Node(
            kind,
            line,
            self.last(token),
            text=token.content if not token.nesting else "",
            name=_name(kind, token),
            number=_number(kind, token),
            children=tuple(self.nodes(parents)) if token.nesting > 0 else (),
        )
        self.depth -= kind in _NESTING
        return node

    def nest(self, line: int) -> None:
        """Refuse lists and quotes that nest deeper than Markdown can follow."""
        self.depth += 1
        if self.depth == MAX_LIST_DEPTH + 1:
            message = gettext(
                "lists and quotes nest more than {most} deep: flatten them", most=MAX_LIST_DEPTH
            )
            self.report.error(line, Rule.LIMIT, message)

    def heading(self, line: int, parents: tuple[Directive, ...]) -> None:
        """Report a heading inside a block of ours."""
        own = next((it.name for it in parents if self.words.directives[it.name].own), None)
        if own:
            message = gettext("a heading inside `{own}`: put it above the block", own=own)
            self.report.error(line, Rule.HEADING_IN_BLOCK, message)

    def code(self, token: Token) -> Node:
        """Return a block of code that is one by its indentation."""
        line = self.line(token)
        fence = _INDENTED_FENCE.search(token.content)
        if fence:
            at = line + token.content.count("\n", 0, fence.start())
            message = gettext(
                "`{fence}` is indented too far to open a block: move it left",
                fence=fence.group().strip(),
            )
            self.report.error(at, Rule.SHOWN_AS_TEXT, message)
        elif _NO_CODE.match(token.content):
            message = gettext(
                "indented so far that it is shown as code: start the line at the margin, or right "
                "below the first word of the entry that it belongs to"
            )
            self.report.error(line, Rule.SHOWN_AS_TEXT, message)
        return Node("code_block", line, self.last(token), text=token.content)

    def fence(self, token: Token, parents: tuple[Directive, ...]) -> Iterator[Node]:
        """Yield a directive with everything in it, or a block of code."""
        line, inside = self.line(token), INSIDE in token.meta
        split = token.meta.get("split") or split_fence(token, self.words.directives)
        directive = self.directives.read(token, split, line, parents)
        if directive is None:
            if split is None:
                name = token.info.strip().partition(" ")[0]
                yield Node("code_block", line, self.last(token), text=token.content, name=name)
            if inside:
                self.pass_over()
            return
        if len(parents) == MAX_BLOCK_DEPTH:
            message = gettext(
                "blocks nest more than {most} deep: flatten them", most=MAX_BLOCK_DEPTH
            )
            self.report.error(line, Rule.LIMIT, message)
        if inside:
            around, self.depth = self.depth, 0
            if token.meta["title"]:
                title = inline_nodes(
                    token.meta["title"], split.title if split else "", line, self.report, self.words
                )
                directive = replace(directive, title=directive.title or title)
            children = tuple(self.nodes((*parents, directive)))
            directive, self.depth = replace(directive, children=children), around
        yield directive

    def pass_over(self) -> None:
        """Go past all that stands in a fence that is a mistake."""
        depth = 1
        for token in self.tokens:
            depth += (INSIDE in token.meta) - (token.type == CLOSED)
            if depth == 0:
                return


def _name(kind: str, token: Token) -> str:
    if kind == "cell":
        return token.tag
    if kind == "footnote":
        return str(token.meta["label"])
    return token.content if kind == "label" else ""


def _number(kind: str, token: Token) -> int:
    if kind == "heading":
        return int(token.tag[1:])
    return int(token.attrs.get("start", 1)) if kind == "ordered_list" else 0
