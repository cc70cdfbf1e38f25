"""Front matter names no hidden role in what lower readers have, however it is written."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from hiring.reading.crossings.hidden_keys import without_keys

CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "alone": ("role:\n  reports_to: boss\n", {"reports_to": []}),
    "in a list": ("role:\n  related: [a, boss, 'b']\n", {"related": ["a", "b"]}),
    "first and last": (
        "role:\n  matrix_to: [boss, The Boss, chief]\n",
        {"matrix_to": ["The Boss"]},
    ),
    "a line each": (
        "role:\n  works_with:\n  - a\n  - boss\n  # why\n  - 'b: c'\n\n  title: boss\n",
        {"works_with": ["a", "b: c"], "title": "boss"},
    ),
    "none left": (
        "role:\n  related:\n    - chief\n    - boss\n  family: F\n",
        {"related": [], "family": "F"},
    ),
    "an opening's": (
        "opening: {role: r, reports_to: [boss, Ann], title: é}\n",
        {"reports_to": ["Ann"], "title": "é"},
    ),
    "behind signs of several bytes": (
        "role: {title: Ärztin 日本, reports_to: boss, family: F}\n",
        {"title": "Ärztin 日本", "reports_to": [], "family": "F"},
    ),
    "words that are no key": (
        "role: {aliases: [boss], title: boss}\n",
        {"aliases": ["boss"], "title": "boss"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_no_hidden_role_is_named(case: str) -> None:
    front, wanted = CASES[case]
    page = f"---\n{front}---\n\n# Boss\n\nboss\n"
    found = without_keys(page, {"boss", "chief"})
    assert found.count("\n") == page.count("\n")
    assert found.endswith("---\n\n# Boss\n\nboss\n")
    [facts] = yaml.safe_load(found.split("---")[1]).values()
    assert {name: facts[name] for name in wanted} == wanted
