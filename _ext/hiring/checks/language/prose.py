"""What a page says to people, apart from its markup: passages of plain text, with their lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from hiring.checks.language.english import is_english
from hiring.exports.text import naming
from hiring.language.plain import CAPTIONS, is_shown_here
from hiring.language.spoken import spoken
from hiring.language.vocabulary import is_ours
from hiring.model.fact_table import prose_facts, prose_in
from hiring.model.language_tags import primary
from hiring.model.local_texts import versions
from hiring.model.paths import COMPANY
from hiring.model.tree import Directive, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.model.handbook import Handbook
    from hiring.model.page import Page
    from hiring.model.paths import COMPANY
from hiring.model.tree import Node

PassageKind = Literal["heading", "paragraph", "item", "cell", "question", "fact"]
"""``question`` is a question's title, ``fact`` a field of front matter or an option of a level."""

ASIDE = "reviewer-note"
"""The class of an admonition that is said to reviewers."""

_OPTIONS = ("background", "scope")
# What is repeated gives nothing back, and is entered at its start alone: a page of dots would else
# take minutes.
# The sign comes first, as the engine then looks for it alone.
_END = re.compile(
    r"[.!?:](?:(?<=:)(?=\s*+\Z)|(?<!:)(?<![.!?][.!?])"
    r"[.!?]*+[\"'”’)]*+(?:(?=\s++[\"'“‘(]*[A-ZÄÖÜÀÂÇÉÈÊÎÔ0-9…])|\s*+\Z))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|Mr|Ms|Mrs|Dr|Inc|Ltd|No|St|Ph\.D|U\.S|[A-Z]|[zudo]"
    r"|bzw|ca|inkl|exkl|ggf|evtl|mind|Std|Nr|vgl|usw|Tel|env|ex|cf))\.\Z"
)
_LONGEST_ABBREVIATION = 8
_WORD = re.compile(r"[^\W_]++(?:['’.+#/-]++[^\W_]++|\+\+|#)*+")


class Sentence(NamedTuple):
    """A sentence of a passage, and where in the passage's text it starts."""

    text: str
    start: int


class _Passage(NamedTuple):
    kind: PassageKind
    text: str
    line: int
    block: str = ""
    anchor: str = ""
    aside: bool = False


class Passage(_Passage):
    """A heading, a paragraph, an entry of a list or a cell, as its readers read it.

    ``text`` keeps the line ends of the source, so that ``line_at`` can tell the line of any place
    in it; cross-references stand as their words, placeholders as ``[label]``, and code as a gap.
    ``block`` is the block of ours that it stands in, as ``responsibilities``, ``level`` or
    ``question``, or empty; ``anchor`` is that block's anchor. What is ``aside`` is a note for
    reviewers, and speaks of what the page says.
    """

    @cached_property
    def english(self) -> bool:
        """Whether it is English."""
        return is_english(self.text)

    def has_more_words(self, than: int) -> bool:
        """Tell whether it has more words than so many."""
        return len(_WORD.findall(self.text)) > than

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

    @cached_property
    def words(self) -> tuple[list[str], ...]:
        """The words of each sentence, in order."""
        return tuple(_WORD.findall(sentence.text) for sentence in self.sentences)


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    words = text[start:end]
    if words.strip():
        yield Sentence(words.strip(), start + len(words) - len(words.lstrip()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """An image: the text for those who can't see it, its file as written, and its line."""

    text: str
    source: str
    line: int


def page_images(page: Page) -> Iterator[Image]:
    """Yield the images of a page, in the order of their lines."""
    found = []
    for node in walk(page.body.nodes):
        if isinstance(node, Directive) and node.name in ("image", "figure"):
            text, line = node.options.get("alt", ""), node.line_of("alt")
            found.append(Image(text=text, source=node.argument, line=line))
        elif node.kind == "image":
            found.append(Image(text=node.text, source=node.target, line=node.line))
    yield from sorted(found, key=lambda image: image.line)


def page_prose(page: Page, handbook: Handbook) -> Iterator[Passage]:
    """Yield what a page says, front matter first; not what it shows of other pages, nor code."""
    stated = page.front_matter
    for holder, facts in (("role", stated.role), ("opening", stated.opening)):
        for name, text in prose_in(facts).items() if facts else ():
            yield from _fact(f"{holder}.{name}", text, page.path, handbook)
    yield from _fact("description", stated.description or "", page.path, handbook)
    yield from _Walk(page.path, handbook).blocks(page.body.nodes, "paragraph")


def company_prose(handbook: Handbook, language: str) -> Iterator[Passage]:
    """Yield what company.yaml says in a language, in words that postings show."""
    company = handbook.company
    own = company.own_language
    for name, stated in {"description": company.description, **company.posted_texts}.items():
        for tag, said in versions(stated, own).items() if stated else ():
            at = f"{name}.{tag}" if isinstance(stated, Mapping) else name
            if primary(tag) == language:
                yield from _texts(at, said, handbook)


def _texts(name: str, said: str | tuple[str, ...], handbook: Handbook) -> Iterator[Passage]:
    """Yield a text of company.yaml, or each of several."""
    if isinstance(said, str):
        yield from _fact(name, said, COMPANY, handbook)
        return
    for number, text in enumerate(said):
        yield from _fact(f"{name}.{number}", text, COMPANY, handbook)


def _fact(name: str, text: str, path: str, handbook: Handbook) -> Iterator[Passage]:
    """Yield a fact in words, where it is stated."""
    if text:
        yield Passage(kind="fact", text=text, line=handbook.line(path, name), block=name)


class _Walk:
    """Walks the nodes of a page; knows in which of its blocks it is."""

    def __init__(self, path: str, handbook: Handbook) -> None:
        lines = handbook.lines.get(path, {})
        self.named = naming(handbook, path)
        self.options = (*_OPTIONS, *prose_facts(handbook.facts.level))
        self.anchors = {line: name for name, line in lines.items() if "." not in name}
        self.block = self.anchor = ""
        self.aside = False

    def blocks(self, nodes: Iterable[Node], kind: PassageKind) -> Iterator[Passage]:
        """Yield the passages of blocks; ``kind`` is what their paragraphs are."""
        for node in nodes:
            if isinstance(node, Directive):
                yield from self.directive(node)
            elif node.kind in ("paragraph", "heading", "cell"):
                own: PassageKind = "heading" if node.kind == "heading" else kind
                own = "cell" if node.kind == "cell" else own
                yield from self.passage(
                    own, spoken(node.children, node.line, self.named), node.line
                )
            else:
                yield from self.blocks(node.children, "item" if node.kind == "item" else kind)

    def passage(self, kind: PassageKind, text: str, line: int) -> Iterator[Passage]:
        """Yield a text as a passage, if there is any."""
        if text.strip():
            yield Passage(kind, text, line, self.block, self.anchor, self.aside)

    def directive(self, node: Directive) -> Iterator[Passage]:
        """Yield what a directive says: its title, its options in words, and its body."""
        if not is_shown_here(node):
            return
        around = self.block, self.anchor, self.aside
        self.anchor = self.anchors.get(node.line, self.anchor)
        outer = self.block
        self.block = node.name
        kind: PassageKind = "question" if node.name == "question" else "heading"
        if node.name != "level":
            yield from self.passage(kind, spoken(node.title, node.line, self.named), node.line)
        options = self.options if node.name == "level" else CAPTIONS
        for option in options:
            yield from self.passage("fact", node.options.get(option, ""), node.line_of(option))
        self.block = node.name if is_ours(node) else outer
        self.aside = self.aside or ASIDE in node.options.get("class", "").split()
        yield from self.blocks(node.children, "paragraph")
        self.block, self.anchor, self.aside = around
