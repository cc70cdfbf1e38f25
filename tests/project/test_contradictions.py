"""The machine-learning engineer's page contradicts itself on purpose: each case is found there."""

from __future__ import annotations

import pytest

from hiring.checks.finding import CheckRun
from hiring.checks.run import run_checks
from hiring.model.handbook import Handbook
from tests.support.cases import DAY

PAGE = "roles/machine-learning-engineer.md"

KEPT = [
    ("degrees-differ", "a bachelor degree", "typically holds a bachelor's degree"),
    ("degrees-differ", "a bachelor degree", "Most positions ask for a bachelor's degree"),
    ("degrees-differ", "prefers a master", "would rather see a master's degree or a"),
    ("level-years", "between 4 and 5", "{level} Experienced"),
    ("level-years", "overlap", "{level} Senior"),
    ("tool-lists-differ", "`SQL`", "{skill}`python`, {skill}`java`, {skill}`r` and {skill}`sql`"),
    ("tool-lists-differ", "`TensorFlow`", "Has built with {skill}`tensorflow`"),
    ("tool-lists-differ", "`TensorFlow`", "TensorFlow, PyTorch, Keras and scikit-learn"),
    ("tool-lists-differ", "`TensorFlow`", "such as TensorFlow or PyTorch"),
    ("tool-not-asked", "cloud platforms", "familiarity with a cloud platform"),
    ("benefit-twice", "retirement plan", "- A retirement plan"),
    ("market-average-apart", "near the bottom", "market_pay:"),
]
"""Rule, words of the message, and words of the line that it is told of."""


@pytest.fixture(scope="module")
def reviewed(frozen: Handbook) -> CheckRun:
    return run_checks(frozen, DAY)


def test_each_contradiction_that_is_kept_is_found_at_its_line_and_waived(
    frozen: Handbook, reviewed: CheckRun
) -> None:
    lines = frozen.pages[PAGE].text.split("\n")
    rules = {rule for rule, _, _ in KEPT}
    found = [
        (entry.finding.rule, entry.finding.message, lines[entry.finding.line - 1])
        for entry in reviewed.waived
        if entry.finding.path == PAGE and entry.finding.rule in rules
    ]
    assert len(found) == len(KEPT)
    for rule, message, line in KEPT:
        assert any(rule == one[0] and message in one[1] and line in one[2] for one in found), rule


def test_nothing_else_contradicts_itself(reviewed: CheckRun) -> None:
    rules = {rule for rule, _, _ in KEPT}
    assert [str(found) for found in reviewed.findings if found.rule in rules] == []
    elsewhere = {
        (entry.finding.path, entry.finding.rule)
        for entry in reviewed.waived
        if entry.finding.path != PAGE and entry.finding.rule in rules
    }
    # Figures of the market that count a wider group: each page says so under the question on pay.
    assert elsewhere == {
        ("roles/data-analyst.md", "market-average-apart"),
        ("roles/head-of-data-science.md", "market-average-apart"),
    }
