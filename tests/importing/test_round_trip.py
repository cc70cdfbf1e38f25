"""What this handbook exports comes back as the blocks and facts that it was made of."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from hiring.importing.importer import Importer
from hiring.posting.files import write_postings
from hiring.reading.handbook import read_handbook
from tests.importing.scoring import HERE
from tests.importing.whole_role import WHOLE_ROLE, blocks
from tests.support.cases import DAY

FORMATS = (".md", ".html", ".txt", ".docx")
COMING_BACK = (
    *("title", "reports_to", "matrix_to", "supervises", "supervision", "employment_type", "hours"),
    *("schedule", "term", "work_arrangement", "travel", "exempt", "visa", "education", "pay"),
)
"""The facts that are the same again. Of the others, words come back and not their parts."""


@dataclass(frozen=True)
class Exported:
    """A handbook, a role of it, and the folder that its postings are in."""

    handbook: Path
    key: str
    files: Path


@pytest.fixture(scope="module", params=["weekend-nurse", "data-engineer"])
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    folder = tmp_path_factory.mktemp(request.param)
    shutil.copytree(HERE.parent / "core/base", folder / "handbook")
    (folder / "handbook/roles/weekend-nurse.md").write_text(WHOLE_ROLE, "utf-8")
    write_postings(read_handbook(folder / "handbook"), folder / "out", DAY)
    return Exported(folder / "handbook", request.param, folder / "out/postings")


@pytest.mark.parametrize("ending", FORMATS)
def test_blocks_and_facts_come_back(exported: Exported, ending: str, tmp_path: Path) -> None:
    again, key = tmp_path / "again", exported.key
    shutil.copytree(exported.handbook, again)
    (again / f"roles/{key}.md").unlink()
    importer = Importer(again)
    _, wrong = importer.write(
        [importer.draft_of(exported.files / f"{key}{ending}")], tmp_path / "reports"
    )
    assert wrong == []

    before, after = blocks(exported.handbook, key), blocks(again, key)
    company = [str(it) for it in importer.known.company.benefits]
    own, brought = before.pop("benefits", []), after.pop("benefits", [])
    assert [it for it in own if it not in brought and not importer.known.has_benefit(it[2:])] == []
    assert [it for it in brought if it[2:] in company] == []
    assert after == before

    then = read_handbook(exported.handbook).roles[key].facts
    now = read_handbook(again).roles[key].facts
    for name in COMING_BACK:
        assert getattr(now, name) == getattr(then, name), name
