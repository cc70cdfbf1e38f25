"""What pages of the manual show of what the program knows, as Markdown for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.lexicon import message_lexicon
from hiring.model.messages import message_language
from hiring.posting.laws import pay_laws
from hiring.site.nodes.voice import Voice
from hiring.site.views.checks import families
from hiring.site.views.laws import law_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_VIEWS: dict[str, Callable[[], list[nodes.Element]]] = {
    "check-rules": lambda: [*families(())],
    "posting-laws": lambda: [law_list(pay_laws(), Voice(message_language(), message_lexicon()))],
}


def worked_out(block: str) -> Iterator[str]:
    """Yield the lines of a block; of one that shows what only a handbook has, none."""
    for view in _VIEWS.get(block, list)():
        yield from _lines(view)


def _lead(words: nodes.TextElement) -> str:
    """Return how a line starts: as a heading where readers can be sent to what it names."""
    if isinstance(words, nodes.title):
        return "### "
    if not isinstance(words, nodes.term):
        return ""
    anchored = words.next_node(nodes.target) or next(_anchored(words.parent), None)
    return "#### " if anchored else ""


def _anchored(entry: nodes.Element) -> Iterator[nodes.Element]:
    return (it for it in entry.children if isinstance(it, nodes.definition) and it["ids"])


def _lines(view: nodes.Element) -> Iterator[str]:
    """Yield what a view shows; what stands behind a term stands under it."""
    for it in view.findall(nodes.TextElement):
        if not isinstance(it, nodes.title | nodes.term | nodes.paragraph):
            continue
        is_entry = isinstance(it.parent, nodes.list_item)
        words, behind = "- " if is_entry else _lead(it), ""
        for part in it.children:
            if isinstance(part, nodes.inline) and "hiring-weight" in part["classes"]:
                behind = f"*{part.astext().strip()}*"
            else:
                code = isinstance(part, nodes.literal)
                words += f"`{part.astext()}`" if code else part.astext()
        yield words
        if not is_entry or it.parent is it.parent.parent.children[-1]:
            yield ""
        if behind:
            yield from (behind, "")
