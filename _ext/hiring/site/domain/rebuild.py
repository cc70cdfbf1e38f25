"""What pages show of one another, as digests: it is compared with the build before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from hiring.model.digests import digest_of
from hiring.model.kinds import OURS
from hiring.model.paths import plain_label
from hiring.site.domain.references import docname_at, find

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sphinx.environment import BuildEnvironment

    from hiring.site.domain.navigation import Navigation
    from hiring.site.domain.this_build import ThisBuild

ShownTarget = tuple[str, str]
"""What a link shows of others: of a ``page`` its title and anchors, or the title at a ``label``."""


class SiteShape:
    """What pages show of others: names and order in the navigation, sections, what links lead to.

    ``navigation`` and ``sections`` are by page; ``targets`` are those that any page links to.
    """

    def __init__(
        self,
        env: BuildEnvironment,
        navigation: Navigation,
        used: Iterable[ShownTarget],
        sections: Mapping[str, str],
    ) -> None:
        """Look at all pages, which have been read, and at what links lead to.

        ``sections`` are those that are known, of pages which were not read again.
        """
        self.navigation = {doc: digest_of(navigation.shown_on(doc)) for doc in sorted(env.all_docs)}
        self.sections = {
            doc: sections.get(doc)
            or digest_of([*_sections(env.tocs[doc]), *_listed(env.tocs[doc])])
            for doc in env.tocs
        }
        self.targets = {target: digest_of(_shown_of(env, *target)) for target in sorted(used)}


def _sections(toc: nodes.Element) -> Iterator[tuple[Any, str]]:
    for link in toc.findall(nodes.reference):
        yield link.get("anchorname"), link.astext()


def _listed(toc: nodes.Element) -> Iterator[tuple[Any, Any]]:
    for toctree in toc.findall(addnodes.toctree):
        yield toctree["entries"], toctree.get("caption")


def _shown_of(env: BuildEnvironment, kind: str, name: str) -> Any:
    """Return what a link to a target may show of it, and what decides where it leads."""
    std = env.get_domain("std").data
    if kind == "page":
        title = env.titles[name].astext() if name in env.titles else None
        slugs = env.metadata.get(name, {}).get("myst_slugs", {})
        anchors = sorted((slug, *entry[1:]) for slug, entry in slugs.items())
        stores = (std["labels"], std["anonlabels"])
        labels = [
            sorted((label, *entry[1:]) for label, entry in store.items() if entry[0] == name)
            for store in stores
        ]
        return title, anchors, labels
    label = plain_label(name)
    own = [find(it, name, env) for it in OURS]
    known = [std[store].get(label) for store in ("labels", "anonlabels")]
    return known, std["objects"].get(("term", label)), std["terms"].get(label.lower()), own


def targets_of(doctree: nodes.document, docname: str, build: ThisBuild) -> Iterator[ShownTarget]:
    """Yield what the links of a page, which has been read, show of other pages.

    A link with words of its own shows nothing of a page, but leads to one of its anchors.
    """
    for link in doctree.findall(addnodes.pending_xref):
        domain, kind, target = link.get("refdomain"), link["reftype"], str(link["reftarget"])
        if domain == "doc":
            if link.get("reftargetid") or not link.get("refexplicit"):
                yield "page", target
        elif domain == "std" and kind == "doc":
            if not link.get("refexplicit"):
                yield "page", docname_at(target, link.get("refdoc", docname), build)
        elif domain != "hiring":
            yield "label", target


def pages_above(env: BuildEnvironment, docs: Collection[str]) -> set[str]:
    """Return the pages whose tables of contents lead to one of these, and so show its sections."""
    found: set[str] = set()
    ahead = set(docs)
    while ahead:
        ahead = {doc for doc, leads in env.toctree_includes.items() if ahead & {*leads}} - found
        found |= ahead
    return found
