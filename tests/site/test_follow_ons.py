"""A build, too, says of a slip what the reader says, and nothing of a page that is right."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.cases import CONF

if TYPE_CHECKING:
    from .conftest import Build

SLIPS = Path(__file__).parents[1] / "core/slips/base"


@pytest.mark.parametrize(
    ("path", "line", "right", "wrong"),
    [
        ("roles/electrician.md", 6, "status: active", "status: Active"),
        ("roles/electrician.md", 6, "status: active", "status:active"),
        ("openings/electrician-austin.md", 6, "status: open", "status: Open"),
    ],
)
def test_one_slip_is_told_once(
    tmp_path: Path, build: Build, path: str, line: int, right: str, wrong: str
) -> None:
    folder = tmp_path / "handbook"
    shutil.copytree(SLIPS, folder)
    (folder / "conf.py").write_text(CONF)
    page = folder / path
    page.write_text(page.read_text("utf-8").replace(right, wrong), encoding="utf-8")
    said = build(folder, tmp_path / "out", hiring_audience="hiring-team").splitlines()
    assert len(said) == 1, said
    assert said[0].startswith(f"{page}:{line}: WARNING: ")
