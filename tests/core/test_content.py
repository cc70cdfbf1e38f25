"""The real handbook: whatever else it has, it has no mistake."""

from __future__ import annotations

from pathlib import Path

from hiring.model.audience import Audience
from hiring.model.problem import Severity
from hiring.reading.handbook import read_handbook

HANDBOOK = Path(__file__).parents[2] / "handbook"


def test_the_handbook_has_no_error() -> None:
    handbook = read_handbook(HANDBOOK, Audience.HIRING_TEAM)
    errors = [str(found) for found in handbook.problems if found.severity is Severity.ERROR]
    assert errors == []
    assert handbook.withheld == ()
    assert len(handbook.roles) >= 6
