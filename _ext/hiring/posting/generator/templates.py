"""A role's sections as templates: what a form asks for is a mark, in every format."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from hiring.model.language_tags import ENGLISH, foreign
from hiring.model.lexicon import AMERICAN
from hiring.posting.content import Bullets, Item, Paragraph, Section, Span, Table, styled
from hiring.posting.formats.html import section_html, title_html
from hiring.posting.formats.markdown import section_markdown, title_markdown
from hiring.posting.formats.text import section_text, title_text
from hiring.posting.formats.word import section_word, title_word
from hiring.posting.generator.common import CHOSEN
from hiring.posting.marks import (
    CUT,
    END,
    HOLE,
    TEST,
    THEN,
    TICK,
    MarkedItem,
    link_mark,
    mark,
    segment,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hiring.model.lexicon import Lexicon
    from hiring.posting.content import Content


TITLES: tuple[Callable[[str], str], ...] = (title_text, title_markdown, title_html)
SECTIONS: tuple[Callable[[Section], str], ...] = (
    section_text,
    section_markdown,
    section_html,
    section_word,
)
"""What makes a title, and a section, in each format that the browser fills in, Word's the last."""
_HTML = SECTIONS.index(section_html)
_WORDS = re.compile(f"(?<=>)[^<>{TEST}{THEN}{END}\\n]+(?=<)")
"""What stands between two tags."""

_ALWAYS = ("title", "employer")
"""The entries of the additional information that no posting does without."""
_TYPED = ("requisition", "positions")
"""The chosen entries that are no words, or those of whoever fills the form in."""
_FACTS = (*CHOSEN, "start")
"""The entries that are left out until somebody says something."""


class Pieces:
    """Texts in pieces, an entry of a list each, of which each stands once: levels share most.

    A piece is a shape and the words that its holes take. A shape is what each format has around
    them, in the formats' order, and 0 for the same as the format before; entries share most shapes.
    """

    def __init__(self, language: str = ENGLISH, said: Lexicon = AMERICAN) -> None:
        """Start with none; ``language`` is the tag of that of titles, ``said`` are its words."""
        self.language, self.said = language, said
        self._numbers: dict[tuple[str, ...], int] = {}
        self._pieces: dict[tuple[int | str, ...], int] = {}
        self._shapes: dict[tuple[str, ...], int] = {}

    def add(self, texts: Iterable[str]) -> list[int]:
        """Return the numbers of the pieces of a text in each format, which are cut by marks."""
        pieces = zip(*(text.split(CUT) for text in texts), strict=True)
        return [self._numbers.get(piece) or self._add(piece) for piece in pieces]

    def _add(self, piece: tuple[str, ...]) -> int:
        shape, words = _taken_apart(piece)
        number = self._shapes.setdefault(shape, len(self._shapes))
        self._numbers[piece] = self._pieces.setdefault((number, *words), len(self._pieces))
        return self._numbers[piece]

    @property
    def data(self) -> dict[str, list[Any]]:
        """The pieces and their shapes, in the order of their numbers."""
        shapes = [
            [0 if at and shape[at - 1] == text else text for at, text in enumerate(shape)]
            for shape in self._shapes
        ]
        return {"pieces": list(self._pieces), "shapes": shapes}


def _taken_apart(texts: tuple[str, ...]) -> tuple[tuple[str, ...], list[str]]:
    """Return what each format has around the words that all write the same, and those words."""
    words, ends, shape = [], [0] * len(texts), [""] * len(texts)
    for word in _WORDS.findall(texts[_HTML]):
        starts = [text.find(word, end) for text, end in zip(texts, ends, strict=True)]
        if -1 in starts:  # one format escapes a sign in it
            continue
        between = (text[end:at] for text, end, at in zip(texts, ends, starts, strict=True))
        shape = [f"{before}{found}{HOLE}" for before, found in zip(shape, between, strict=True)]
        ends = [at + len(word) for at in starts]
        words.append(word)
    rest = (text[end:] for text, end in zip(texts, ends, strict=True))
    return tuple(before + found for before, found in zip(shape, rest, strict=True)), words


def title_data(title: str, pieces: Pieces) -> dict[str, Any]:
    """Return a posting's title, as a section that has nothing but that."""
    made = (*(of(title) for of in TITLES), title_word(title, pieces.language))
    return {"id": "title", "title": title, "pieces": pieces.add(made)}


def section_data(
    section: Section,
    numbers: Mapping[str, int],
    pieces: Pieces,
    optional: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """Return a section as a template, by its pieces.

    ``entries`` are those that whoever fills in the form may leave out, which are those that are
    ``optional``: their labels by their ids.
    """
    items = [item for part in section.content if isinstance(part, Bullets) for item in part.items]
    labels = {item.id: _label(item) for item in items if item.id in optional}
    found = open_section(section, numbers, pieces.said)
    made = pieces.add(of(found) for of in SECTIONS)
    entries = {"entries": labels} if labels else {}
    return {"id": section.id, "title": section.title, "pieces": made, **entries}


def checklist_data(section: Section, pieces: Pieces) -> dict[str, Any]:
    """Return a section of the application's checklist, with boxes where entries can be ticked."""
    ticked = _ticked(section) if section.id.startswith("checklist-") else section
    return section_data(ticked, {}, pieces)


class _Form(NamedTuple):
    """What is asked for, by its number, and the words for the posting.

    ``of_words`` is their language, empty where it is the posting's.
    """

    numbers: Mapping[str, int]
    said: Lexicon
    of_words: str


def open_section(section: Section, numbers: Mapping[str, int], said: Lexicon) -> Section:
    """Return a section in which marks stand for what a form asks for."""
    form = _Form(numbers, said, foreign(said.language, section.language))
    return replace(section, content=tuple(_open(part, form) for part in section.content))


def _open(part: Content, form: _Form, fact: str | None = None) -> Content:
    """Return content with marks; ``fact`` is the id of the entry that it is in, where it is."""
    if isinstance(part, Bullets):
        ends = CUT if fact is None else ""
        return replace(part, items=tuple(_open_item(item, form, ends) for item in part.items))
    if isinstance(part, Table):
        head, *rows = (tuple(_opened(it, form, fact) for it in line) for line in part.lines)
        return replace(part, head=head, rows=tuple(rows))
    return _opened(part, form, fact)


def _opened(part: Paragraph, form: _Form, fact: str | None) -> Paragraph:
    spans = [_open_span(span, form, fact) for span in _by_its_kind(part, form, fact)]
    # As if they were filled in: neighbors of one style are one.
    alike = (list(group) for _, group in groupby(spans, key=_STYLE))
    merged = (styled(it[0], "".join(span.text for span in it)) if it[1:] else it[0] for it in alike)
    return Paragraph(tuple(merged), part.for_team, part.heading)


_STYLE = attrgetter("strong", "em", "href", "placeholder", "language")
"""All that a span has beside its text."""


def _open_item(item: Item, form: _Form, ends: str) -> Item:
    if item.id in CHOSEN:
        label = _first(item).spans[0]
        text, language = mark(form.numbers[item.id]), form.of_words
        value = [Span(f" {text}")]
        if language and item.id not in _TYPED:
            value = [Span(" "), Span(text, language=language)]
        return MarkedItem((Paragraph((label, *value)),), item.id, "fact", CUT)
    content = tuple(_open(part, form, item.id) for part in item.content)
    if not item.id or item.id in _ALWAYS:
        return MarkedItem(content, item.id, ends=ends)
    return MarkedItem(content, item.id, "fact" if item.id in _FACTS else "entry", CUT)


def _by_its_kind(part: Paragraph, form: _Form, fact: str | None) -> list[Span]:
    """Return spans in which the words before an address to apply at depend on what it is."""
    spans = list(part.spans)
    if fact != "apply" or fact not in form.numbers:
        return spans
    for place, span in enumerate(spans[1:]):
        if span.placeholder == fact:
            number, at = form.numbers["apply"], form.said.say("apply_at")
            before, by_mail = spans[place].text.removesuffix(at), form.said.say("apply_by_mail")
            ways = segment(f"mail {number}", by_mail) + segment(f"other {number}", at)
            spans[place] = replace(spans[place], text=before + ways)
    return spans


def _open_span(span: Span, form: _Form, fact: str | None) -> Span:
    if span.placeholder is None:
        return span
    if span.placeholder not in form.numbers:  # nobody is asked for it, as in a checklist
        return replace(span, placeholder=None)
    number = form.numbers[span.placeholder]
    # Where applications go is a link where it can be one.
    is_link = fact == span.placeholder == "apply"
    href = link_mark(number) if is_link else span.href
    # Places and days are words of ours.
    language = form.of_words if fact == span.placeholder and fact in ("location", "start") else ""
    return Span(mark(number), span.strong, span.em, href, language=language)


def _ticked(section: Section) -> Section:
    content = (
        replace(part, items=tuple(map(_ticked_item, part.items)))
        if isinstance(part, Bullets)
        else part
        for part in section.content
    )
    return replace(section, content=tuple(content))


def _ticked_item(item: Item) -> Item:
    first, rest = item.content[0], item.content
    spans: tuple[Span, ...] = ()
    if isinstance(first, Paragraph):
        spans, rest = first.spans, rest[1:]
    return Item((Paragraph((Span(TICK), *spans)), *rest), item.id)


def _first(item: Item) -> Paragraph:
    first = item.content[0]
    assert isinstance(first, Paragraph)
    return first


def _label(item: Item) -> str:
    """Return what stands before an entry's fact, in bold type."""
    return _first(item).spans[0].text.removesuffix(":").rstrip()
