"""Tables with a column for each priority: read in each kind of file, and no word is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest

from hiring.importing.importer import Importer

from .drafts import folder

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["folder"]

ROWS = [
    ("", "Essential", "Desirable", "Assessed by"),
    ("Qualifications", "Care Certificate", "Award in Care", "A"),
    ("Experience", "Care for others, paid or not", "", "A/I"),
    ("Skills", "Writes clear notes", "Leads a team", "I"),
]


def _write(kind: str, file: Path) -> None:
    if kind == "docx":
        document = docx.Document()
        document.add_heading("Care Assistant", 1)
        document.add_heading("Person specification", 2)
        table = document.add_table(len(ROWS), len(ROWS[0]))
        for row, cells in zip(table.rows, ROWS, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        document.save(str(file))
        return
    rows = "".join(
        "<tr>" + "".join(f"<td>{text}</td>" for text in cells) + "</tr>" for cells in ROWS
    )
    start = "<h1>Care Assistant</h1><h2>Person specification</h2>"
    if kind == "md":
        start = "# Care Assistant\n\n## Person specification\n\n"
        lines = [f"| {' | '.join(cells)} |" for cells in ROWS]
        rows = "\n".join([lines[0], "|---|---|---|---|", *lines[1:]])
    file.write_text(
        f"{start}{rows if kind == 'md' else f'<table>{rows}</table>'}", encoding="utf-8"
    )


@pytest.mark.parametrize("kind", ["html", "docx", "md"])
def test_each_column_is_a_priority(kind: str, folder: Path) -> None:
    file = folder / f"care.{kind}"
    _write(kind, file)
    draft = Importer(folder).draft_of(file)
    found = {
        priority: [
            it.text for it in draft.described.placed if it.place == f"qualifications {priority}"
        ]
        for priority in ("must", "should")
    }
    assert found == {
        "must": [
            "Person specification",
            "Essential",
            "Care Certificate",
            "Care for others, paid or not",
            "Writes clear notes",
        ],
        "should": ["Desirable", "Award in Care", "Leads a team"],
    }
    assert all(it.place for it in draft.described.placed)


@pytest.mark.parametrize("name", ["", "Criteria", "Qualifications"])
def test_the_first_column_may_be_a_priority(name: str, folder: Path) -> None:
    """It is one where it does not name the rows."""
    rows = [("Essential", "Desirable"), ("Care Certificate", "Award in Care")]
    names = [(name,), ("Study",)] if name else [(), ()]
    lines = [f"| {' | '.join(first + row)} |" for first, row in zip(names, rows, strict=True)]
    lines.insert(1, "|---" * len(names[0] + rows[0]) + "|")
    file = folder / "care.md"
    file.write_text("# Care Assistant\n\n" + "\n".join(lines), encoding="utf-8")
    found = {it.text: it.place for it in Importer(folder).draft_of(file).described.placed}
    assert found["Care Certificate"] == "qualifications must"
    assert found["Award in Care"] == "qualifications should"
    assert found.get("Study", "left table") == "left table"
