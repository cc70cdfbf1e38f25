"""Placeholders: ``[[location]]`` in Markdown becomes a marked ``[City, State]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from hiring.language.vocabulary import PLACEHOLDER
from hiring.site.domain.domain import domain_of
from hiring.site.views.build import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


class ShowPlaceholders(SphinxTransform):
    """Puts the label of each placeholder in its place."""

    default_priority = 500

    def apply(self, **kwargs: Any) -> None:
        """Replace the placeholders in prose; code stays as it is."""
        for node in list(self.document.findall(nodes.Text)):
            if "[[" in node and not isinstance(node.parent, nodes.literal | nodes.literal_block):
                node.parent.replace(node, list(self.parts(node.astext())))

    def parts(self, words: str) -> Iterator[nodes.Node]:
        """Yield the text around placeholders, and their labels."""
        domain = domain_of(self.env)
        domain.note_use(self.env.docname, "company")
        known = domain.handbook.company.placeholders
        end = 0
        for match in PLACEHOLDER.finditer(words):
            placeholder = known.get(match.group(1))
            if placeholder is None:
                continue
            yield nodes.Text(words[end : match.start()])
            yield text(f"[{placeholder.label}]", "hiring-placeholder")
            end = match.end()
        yield nodes.Text(words[end:])


def register(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(ShowPlaceholders)
