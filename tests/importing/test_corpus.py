"""The importer on descriptions that were labelled by hand, half of them before it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hiring.importing.page import write_page
from hiring.importing.report import report_lines
from tests.importing.scoring import HALVES, described, documents, judged, known, total

if TYPE_CHECKING:
    from pathlib import Path

ENOUGH = 0.9
"""The share of lines that are rightly placed in each half."""

ALL = [document for half in HALVES for document in documents(half)]


@pytest.mark.parametrize("half", HALVES)
def test_lines_find_their_places(half: str) -> None:
    right, lines, nowhere = total(half)
    assert nowhere == 0
    assert right / lines >= ENOUGH, f"{right} of {lines} lines in the half {half}"


def test_the_corpus_is_of_many_kinds() -> None:
    assert len(ALL) == 40
    assert {document.suffix for document in ALL} == {
        *(".docx", ".html", ".md", ".odt", ".pdf", ".txt")
    }
    assert {described(document).language for document in ALL} == {"de", "en", "fr"}


@pytest.mark.parametrize("document", ALL, ids=lambda it: it.stem)
def test_no_line_is_lost(document: Path) -> None:
    """Each has a line of the page that says it, or a reason."""
    assert [it.gold.text for it in judged(document) if not it.place] == []
    found = described(document)
    page = write_page(found, known())
    entries = report_lines(found.placed, page)
    assert len(entries) == len(found.placed)
    for entry in entries:
        assert bool(entry.line) != bool(entry.why), entry
    words = {word for entry in entries if entry.why == PERSONS for word in entry.text.split()}
    assert not [word for word in words if "@" in word and word in page.text]


PERSONS = "names a person, or how to reach one"
