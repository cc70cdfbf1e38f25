"""The stamp of a build tells an operator what to watch, and nobody what they may not know."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hiring.exports.stamp import STAMP, write_stamp
from hiring.model.audience import Audience

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hiring.model.handbook import Handbook

WHO = ("-c", "user.name=A", "-c", "user.email=a@b.example")
OPENING = """---
audience: {audience}
opening:
  {{role: data-engineer, requisition: {number}, status: open, posted: 2026-11-01, closes: {closes}}}
---
"""
JOBS = {
    "openings/one.md": OPENING.format(audience="public", number="A-1", closes="2027-03-01"),
    "openings/two.md": OPENING.format(audience="employee", number="A-2", closes="2027-02-01"),
    "openings/six.md": OPENING.format(audience="hiring-team", number="A-3", closes="2027-01-01"),
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *WHO, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")


@pytest.mark.parametrize(
    ("audience", "closes"),
    [
        (Audience.PUBLIC, "2027-03"),
        (Audience.EMPLOYEE, "2027-02"),
        (Audience.HIRING_TEAM, "2027-01"),
    ],
)
def test_what_a_stamp_says(
    audience: Audience, closes: str, read: Callable[..., Handbook], tmp_path: Path
) -> None:
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "A day")
    handbook = read(JOBS, audience)
    changes = [date(2026, 11, 3), date(2026, 11, 20)]
    file = write_stamp(handbook, tmp_path, tmp_path, changes, "1.2.3")
    assert file.name == STAMP
    said: dict[str, Any] = json.loads(file.read_bytes())
    assert said.pop("next_opening_change").startswith(closes)
    review = said.pop("next_review")
    assert (review is None) == (audience is Audience.PUBLIC)
    is_whole = audience is Audience.HIRING_TEAM
    assert said == {
        "built": "2026-11-22",
        "audience": audience.value,
        "version": "1.2.3",
        "commit": git(tmp_path, "rev-parse", "HEAD") if is_whole else None,
        "pages": len(handbook.pages),
        "changed": "2026-11-20",
    }


def test_a_stamp_of_what_nobody_knows(read: Callable[..., Handbook], tmp_path: Path) -> None:
    said = json.loads(write_stamp(read({}), tmp_path, tmp_path).read_bytes())
    assert (said["commit"], said["changed"], said["next_opening_change"]) == (None, None, None)
