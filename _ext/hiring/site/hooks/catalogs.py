"""What a catalog of messages is made of: a page's text as it was written, with its links.

So a name that is hidden must be out of it when the page has been read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from hiring.model.targets import another_of
from hiring.site.domain.references import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.site.domain.domain import HiringDomain


def links_of(doctree: nodes.document) -> list[nodes.Element]:
    """Return the links of a page that can lead to what is hidden."""
    kinds = (addnodes.pending_xref, nodes.reference)
    return [link for link in doctree.findall(nodes.Element) if isinstance(link, kinds)]


def forget_names(domain: HiringDomain, links: Sequence[nodes.Element]) -> None:
    """Take what is hidden out of the written text around links, those that are gone among them.

    A cross-reference into the handbook is resolved when its page is written; one that leads nowhere
    says so from now on in the words that it will have then.
    """
    for link in links:
        parent = link.parent
        if isinstance(link, addnodes.pending_xref) and link.get("refdomain") == domain.name:
            if find(link["reftype"], link["reftarget"], domain.env)[0] is not None:
                continue
            if not link["refexplicit"]:
                said = domain.build.voice_on(domain.env.docname).lexicon
                words = another_of(link["reftype"], said)
                link.children = []
                link += nodes.inline(words, words)
                link["refexplicit"] = True
        elif parent is None or any(child is link for child in parent.children):
            continue
        while parent is not None:
            parent.rawsource = ""
            parent = parent.parent
