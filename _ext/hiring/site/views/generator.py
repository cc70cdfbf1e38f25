"""What the generator shows before its scripts run: a posting, and a checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.site.nodes.nodes import block_title
from hiring.site.views.postings import blocks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.posting.content import Section


def sections_view(title: str, sections: Iterable[Section], *classes: str) -> nodes.container:
    """Return sections under a title; neither are sections of the page."""
    shown = nodes.container("", block_title(title, title), classes=list(classes))
    for section in sections:
        shown += block_title(section.title, section.title, deeper=1)
        shown += list(blocks(section.content))
    return shown
