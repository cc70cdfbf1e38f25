"""The pages of openings: made of what they state, and left out of lists when they are over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from hiring.site.domain.domain import domain_of
from hiring.site.hooks.transforms import finished_kinds
from hiring.site.nodes.nodes import closing_notice, closing_remark

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from hiring.model.opening import Opening
    from hiring.site.domain.domain import HiringDomain

CLOSING = frozenset((closing_notice, closing_remark))


def register(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(ListOpenJobs)


def source_of(opening: Opening) -> str:
    """Return what Sphinx reads of an opening's page: its title, and the directive that shows all.

    What the page holds below its front matter is a part of the posting.
    """
    title = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", opening.title)
    return f"# {title}\n\n:::{{hiring:posting}}\n:::\n"


def in_navigation(opening: Opening, domain: HiringDomain) -> bool:
    """Tell whether lists of pages name an opening: people can apply, or will."""
    return opening.state(domain.today) in ("open", "draft")


class ListOpenJobs(SphinxTransform):
    """Takes openings that are over, or still to come, out of tables of contents."""

    default_priority = 870

    def apply(self, **kwargs: Any) -> None:
        """Drop their entries, and note what decided so."""
        domain = domain_of(self.env)
        for table in self.document.findall(addnodes.toctree):
            dropped = set()
            for docname in table["includefiles"]:
                opening = domain.handbook.opening_on(domain.build.path_of(docname))
                if opening:
                    domain.note_use(self.env.docname, "opening", opening.key)
                    dropped |= set() if in_navigation(opening, domain) else {docname}
            table["entries"] = [entry for entry in table["entries"] if entry[1] not in dropped]
            table["includefiles"] = [doc for doc in table["includefiles"] if doc not in dropped]


def settle_opening(app: Sphinx, doctree: nodes.document) -> None:
    """Let links find an opening's sections, and Sphinx not miss it in tables of contents."""
    domain, docname = domain_of(app.env), app.env.docname
    opening = domain.handbook.opening_on(domain.build.path_of(docname))
    if opening is None:
        return
    metadata = app.env.metadata[docname]
    slugs = metadata.setdefault("myst_slugs", {})
    for section in doctree.findall(nodes.section):
        anchor = section["ids"][0]
        slugs.setdefault(anchor, (None, anchor, section[0].astext()))
    if not in_navigation(opening, domain):
        metadata["orphan"] = True


def add_script(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Add what takes jobs back in the browser to the pages that offer some."""
    if isinstance(doctree, nodes.document) and CLOSING & finished_kinds(doctree):
        app.add_js_file("hiring/closing.js")
