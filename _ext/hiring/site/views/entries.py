"""Two levels that state all that somebody does there, compared entry by entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.language.entries import compare, entries_in
from hiring.model import words
from hiring.site.views.build import bullets, paragraph, text
from hiring.site.views.team import for_team

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hiring.language.entries import Entry
    from hiring.model.role import Level


class Shown:
    """A level's entries as nodes, by their lines."""

    def __init__(self, found: Iterable[nodes.Node], is_for_team: Callable[[int], bool]) -> None:
        """Take what the level shows, and what tells which lines are for the hiring team alone."""
        items = (item for node in found for item in node.findall(nodes.list_item))
        self.items = {item.line: item for item in items}
        self.is_for_team = is_for_team

    def entry(self, entry: Entry, before: str = "") -> list[nodes.Node]:
        """Return what an entry says, behind the name of its group, and other words before that."""
        found: list[nodes.Node] = list(self.items[entry.line].deepcopy().children)
        has_name = entry.names_group or not entry.group
        names = [] if has_name else [nodes.strong("", f"{entry.group}: ")]
        lead = [*([text(f"{before} ", "hiring-meta")] if before else []), *names]
        first = found[0] if isinstance(found[0], nodes.paragraph) else None
        if first:
            first[:0] = lead
        elif lead:
            found.insert(0, paragraph(*lead))
        return [for_team(*found)] if self.is_for_team(entry.line) else found


def entries_compared(before: Level, after: Level, was: Shown, now: Shown) -> list[nodes.Node]:
    """Return what is new at the level after, what it says otherwise, and what it has no more."""
    diff = compare(*(list(_entries(level)) for level in (before, after)))
    changed = [[*now.entry(new), *was.entry(old, "Before:")] for old, new in diff.changed]
    kinds = {
        "New": list(map(now.entry, diff.new)),
        "Changed": changed,
        f"Only at {before.name}": list(map(was.entry, diff.gone)),
    }
    found: list[nodes.Node] = []
    for name, entries in kinds.items():
        if entries:
            found += [paragraph(nodes.strong("", f"{name}:")), bullets(entries)]
    if diff.kept:
        stay = "1 entry stays" if diff.kept == 1 else f"{diff.kept} entries stay"
        found.append(paragraph(nodes.Text(f"{stay} as at {before.name}.")))
    return found


def _entries(level: Level) -> Iterator[Entry]:
    """Yield what somebody does at a level, then what it asks for, grouped by priority."""
    yield from entries_in(level.body.nodes)
    for block in level.blocks:
        name = words.PRIORITY[block.priority or "must"]
        for entry in entries_in(block.body.nodes):
            yield replace(entry, group=name, names_group=False)
