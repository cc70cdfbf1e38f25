"""What was read ahead of a save is built as it is then: as by a build that read nothing before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.site.live.building import build
from hiring.site.live.processes import read_ahead

from .compared import assert_equal

if TYPE_CHECKING:
    from pathlib import Path

HIDDEN = "\n::::::{audience} hiring-team\n\nWhat few may know.\n\n::::::\n"


def test_what_was_read_ahead(sample: Path, tmp_path: Path) -> None:
    ahead, alone = (tmp_path / name for name in ("ahead", "alone"))
    role = next((sample / "roles").glob("*.md"))
    text = role.read_text("utf-8")
    for more in ("\nOne more sentence.\n", HIDDEN, ""):
        read_ahead(sample, ahead, None)
        role.write_text(text + more, "utf-8")
        assert build(sample, ahead, None).finished
    assert build(sample, alone, None).finished
    assert_equal(ahead / "site", alone / "site")
    assert (ahead / "doctrees/pages.json").read_bytes().count(b"What few may know") == 0
