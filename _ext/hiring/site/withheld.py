"""Links to what is not for the build's readers: their words stay, the link goes.

Cross-references into the domain see to themselves; here are the links of Markdown and of Sphinx.
Nobody can tell from the result whether the target is hidden or was never there.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from hiring.reading.anchors import plain_label
from hiring.reading.visibility import NEUTRAL, is_shown

if TYPE_CHECKING:
    from hiring.site.domain import HiringDomain


def soften(domain: HiringDomain, docname: str, doctree: nodes.document) -> None:
    """Replace links to hidden things by their words, and note what decided so."""
    _find_pages(docname, doctree)
    for link in list(doctree.findall(addnodes.pending_xref)):
        kind, target = _meant(link, docname)
        if not kind:
            continue
        domain.note_use(docname, "shown", f"{kind} {target}")
        if not is_shown(domain.handbook, kind, target):
            words = link[0].children if link["refexplicit"] or kind == "term" else []
            link.replace_self(nodes.inline("", "", *(words or [nodes.Text(NEUTRAL[kind])])))


def _find_pages(docname: str, doctree: nodes.document) -> None:
    """Make cross-references of what a card takes for addresses elsewhere: paths of pages."""
    for link in list(doctree.findall(nodes.reference)):
        path, _, anchor = link.get("refuri", "").partition("#")
        if ":" in path or not path.endswith(".md"):
            continue
        words = nodes.inline("", "", classes=["xref", "any", *link["classes"]])
        page = addnodes.pending_xref("", words, refdomain="doc", reftype="myst", refdoc=docname)
        home = posixpath.join("/", posixpath.dirname(docname))
        page["reftarget"] = posixpath.normpath(posixpath.join(home, path[:-3])).lstrip("/")
        page["reftargetid"] = anchor or None
        page["refexplicit"] = False
        link.replace_self(page)


def _meant(link: addnodes.pending_xref, docname: str) -> tuple[str, str]:
    """Return what kind of thing a link leads to, and its name; nothing for links of others."""
    domain, kind, target = link.get("refdomain"), link["reftype"], str(link["reftarget"])
    here = link.get("refdoc", docname)
    home = posixpath.join("/", posixpath.dirname(here))
    if kind == "myst" and domain == "doc":
        anchor = link.get("reftargetid")
        return ("anchor", f"{target}.md#{anchor}") if anchor else ("page", f"{target}.md")
    if kind == "myst":
        path, _, anchor = target.partition("#")
        if not path.endswith(".md"):
            return "name", f"{here}.md#{target}"
        path = posixpath.normpath(posixpath.join(home, path)).lstrip("/")
        return ("anchor", f"{path}#{anchor}") if anchor else ("page", path)
    if kind == "any":
        return "name", f"{here}.md#{target}"
    if domain == "std" and kind == "doc":
        return "page", posixpath.normpath(posixpath.join(home, target)).lstrip("/") + ".md"
    if domain == "std" and kind in ("ref", "term"):
        return ("label" if kind == "ref" else "term"), plain_label(target)
    return "", ""
