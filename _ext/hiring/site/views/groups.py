"""A list in groups, each of which opens and closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.language.groups import Group, groups_in, without_end, without_start
from hiring.site.nodes.disclosures import group_entries, group_item, group_list, group_title
from hiring.site.views.build import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hiring.model.role import JobRole, Level

SHORT = 12
"""How many entries a level has at most that readers take in at once."""


def is_long(role: JobRole) -> bool:
    """Tell whether a role's levels are shown folded: one is in groups, and has many entries."""
    return any(
        sum(len(group.entries) for group in groups) > SHORT
        for groups in (groups_in(level.body.nodes) for level in role.levels)
        if sum(bool(group.title) for group in groups) > 1
    )


def folded(shown: Sequence[nodes.Node], level: Level) -> list[nodes.Node]:
    """Return what a level shows, each of its groups under its name, and the first one open.

    ``shown`` is the level's Markdown as nodes, which have the lines that its tree has.
    """
    groups = groups_in(level.body.nodes)
    first = next((group for group in groups if group.title), None)
    if first is None:
        return list(shown)
    found: list[nodes.Node] = []
    if first.gathered and (any(map(_is_comment, shown)) or not _is_one_list(shown, groups)):
        return list(shown)  # which entries are in a part is told by where they stand
    parts = _gathered(shown, groups) if first.gathered else _under_names(shown, groups)
    for group, title, held in parts:
        after = _comments_at_end(held)
        if group.title:
            count = text(f" ({len(group.entries)})", "hiring-meta")
            name = group_title("", "", *title, count)
            item = group_item("", name, group_entries("", *held), open=group is first)
            found.append(group_list("", item, classes=["hiring-entries-list"]))
        else:
            found += held
        found += after
    return found


Part = tuple[Group, list[nodes.Node], list[nodes.Node]]
"""A group, what its name says, and what is in it."""


def _under_names(shown: Sequence[nodes.Node], groups: Sequence[Group]) -> Iterator[Part]:
    """Yield the groups whose names are lines of their own, which stand above what is in them."""
    held: list[list[nodes.Node]] = [[] for _ in groups]
    at = 0
    for node in shown:
        while at + 1 < len(groups) and node.line and node.line >= groups[at + 1].line:
            at += 1
        held[at].append(node)
    for group, own in zip(groups, held, strict=True):
        bold = next((it for it in own if isinstance(it, nodes.paragraph)), None)
        if group.title and bold:
            own.remove(bold)
        yield group, _name_in(bold), own


def _gathered(shown: Sequence[nodes.Node], groups: Sequence[Group]) -> Iterator[Part]:
    """Yield the groups whose entries start with their names, without these.

    What is not in the list stands above it.
    """
    above = [node for node in shown if not isinstance(node, nodes.bullet_list)]
    [entries] = [node for node in shown if isinstance(node, nodes.bullet_list)]
    by_line = _numbers_by_line(groups)
    held = [nodes.bullet_list("", bullet="-") for _ in groups]
    names: list[list[nodes.Node]] = [[] for _ in groups]
    for item in list(entries.children):
        assert isinstance(item, nodes.list_item)
        number = by_line[item.line or 0]
        held[number] += item
        if groups[number].title:
            names[number] = names[number] or _name_in(item[0])
            _take_name_off(item[0])
    if groups[0].title:
        yield Group((), 0, ()), [], above
    for number, group in enumerate(groups):
        own: list[nodes.Node] = [held[number]] if held[number].children else []
        yield group, names[number], own if group.title else [*above, *own]


def _bold_in(paragraph: nodes.Node | None) -> nodes.strong | None:
    """Return the bold text that a paragraph starts with."""
    if not isinstance(paragraph, nodes.paragraph):
        return None
    return next((it for it in paragraph.children if isinstance(it, nodes.strong)), None)


def _numbers_by_line(groups: Sequence[Group]) -> dict[int, int]:
    """Return the number of the group that each entry is in, by the entry's line."""
    return {entry.line: number for number, it in enumerate(groups) for entry in it.entries}


def _is_one_list(shown: Sequence[nodes.Node], groups: Sequence[Group]) -> bool:
    """Tell whether what is shown is the one list that was read, entry by entry."""
    lists = [node for node in shown if isinstance(node, nodes.bullet_list)]
    lines = [item.line for node in lists for item in node.children]
    return len(lists) == 1 and sorted(_numbers_by_line(groups)) == lines


def _name_in(paragraph: nodes.Node | None) -> list[nodes.Node]:
    """Return what that bold text says."""
    bold = _bold_in(paragraph)
    if bold is None:
        return []
    *before, last = (it.deepcopy() for it in bold.children)
    return [*before, nodes.Text(without_end(last)) if isinstance(last, nodes.Text) else last]


def _take_name_off(paragraph: nodes.Node) -> None:
    bold = _bold_in(paragraph)
    if bold is not None:
        assert isinstance(paragraph, nodes.paragraph)
        at = paragraph.index(bold)
        del paragraph[: at + 1]
        if isinstance(paragraph[0], nodes.Text):
            paragraph[0] = nodes.Text(without_start(paragraph[0]))


def _comments_at_end(held: list[nodes.Node]) -> list[nodes.Node]:
    """Take the comments at the end, which mark where parts start and end, and return them.

    They stand around whole groups.
    """
    count = next((n for n, it in enumerate(reversed(held)) if not _is_comment(it)), len(held))
    found = held[len(held) - count :]
    del held[len(held) - count :]
    return found


def _is_comment(node: nodes.Node) -> bool:
    return isinstance(node, nodes.comment)
