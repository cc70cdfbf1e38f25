"""Walks of a page find what those of docutils find, whatever is changed on the way."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.util.docutils import SphinxTranslator

from hiring.site.hooks.builder import HandbookBuilder
from hiring.site.hooks.transforms import finished_kinds
from hiring.site.nodes.document import walk_fast

if TYPE_CHECKING:
    from collections.abc import Callable

SKIPS = (
    nodes.SkipNode,
    nodes.SkipChildren,
    nodes.SkipDeparture,
    nodes.SkipSiblings,
    nodes.StopTraversal,
)
"""What a visitor raises to leave something out."""


def tree() -> nodes.document:
    """Return a document of docutils' own."""
    entries = [nodes.list_item("", nodes.paragraph("", text)) for text in ("one", "two", "three")]
    title = nodes.title("", "", nodes.emphasis("", "very"), nodes.Text(" first"))
    listed = nodes.bullet_list("", *entries)
    document = new_document("page")
    document += nodes.section("", title, listed, nodes.paragraph("", "last"))
    return document


def ours() -> nodes.document:
    """Return the same as one of ours."""
    document = tree()
    walk_fast(document)
    return document


def put_another(node: nodes.Element) -> None:
    node.replace_self(nodes.rubric("", "", nodes.strong("", "new")))


def fill(node: nodes.Element) -> None:
    node[0] = nodes.rubric("", "new")


def empty(node: nodes.Element) -> None:
    node.children = []


def take_out(node: nodes.Element) -> None:
    assert node.parent is not None
    node.parent.remove(node)


@pytest.mark.parametrize("kind", [None, nodes.Text, nodes.paragraph, nodes.Element, nodes.table])
def test_finds_what_docutils_finds(kind: type[nodes.Node] | None) -> None:
    found = [repr(node) for node in ours().findall(kind)]
    assert found == [repr(node) for node in tree().findall(kind)]


@pytest.mark.parametrize("change", [put_another, fill, empty, take_out])
def test_looks_into_what_was_changed_on_the_way(change: Callable[[nodes.Element], None]) -> None:
    def walked(document: nodes.document) -> list[str]:
        found = []
        for node in document.findall(nodes.Element):
            if isinstance(node, nodes.list_item):
                change(node)
            found.append(node.tagname)
        return found

    assert walked(ours()) == walked(tree())


def test_leaves_other_walks_to_docutils() -> None:
    def is_text(node: nodes.Node) -> bool:
        return isinstance(node, nodes.Text)

    mine, theirs = ours(), tree()
    for given in ({"include_self": False}, {"descend": False}, {"siblings": True}):
        found = [repr(node) for node in mine.findall(nodes.Element, **given)]
        assert found == [repr(node) for node in theirs.findall(nodes.Element, **given)]
    assert list(mine.findall(is_text)) == list(theirs.findall(is_text))


@pytest.mark.parametrize("skip", [None, *SKIPS], ids=str)
def test_a_visitor_visits_what_it_visits_in_docutils(skip: type[Exception] | None) -> None:
    def visited(document: nodes.document) -> list[str]:
        found: list[str] = []

        class Visitor(nodes.NodeVisitor):
            def dispatch_visit(self, node: nodes.Node) -> None:
                found.append(f"to {node!r}")
                if skip and isinstance(node, nodes.bullet_list | nodes.emphasis):
                    raise skip

            def dispatch_departure(self, node: nodes.Node) -> None:
                found.append(f"from {node!r}")

        found.append(str(document.walkabout(Visitor(document))))
        return found

    assert visited(ours()) == visited(tree())


def test_knows_of_which_kinds_a_page_that_was_read_has_none() -> None:
    page = ours()
    finished_kinds(page)
    section = next(page.findall(nodes.section))
    section += nodes.comment("", "late")
    section += nodes.image(uri="a.png")
    section += addnodes.download_reference("", "b.pdf")
    # Nobody but a page's writer puts a comment into it: for this one there is no walk.
    assert not [*page.findall(nodes.comment)]
    assert [*section.findall(nodes.comment)]
    assert [*page.findall(nodes.image)]
    assert [*page.findall(addnodes.download_reference)]


def test_stays_one_of_ours_when_it_is_kept() -> None:
    kept = ours()
    kept.reporter = None  # type: ignore[assignment]
    again = pickle.loads(pickle.dumps(kept))
    assert type(again) is type(kept)
    assert again.pformat() == tree().pformat()


@pytest.mark.parametrize("name", ["dispatch_visit", "dispatch_departure"])
def test_what_finds_methods_in_a_way_of_its_own_is_left_to_sphinx(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = type("Own", (SphinxTranslator,), {name: lambda self, node: None})
    monkeypatch.setattr(HandbookBuilder, "get_translator_class", lambda self: own)
    builder = HandbookBuilder.__new__(HandbookBuilder)
    assert builder._translators == super(HandbookBuilder, builder).create_translator
