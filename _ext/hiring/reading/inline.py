"""The text of a paragraph, heading or cell: where it refers to, and what only looks like markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hiring.model.problem import instead, quoted
from hiring.model.rules import Rule
from hiring.reading.vocabulary import INLINE, REFERENCES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from hiring.reading.report import Report

Kind = Literal["role", "level", "question", "skill", "placeholder", "link", "image", "toctree"]

_KINDS: dict[str, Kind] = {
    "role": "role",
    "level": "level",
    "question": "question",
    "skill": "skill",
}
_TITLED = re.compile(r"^(?P<title>.+?)\s*<(?P<target>[^<>]*)>$", re.DOTALL)
_PLACEHOLDER = re.compile(r"\[\[([^\[\]]+)\]\]")
_DANGLING = re.compile(r"\[[^\[\]]+\]\[[^\[\]]*\]")
_NAMES = "|".join((*REFERENCES, *INLINE))
_AS_TEXT = (
    (
        re.compile(rf"\{{(?:hiring:)?(?:{_NAMES})\}}"),
        "wanted the target right behind it between backticks, as {role}`data-engineer`",
    ),
    (
        re.compile(r"\[[^\[\]]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"),
        "no address of a link: write a space as %20, and only https, mailto, tel or a page's path",
    ),
    (
        re.compile(r"\[[^\[\]]*\]\s\((?:https?://|mailto:|tel:|[^()\s]+\.md)[^()\s]*\)"),
        "a space between a link's text and its address: delete it",
    ),
    (
        re.compile(r"\([^()]*\)\[(?:https?://|[^\[\]\s]+\.md)[^\[\]\s]*\]"),
        "a link the wrong way around: write [text](address)",
    ),
    (
        re.compile(r"^[ \t]*[:;\N{FULLWIDTH COLON}]+[ \t]*\{[\w:-]+\}", re.MULTILINE),
        "wanted three colons or more, as `:::{note}`",
    ),
)


@dataclass(slots=True)
class Reference:
    """A cross-reference, placeholder or link: what it is, where it leads, and its line.

    ``block`` is the number of the page's directive that holds it, None outside of all.
    """

    kind: Kind
    target: str
    line: int
    block: int | None = None


def read_inline(token: Token, line: int, block: int | None, report: Report) -> list[Reference]:
    """Return what an inline token, which starts on ``line``, refers to."""
    reader = _InlineReader(token.content, line, block, report)
    reader.read(token.children or [])
    reader.check_text()
    return reader.found


def shown_text(token: Token) -> str:
    """Return an inline token's text as readers see it, for a heading."""
    parts = []
    for child in token.children or []:
        titled = _TITLED.match(child.content) if child.type == "myst_role" else None
        if child.type != "html_inline":
            parts.append(titled["title"] if titled else child.content)
    return " ".join("".join(parts).split())


class _InlineReader:
    """Walks an inline token's children, and counts the lines in its source as it goes."""

    def __init__(self, source: str, line: int, block: int | None, report: Report) -> None:
        self.source = source
        self.first_line = line
        self.block = block
        self.report = report
        self.found: list[Reference] = []
        self.position = 0
        # The text without what was understood or escaped; it has the line ends of the source.
        self.prose = ""

    @property
    def line(self) -> int:
        return self.first_line + self.prose.count("\n")

    def read(self, children: Sequence[Token]) -> None:
        for token in children:
            if token.type in ("softbreak", "hardbreak"):
                self.position = self.source.find("\n", self.position) + 1
                self.prose += "\n"
            elif token.type == "text":
                self.placeholders(token.content)
                self.prose += token.content
            elif token.type == "text_special":
                self.prose += " " if token.info == "escape" else token.content
            elif token.type == "myst_role":
                self.cross_reference(token)
                self.skip(f"{{{token.meta['name']}}}`", token.content, " ")
            elif token.type == "code_inline":
                self.skip(token.markup, token.content, "`")
            elif token.type == "link_open":
                self.link(str(token.attrs.get("href", "")))
            elif token.type == "image":
                self.image(token)
            elif token.type == "html_inline":
                html(token.content, self.line, self.report)
                self.skip("", token.content, " ")

    def skip(self, opening: str, content: str, sign: str) -> None:
        """Go past a part whose line ends the parser has taken for spaces."""
        start = self.source.find(opening, self.position)
        if start >= 0:
            end = start + len(opening) + len(content)
            breaks = self.source.count("\n", self.position, end)
            self.position = end
            sign += "\n" * breaks
        self.prose += sign

    def placeholders(self, text: str) -> None:
        for match in _PLACEHOLDER.finditer(text):
            self.add("placeholder", match.group(1))

    def cross_reference(self, token: Token) -> None:
        name = str(token.meta["name"]).removeprefix("hiring:")
        if name in _KINDS:
            titled = _TITLED.match(token.content)
            target = titled["target"] if titled else token.content
            self.add(_KINDS[name], target.strip())
        elif name not in INLINE:
            allowed = (*REFERENCES, *INLINE)
            message = f"`{{{name}}}` is no cross-reference{instead(name, allowed)}"
            self.report.error(self.line, Rule.UNKNOWN_REFERENCE, message)

    def link(self, address: str) -> None:
        if not address:
            self.report.error(self.line, Rule.ADDRESS, "a link without an address: add it")
        self.add("link", address)

    def image(self, token: Token) -> None:
        source = str(token.attrs.get("src", ""))
        self.add("image", source)
        if not token.content.strip():
            message = f"the image {quoted(source)} has no text: write ![what it shows]({source})"
            self.report.error(self.line, Rule.IMAGE_TEXT, message)
        breaks = [child for child in token.children or [] if child.type.endswith("break")]
        for _ in breaks:
            self.position = self.source.find("\n", self.position) + 1
        self.prose += " " + "\n" * len(breaks)

    def check_text(self) -> None:
        """Report what was meant as markup, and is text because of a slip."""
        for match in _DANGLING.finditer(self.prose):
            message = (
                f"found {quoted(match.group())}, which is defined nowhere in this block: "
                "write [text](address)"
            )
            self.note(match, Rule.LINK_DEFINITION, message)
        for pattern, wanted in _AS_TEXT:
            for match in pattern.finditer(self.prose):
                self.note(match, Rule.SHOWN_AS_TEXT, f"found {quoted(match.group())}, {wanted}")

    def note(self, match: re.Match[str], rule: Rule, message: str) -> None:
        line = self.first_line + self.prose.count("\n", 0, match.start())
        self.report.error(line, rule, message)

    def add(self, kind: Kind, target: str) -> None:
        self.found.append(Reference(kind, target, self.line, self.block))


def html(content: str, line: int, report: Report) -> None:
    """Refuse HTML, once a line."""
    if not any(found.rule == Rule.RAW_HTML and found.line == line for found in report.problems):
        first = quoted(content.strip().split("\n")[0])
        report.error(line, Rule.RAW_HTML, f"found {first}: write Markdown; HTML is not shown")
