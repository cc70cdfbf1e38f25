"""The text of a paragraph, heading or cell as nodes, and what in it only looks like markup."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hiring.language.slips import check_words
from hiring.language.vocabulary import CROSS_REFERENCES, INLINE, PLACEHOLDER, without_domain
from hiring.model.messages import gettext
from hiring.model.problem import instead, quoted
from hiring.model.rules import Rule
from hiring.model.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from hiring.language.vocabulary import Vocabulary
    from hiring.model.report import Report

_TITLED = re.compile(r"^(?P<title>.+?)\s*<(?P<target>[^<]*)>$", re.DOTALL)
"""A cross-reference with words of its own: ``words <target>``, as Sphinx reads it."""


_HOLDERS = {"strong_open": "strong", "em_open": "emph", "link_open": "link"}


def inline_nodes(
    tokens: Sequence[Token], source: str, line: int, report: Report, words: Vocabulary
) -> tuple[Node, ...]:
    """Return the nodes of inline tokens, made of ``source``, which starts on ``line``.

    What is wrong with it is noted in ``report``; ``words`` are what pages may use.
    """
    if len(tokens) == 1 and tokens[0].type == "text" and "[[" not in (text := tokens[0].content):
        check_words(text, line, report)  # as most have it: the same, sooner
        return (Node("text", line, text=text),)
    reader = _Reader(tokens, source, line, report, words)
    found = tuple(reader.nodes())
    check_words("".join(reader.prose), line, report)
    return found


@lru_cache(maxsize=10_000)  # most are on many pages, as those to skills
def title_and_target(content: str) -> tuple[str, str]:
    """Return the author's own words of a cross-reference, else nothing, and where it leads."""
    titled = _TITLED.match(content)
    return (titled["title"], titled["target"].strip()) if titled else ("", content.strip())


def refuse_html(content: str, line: int, report: Report) -> None:
    """Report HTML, once a line."""
    last = report.problems[-1] if report.problems else None
    if last is None or (last.rule, last.line) != (Rule.RAW_HTML, line):
        first = content.strip().split("\n")[0]
        report.error(line, Rule.RAW_HTML, _no_html(first))


def _no_html(written: str) -> str:
    found = quoted(written)
    if written.startswith("<!--"):
        return gettext(
            "found {found}: start the line of a comment with `%`; HTML is not shown", found=found
        )
    if written.startswith("<br"):
        return gettext(
            "found {found}: end the line with a backslash for a new one, or leave an empty line; "
            "in a table, write a row of its own; HTML is not shown",
            found=found,
        )
    return gettext("found {found}: write Markdown; HTML is not shown", found=found)


class _Reader:
    """Follows the tokens, and counts the lines in their source as it goes.

    ``prose`` is the text without what was understood or escaped; it has the source's line ends.
    """

    def __init__(
        self, tokens: Sequence[Token], source: str, line: int, report: Report, words: Vocabulary
    ) -> None:
        self.tokens = iter(tokens)
        self.source = source
        self.line = line
        self.report = report
        self.words = words
        self.position = 0
        self.prose: list[str] = []

    def nodes(self) -> Iterator[Node]:
        """Yield the nodes up to the end of what holds them."""
        for token in self.tokens:
            if token.nesting < 0:
                return
            yield from self.node(token)

    def node(self, token: Token) -> Iterator[Node]:
        """Yield what a token is; an opening one with all up to its end."""
        match token.type:
            case "text":
                yield from self.text(token.content)
            case "softbreak" | "hardbreak":
                yield Node("softbreak" if token.type == "softbreak" else "linebreak", self.line)
                self.end_line()
            case "text_special":
                escaped = token.info == "escape"
                self.prose.append(" " if escaped else token.content)
                yield Node("escaped" if escaped else "text", self.line, text=token.content)
            case "code_inline":
                yield Node("code", self.line, text=token.content)
                self.skip(token.markup, token.content, "`")
            case "myst_role":
                yield self.role(token)
            case "image":
                yield self.image(token)
            case "html_inline":
                refuse_html(token.content, self.line, self.report)
                yield Node("html_inline", self.line, text=token.content)
                self.skip("", token.content, " ")
            case "footnote_ref":
                yield Node("footnote_reference", self.line, name=str(token.meta["label"]))
            case kind if kind in _HOLDERS:
                yield self.holder(token)

    def holder(self, token: Token) -> Node:
        """Return emphasis, or a link, with what is in it."""
        address = str(token.attrs.get("href", ""))
        if token.info == "auto":  # whose scheme may be in capitals
            scheme, colon, rest = address.partition(":")
            address = f"{scheme.lower()}{colon}{rest}"
        if token.type == "link_open" and not address:
            self.report.error(self.line, Rule.ADDRESS, gettext("a link without an address: add it"))
        line, kind = self.line, _HOLDERS[token.type]
        return Node(kind, line, target=address, children=tuple(self.nodes()))

    def text(self, text: str) -> Iterator[Node]:
        """Yield text, and the placeholders in it."""
        self.prose.append(text)
        end = 0
        for match in PLACEHOLDER.finditer(text) if "[[" in text else ():
            if match.start() > end:
                yield Node("text", self.line, text=text[end : match.start()])
            yield Node("placeholder", self.line, name=match[1])
            end = match.end()
        if end < len(text):
            yield Node("text", self.line, text=text[end:])

    def end_line(self) -> None:
        """Count a line break."""
        self.position = self.source.find("\n", self.position) + 1
        self.line += 1
        self.prose.append("\n")

    def skip(self, opening: str, content: str, sign: str) -> None:
        """Go past a part whose line ends the parser has taken for spaces."""
        start = self.source.find(opening, self.position)
        self.prose.append(sign)
        if start >= 0:
            end = start + len(opening) + len(content)
            breaks = self.source.count("\n", self.position, end)
            self.position = end
            self.line += breaks
            self.prose.append("\n" * breaks)

    def role(self, token: Token) -> Node:
        """Return a cross-reference, or another inline role; report one that does not exist."""
        name, content = str(token.meta["name"]), token.content
        kind = without_domain(name, INLINE)
        if kind not in self.words.references:
            message = gettext("`{{{kind}}}` is no cross-reference", kind=kind)
            message += instead(kind, self.words.references)
            self.report.error(self.line, Rule.UNKNOWN_REFERENCE, message)
        if kind in CROSS_REFERENCES:
            title, target = title_and_target(content)
            node = Node("reference", self.line, text=title, name=kind, target=target)
        else:
            node = Node("role", self.line, text=content, name=kind)
        self.skip(f"{{{name}}}`", content, " ")
        return node

    def image(self, token: Token) -> Node:
        """Return an image, or report one that says nothing."""
        source = str(token.attrs.get("src", ""))
        node = Node("image", self.line, text=token.content, target=source)
        if not token.content.strip():
            message = gettext(
                "the image {source} has no text: write ![what it shows]({address})",
                source=quoted(source),
                address=source,
            )
            self.report.error(self.line, Rule.IMAGE_TEXT, message)
        self.prose.append(" ")
        for child in token.children or []:
            if child.type.endswith("break"):
                self.end_line()
            elif child.type == "html_inline":
                refuse_html(child.content, self.line, self.report)
        return node
