"""The text of a paragraph, heading or cell: where it refers to, and what only looks like markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hiring.model.problem import instead, quoted
from hiring.model.rules import Rule
from hiring.reading.vocabulary import INLINE, PLACEHOLDER, REFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from hiring.reading.report import Report
    from hiring.reading.vocabulary import Vocabulary

Kind = Literal[
    "role",
    "level",
    "question",
    "skill",
    "opening",
    "placeholder",
    "link",
    "image",
    "download",
    "toctree",
    "doc",
    "ref",
    "term",
]

_KINDS: dict[str, Kind] = {
    "role": "role",
    "level": "level",
    "question": "question",
    "skill": "skill",
    "doc": "doc",
    "ref": "ref",
    "term": "term",
    "download": "download",
    "opening": "opening",
}
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
        re.compile(r"^ *\[[^\[\]]+\]:.*", re.MULTILINE),
        "no address for a link's name: wanted only https, mailto, tel or a page's path",
    ),
    (
        re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>"),
        "no address of a link: wanted only https, mailto or tel",
    ),
    (
        re.compile(r"^[ \t]*[:;\N{FULLWIDTH COLON}]+[ \t]*\{[\w:-]+\}", re.MULTILINE),
        "wanted three colons or more, as `:::{note}`",
    ),
)


@dataclass(slots=True)
class Reference:
    """A cross-reference, placeholder or link: what it is, where it leads, and its line.

    ``block`` is the number of the directive of ours that holds it, None outside of all.
    """

    kind: Kind
    target: str
    line: int
    block: int | None = None


def read_inline(
    token: Token, line: int, block: int | None, report: Report, words: Vocabulary
) -> list[Reference]:
    """Return what an inline token, which starts on ``line``, refers to."""
    reader = _InlineReader(token.content, line, block, report, words)
    reader.read(token.children or [])
    reader.check_text()
    return reader.found


def placeholders_in(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the name of each placeholder in the text of tokens; what is code stays code."""
    for token in tokens:
        for child in token.children or []:
            if child.type == "text":
                yield from PLACEHOLDER.findall(child.content)


def shown_text(token: Token) -> str:
    """Return an inline token's text as readers see it, for a heading."""
    parts = []
    for child in token.children or []:
        if child.type == "myst_role":
            parts.append(title_and_target(child.content)[0])
        elif child.type != "html_inline":
            parts.append(child.content)
    return " ".join("".join(parts).split())


def title_and_target(content: str) -> tuple[str, str]:
    """Return the two parts of a cross-reference ``Text <target>``; they may be the same."""
    title, bracket, target = content.removesuffix(">").rpartition("<")
    if content.endswith(">") and bracket and title.strip():
        return title.strip(), target.strip()
    return content.strip(), content.strip()


class _InlineReader:
    """Walks an inline token's children, and counts the lines in its source as it goes."""

    def __init__(
        self, source: str, line: int, block: int | None, report: Report, words: Vocabulary
    ) -> None:
        self.source = source
        self.first_line = self.line = line
        self.block = block
        self.report = report
        self.words = words
        self.found: list[Reference] = []
        self.position = 0
        # The text without what was understood or escaped; it has the line ends of the source.
        self.prose: list[str] = []

    def read(self, children: Sequence[Token]) -> None:
        """Read the tokens of one paragraph, heading or cell."""
        for token in children:
            if token.type in ("softbreak", "hardbreak"):
                self.end_line()
            elif token.type == "text":
                self.placeholders(token.content)
                self.prose.append(token.content)
            elif token.type == "text_special":
                self.prose.append(" " if token.info == "escape" else token.content)
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

    def placeholders(self, text: str) -> None:
        """Note the placeholders in a run of text."""
        for match in PLACEHOLDER.finditer(text):
            self.add("placeholder", match.group(1))

    def cross_reference(self, token: Token) -> None:
        """Note a cross-reference, or report one that does not exist."""
        name = str(token.meta["name"]).removeprefix("hiring:")
        if name in _KINDS:
            self.add(_KINDS[name], title_and_target(token.content)[1])
        elif name not in self.words.references:
            message = f"`{{{name}}}` is no cross-reference{instead(name, self.words.references)}"
            self.report.error(self.line, Rule.UNKNOWN_REFERENCE, message)

    def link(self, address: str) -> None:
        """Note a link."""
        if not address:
            self.report.error(self.line, Rule.ADDRESS, "a link without an address: add it")
        self.add("link", address)

    def image(self, token: Token) -> None:
        """Note an image, or report one that says nothing."""
        source = str(token.attrs.get("src", ""))
        self.add("image", source)
        if not token.content.strip():
            message = f"the image {quoted(source)} has no text: write ![what it shows]({source})"
            self.report.error(self.line, Rule.IMAGE_TEXT, message)
        self.prose.append(" ")
        for child in token.children or []:
            if child.type.endswith("break"):
                self.end_line()
            elif child.type == "html_inline":
                html(child.content, self.line, self.report)

    def check_text(self) -> None:
        """Report what was meant as markup and is text because of a slip, and what is a blank."""
        prose = "".join(self.prose)
        self.report.todo(prose, self.first_line)
        for match in _DANGLING.finditer(prose):
            message = (
                f"found {quoted(match.group())}, which is defined nowhere in this block: "
                "write [text](address)"
            )
            self.note(match, Rule.LINK_DEFINITION, message)
        for pattern, wanted in _AS_TEXT:
            for match in pattern.finditer(prose):
                self.note(match, Rule.SHOWN_AS_TEXT, f"found {quoted(match.group())}, {wanted}")

    def note(self, match: re.Match[str], rule: Rule, message: str) -> None:
        """Report what a pattern has found, on its line."""
        line = self.first_line + match.string.count("\n", 0, match.start())
        self.report.error(line, rule, message)

    def add(self, kind: Kind, target: str) -> None:
        """Add a reference."""
        self.found.append(Reference(kind, target, self.line, self.block))


def html(content: str, line: int, report: Report) -> None:
    """Refuse HTML, once a line."""
    last = report.problems[-1] if report.problems else None
    if last is None or (last.rule, last.line) != (Rule.RAW_HTML, line):
        first = quoted(content.strip().split("\n")[0])
        report.error(line, Rule.RAW_HTML, f"found {first}: write Markdown; HTML is not shown")
