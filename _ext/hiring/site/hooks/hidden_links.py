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
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from hiring.site.domain.domain import HiringDomain


def unlink_hidden(domain: HiringDomain, docname: str, doctree: nodes.document) -> None:
    """Replace links to hidden things by their words, and note what decided so."""
    _find_pages(domain, docname, doctree)
    for link in list(doctree.findall(addnodes.pending_xref)):
        target = target_of_link(link, docname, domain.build)
        if target is None:
            continue
        domain.note_use(docname, "shown", target)
        if not is_shown(target, domain.handbook):
            own = link["refexplicit"] or not another(target)
            words = link[0].children if own else []
            link.replace_self(nodes.inline("", "", *(words or [nodes.Text(another(target))])))


def words_of_hidden(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: nodes.Element
) -> nodes.inline | None:
    """Return the words of a link on a page outside of the handbook that leads to a hidden page."""
    build = domain_of(env).build
    if not build.folder or node["reftype"] not in ("doc", "myst"):
        return None
    on, to = node.get("refdoc", ""), str(node["reftarget"]).partition("#")[0]
    named = {docname_join(on, to.removesuffix(".md")), to}
    if not any(build.path_of(it) in build.handbook.hidden.pages for it in named):
        return None
    words = contnode.astext() if node.get("refexplicit") else another(Target("page", ""))
    return nodes.inline(words, words)


def _find_pages(domain: HiringDomain, docname: str, doctree: nodes.document) -> None:
    """Make cross-references of what a card takes for addresses elsewhere: paths of pages."""
    for link in list(doctree.findall(nodes.reference)):
        path, _, anchor = link.get("refuri", "").partition("#")
        if ":" not in path and path.endswith(".md"):
            page = docname_at(path, docname, domain.build)
            link.replace_self(link_to(page, anchor, (), docname, "any", *link["classes"]))
