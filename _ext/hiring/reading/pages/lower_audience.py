"""A page's record for readers who may not see all of it: that of the whole, without what is hidden.

It is the one that reading the rest would give. Where that takes more than to leave something out,
as where what is hidden is the title, or stands among a block's lines, or left a mistake, the page
is read for them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from hiring.language.outline import headings_of, marked_in, slugs_of, untitled_in
from hiring.language.pasted import pasted_beside
from hiring.language.sphinx_agreement import page_faults
from hiring.reading.sources.lines import lines_of_front_matter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hiring.language.read import Tree
    from hiring.language.view import Range
    from hiring.reading.pages.record import PageRecord


class _Located(Protocol):
    @property
    def line(self) -> int: ...


Stated = TypeVar("Stated", bound=_Located)
Ended = TypeVar("Ended", bound=tuple[object, ...])


def without_hidden(
    whole: PageRecord, trees: tuple[Tree, Tree], texts: tuple[str, str], hidden: Sequence[Range]
) -> PageRecord | None:
    """Return the record of a page without its ``hidden`` parts; None where it must be read.

    ``whole`` is the record for who may see all of it. ``trees`` and ``texts`` are those of the
    whole page, and those without the parts.
    """
    nodes, lines = trees[1].nodes, texts[1].split("\n")
    left = _Left(hidden)
    if whole.problems or not left.has(whole.title_line) or not _is_left(trees, texts):
        return None
    every = marked_in(nodes)
    if any(page_faults(nodes, every)) or any(pasted_beside(nodes, lines)):
        return None
    labels = left.ended(whole.labels)
    return replace(
        whole,
        markdown="\n".join(lines[lines_of_front_matter(lines) :]) if whole.opening else "",
        anchors=left.named(whole.anchors),
        once=left.named(whole.once),
        blocks=left.of(whole.blocks),
        own_blocks=left.ended(whole.own_blocks),
        levels=left.of(whole.levels),
        questions=left.of(whole.questions),
        skills=left.ended(whole.skills),
        qualifications=left.of(whole.qualifications),
        level_skills=left.ended(whole.level_skills),
        interviews=left.of(whole.interviews),
        rubrics=left.of(whole.rubrics),
        references=left.of(whole.references),
        labels=labels,
        untitled=list(untitled_in(nodes, every)) if labels else [],
        slugs=slugs_of(headings_of(nodes)),
        terms=left.ended(whole.terms),
        shown=left.of(whole.shown),
    )


def _is_left(trees: tuple[Tree, Tree], texts: tuple[str, str]) -> bool:
    """Tell whether what is seen are whole blocks of the page, below its front matter as it is."""
    whole, seen = trees
    (all_lines, lines) = (text.split("\n") for text in texts)
    count = lines_of_front_matter(all_lines)
    blocks = {id(node) for node in whole.nodes}
    return lines[:count] == all_lines[:count] and all(id(node) in blocks for node in seen.nodes)


class _Left:
    """Leaves out what stands on hidden lines."""

    def __init__(self, hidden: Sequence[Range]) -> None:
        self._hidden = hidden

    def has(self, line: int) -> bool:
        return not any(first <= line <= last for first, last in self._hidden)

    def of(self, stated: Iterable[Stated]) -> list[Stated]:
        return [it for it in stated if self.has(it.line)]

    def ended(self, stated: Iterable[Ended]) -> list[Ended]:
        """Return those of some rows that end with a line."""
        return [it for it in stated if isinstance(it[-1], int) and self.has(it[-1])]

    def named(self, lines: Mapping[str, int]) -> dict[str, int]:
        return {name: line for name, line in lines.items() if self.has(line)}
