"""Lists in groups: what holds a list may hold several, each under a name.

A name is a line of bold text alone, above its list and perhaps a sentence; a forge shows the same::

    **Communication**

    How somebody speaks and writes.

    - Explains a fault to a customer

Or most entries of one list start with theirs, as ``- **Communication:** Explains a fault``. Both
are read here and nowhere else, from the tree: ``groups_in`` gives the groups, ``fault_in`` tells
where a body is no such list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hiring.language.plain import words_of
from hiring.language.spoken import entries_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hiring.model.tree import Node

LISTS = ("bullet_list", "ordered_list")
UNSEEN = ("comment",)
"""What stands anywhere and says nothing."""

_ENDS = " \t:.\N{FULLWIDTH COLON}\N{EN DASH}\N{EM DASH}-"
"""What may stand between a name and what it heads."""
_STARTS = re.compile(rf"^[{_ENDS}]+")


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one name.

    ``title`` is the name, as inline nodes; none for what stands under no name, which is the first
    group alone. ``nodes`` are what is in the group: sentences, then lists. ``line`` is where it
    starts. Of a ``gathered`` group each entry began with the name, which is taken off there.
    """

    title: tuple[Node, ...]
    line: int
    nodes: tuple[Node, ...]
    gathered: bool = False

    @property
    def name(self) -> str:
        """The name in words."""
        return words_of(self.title)

    @property
    def entries(self) -> tuple[Node, ...]:
        """The entries of its lists."""
        return tuple(entries_of(self.nodes))


def groups_in(nodes: Iterable[Node]) -> tuple[Group, ...]:
    """Return what a block or a level holds, in groups; one without a name where it has none."""
    shown = [node for node in nodes if node.kind not in UNSEEN]
    groups: list[Group] = []
    for node in shown:
        title = title_of(node)
        if title:
            groups.append(Group(title, node.line, ()))
        elif groups:
            groups[-1] = replace(groups[-1], nodes=(*groups[-1].nodes, node))
        else:
            groups.append(Group((), node.line, (node,)))
    if any(group.title for group in groups):
        return tuple(groups)
    return _gathered(shown) or tuple(groups)


def fault_in(nodes: Iterable[Node]) -> Node | None:
    """Return the first node that no list in groups may have, or None where all may stand there.

    Sentences may stand around lists; each name has a list. A table is one, too.
    """
    shown = [node for node in nodes if node.kind not in UNSEEN]
    name: Node | None = None
    for node in shown:
        if node.kind in (*LISTS, "table"):
            name = None
        elif node.kind != "paragraph":
            return node
        elif title_of(node):
            if name:
                return name
            name = node
    has_list = any(node.kind in (*LISTS, "table") for node in shown)
    return name if has_list else next(iter(shown), None)


def title_of(node: Node) -> tuple[Node, ...]:
    """Return the name that a paragraph of bold text alone is, as inline nodes; else none."""
    if node.kind != "paragraph":
        return ()
    first, *rest = node.children or (node,)
    if first.kind != "strong" or words_of(rest).strip(_ENDS):
        return ()
    return _named(first)


def without_end(name: str) -> str:
    """Return the last words of a name without the colon or point behind it."""
    return name.rstrip(_ENDS)


def without_start(text: str) -> str:
    """Return what stands behind a name without the colon or dash before it."""
    return _STARTS.sub("", text)


def _named(bold: Node) -> tuple[Node, ...]:
    """Return the name that bold text is."""
    *before, last = bold.children
    return (*before, replace(last, text=without_end(last.text)))


def _gathered(nodes: Sequence[Node]) -> tuple[Group, ...]:
    """Return the groups of one list whose entries start with their names; none where few do.

    A name stands for two entries or more on average: else it says more of its entry than of others.
    """
    if not nodes or nodes[-1].kind != "bullet_list" or any(it.kind in LISTS for it in nodes[:-1]):
        return ()
    whole = nodes[-1]
    loose: list[Node] = []
    named: dict[str, Group] = {}
    entries: dict[str, list[Node]] = {}
    for entry in whole.children:
        title, rest = name_apart(entry)
        key = words_of(title).lower()
        if rest is None:
            loose.append(entry)
            continue
        named.setdefault(key, Group(title, entry.line, (), gathered=True))
        entries.setdefault(key, []).append(rest)
    count = len(whole.children) - len(loose)
    if not named or count <= len(loose) or 2 * len(named) > count:
        return ()
    first = (*nodes[:-1], *((replace(whole, children=tuple(loose)),) if loose else ()))
    return (
        *((Group((), first[0].line, first),) if first else ()),
        *(
            replace(group, nodes=(replace(whole, children=tuple(entries[key])),))
            for key, group in named.items()
        ),
    )


def name_apart(entry: Node) -> tuple[tuple[Node, ...], Node | None]:
    """Return the name that an entry starts with, and the entry without it; none where it has none.

    Bold text is a name where a sign of its own ends it: else it may be the start of a sentence.
    """
    first = entry.children[0] if entry.children else entry
    if first.kind != "paragraph" or not first.children or first.children[0].kind != "strong":
        return (), None
    bold, *rest = first.children
    words, behind = words_of([bold]), words_of(rest)
    is_ended = words[-1:] in (":", ".", "\N{FULLWIDTH COLON}") or _STARTS.match(behind.lstrip())
    if not is_ended or not behind.strip(_ENDS):
        return (), None
    start = rest[0]
    if start.kind == "text":
        rest[0] = replace(start, text=without_start(start.text))
    kept = replace(first, children=tuple(rest))
    return _named(bold), replace(entry, children=(kept, *entry.children[1:]))
