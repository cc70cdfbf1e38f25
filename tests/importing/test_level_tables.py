"""Levels in a table, or in a line each: read in each kind of file, and no word is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import docx
import pytest

from hiring.importing.importer import Importer
from hiring.importing.lines import Unreadable
from hiring.importing.report import report_lines

from .drafts import folder, levels_of

if TYPE_CHECKING:
    from pathlib import Path

    from hiring.importing.importer import Draft

__all__ = ["folder"]

ROWS = """# Rate Analyst

We set the prices of freight.

## Career levels

| Level | Experience | Scope | Pay |
|---|---|---|---|
| Junior | 0-2 years | One lane, with guidance | $50,000 - $60,000 per year |
| Senior | 5+ years | A region, and the method | $80,000 - $100,000 per year |

All levels work in one team.

## Benefits

- A car
"""
JUNIOR = {"years": "0-2", "pay": "USD 50000-60000 per year"}
SENIOR = {"years": "5+", "pay": "USD 80000-100000 per year"}
OF_ROWS = [
    {"name": "Junior", "work": ["Scope: One lane, with guidance"], "options": JUNIOR},
    {"name": "Senior", "work": ["Scope: A region, and the method"], "options": SENIOR},
]
COLUMNS = """<h1>Electrician</h1><p>Keeps machines running.</p>
<table><tr><th></th><th>Electrician I</th><th>Electrician II</th></tr>
<tr><td>Years</td><td>0-2</td><td>3-5</td></tr>
<tr><td>Responsibilities</td><td><ul><li>Pulls cable</li><li>Reads drawings</li></ul></td>
<td><ul><li>Finds faults</li></ul></td></tr>
<tr><td>Requirements</td><td></td><td>License as a journeyman</td></tr></table>
<h2>How to apply</h2><p>Write to us.</p>"""
OF_COLUMNS = [
    {"name": "I", "work": ["Pulls cable", "Reads drawings"], "options": {"years": "0-2"}},
    {
        "name": "II",
        "work": ["Finds faults"],
        "options": {"years": "3-5"},
        "must": ["License as a journeyman"],
    },
]
LINES = """Data Steward

Keeps the catalog of data in order.

Levels:

Level 1 - Junior: 0-2 years, follows the catalog's rules under supervision.
Level 2 - Steward: 2-4 years, owns a domain and writes its rules.
Level 3 - Lead (5+ years): sets the rules for all domains, and trains stewards.

Requirements:
- SQL
"""
OF_LINES = [
    {
        "name": "Level 1 - Junior",
        "work": ["follows the catalog's rules under supervision."],
        "options": {"years": "0-2"},
    },
    {
        "name": "Level 2 - Steward",
        "work": ["owns a domain and writes its rules."],
        "options": {"years": "2-4"},
    },
    {
        "name": "Level 3 - Lead",
        "work": ["sets the rules for all domains, and trains stewards."],
        "options": {"years": "5+"},
    },
]
GERMAN = """# Mechatroniker

## Aufgaben

- Hält die Anlagen in Gang

## Stufen

- Stufe I: 0 bis 2 Jahre; arbeitet unter Anleitung
- Stufe II: 3 bis 5 Jahre; sucht Fehler allein
"""
OF_GERMAN = [
    {"name": "Stufe I", "work": ["arbeitet unter Anleitung"], "options": {"years": "0-2"}},
    {"name": "Stufe II", "work": ["sucht Fehler allein"], "options": {"years": "3-5"}},
]
FRENCH = """# Soudeur

Vous soudez des cuves.

| | Débutant | Confirmé |
|---|---|---|
| Expérience | 0-1 an | 2-5 ans |
| Missions | Soude à plat | Soude en toute position |
"""
OF_FRENCH = [
    {"name": "Débutant", "work": ["Soude à plat"], "options": {"years": "0-1"}},
    {"name": "Confirmé", "work": ["Soude en toute position"], "options": {"years": "2-5"}},
]
SHEET = 'Level,Years,Tasks\nGrade 1,0-2,Sorts mail\nGrade 2,3+,"Plans rounds\nTrains others"\n'
OF_SHEET = [
    {"name": "Grade 1", "work": ["Sorts mail"], "options": {"years": "0-2"}},
    {"name": "Grade 2", "work": ["Plans rounds", "Trains others"], "options": {"years": "3+"}},
]
CASES = {
    "one.md": (ROWS, OF_ROWS),
    "one.html": (COLUMNS, OF_COLUMNS),
    "one.txt": (LINES, OF_LINES),
    "de.md": (GERMAN, OF_GERMAN),
    "fr.md": (FRENCH, OF_FRENCH),
    "mail-clerk.csv": (SHEET, OF_SHEET),
}


def draft_of(name: str, text: str, folder: Path) -> Draft:
    file = folder.parent / name
    file.write_text(text, "utf-8")
    return Importer(folder).draft_of(file)


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", re.sub(r"</?\w+>", " ", text)))


@pytest.mark.parametrize("name", CASES)
def test_levels_are_read_and_no_word_is_lost(name: str, folder: Path) -> None:
    text, wanted = CASES[name]
    draft = draft_of(name, text, folder)
    assert levels_of(draft) == wanted
    said, wrong = Importer(folder).write([draft], folder.parent / "reports")
    assert (len(said), wrong) == (1, []), "the page that is made has no mistake"
    entries = report_lines(draft.described.placed, draft.page)
    assert words(text) <= words(" ".join(it.text for it in entries))
    assert all(it.line or it.why for it in entries)


def test_a_table_of_a_word_document(folder: Path) -> None:
    document = docx.Document()
    document.add_heading("Electrician", 1)
    document.add_paragraph("Keeps machines running.")
    table = document.add_table(3, 3)
    said = [
        ["", "Junior", "Senior"],
        ["Experience", "0-2 years", "5+ years"],
        ["Duties", "Pulls cable", "Plans an installation"],
    ]
    for row, texts in zip(table.rows, said, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.rows[2].cells[2].add_paragraph("Trains others")
    document.add_paragraph("Everybody is on call once a month.")
    file = folder.parent / "one.docx"
    document.save(str(file))
    draft = Importer(folder).draft_of(file)
    assert levels_of(draft) == [
        {"name": "Junior", "work": ["Pulls cable"], "options": {"years": "0-2"}},
        {
            "name": "Senior",
            "work": ["Plans an installation", "Trains others"],
            "options": {"years": "5+"},
        },
    ]
    after = draft.described.placed[-1]
    assert (after.text, after.level) == ("Everybody is on call once a month.", 0)


@pytest.mark.parametrize(
    "table",
    [
        "| Week 1 | Week 2 |\n|---|---|\n| Learns | Works |\n",
        "| Tool | Use |\n|---|---|\n| SQL | daily |\n| Python | often |\n",
        "| Level 1 | Level 2 |\n|---|---|\n",
        "Level 1: see below\n",
    ],
)
def test_what_is_no_ladder_stays_as_it_is(table: str, folder: Path) -> None:
    draft = draft_of("one.md", f"# Baker\n\nBakes.\n\n## Notes\n\n{table}", folder)
    assert draft.levels == ()
    told = " ".join(it.text for it in draft.described.placed)
    assert words(table) <= words(told)


def test_a_sheet_without_levels_is_for_another_option(folder: Path) -> None:
    with pytest.raises(Unreadable, match="bring it with --csv"):
        draft_of("jobs.csv", "Title,Pay\nBaker,3\n", folder)
