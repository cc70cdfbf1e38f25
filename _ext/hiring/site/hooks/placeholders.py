"""What is open in prose: ``[[location]]`` becomes a marked ``[City, State]``; a blank is marked.

A placeholder is filled by an opening, a blank by whoever writes the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from hiring.language.vocabulary import PLACEHOLDER
from hiring.model.report import BLANK
from hiring.site.domain.domain import domain_of
from hiring.site.nodes.voice import language_class
from hiring.site.views.build import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

_OPEN = re.compile(f"{PLACEHOLDER.pattern}|{BLANK.pattern}")


class ShowPlaceholders(SphinxTransform):
    """Puts the label of each placeholder in its place, and marks each blank."""

    default_priority = 500

    def apply(self, **kwargs: Any) -> None:
        """Mark what is open in prose; code stays as it is."""
        if not domain_of(self.env).build.is_ours(self.env.docname):
            return
        for node in list(self.document.findall(nodes.Text)):
            if isinstance(node.parent, nodes.literal | nodes.literal_block):
                continue
            if "[[" in node or ("TODO" in node and BLANK.search(node)):
                node.parent.replace(node, list(self.parts(node.astext())))

    def parts(self, words: str) -> Iterator[nodes.Node]:
        """Yield the text around what is open, and that with its mark."""
        end = 0
        for match in _OPEN.finditer(words):
            marked = self.marked(match)
            if marked is not None:
                yield nodes.Text(words[end : match.start()])
                yield marked
                end = match.end()
        yield nodes.Text(words[end:])

    def marked(self, match: re.Match[str]) -> nodes.inline | None:
        """Return a blank, or a placeholder's label; None for a placeholder that nobody declares."""
        if match[1] is None:
            return text(match[0], "hiring-blank")
        domain = domain_of(self.env)
        domain.note_use(self.env.docname, "company")
        company = domain.handbook.company
        voice = domain.build.voice_on(self.env.docname)
        label = company.open_fact(match[1], "label", voice.language)
        if label is None:
            return None
        own = voice.of(label.language)
        return text(f"[{label.value}]", "hiring-placeholder", *language_class(own))


def register(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(ShowPlaceholders)
