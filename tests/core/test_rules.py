"""The one list of rules: each is explained, used, and shown by a case."""

from __future__ import annotations

import re
from pathlib import Path

import hiring
from hiring.model.problem import Problem
from hiring.model.rules import ADOPTING, Rule

PACKAGE = Path(hiring.__file__).parent
CASES = Path(__file__).parent / "cases"


def used(*folders: str) -> set[str]:
    """Return the names of the members that the code of some folders uses."""
    files = [file for folder in folders for file in (PACKAGE / folder).rglob("*.py")]
    text = "".join(file.read_text("utf-8") for file in files)
    return set(re.findall(r"\bRule\.([A-Z_]+)", text))


def test_every_rule_is_a_name_and_a_sentence() -> None:
    for rule in Rule:
        assert re.fullmatch("[a-z]+(-[a-z]+)*", rule)
        assert rule.name == rule.value.upper().replace("-", "_")
        assert rule.meaning[0].isupper()
        assert rule.meaning.endswith(".")


def test_a_rule_is_its_name() -> None:
    problem = Problem("index.md", 1, Rule.FENCE_OPEN, "")
    assert problem.rule == "fence-open"
    assert f"{problem.rule}" == str(problem.rule) == "fence-open"
    assert {rule.value: rule for rule in Rule}["fence-open"] is Rule.FENCE_OPEN


def test_every_rule_is_used() -> None:
    assert {rule.name for rule in Rule} - used(".") == set()


def test_every_rule_of_the_reader_has_a_case() -> None:
    text = "".join(file.read_text("utf-8") for file in CASES.glob("*.yaml"))
    shown = set(
        re.findall(r"^    \S.*?:\d+: (?:error|warning|note)\[([a-z-]+)\] ", text, re.MULTILINE)
    )
    # No case has a history or a conf.py: test_history, test_review_folder and test_adopting
    # show these.
    elsewhere = {Rule.PAGE_GONE.name, Rule.SITE_ADDRESS.name, *(rule.name for rule in ADOPTING)}
    wanted = used("model", "reading") - elsewhere
    assert {Rule[name].value for name in wanted} - shown == set()
