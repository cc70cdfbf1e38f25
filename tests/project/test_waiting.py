"""No test is red for how busy a machine is: what waits does so by the limits that all share."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]

OWN_LIMIT = re.compile(r"timeout=\d|set_default_timeout\(\d|\b(?:join|wait)\(\d\d|@settings\(")
"""A limit of a test's own, and settings that may try other texts each time or ask for haste."""


def test_no_test_has_a_limit_of_its_own() -> None:
    found = [
        f"{file.relative_to(TESTS)}:{number}: {line.strip()}"
        for file in sorted(TESTS.rglob("*.py"))
        if file != Path(__file__)
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
        if OWN_LIMIT.search(line)
    ]
    assert found == [], "LONG of tests/support/waiting.py, or of tests/browser/conftest.py"
