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

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook
    from hiring.site.domain import HiringDomain

NEUTRAL = {"page": "another page", "anchor": "another section", "label": "another section"}
"""What a link says that has no words of its own, by what it leads to."""


def soften(domain: HiringDomain, docname: str, doctree: nodes.document) -> None:
    """Replace links to hidden things by their words, and note what decided so."""
    for link in list(doctree.findall(addnodes.pending_xref)):
        kind, target = _meant(link, docname)
        if not kind:
            continue
        domain.note_use(docname, "shown", f"{kind} {target}")
        if not is_shown(domain.handbook, kind, target):
            words = link[0].children if link["refexplicit"] or kind == "term" else []
            link.replace_self(nodes.inline("", "", *(words or [nodes.Text(NEUTRAL[kind])])))


def _meant(link: addnodes.pending_xref, docname: str) -> tuple[str, str]:
    """Return what kind of thing a link leads to, and its name; nothing for links of others."""
    domain, kind, target = link.get("refdomain"), link["reftype"], str(link["reftarget"])
    if kind == "myst" and domain == "doc":
        anchor = link.get("reftargetid")
        return ("anchor", f"{target}.md#{anchor}") if anchor else ("page", f"{target}.md")
    if kind == "myst":
        path, _, anchor = target.partition("#")
        if path.endswith(".md"):
            home = posixpath.dirname(link.get("refdoc", docname))
            path = posixpath.normpath(posixpath.join(home, path))
            return ("anchor", f"{path}#{anchor}") if anchor else ("page", path)
        return "anchor", f"{link.get('refdoc', docname)}.md#{target}"
    if domain == "std" and kind == "doc":
        home = posixpath.dirname(link.get("refdoc", docname))
        return "page", posixpath.normpath(posixpath.join("/", home, target)).lstrip("/") + ".md"
    if domain == "std" and kind in ("ref", "term"):
        return ("label" if kind == "ref" else "term"), plain_label(target)
    return "", ""


def is_shown(handbook: Handbook, kind: str, target: str) -> bool:
    """Tell whether a thing is not hidden: it is there, or it never was."""
    hidden, projected = handbook.hidden, handbook.hidden.projected
    match kind:
        case "page":
            return target in handbook.pages or not (projected or target in hidden.pages)
        case "anchor":
            return _anchor_is_shown(handbook, *target.split("#", 1))
        case "label":
            return target in handbook.labels or not (projected or target in hidden.labels)
        case "term":
            return target in handbook.terms or not (projected or target in hidden.terms)
    raise LookupError(kind)


def _anchor_is_shown(handbook: Handbook, path: str, anchor: str) -> bool:
    """Tell whether an anchor, or what else a bare ``#name`` may stand for, is not hidden."""
    page, hidden = handbook.pages.get(path), handbook.hidden
    if page is None:
        return is_shown(handbook, "page", path)
    plain = plain_label(anchor)
    key, _, part = anchor.partition("/")
    role = handbook.roles.get(key)
    if anchor in page.anchors or plain in handbook.labels or anchor in handbook.skill_names:
        return True
    if role and (not part or role.level(part) or role.question(part)):
        return True
    home = f"roles/{key}.md"
    above = (path, anchor) in hidden.anchors or plain in hidden.labels or home in hidden.pages
    within = {(home, f"level-{part}"), (home, f"question-{part}")} & hidden.anchors
    return not (hidden.projected or above or within)
