"""The pages' contents that Sphinx keeps: opened where they are asked for, and as they were left."""

from __future__ import annotations

import pickle
from unittest.mock import patch

import pytest
from docutils import nodes

from hiring.site.domain.tocs import Tocs


def contents(title: str) -> nodes.bullet_list:
    return nodes.bullet_list("", nodes.list_item("", nodes.reference("", title, anchorname="#a")))


def again(tocs: Tocs) -> Tocs:
    found = pickle.loads(pickle.dumps(tocs))
    assert isinstance(found, Tocs)
    return found


def test_what_nobody_asks_for_is_not_opened() -> None:
    kept = again(Tocs({"one": contents("One"), "two": contents("Two")}))
    with patch.object(pickle, "loads", wraps=pickle.loads) as opened:
        assert (list(kept), len(kept), "two" in kept) == (["one", "two"], 2, True)
        assert kept["two"] is kept["two"]
        assert kept["two"].astext() == "Two"
        assert kept.pop("two", None)
        assert opened.call_count == 1
        with pytest.raises(KeyError):
            kept["two"]


def test_what_was_changed_is_kept_so() -> None:
    kept = again(Tocs({"one": contents("One"), "two": contents("Two")}))
    link = kept["one"].next_node(nodes.reference)
    assert link is not None
    link["secnumber"] = (1, 2)
    kept["three"] = contents("Three")
    changed = again(kept)
    assert {name: toc.astext() for name, toc in changed.items()} == {
        "one": "One",
        "two": "Two",
        "three": "Three",
    }
    found = changed["one"].next_node(nodes.reference)
    assert found is not None
    assert found["secnumber"] == (1, 2)
