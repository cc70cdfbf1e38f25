"""A description whose lines have their places, written as the page of a role."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from hiring.importing.blocks import DraftBlock, DraftItem, blocks_of
from hiring.importing.escaping import escaped, with_placeholders, with_skills
from hiring.importing.front import front_matter
from hiring.importing.headings import DATA
from hiring.importing.written import DraftPage
from hiring.model.blocks import BLOCKS
from hiring.model.data import stated_in
from hiring.model.lexicon import lexicon
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hiring.importing.company import CompanyFacts
    from hiring.importing.placed import Description
    from hiring.importing.written import Source

_ORDER = (
    *("job-brief", "responsibilities", "duties"),
    *("qualifications must", "qualifications should", "qualifications nice"),
    *("physical-demands", "conditions", "benefits", "selection"),
)


@dataclass(frozen=True)
class DraftLevel:
    """A level of a ladder: its name, its options, what it adds, and what it asks for.

    ``headings`` are the lines that name it.
    """

    name: str
    options: Mapping[str, tuple[str, tuple[Source, ...]]]
    work: tuple[DraftItem, ...]
    asked: Mapping[str, tuple[DraftItem, ...]]
    headings: tuple[Source, ...] = ()


def write_page(
    described: Description,
    known: CompanyFacts,
    site_language: str = "en",
    levels: Sequence[DraftLevel] = (),
    *,
    adds_all: bool = False,
    plain: bool = False,
    note: str = "",
) -> DraftPage:
    """Return the page of a description; as ``plain`` it states no facts and names no skill.

    ``note`` is a comment that stands on top of its text.
    """
    page = DraftPage()
    front_matter(page, described, known, site_language, plain=plain)
    title = escaped(described.title)
    page.add(f"# {title}", *described.title_sources)
    page.add()
    if note:
        page.add(f"% {note}")
        page.add()
    for line in (":::{role-facts}", ":::", ""):
        page.add(line)
    blocks, texts = blocks_of(described)
    writer = _Writer(page, known, described.language, plain=plain)
    for to in _ORDER:
        if to in blocks:
            writer.block(to, blocks[to])
    if "faq" in blocks:
        writer.questions(blocks["faq"])
    if levels:
        writer.levels(levels, adds_all=adds_all)
    for text in texts:
        writer.section(text)
    if lost := list(_nowhere(described, page)):
        writer.section(DraftBlock(items=lost))
    return page


def _nowhere(described: Description, page: DraftPage) -> Iterator[DraftItem]:
    """Yield the lines that have a place, and that nothing has written: no line may be lost."""
    for it in described.placed:
        is_kept = not it.place.startswith("left") and not it.part.is_heading
        if is_kept and it.source not in page.of:
            yield DraftItem(
                "text",
                it.part.line.text,
                (it.source,),
                doubt=gettext("nothing could be made of it"),
            )


class _Writer:
    """Writes blocks, levels and sections."""

    def __init__(self, page: DraftPage, known: CompanyFacts, language: str, *, plain: bool) -> None:
        self.page = page
        self.known = known
        self.language = language
        self.words = lexicon(language)
        self.plain = plain
        self.asks = False
        self.labels = known.labels

    def block(self, to: str, block: DraftBlock) -> None:
        """Write a block under a heading of its own."""
        kind, _, priority = to.partition(" ")
        if priority and not self.asks:
            self.page.add(f"## {self.words.say('sections.qualifications')}")
            self.page.add()
            self.asks = True
        name = f"priority.{priority}" if priority else f"sections.{BLOCKS[kind].section}"
        heading = f"{'###' if priority else '##'} {self.words.say(name)}"
        self.page.add(heading, *block.headings)
        self.page.add()
        self._doubts(block.items)
        self.page.add(f":::{{{kind}}}", *block.headings)
        if priority and priority != "must":
            self.page.add(f":priority: {priority}")
        self._body(kind, block.items)
        self.page.add(":::")
        self.page.add()

    def _doubts(self, items: Iterable[DraftItem]) -> None:
        doubted = [item for item in items if item.doubt]
        for item in doubted:
            self.page.doubt(item.doubt, item.text)
        if doubted:
            self.page.add()

    def _body(self, kind: str, items: Sequence[DraftItem]) -> None:
        is_text = kind in BLOCKS and BLOCKS[kind].is_text
        last = ""
        above: list[int] = []
        for item in items:
            said = self._said(item.text, skills=kind == "qualifications")
            if item.kind == "group" or (item.kind == "text" and (is_text or last in ("", "group"))):
                if last:
                    self.page.gap()
                self.page.add(f"**{said}**" if item.kind == "group" else said, *item.sources)
                self.page.add()
                last = item.kind
                above.clear()
            else:
                if last == "text" and is_text:
                    above.clear()
                # Whose entry it is: one above it that is indented less, by however much.
                while above and above[-1] >= item.depth:
                    above.pop()
                mark = "1." if kind == "selection" else "-"
                indent = " " * (len(mark) + 1) * min(len(above), 2)
                above.append(item.depth)
                self.page.add(f"{indent}{mark} {said}", *item.sources)
                last = "entry"
        if self.page.lines[-1] == "":
            self.page.lines.pop()

    def _said(self, text: str, *, skills: bool) -> str:
        said = with_skills(text, self.known) if skills and not self.plain else escaped(text)
        return with_placeholders(said, self.labels)

    def questions(self, block: DraftBlock) -> None:
        """Write questions, each with its answer."""
        self.page.add(f"## {escaped(block.title)}", *block.headings)
        self.page.add()
        self.page.add("::::{faq}")
        for at, item in enumerate(block.items):
            said = self._said(item.text, skills=False)
            if item.kind != "group":
                self._under(item, said)
                continue
            if at:
                self.page.add(":::")
            self.page.add()
            self.page.add(f":::{{question}} {said}", *item.sources)
        for line in (":::", "", "::::", ""):
            self.page.add(line)

    def _under(self, item: DraftItem, said: str) -> None:
        """Write a paragraph, or an entry of a list."""
        above = self.page.lines[-1]
        if item.kind != "entry" or not above.startswith(("- ", ":::")):
            self.page.gap()
        self.page.add(f"- {said}" if item.kind == "entry" else said, *item.sources)

    def section(self, block: DraftBlock) -> None:
        """Write what no block takes under its own heading."""
        to_place = stated_in(DATA)["words"]["to-place"]
        heading = block.title or to_place.get(self.language, to_place["en"])
        self.page.add(f"## {escaped(heading)}", *block.headings)
        self.page.add()
        if block.doubt:
            self.page.doubt(block.doubt, heading)
            self.page.add()
        self._doubts(block.items)
        for is_row, group in groupby(block.items, lambda item: item.kind == "row"):
            items = list(group)
            if is_row and self._is_table(items):
                self._table(items)
                continue
            for item in items:
                self._under(item, self._said(item.text, skills=False))
        self.page.add()

    def _is_table(self, rows: Sequence[DraftItem]) -> bool:
        return len(rows) > 1 and all(len(row.cells) <= len(rows[0].cells) for row in rows)

    def _table(self, rows: Sequence[DraftItem]) -> None:
        """Write rows as a table, whose head is the first of them."""
        self.page.gap()
        for number, row in enumerate(rows):
            cells = [self._said(cell, skills=False) for cell in row.cells]
            self.page.add(f"| {' | '.join(cells)} |", *row.sources)
            if not number:
                self.page.add(f"|{'---|' * len(cells)}")

    def levels(self, levels: Sequence[DraftLevel], *, adds_all: bool) -> None:
        """Write the levels of a ladder, each with what it asks for."""
        self.page.add(":::::{levels}")
        if adds_all:
            self.page.add(":adds: all")
        for level in levels:
            self.page.add()
            self.page.add(f"::::{{level}} {escaped(level.name)}", *level.headings)
            for name, (value, sources) in level.options.items():
                self.page.add(f":{name}: {value}", *sources)
            for item in level.work:
                self.page.add(f"- {self._said(item.text, skills=False)}", *item.sources)
            for priority, items in level.asked.items():
                self.page.add()
                self.page.add(":::{qualifications}")
                if priority != "must":
                    self.page.add(f":priority: {priority}")
                for item in items:
                    self.page.add(f"- {self._said(item.text, skills=True)}", *item.sources)
                self.page.add(":::")
            self.page.add("::::")
        self.page.add()
        self.page.add(":::::")
        self.page.add()
