"""Walks of a doctree find what docutils' own find, in the same order."""

from __future__ import annotations

import pytest
from docutils import nodes

from hiring.site.nodes import traversal


@pytest.fixture
def tree() -> nodes.section:
    entries = [nodes.list_item("", nodes.paragraph("", text)) for text in ("one", "two")]
    title = nodes.title("", "", nodes.emphasis("", "very"), nodes.Text(" first"))
    return nodes.section("", title, nodes.bullet_list("", *entries), nodes.paragraph("", "last"))


@pytest.mark.parametrize("kind", [nodes.Text, nodes.paragraph, nodes.Element, nodes.table])
def test_finds_in_the_order_of_the_text(tree: nodes.section, kind: type[nodes.Node]) -> None:
    def in_order(node: nodes.Node) -> list[nodes.Node]:
        return [node, *(found for child in node.children for found in in_order(child))]

    everything = in_order(tree)
    assert list(traversal.walk_all(tree)) == everything
    wanted = [node for node in everything if isinstance(node, kind)]
    assert list(traversal.walk_for(tree, kind)) == wanted


def test_looks_into_what_was_changed_on_the_way(tree: nodes.section) -> None:
    found = []
    for text in traversal.walk_for(tree, nodes.Element):
        if isinstance(text, nodes.list_item):
            text[0] = nodes.rubric("", "new")
        found.append(text.tagname)
    assert found.count("rubric") == 2
