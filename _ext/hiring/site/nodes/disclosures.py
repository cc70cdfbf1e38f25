"""Nodes for what opens and closes: questions with their answers, and groups of entries.

Each is a definition list by birth (term: the question or the name, definition: what belongs to it),
so every builder can show it; only HTML makes it native disclosure widgets. A browser opens a closed
one when the anchor that it is sent to is inside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from hiring.site.nodes.nodes import visitors_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class question_list(nodes.definition_list):
    """A list of questions."""


class question_item(nodes.definition_list_item):
    """One question: HTML's ``details``."""


class question_title(nodes.term):
    """A question's words: HTML's ``summary``."""


class question_answer(nodes.definition):
    """An answer, which carries the question's anchor."""


class group_list(nodes.definition_list):
    """A list in groups."""


class group_item(nodes.definition_list_item):
    """One group: HTML's ``details``, which is ``open`` at first where that is said."""


class group_title(nodes.term):
    """A group's name: HTML's ``summary``."""


class group_entries(nodes.definition):
    """What is in a group."""


class elsewhere(nodes.container):
    """What the site's pages lead to, and every other builder shows in its place."""


CLASSES = {
    "question_item": "hiring-question",
    "group_item": "hiring-entries",
    "picture_data": "hiring-picture-data",
}
"""The class in HTML of each node that opens and closes."""


def details(self: Any, node: nodes.Element) -> None:
    """Open what opens and closes."""
    is_open = {"OPEN": "open"} if node.get("open") else {}
    name = CLASSES[type(node).__name__]
    self.body.append(self.starttag(node, "details", CLASS=name, **is_open))


def details_end(self: Any, node: nodes.Element) -> None:
    """Close it."""
    self.body.append("</details>\n")


def summary(self: Any, node: nodes.Element) -> None:
    """Open its name."""
    self.body.append(self.starttag(node, "summary", ""))


def summary_end(self: Any, node: nodes.Element) -> None:
    """Close its name."""
    self.body.append("</summary>\n")


def _division(self: Any, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "div"))


def _division_end(self: Any, node: nodes.Element) -> None:
    self.body.append("</div>\n")


def _anchored(self: Any, node: nodes.Element) -> None:
    self.body.append(self.hypertarget_to(node))
    self.visit_definition(node)


def _skip(self: Any, node: nodes.Element) -> None:
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Register the nodes with a visitor for every builder."""
    app.add_node(elsewhere, html=(_skip, None), epub=visitors_of(nodes.container))
    division, definition = (_division, _division_end), visitors_of(nodes.definition)
    for listed in (question_list, group_list):
        app.add_node(listed, html=division, epub=visitors_of(nodes.definition_list))
    for item in (question_item, group_item):
        shown = visitors_of(nodes.definition_list_item)
        app.add_node(item, html=(details, details_end), epub=shown)
    for title in (question_title, group_title):
        app.add_node(title, html=(summary, summary_end), epub=visitors_of(nodes.term))
    for content in (question_answer, group_entries):
        latex = (_anchored, definition[1])
        app.add_node(content, html=division, epub=definition, latex=latex)
