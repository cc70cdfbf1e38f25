"""A posting as nodes: what its formats say, on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.posting.content import Paragraph
from hiring.site.nodes import block_title, generator_link
from hiring.site.views.build import bullets, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.posting.compose import Posting
    from hiring.posting.content import Content, Section, Span
    from hiring.site.config import SiteConfig


def posting_view(posting: Posting) -> nodes.container:
    """Return a posting, its open facts marked."""
    return sections_view(posting.title, posting.sections, "hiring-posting")


def sections_view(title: str, sections: Iterable[Section], *classes: str) -> nodes.container:
    """Return sections under a title; neither are sections of the page."""
    shown = nodes.container("", block_title(title, title), classes=list(classes))
    for section in sections:
        shown += block_title(section.title, section.title, deeper=1)
        shown += content_view(section.content)
    return shown


def content_view(content: Iterable[Content]) -> list[nodes.Node]:
    """Return the content of a section."""
    return [
        nodes.paragraph("", "", *map(_span, part.spans))
        if isinstance(part, Paragraph)
        else bullets(content_view(item.content) for item in part.items)
        for part in content
    ]


def customize_link(config: SiteConfig, role: str, level: str = "") -> generator_link:
    """Return the control that leads to the generator, with a role and a level chosen, by their ids.

    It shows nothing where the build has no page with a generator, or is no HTML.
    """
    return generator_link(page=config.generator_page, role=role, level=level)


def _span(span: Span) -> nodes.Node:
    found: nodes.Node = nodes.Text(span.text)
    if span.placeholder:
        found = text(span.text, "hiring-placeholder")
    if span.em:
        found = nodes.emphasis("", "", found)
    if span.strong:
        found = nodes.strong("", "", found)
    return nodes.reference("", "", found, refuri=span.href) if span.href else found
