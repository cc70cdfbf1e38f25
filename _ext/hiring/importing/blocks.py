"""The lines of a description gathered by their places: what each block of a page will hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from hiring.importing.headings import folded, is_general
from hiring.importing.placed import NOT_PLACED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hiring.importing.placed import Description, Placed

LONG = 160
"""A paragraph in the place of a list that is longer is parted into entries, at its sentences."""

Kind = Literal["entry", "text", "row", "group", "end"]

_ENTRY = re.compile(r";\s+(?!(?:or|and/or|oder|ou)\b)")
"""Where an entry ends that a text of several has: not before another way to meet it."""

_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZÀ-Þ(]|\S+s\b)")


@dataclass(frozen=True, slots=True)
class DraftItem:
    """An entry, a paragraph or the name of a group, and the lines that it is made of.

    ``end`` ends the group before it.
    """

    kind: Kind
    text: str
    sources: tuple[tuple[int, int], ...]
    depth: int = 0
    doubt: str = ""
    cells: tuple[str, ...] = ()


@dataclass(slots=True)
class DraftBlock:
    """What a block, or a section without one, holds."""

    title: str = ""
    headings: list[tuple[int, int]] = field(default_factory=list)
    items: list[DraftItem] = field(default_factory=list)
    doubt: str = ""


def blocks_of(described: Description) -> tuple[dict[str, DraftBlock], list[DraftBlock]]:
    """Return the blocks by their places, and the sections of what no block takes."""
    blocks: dict[str, DraftBlock] = {}
    texts: list[DraftBlock] = []
    for placed in described.placed:
        source = placed.source
        if placed.place.startswith(("left", "fact", "title", "place")):
            continue
        if placed.place in ("text", NOT_PLACED):
            _add_text(texts, placed)
            continue
        block = blocks.setdefault(placed.place, DraftBlock())
        if placed.part.is_heading:
            block.headings.append(source)
            block.title = block.title or _name(placed.text)
            # Where several headings lead to one block, each names a group of it.
            is_plain = is_general(placed.text) or placed.part.to == "faq"
            kind: Kind = "end" if is_plain else "group"
            block.items.append(DraftItem(kind, _name(placed.text), (source,)))
        else:
            block.items += _items(placed)
    if "faq" in blocks:
        _part_questions(blocks["faq"], texts)
    for to, block in blocks.items():
        if to in ("job-brief", "conditions"):
            block.items = _plain(block)
        elif to != "faq":
            block.items = _grouped(block.items)
    texts = [it for it in texts if it.items]
    return {to: it for to, it in blocks.items() if it.items}, sorted(texts, key=_is_loose)


def _part_questions(block: DraftBlock, texts: list[DraftBlock]) -> None:
    """Take out of questions and answers what is neither: it stands above the first question."""
    items = [item for item in block.items if item.kind != "end"]
    first = next((at for at, item in enumerate(items) if item.kind == "group"), len(items))
    alone, block.items = items[:first], []
    for item, after in zip(items[first:], [*items[first + 1 :], None], strict=False):
        if item.kind == "group" and (after is None or after.kind == "group"):
            alone.append(replace(item, kind="text"))  # nobody has answered it
        else:
            block.items.append(item)
    if alone:
        texts.append(DraftBlock(items=alone))


def _is_loose(block: DraftBlock) -> bool:
    return not block.headings


def _name(text: str) -> str:
    return text.strip().rstrip(":").strip()


def _add_text(texts: list[DraftBlock], placed: Placed) -> None:
    if placed.part.is_heading:
        texts.append(DraftBlock(_name(placed.text), [placed.source], [], placed.doubt))
        return
    is_loose = placed.place == NOT_PLACED
    if not texts or bool(texts[-1].headings) == is_loose:
        texts.append(DraftBlock())
    line = placed.part.line
    kind: Kind = line.kind if line.kind in ("entry", "row") else "text"
    texts[-1].items.append(
        DraftItem(kind, line.text, (placed.source,), doubt=placed.doubt, cells=line.cells)
    )


def _items(placed: Placed) -> Iterator[DraftItem]:
    line, text = placed.part.line, placed.text
    if line.kind == "entry":
        yield DraftItem("entry", text.rstrip(";"), (placed.source,), line.rank, placed.doubt)
        return
    yield DraftItem("text", text, (placed.source,), doubt=placed.doubt)


def _plain(block: DraftBlock) -> list[DraftItem]:
    """Return the paragraphs of a block of text, without the headings above them."""
    return [item for item in block.items if item.kind in ("entry", "text")]


def _grouped(items: Sequence[DraftItem]) -> list[DraftItem]:
    """Return the entries of a list: under their headings where there is more than one of these."""
    parts: list[tuple[DraftItem | None, list[DraftItem]]] = [(None, [])]
    for item in items:
        if item.kind in ("group", "end"):
            parts.append((item if item.kind == "group" else None, []))
        else:
            parts[-1][1].append(item)
    filled = [(head, _entries(inside)) for head, inside in parts if inside]
    names = {folded(head.text) for head, _ in filled if head}
    is_part = any(head is None for head, _ in filled)
    if len(filled) < 2 or not names or (len(names) < 2 and not is_part):
        return [item for _, inside in filled for item in inside]
    alone = [it for head, inside in filled if head is None for it in inside]
    named = [it for head, inside in filled if head for it in (head, *inside)]
    return [*alone, *named]


def _entries(items: Sequence[DraftItem]) -> list[DraftItem]:
    """Return the items of one group: a sentence above a list stays one, other text is entries."""
    marked = [item.kind == "entry" for item in items]
    if (
        marked
        and not marked[0]
        and any(marked)
        and items[0].text.rstrip().endswith((":", ".", "!"))
    ):
        return [items[0], *(it for item in items[1:] for it in _as_entries(item))]
    return [it for item in items for it in _as_entries(item)]


def _as_entries(item: DraftItem) -> Iterator[DraftItem]:
    if item.kind == "entry":
        yield item
        return
    parts = _ENTRY.split(item.text) if item.text.count("; ") > 1 else [item.text]
    if len(parts) > 1:
        parts = [sentence for part in parts for sentence in _SENTENCE.split(part)]
    elif len(item.text) > LONG or _is_telegraphic(item.text):
        parts = _SENTENCE.split(item.text)
    for part in parts:
        if part.strip(" .;"):
            yield replace(item, kind="entry", text=part.strip().rstrip(";"))


def _is_telegraphic(text: str) -> bool:
    """Tell whether a text is several entries that only full stops part."""
    return (
        bool(re.match(r"(?:Knowledge|Skill|Ability|Experience|Kenntnis|Connaissance)", text))
        and ". " in text
    )
