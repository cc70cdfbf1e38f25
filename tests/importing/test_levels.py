"""Levels that one description holds, read into levels of the page: no line of it is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest

from hiring.importing.importer import Importer
from hiring.importing.report import report_lines
from hiring.reading.handbook import read_handbook
from tests.support.cases import stated_in

from .drafts import folder, levels_of

if TYPE_CHECKING:
    pass

__all__ = ["folder"]

CASES: list[dict[str, Any]] = stated_in(Path(__file__).with_name("ladders.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"].replace(" ", "-"))
def test_levels_and_the_rest_have_their_places(case: dict[str, Any], folder: Path) -> None:
    file = folder.parent / f"one.{case.get('kind', 'md')}"
    file.write_text(case["text"], "utf-8")
    importer = Importer(folder)
    draft = importer.draft_of(file)
    assert levels_of(draft) == case["levels"]
    said, wrong = importer.write([draft], folder.parent / "reports")
    assert (len(said), wrong) == (1, []), "the page that is made has no mistake"
    entries = report_lines(draft.described.placed, draft.page)
    assert len(entries) == len([line for line in case["text"].split("\n") if line.strip()])
    assert [it.text for it in entries if not it.line] == case.get("left", [])
    lines = draft.page.lines
    above = next((at for at, it in enumerate(lines) if "{levels}" in it), len(lines))
    end = next((at for at in range(above, len(lines)) if lines[at] == ":::::"), len(lines))
    role = "\n".join([*lines[:above], *lines[end:]])
    assert [it for it in case.get("role", []) if it not in role] == []
    assert bool(read_handbook(folder).roles[draft.key].levels) == bool(case["levels"])


def test_a_document_of_word_has_them_too(folder: Path) -> None:
    document = docx.Document()
    document.add_heading("Warehouse Clerk", 0)
    for name, work in {"Entry level": "Picks orders", "Lead": "Plans the shift"}.items():
        document.add_heading(name, 2)
        document.add_paragraph(work, style="List Bullet")
    document.save(str(folder.parent / "one.docx"))
    draft = Importer(folder).draft_of(folder.parent / "one.docx")
    assert levels_of(draft) == [
        {"name": "Entry level", "work": ["Picks orders"]},
        {"name": "Lead", "work": ["Plans the shift"]},
    ]
