"""What the reader accepts, the build accepts: each page that is sound in the cases of bad input."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.cases import BASE, cases_in

if TYPE_CHECKING:
    from .conftest import Build

CASES = sorted((Path(__file__).parents[1] / "core/cases").glob("*.yaml"))
CONF = """\
project = "Sample"
extensions = ["hiring"]
primary_domain = "hiring"
html_theme = "hiring"
html_copy_source = False
smartquotes = False
nitpicky = True
"""


def test_sound_pages_build(tmp_path: Path, build: Build) -> None:
    """The page of each case is one of its own, and names of one case are no other's."""
    folder = tmp_path / "handbook"
    shutil.copytree(BASE, folder)
    (folder / "conf.py").write_text(CONF)
    sound = [
        case
        for file in CASES
        for case in cases_in(file)
        if not case["problems"] and case.keys() <= {"case", "body", "problems"}
    ]
    assert len(sound) > 20
    for number, case in enumerate(sound):
        page = f"# Case {number}\n\n{case['body']}"
        (folder / f"guide/case-{number}.md").write_text(page, encoding="utf-8")
    assert build(folder, tmp_path / "out") == ""
