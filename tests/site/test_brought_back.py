"""A page's copy as Markdown, brought like any description, has the page's blocks and questions."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hiring.importing.importer import Importer
from hiring.reading.handbook import read_handbook
from tests.importing.whole_role import WHOLE_ROLE, blocks
from tests.support.cases import BASE, CONF

from .conftest import run_build

if TYPE_CHECKING:
    from pathlib import Path

KEY = "weekend-nurse"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    source = folder / "source"
    shutil.copytree(BASE, source)
    (source / "conf.py").write_text(CONF, "utf-8")
    (source / f"roles/{KEY}.md").write_text(WHOLE_ROLE, "utf-8")
    run_build(source, folder)
    return folder


@pytest.mark.parametrize("ending", [".md", ".html"])
def test_blocks_and_questions_come_back(tmp_path: Path, ending: str, built: Path) -> None:
    again = tmp_path / "again"
    shutil.copytree(BASE, again)
    importer = Importer(again)
    draft = importer.draft_of(built / f"html/roles/{KEY}{ending}")
    _, wrong = importer.write([draft], tmp_path / "reports")
    assert wrong == []
    before, after = blocks(built / "source", KEY), blocks(again, KEY)
    for name, lines in before.items():
        assert [line for line in lines if line not in after.get(name, [])] == [], name
    then, now = (read_handbook(folder).roles[KEY] for folder in (built / "source", again))
    assert [it.question for it in now.questions] == [it.question for it in then.questions]
