"""What an import says of a file is told in the language of the handbook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hiring.importing.formats.files import lines_of
from hiring.importing.importer import Importer
from hiring.importing.lines import Unreadable
from hiring.importing.report import reasons
from hiring.model.messages import ngettext, tell_in

if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTION = """Pflegefachkraft (m/w/d)
Hamburg
Ihre Aufgaben
- Sie pflegen auf der Station
Ihr Profil
- Abgeschlossene Ausbildung in der Pflege
Vergütung: nach Vereinbarung
Beschäftigung: unbefristet
Ansprechpartnerin: Frau Müller, 040 12345
"""


@pytest.mark.parametrize(
    ("language", "doubt", "row"),
    [("de", "Zweifel: ", "Zeile 1: "), ("fr", "Doute : ", "ligne 1 : ")],
)
def test_an_import_is_told_in_the_handbook_s_language(
    tmp_path: Path, language: str, doubt: str, row: str
) -> None:
    handbook, file = tmp_path / "handbook", tmp_path / "job.txt"
    handbook.mkdir()
    (handbook / "conf.py").write_text(f'language = "{language}"\n', encoding="utf-8")
    (handbook / "company.yaml").write_text("name: Hafen\n", encoding="utf-8")
    file.write_text(DESCRIPTION, encoding="utf-8")
    importer = Importer(handbook)
    said, wrong = importer.write([importer.draft_of(file)], tmp_path / "reports")
    assert wrong == []
    page = (handbook / "roles/pflegefachkraft.md").read_text("utf-8")
    report = (tmp_path / "reports/pflegefachkraft.txt").read_text("utf-8")
    assert f"# {doubt}employment_type" in page
    assert f"% {doubt}" in page
    assert f"\n  {row}" in report
    assert not re.search(
        r"\b(doubt|left out|placed|line|once more|by hand)\b", f"{page}{report}{said}", re.I
    )


@pytest.mark.parametrize("language", ["de", "fr"])
def test_reasons_are_told_in_a_language(language: str) -> None:
    tell_in("en")
    english = reasons()
    tell_in(language)
    assert not {*english.values()} & {*reasons().values()}


def test_a_file_that_nothing_reads_is_told_of_in_a_language(tmp_path: Path) -> None:
    tell_in("de")
    (tmp_path / "a.doc").write_text("x", encoding="utf-8")
    with pytest.raises(Unreadable, match="Öffnen Sie sie dort"):
        lines_of(tmp_path / "a.doc")


def test_french_counts_none_as_one() -> None:
    tell_in("fr")
    assert ngettext("{number} doubt", "{number} doubts", 0) == "0 doute"
