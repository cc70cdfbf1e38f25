"""What pages show of one another, as digests: it is compared with the build before."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sphinx import addnodes

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class Shape:
    """What pages show of other pages: names and order in the navigation, anchors in links."""

    def __init__(self, env: BuildEnvironment) -> None:
        titles = sorted((doc, title.astext()) for doc, title in env.titles.items())
        listed = sorted(
            (
                doc,
                [(each["entries"], each.get("caption")) for each in toc.findall(addnodes.toctree)],
            )
            for doc, toc in env.tocs.items()
        )
        self.navigation = digest_of((titles, listed))
        std = env.get_domain("std").data
        anchors: dict[str, list[Any]] = {doc: [] for doc in env.all_docs}
        for doc in anchors:
            slugs = env.metadata.get(doc, {}).get("myst_slugs", {})
            anchors[doc] += sorted((slug, *entry[1:]) for slug, entry in slugs.items())
        for store in ("labels", "anonlabels"):
            for label, entry in sorted(std[store].items()):
                if entry[0] in anchors:
                    anchors[entry[0]].append((store, label, *entry[1:]))
        self.anchors = {doc: digest_of(found) for doc, found in anchors.items()}


def digest_of(value: Any) -> str:
    """Return a digest of a value: equal values have equal digests, in every process."""
    return hashlib.sha256(repr(value).encode()).hexdigest()
