"""What a handbook has yet to make its own: guesses, the example's texts, and newer versions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import hiring
from hiring.checks.adopting import adoption_problems, example, line_digest
from hiring.checks.changes import changes, version_of
from hiring.reading.sources.sources import sources_from
from tests.support.cases import stated_in

CASES: list[dict[str, Any]] = stated_in(Path(__file__).with_name("adopting.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_findings(case: dict[str, Any]) -> None:
    sources = sources_from({path: text.encode() for path, text in case["files"].items()})
    found = [str(it) for it in adoption_problems(sources, case["company"])]
    assert found == [line.replace("VERSION", hiring.__version__) for line in case["wanted"]]


def test_lines_of_the_example_are_known_in_any_indent() -> None:
    """And those that anybody has are not."""
    assert line_digest("Every job that we take") == ""
    assert line_digest("# " + "A heading that is long enough to count as a line") == ""
    line = "Health insurance from the first day, and a bicycle for everyone"
    assert line_digest(f"   {line} ") == line_digest(line) != ""
    assert len(example().lines) > 1000


def test_every_change_is_of_a_version_that_is_there() -> None:
    known = [version_of(change.version) for change in changes()]
    assert known == sorted(known)
    assert known[-1] <= version_of(hiring.__version__)
    assert len({change.name for change in changes()}) == len(changes())
