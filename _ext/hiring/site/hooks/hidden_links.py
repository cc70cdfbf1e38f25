"""Links to what is not for the build's readers: their words stay, the link goes.

Cross-references into the domain see to themselves; here are the links of Markdown and of Sphinx.
Nobody can tell from the result whether the target is hidden or was never there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from hiring.model.targets import another, is_shown
from hiring.site.domain.references import docname_at, link_to, target_of_link

if TYPE_CHECKING:
    from hiring.site.domain.domain import HiringDomain


def unlink_hidden(domain: HiringDomain, docname: str, doctree: nodes.document) -> None:
    """Replace links to hidden things by their words, and note what decided so."""
    _find_pages(docname, doctree)
    for link in list(doctree.findall(addnodes.pending_xref)):
        target = target_of_link(link, docname)
        if target is None:
            continue
        domain.note_use(docname, "shown", target)
        if not is_shown(target, domain.handbook):
            neutral = another(target, domain.build.voice_on(docname).lexicon.language)
            own = link["refexplicit"] or not neutral
            words = link[0].children if own else []
            link.replace_self(nodes.inline("", "", *(words or [nodes.Text(neutral)])))


def _find_pages(docname: str, doctree: nodes.document) -> None:
    """Make cross-references of what a card takes for addresses elsewhere: paths of pages."""
    for link in list(doctree.findall(nodes.reference)):
        path, _, anchor = link.get("refuri", "").partition("#")
        if ":" not in path and path.endswith(".md"):
            page = docname_at(path, docname)
            link.replace_self(link_to(page, anchor, (), docname, "any", *link["classes"]))
