"""Nodes for levels that readers compare: all of them by birth, and in HTML a choice of two.

Without a script every level stands under its role. What the script needs to choose from them are
attributes of their elements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from hiring.site.nodes.nodes import visitors_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class compared_roles(nodes.container):
    """Roles to compare; ``words`` are what the script says, by name."""


class compared_role(nodes.container):
    """A role: ``key`` and ``title``."""


class compared_level(nodes.container):
    """A level: ``key``, ``title``, its ``rank``, its ``track``, and whether it states ``all``."""


class compared_with(nodes.container):
    """What a level that states all says otherwise than a ``lower`` one of its role."""


def _roles(self: Any, node: nodes.Element) -> None:
    before = self.builder.templates.render("compare.html", {"words": node["words"]})
    before, after = before.split("<!-- here -->")
    self.context.append(after)
    self.body.append(before)


def _pop(self: Any, node: nodes.Element) -> None:
    self.body.append(self.context.pop())


def _role(self: Any, node: nodes.Element) -> None:
    self.body.append(_start(self, node, "role", "key", "title"))


def _level(self: Any, node: nodes.Element) -> None:
    self.body.append(_start(self, node, "level", "key", "title", "rank", "track", "all"))


def _with(self: Any, node: nodes.Element) -> None:
    self.body.append(_start(self, node, "with", "lower").replace("<div", "<div hidden", 1))


def _start(self: Any, node: nodes.Element, name: str, *data: str) -> str:
    attributes = {f"DATA-{it.upper()}": str(node[it]) for it in data}
    start: str = self.starttag(node, "div", CLASS=f"hiring-compared-{name}", **attributes)
    return start


def _end(self: Any, node: nodes.Element) -> None:
    self.body.append("</div>\n")


def register(app: Sphinx) -> None:
    """Register the nodes with a visitor for every builder."""
    books = visitors_of(nodes.container)
    app.add_node(compared_roles, html=(_roles, _pop), epub=books)
    app.add_node(compared_role, html=(_role, _end), epub=books)
    app.add_node(compared_level, html=(_level, _end), epub=books)
    skipped = dict.fromkeys(("epub", "latex", "text", "man", "texinfo"), (_skip, None))
    app.add_node(compared_with, html=(_with, _end), **skipped)  # type: ignore[arg-type]


def _skip(self: Any, node: nodes.Element) -> None:
    raise nodes.SkipNode
