"""Keys of hidden roles in the front matter of pages that others may read: none is left there.

Facts leave hidden roles out. The text that is projected has to do so, too: whoever builds it again
knows no hidden role, and would take its key for a title.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import yaml

from hiring.model.job_facts import MANAGERS
from hiring.reading.facts.yaml import LOADER
from hiring.reading.sources.lines import lines_of_front_matter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from hiring.model.handbook import Handbook, Page

KEYED = {"role": ("works_with", "related", *MANAGERS), "opening": MANAGERS}
"""The fields that hold keys of roles, by the name of what holds them; some hold titles, too."""


def without_hidden_keys(handbook: Handbook) -> Handbook:
    """Return the handbook with pages whose front matter names no hidden role."""
    hidden = handbook.hidden.names.get("role", frozenset())
    if not hidden:
        return handbook
    changed = {
        path: replace(page, text=without_keys(page.text, hidden))
        for path, page in handbook.pages.items()
        if not hidden.isdisjoint(_named_on(page))
    }
    return replace(handbook, pages={**handbook.pages, **changed})


def _named_on(page: Page) -> Iterator[str]:
    for holder, names in KEYED.items():
        facts = getattr(page.front_matter, holder)
        for name in names if facts else ():
            yield from getattr(facts, name)


def without_keys(text: str, hidden: Collection[str]) -> str:
    """Return a page's text whose front matter names none of some keys; lines keep their numbers."""
    lines = text.split("\n")
    count = lines_of_front_matter(lines)
    front = "\n".join(lines[1 : count - 1])
    for first, last, kept in sorted(_edits(front, hidden), reverse=True):
        taken = front[first:last]
        front = f"{front[:first]}{kept}{taken.count(chr(10)) * chr(10)}{front[last:]}"
    return "\n".join([lines[0], front, *lines[count - 1 :]])


def _edits(front: str, hidden: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield from where to where a value names a hidden role, and what is left of it."""
    top = yaml.compose(front, Loader=LOADER)
    named = top.value if top else ()
    held = [(facts.value, KEYED[it.value]) for it, facts in named if it.value in KEYED]
    for facts, fields in held:
        for value in (value for name, value in facts if name.value in fields):
            stated = value.value if isinstance(value, yaml.SequenceNode) else [value]
            kept = [it for it in stated if it.value not in hidden]
            if len(kept) < len(stated):
                first, last = value.start_mark.index, value.end_mark.index
                said = (front[it.start_mark.index : it.end_mark.index] for it in kept)
                last = first + len(front[first:last].rstrip())
                # A list below its field may be indented no more than that.
                yield first, last, f" [{', '.join(said)}]"
