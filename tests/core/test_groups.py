"""Lists in groups, and two lists compared, by the cases of ``groups.yaml`` and ``entries.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hiring.language.entries import MOST, Entry, compare, entries_in
from hiring.language.groups import Group, fault_in, groups_in
from hiring.language.plain import text_of
from hiring.language.read import read_tree
from tests.support.cases import stated_in


def cases(name: str) -> Any:
    return stated_in(Path(__file__).with_name(name))


def said(group: Group) -> str:
    return "|".join(
        [group.name, *text_of(group.nodes).split("\n")] if group.nodes else [group.name]
    )


@pytest.mark.parametrize("case", cases("groups.yaml"), ids=lambda case: case["case"])
def test_groups(case: dict[str, Any]) -> None:
    tree = read_tree(case["body"], 1, "page.md")
    assert not tree.problems
    assert [said(group) for group in groups_in(tree.nodes)] == case["groups"]
    fault = fault_in(tree.nodes)
    assert (fault.line if fault else None) == case.get("wrong")


@pytest.mark.parametrize("case", cases("entries.yaml"), ids=lambda case: case["case"])
def test_lists_compared(case: dict[str, Any]) -> None:
    before, after = (
        entries_in(read_tree(case[name], 1, "page.md").nodes) for name in ("before", "after")
    )
    diff = compare(before, after)
    assert [entry.text for entry in diff.new] == case["new"]
    assert [entry.text for entry in diff.gone] == case["gone"]
    assert [f"{one.text} > {other.text}" for one, other in diff.changed] == case["changed"]
    assert diff.kept == case["kept"]


def test_very_long_lists_are_not_compared_pair_by_pair() -> None:
    before = [Entry(line, "", f"Mends {line}") for line in range(MOST)]
    after = [Entry(line, "", f"Mends {line} well") for line in range(MOST)]
    diff = compare(before, after)
    assert len(diff.new) == len(diff.gone) == MOST
