"""Links to what is not for the build's readers: their words stay, the link goes.

Cross-references into the domain see to themselves; here are the links of Markdown and of Sphinx.
Nobody can tell from the result whether the target is hidden or was never there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import docname_join

from hiring.model.kinds import Target
from hiring.model.targets import another, is_shown
from hiring.site.domain.domain import domain_of
from hiring.site.domain.references import docname_at, link_to, target_of_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx

    from hiring.site.domain.domain import HiringDomain


def unlink_hidden(domain: HiringDomain, docname: str, links: Sequence[nodes.Element]) -> None:
    """Replace links to hidden things by their words, and note what decided so.

    ``links`` are the cross-references and the references of the page.
    """
    for found in links:
        link = _cross_reference(found, docname, domain)
        target = link and target_of_link(link, docname, domain.build)
        if link is None or target is None:
            continue
        domain.note_use(docname, "shown", target)
        if not is_shown(target, domain.handbook):
            neutral = another(target, domain.build.voice_on(docname).lexicon)
            own = link["refexplicit"] or not neutral
            words = link[0].children if own else []
            link.replace_self(nodes.inline("", "", *(words or [nodes.Text(neutral)])))


def unlink_on_others(app: Sphinx, doctree: nodes.document) -> None:
    """Replace links to hidden pages by their words on a page outside of the handbook."""
    domain, docname = domain_of(app.env), app.env.docname
    build = domain.build
    if build.is_ours(docname):
        return
    for link in list(doctree.findall(addnodes.pending_xref)):
        if link["reftype"] not in ("doc", "myst"):
            continue
        on, to = link.get("refdoc", docname), str(link["reftarget"])
        path = build.path_of(to if link.get("refdomain") == "doc" else docname_join(on, to))
        if path.startswith("../"):
            continue
        domain.note_use(docname, "there", path)
        if path in build.handbook.hidden.pages:
            words = (
                link.astext()
                if link["refexplicit"]
                else another(Target("page", path), build.voice_on(docname).lexicon)
            )
            link.replace_self(nodes.inline(words, words))


def start_within(app: Sphinx, doctree: nodes.document) -> None:
    """Let links to pages that start with a slash start in the handbook's folder."""
    build = domain_of(app.env).build
    for link in doctree.findall(addnodes.pending_xref) if build.folder else ():
        if link["reftype"] == "doc":
            link["reftarget"] = build.from_top(link["reftarget"])


def _cross_reference(
    link: nodes.Element, docname: str, domain: HiringDomain
) -> addnodes.pending_xref | None:
    """Return a cross-reference, or the one that takes the place of a reference, or nothing.

    The path of a page is what a card takes for an address elsewhere.
    """
    if isinstance(link, addnodes.pending_xref):
        return link
    path, _, anchor = link.get("refuri", "").partition("#")
    if ":" in path or not path.endswith(".md"):
        return None
    page = docname_at(path, docname, domain.build)
    found = link_to(page, anchor, (), docname, "any", *link["classes"])
    link.replace_self(found)
    return found
