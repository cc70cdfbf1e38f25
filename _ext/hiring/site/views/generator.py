"""What the generator shows before its scripts run: a posting, and a checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.site.nodes.nodes import block_title
from hiring.site.nodes.voice import marked
from hiring.site.views.content import blocks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.posting.content import Section


def sections_view(
    heading: nodes.Node, sections: Iterable[Section], language: str, *classes: str
) -> nodes.container:
    """Return sections under a title; neither are sections of the page.

    ``language`` is theirs, where it is not the page's.
    """
    title = block_title("", "", heading)
    shown = marked(nodes.container("", title, classes=list(classes)), language)
    for section in sections:
        name = block_title(section.title, section.title, deeper=1)
        shown += marked(name, section.title_language)
        shown += list(blocks(section.content))
    return shown
