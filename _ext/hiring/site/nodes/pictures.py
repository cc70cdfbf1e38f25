"""Nodes of pictures: a figure, what is drawn in it, and the same as a table or a list.

HTML alone shows what is drawn, and puts the table or list behind its name. Every other builder has
the table or list, under that name.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from hiring.pictures.shapes import svg
from hiring.site.nodes.disclosures import details, details_end, summary, summary_end
from hiring.site.nodes.nodes import visitors_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class picture(nodes.container):
    """A figure: what is drawn, what is to be known of it, and the same in words."""


class drawn(nodes.Element):
    """What is drawn, a ``drawing``: ``name`` starts its ids, ``pages`` are roles' by key."""


class picture_legend(nodes.paragraph):
    """What the signs of a drawing mean: for HTML alone, as the drawing is."""


class picture_data(nodes.container):
    """The same as a table or a list: HTML's ``details``, whose name is the first child."""


class picture_data_name(nodes.paragraph):
    """What the table or list is called: HTML's ``summary``."""


def _figure(self: Any, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "figure", CLASS="hiring-picture"))


def _figure_end(self: Any, node: nodes.Element) -> None:
    self.body.append("</figure>\n")


def _drawn(self: Any, node: nodes.Element) -> None:
    builder, drawing = self.builder, node["drawing"]
    here, known = builder.current_docname, builder.env.all_docs
    addresses = {
        key: builder.get_relative_uri(here, page)
        for key, page in node["pages"].items()
        if page in known
    }
    written = svg(drawing, node["name"], addresses)
    # What may be wider than a narrow page scrolls by itself, by the keyboard too.
    wide = f' tabindex="0" role="group" aria-label="{escape(drawing.title)}"'
    scrolls = "" if drawing.fluid else wide
    self.body.append(f'<div class="hiring-picture-box"{scrolls}>{written}</div>\n')


def _nothing(self: Any, node: nodes.Element) -> None:
    """Leave the node's end as it is."""


def _skip(self: Any, node: nodes.Element) -> None:
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Register the nodes with a visitor for every builder."""
    others = ("latex", "text", "man", "texinfo")
    for node, opened, closed in (
        (picture, _figure, _figure_end),
        (picture_data, details, details_end),
        (picture_data_name, summary, summary_end),
    ):
        plain = visitors_of(node.__bases__[0])
        app.add_node(node, html=(opened, closed), epub=plain)
    skipped: dict[str, Any] = dict.fromkeys(("epub", *others), (_skip, None))
    app.add_node(drawn, html=(_drawn, _nothing), **skipped)
    app.add_node(picture_legend, html=visitors_of(nodes.paragraph), **skipped)
