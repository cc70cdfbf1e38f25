"""The checks, case by case: what each finds, and what it lets pass, stands in ``checks/``.

A case needs no Python. It names its ``rule``, says in ``case`` what it shows, has an input as the
cases of bad input have (see ``test_cases.py``), and in ``finds`` the lines that ``check`` prints
for that rule: all of them, and none for what is good. ``day`` is the day of the review, where it
matters.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from hiring.checks.catalog import CHECKS
from hiring.checks.review import findings, findings_kept
from hiring.model.audience import Audience
from tests.core.test_cases import files_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.model.handbook import Handbook

CASES = Path(__file__).parent / "checks"
DAY = date(2026, 11, 22)


def cases_in(file: Path) -> list[dict[str, Any]]:
    """Return the cases of a file."""
    found: list[dict[str, Any]] = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    return found


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yaml")), ids=lambda file: file.stem)
def test_cases(file: Path, base: Mapping[str, bytes], read: Callable[..., Handbook]) -> None:
    expected, found = {}, {}
    for case in cases_in(file):
        name = f"{case['rule']}: {case['case']}"
        assert name not in expected, "two cases have one name"
        handbook = read(files_of(case, base), Audience.HIRING_TEAM)
        looking = [check for check in CHECKS if check.name == case["rule"]]
        assert looking, f"there is no check {case['rule']}"
        told = findings(handbook, case.get("day", DAY), findings_kept(), looking)
        # What the reader refuses may be missing, and then there is nothing to find in it.
        errors = [str(problem) for problem in handbook.problems if problem.severity == "error"]
        expected[name] = sorted(case["finds"].splitlines())
        found[name] = sorted([*map(str, told), *errors])
    assert found == expected


def test_every_check_has_a_good_and_a_bad_case() -> None:
    shown = {
        (case["rule"], bool(case["finds"]))
        for file in CASES.glob("*.yaml")
        for case in cases_in(file)
    }
    wanted = {(check.name, bad) for check in CHECKS for bad in (True, False)}
    assert wanted - shown == set()


def test_every_check_says_what_is_wrong_and_why() -> None:
    for check in CHECKS:
        for text in (check.meaning, check.why):
            assert text[:1].isupper(), check.name
            assert text.endswith((".", ")", "?")), check.name
    assert len({check.name for check in CHECKS}) == len(CHECKS)
