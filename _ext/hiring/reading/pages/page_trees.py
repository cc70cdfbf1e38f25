"""The trees of pages: each page is parsed once, and every audience sees its part of that."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from hiring.language.budget import fits
from hiring.language.read import Tree, read_tree
from hiring.language.view import is_joined, visible, without_blocks
from hiring.language.vocabulary import LANGUAGE
from hiring.model.audience import Audience
from hiring.model.report import Report
from hiring.model.role import Block, Level, Question
from hiring.model.rules import Rule
from hiring.model.tree import Body, Directive, walk
from hiring.reading.sources.lines import lines_of_front_matter
from hiring.reading.sources.projection import find_parts, project

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hiring.language.view import Range
    from hiring.language.vocabulary import Vocabulary
    from hiring.model.tree import Node
    from hiring.reading.pages.record import PageRecord

_DEFINES = re.compile(r"\]:")
"""What may define where a link by name leads: for the whole page, wherever it stands."""

_FENCES = (Rule.FENCE_OPEN, Rule.FENCE_TOO_SHORT)
"""Mistakes behind which nobody knows what is in which block."""


class PageTrees:
    """Pages that were parsed, by path; of each the last text."""

    def __init__(self) -> None:
        """Start without any."""
        self._parsed: dict[str, tuple[str, Vocabulary, Tree]] = {}

    def tree(
        self,
        path: str,
        source: str,
        audience: Audience = Audience.HIRING_TEAM,
        words: Vocabulary = LANGUAGE,
    ) -> Tree:
        """Return the tree of what an audience sees of a page, with the mistakes in all of it.

        ``source`` is the whole file, whose lines are those of the nodes. A page that is too large,
        or of which nobody knows what is for whom, has no nodes.
        """
        whole = self._whole(path, source, words)
        found = find_parts(source)
        if found.mistakes and audience is not Audience.HIRING_TEAM:
            return Tree((), whole.problems)
        hidden = [(it.first, it.last) for it in found.parts if not audience.may_read(it.audience)]
        if not hidden:
            return whole
        if not _is_part_of(whole, source.split("\n"), hidden):
            seen = _read(path, project(source, audience), words)
            return Tree(seen.nodes, (*whole.problems, *seen.problems))
        return Tree(visible(whole.nodes, hidden), whole.problems)

    def parsed(self, path: str) -> Tree:
        """Return the tree of a whole page that was parsed."""
        return self._parsed[path][2]

    def keep(self, path: str, source: str, words: Vocabulary, tree: Tree) -> None:
        """Keep the tree of a whole page, which another process has parsed."""
        self._parsed[path] = (source, words, tree)

    def body(self, path: str, source: str, audience: Audience, words: Vocabulary) -> Body:
        """Return what an audience sees of a page, parsed when it is first asked for."""
        return Body(lambda: self.tree(path, source, audience, words).nodes)

    def _whole(self, path: str, source: str, words: Vocabulary) -> Tree:
        kept = self._parsed.get(path)
        if kept is None or kept[0] != source or kept[1] is not words:
            tree = _read(path, project(source, Audience.HIRING_TEAM), words)
            kept = self._parsed[path] = (source, words, tree)
        return kept[2]


RolePart = TypeVar("RolePart", Block, Level, Question)


class Bodies:
    """What the directives of a page hold, by their lines."""

    def __init__(self, page: Body) -> None:
        """Take what the page holds, which is parsed when it is first asked for."""
        self._page = page

    def given(self, parts: Iterable[RolePart], record: PageRecord) -> tuple[RolePart, ...]:
        """Return parts of a role, which the page's record has, with what each of them holds."""
        return tuple(replace(part, body=self.at(record.anchors[part.anchor])) for part in parts)

    def levels(self, levels: Iterable[Level], record: PageRecord) -> tuple[Level, ...]:
        """Return the levels of a role in the same way, with the blocks of their own."""
        return tuple(
            replace(
                level,
                blocks=self.given(level.blocks, record),
                body=self.at(record.anchors[level.anchor]),
            )
            for level in levels
        )

    def at(self, line: int) -> Body:
        """Return what the directive on a line holds; nothing where there is none."""
        return Body(lambda: self._by_line.get(line, ()))

    @cached_property
    def _by_line(self) -> Mapping[int, tuple[Node, ...]]:
        nodes = walk(self._page.nodes)
        found = (node for node in nodes if isinstance(node, Directive))
        return {node.line: without_blocks(node).children for node in found}


def _is_part_of(whole: Tree, lines: list[str], hidden: Sequence[Range]) -> bool:
    """Tell whether a page without its ``hidden`` parts is a part of its tree, and no other one."""
    return not (
        any(_DEFINES.search("\n".join(lines[first:last])) for first, last in hidden)
        or any(problem.rule in _FENCES for problem in whole.problems)
        or is_joined(whole.nodes, hidden, lines)
    )


def _read(path: str, text: str, words: Vocabulary) -> Tree:
    lines = text.split("\n")
    count = lines_of_front_matter(lines)
    body, report = "\n".join(lines[count:]), Report(path)
    if not fits(body, count + 1, report):
        return Tree((), tuple(report.problems), is_parsed=False)
    return read_tree(body, count + 1, path, words)
