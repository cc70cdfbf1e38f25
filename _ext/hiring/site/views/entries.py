"""Two levels that state all that somebody does there, compared entry by entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.language.entries import compare, entries_in
from hiring.site.nodes.voice import marked
from hiring.site.views.build import bullets, paragraph, text
from hiring.site.views.team import for_team

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hiring.language.entries import Entry
    from hiring.model.lexicon import Lexicon
    from hiring.model.role import Level
    from hiring.site.nodes.voice import Voice


class ShownEntries:
    """A level's entries as nodes, by their lines."""

    def __init__(self, found: Iterable[nodes.Node], is_for_team: Callable[[int], bool]) -> None:
        """Take what the level shows, and what tells which lines are for the hiring team alone."""
        items = (item for node in found for item in node.findall(nodes.list_item))
        self.items = {item.line: item for item in items}
        self.is_for_team = is_for_team

    def entry(self, entry: Entry, before: str = "") -> list[nodes.Node]:
        """Return what an entry says, behind the name of its group, and other words before that."""
        item = self.items.get(entry.line) or nodes.list_item("", paragraph(nodes.Text(entry.text)))
        found: list[nodes.Node] = list(item.deepcopy().children)
        has_name = entry.names_group or not entry.group
        names = [] if has_name else [nodes.strong("", f"{entry.group}: ")]
        lead = [*([text(f"{before} ", "hiring-meta")] if before else []), *names]
        first = found[0] if isinstance(found[0], nodes.paragraph) else None
        if first:
            first[:0] = lead
        elif lead:
            found.insert(0, paragraph(*lead))
        return [for_team(*found)] if self.is_for_team(entry.line) else found


def entries_compared(
    ends: Sequence[Level], shown: Sequence[ShownEntries], voice: Voice, language: str
) -> list[nodes.Node]:
    """Return what is new at the second level, what it says otherwise, and what it has no more.

    ``language`` is that of the levels, where it is not the page's.
    """
    said, (before, _), (was, now) = voice.lexicon, ends, shown
    diff = compare(*(list(_entries(level, said)) for level in ends))
    earlier = said.say("labelled", label=said.say("page.before"))
    kinds = {
        said.say("page.new"): list(map(now.entry, diff.new)),
        said.say("page.changed"): [
            [*now.entry(new), *was.entry(old, earlier)] for old, new in diff.changed
        ],
        said.say("page.only-at", level=before.name): list(map(was.entry, diff.gone)),
    }
    found: list[nodes.Node] = []
    for name, entries in kinds.items():
        if entries:
            label = nodes.strong("", "", voice.fixed(said.say("labelled", label=name)))
            found += [paragraph(label), marked(bullets(entries), language)]
    if diff.kept:
        same = said.say("page.same-as-at", level=before.name, count=diff.kept)
        found.append(paragraph(voice.fixed(same)))
    return found


def _entries(level: Level, said: Lexicon) -> Iterator[Entry]:
    """Yield what somebody does at a level, then what it asks for, grouped by priority."""
    yield from entries_in(level.body.nodes)
    for block in level.blocks:
        name = said.say(f"priority.{block.priority or 'must'}")
        for entry in entries_in(block.body.nodes):
            yield replace(entry, group=name, names_group=False)
