"""What a page says to people, apart from its markup: passages of plain text, with their lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from hiring.exports.text import reference_words
from hiring.reading.fences import FenceReader
from hiring.reading.markdown import parser
from hiring.reading.report import Report
from hiring.reading.sources import COMPANY
from hiring.reading.vocabulary import DIRECTIVES, LANGUAGE, PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

    from hiring.model.handbook import Handbook, Page
    from hiring.reading.fences import Fence

Kind = Literal["heading", "paragraph", "item", "cell", "question", "fact"]
"""``question`` is a question's title, ``fact`` a field of front matter or an option of a level."""

ASIDE = "reviewer-note"
"""The class of an admonition that is said to reviewers."""

_FACTS = ("role.title", "role.summary", "role.travel", "description")
_COMPANY_FACTS = ("description", "salary_basis", "equal_opportunity", "apply.instructions")
_OPTIONS = ("background", "scope")
_TITLED = ("admonition", "dropdown", "card", "grid-item-card", "tab-item")
# What is repeated gives nothing back, and is entered at its start alone: a page of dots would else
# take minutes.
_END = re.compile(r"(?<![.!?])[.!?]++[\"'”’)]*+(?:(?=\s++[\"'“‘(]*[A-Z0-9…])|\s*+\Z)|:(?=\s*+\Z)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|Mr|Ms|Mrs|Dr|Inc|Ltd|No|St|Ph\.D|U\.S|[A-Z]))\.\Z"
)
_LONGEST_ABBREVIATION = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a passage, and where in the passage's text it starts."""

    text: str
    start: int

    @property
    def words(self) -> list[str]:
        """Its words, in order."""
        return re.findall(r"[^\W_]+(?:['’.+#/-]*[^\W_]+|\+\+|#)*", self.text)


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A heading, a paragraph, an entry of a list or a cell, as its readers read it.

    ``text`` keeps the line ends of the source, so that ``line_at`` can tell the line of any place
    in it; cross-references stand as their words, placeholders as ``[label]``, and code as a gap.
    ``block`` is the block of ours that it stands in, as ``responsibilities``, ``level`` or
    ``question``, or empty; ``anchor`` is that block's anchor. What is ``aside`` is a note for
    reviewers, and speaks of what the page says.
    """

    kind: Kind
    text: str
    line: int
    block: str = ""
    anchor: str = ""
    aside: bool = False

    def line_at(self, place: int) -> int:
        """Return the line of a place in the text."""
        return self.line + self.text.count("\n", 0, place)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, as far as full stops tell; a passage without any is one sentence."""
        found: list[Sentence] = []
        start = 0
        for end in _END.finditer(self.text):
            from_here = max(start, end.end() - _LONGEST_ABBREVIATION)
            if _ABBREVIATION.search(self.text, from_here, end.end()):
                continue
            found += _sentence(self.text, start, end.end())
            start = end.end()
        return (*found, *_sentence(self.text, start, len(self.text)))


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    words = text[start:end]
    if words.strip():
        yield Sentence(text=words.strip(), start=start + len(words) - len(words.lstrip()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """An image: the text for those who can't see it, its file as written, and its line."""

    text: str
    source: str
    line: int


def page_images(page: Page, handbook: Handbook) -> Iterator[Image]:
    """Yield the images of a page, in the order of their lines."""
    walk = _Walk(page.path, handbook)
    body = "\n".join(page.text.split("\n")[page.body_line - 1 :])
    for _ in walk.text(body, page.body_line):
        pass
    yield from sorted(walk.images, key=lambda image: image.line)


def page_prose(page: Page, handbook: Handbook) -> Iterator[Passage]:
    """Yield what a page says, front matter first; not what it shows of other pages, nor code."""
    yield from _facts(_FACTS, page.front_matter, page.path, handbook)
    body = "\n".join(page.text.split("\n")[page.body_line - 1 :])
    yield from _Walk(page.path, handbook).text(body, page.body_line)


def company_prose(handbook: Handbook) -> Iterator[Passage]:
    """Yield what company.yaml says in words that postings show."""
    company = handbook.company
    names = [f"benefits.{number}" for number in range(len(company.benefits))]
    yield from _facts((*_COMPANY_FACTS, *names), company, COMPANY, handbook)


def _facts(
    names: Iterable[str], stated: object, path: str, handbook: Handbook
) -> Iterator[Passage]:
    """Yield the facts of these names that are stated."""
    for name in names:
        value = stated
        for step in name.split("."):
            value = value[int(step)] if isinstance(value, tuple) else getattr(value, step, None)
        if isinstance(value, str):
            yield Passage(kind="fact", text=value, line=handbook.line(path, name), block=name)


class _Walk:
    """Walks the tokens of a text, and of the directives in it."""

    def __init__(self, path: str, handbook: Handbook) -> None:
        self.handbook = handbook
        self.fences = FenceReader(Report(path), LANGUAGE)
        lines = handbook.lines.get(path, {})
        self.images: list[Image] = []
        self.anchors = {line: name for name, line in lines.items() if "." not in name}

    def text(
        self, text: str, first_line: int, parents: tuple[Fence, ...] = (), anchor: str = ""
    ) -> Iterator[Passage]:
        """Yield the passages of a text that starts on ``first_line``."""
        block = next((fence.name for fence in parents[::-1] if DIRECTIVES[fence.name].own), "")
        aside = any(ASIDE in fence.options.get("class", "").split() for fence in parents)
        kinds: list[Kind] = ["paragraph"]
        for token in parser().parse(text):
            line = first_line + (token.map[0] if token.map else 0)
            if token.type in _KINDS:
                kinds.append(_KINDS[token.type])
            elif token.type.removesuffix("_close") + "_open" in _KINDS:
                kinds.pop()
            elif token.type == "inline":
                words = self.words(token, line)
                if words.strip():
                    yield Passage(
                        kind=kinds[-1],
                        text=words,
                        line=line,
                        block=block,
                        anchor=anchor,
                        aside=aside,
                    )
            elif token.type in ("fence", "colon_fence"):
                yield from self.fence(token, line, parents, anchor)

    def fence(
        self, token: Token, line: int, parents: tuple[Fence, ...], anchor: str
    ) -> Iterator[Passage]:
        """Yield what a directive says: its title, its options in words, and its body."""
        fence = self.fences.read(token, line, parents)
        if fence is None or DIRECTIVES[fence.name].literal or "from" in fence.options:
            return
        anchor = self.anchors.get(line, anchor)
        if fence.name in ("image", "figure"):
            text, at = fence.options.get("alt", ""), fence.line_of("alt")
            self.images.append(Image(text=text, source=fence.argument, line=at))
        if fence.argument and (fence.name in ("question", *_TITLED)):
            kind: Kind = "question" if fence.name == "question" else "heading"
            yield Passage(
                kind=kind, text=fence.argument, line=line, block=fence.name, anchor=anchor
            )
        for option in _OPTIONS if fence.name == "level" else ():
            if words := fence.options.get(option, ""):
                at = fence.line_of(option)
                yield Passage(kind="fact", text=words, line=at, block="level", anchor=anchor)
        yield from self.text(fence.body, fence.body_line, (*parents, fence), anchor)

    def words(self, inline: Token, line: int) -> str:
        """Return inline text as people read it, with the line ends of the source."""
        words, raw = "", inline.content
        for token in inline.children or ():
            if token.type in ("softbreak", "hardbreak"):
                words += "\n"
            elif token.type in ("text", "image"):
                if token.type == "image":
                    source, at = str(token.attrs.get("src", "")), line + words.count("\n")
                    self.images.append(Image(text=token.content, source=source, line=at))
                words += token.content
            elif token.type == "code_inline":
                words += "…"
            elif token.type == "myst_role":
                shown = reference_words(str(token.meta["name"]), token.content, self.handbook)
                # The parser has made spaces of the line ends within; the source still has them.
                opens = raw.partition(f"{{{token.meta['name']}}}`")[2]
                within, _, raw = opens.partition("`")
                words += " ".join(shown.split()) + "\n" * within.count("\n")
        declared = self.handbook.company.placeholders
        return PLACEHOLDER.sub(
            lambda found: f"[{declared[found[1]].label if found[1] in declared else found[1]}]",
            words,
        )


_KINDS: dict[str, Kind] = {
    "heading_open": "heading",
    "list_item_open": "item",
    "th_open": "cell",
    "td_open": "cell",
}
