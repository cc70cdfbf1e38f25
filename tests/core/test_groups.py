"""Lists in groups, by the cases of ``groups.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from hiring.language.groups import Group, fault_in, groups_in
from hiring.language.plain import text_of
from hiring.language.read import read_tree

CASES = yaml.load(Path(__file__).with_name("groups.yaml").read_text("utf-8"), yaml.CSafeLoader)


def said(group: Group) -> str:
    return "|".join(
        [group.name, *text_of(group.nodes).split("\n")] if group.nodes else [group.name]
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_groups(case: dict[str, Any]) -> None:
    tree = read_tree(case["body"], 1, "page.md")
    assert not tree.problems
    assert [said(group) for group in groups_in(tree.nodes)] == case["groups"]
    fault = fault_in(tree.nodes)
    assert (fault.line if fault else None) == case.get("wrong")
