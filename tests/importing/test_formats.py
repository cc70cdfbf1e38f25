"""Files come from anywhere: what is read of them, and what is said of those that can't be."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from docx import Document
from pypdf import PdfWriter

from hiring.importing.formats import files
from hiring.importing.formats.files import lines_from, lines_of
from hiring.importing.lines import MAX_LINE, Unreadable

if TYPE_CHECKING:
    from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def texts(data: bytes, ending: str) -> list[tuple[str, str]]:
    return [(line.kind, line.text) for line in lines_from(data, ending)]


def archive(**parts: bytes) -> bytes:
    """Return an archive of files, whose names have `__` for a slash."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", data)
    return stream.getvalue()


def pdf(pages: int = 1, password: str = "") -> bytes:
    writer, stream = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(stream)
    return stream.getvalue()


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaa"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY f SYSTEM "file:///etc/hostname">]>
<w:document xmlns:w="%b"><w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p></w:document>""" % W.encode()
DEEP = b"<div>" * 100_000 + b"deep"

REFUSED = {
    "zip bomb": (".docx", archive(word__document=b" " * 70_000_000), "larger unpacked"),
    "entities": (".docx", archive(word__document=ENTITIES), "defines entities"),
    "entities in an .odt": (".odt", archive(content=ENTITIES), "defines entities"),
    "no document in it": (".docx", archive(other=b"<a/>"), "lacks its part word/document.xml"),
    "damaged XML": (".docx", archive(word__document=b"<a><b>"), "XML is damaged"),
    "no archive": (".docx", b"hello", "no such document"),
    "cut off": (".docx", archive(word__document=b"<a/>")[:60], "no such document"),
    "old Word": (".docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "without a password"),
    "PDF with a password": (".pdf", pdf(password="secret"), "protected by a password"),
    "scanned PDF": (".pdf", pdf(), "text recognition"),
    "PDF of many pages": (".pdf", pdf(41), "41 pages, more than 40"),
    "no PDF": (".pdf", b"%PDF-1.7 hello", "print it to a new PDF"),
    "nothing": (".txt", b"", "no text"),
    "lines without words": (".md", b"---\n***\n\n", "no text"),
    "bytes": (".txt", b"a\0\1\2", "no text"),
    "only pictures": (".html", b"<img src='https://a.example/x.png'>", "no text"),
    "a library": (".md", b"word " * 500_000, "2,000 kB of text"),
    "a book": (".txt", b"word\n" * 3_000, "one description a file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_can_not_be_read_is_told(name: str) -> None:
    ending, data, wanted = REFUSED[name]
    with pytest.raises(Unreadable, match=wanted):
        lines_from(data, ending)


@pytest.mark.parametrize(
    ("name", "wanted"),
    {
        "old.doc": r"save it as a Word document \(.docx\)",
        "page.rtf": "save it as .docx",
        "list.xlsx": "--csv",
        "scan.png": "picture",
        "job.xyz": "its ending is none of",
        "missing.docx": "no such file",
    }.items(),
)
def test_other_endings_say_what_to_do(name: str, wanted: str, tmp_path: Path) -> None:
    if not name.startswith("missing"):
        (tmp_path / name).write_bytes(b"something")
    with pytest.raises(Unreadable, match=wanted):
        lines_of(tmp_path / name)


def test_a_large_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    (tmp_path / "job.txt").write_bytes(b"Clerk\n" * 10)
    with pytest.raises(Unreadable, match="larger than"):
        lines_of(tmp_path / "job.txt")


def test_deep_html_is_read_or_refused() -> None:
    try:
        found = texts(DEEP, ".html")
    except Unreadable:
        return
    assert found in ([("text", "deep")], [])


def test_scripts_and_what_is_hidden_are_no_text() -> None:
    page = b"""<title>Jobs at us</title><nav>Menu</nav><h1>Clerk</h1><script>alert(1)</script>
    <style>p{}</style><p hidden>No</p><p style="display:none">No</p><p>Sorts <b>mail</b>.<br>Daily.
    <dl><dt>Grade<dd>G 5</dl><table><tr><th>Hours<td>38</table><ul><li>One<br>line<li>Two</ul>"""
    lines = lines_from(page, ".html")
    assert [(it.kind, it.text) for it in lines if not it.aside] == [
        ("heading", "Clerk"),
        ("text", "Sorts mail."),
        ("text", "Daily."),
        ("row", "Grade | G 5"),
        ("row", "Hours | 38"),
        ("entry", "One line"),
        ("entry", "Two"),
    ]
    assert [it.text for it in lines if it.aside] == ["Menu"]


@pytest.mark.parametrize("sign", ["[a](", "<b>", "**a", "`", "1 ", "- ", "$1,000 - ", "a@", "(("])
def test_no_text_takes_long(sign: str) -> None:
    """A line of many signs costs no more than the page that it makes may: bounds are on length."""
    for ending in (".md", ".txt", ".html"):
        with suppress(Unreadable):  # as HTML, some nest deeper than any description
            lines = lines_from((sign * 5_000 + "end").encode(), ending)
            assert all(len(line.text) <= MAX_LINE for line in lines)


def test_encodings() -> None:
    for data in (
        "Pflegefachkraft für Ä".encode(code) for code in ("utf-8-sig", "utf-16", "cp1252")
    ):
        assert texts(data, ".txt") == [("text", "Pflegefachkraft für Ä")]
    named = '<meta charset="iso-8859-1"><p>für</p>'.encode("latin-1")
    assert texts(named, ".html") == [("text", "für")]


def test_text_that_was_wrapped_is_one_line() -> None:
    text = (
        "Clerk\n\nKeeps the books of a small firm and answers letters from customers who\n"
        "want to know.\n\n* Sorts mail that arrives in the morning, and knows what is urgent and\n"
        "  what is not\n* Files\n\nDuties\n------\n1. Reads\n"
    )
    assert texts(text.encode(), ".txt") == [
        ("text", "Clerk"),
        (
            "text",
            "Keeps the books of a small firm and answers letters from customers who want to know.",
        ),
        (
            "entry",
            "Sorts mail that arrives in the morning, and knows what is urgent and what is not",
        ),
        ("entry", "Files"),
        ("heading", "Duties"),
        ("entry", "Reads"),
    ]


def test_headings_with_numbers_and_their_parts() -> None:
    text = """1. Bezeichnung: Mechaniker
7. Ziel der Stelle
Hält Werkzeuge bereit.
8. Aufgaben
8.1 Werkzeuge warten
\t- reinigen
\t- prüfen
8.2 Werkzeuge bauen
9. Anforderungen
9.1 Ausbildung: Mechaniker
37.5 Stunden sind eine Woche."""
    lines = lines_from(text.encode(), ".txt")
    assert [(it.kind, it.text) for it in lines] == [
        ("entry", "Bezeichnung: Mechaniker"),
        ("heading", "Ziel der Stelle"),
        ("text", "Hält Werkzeuge bereit."),
        ("heading", "Aufgaben"),
        ("entry", "Werkzeuge warten"),
        ("entry", "reinigen"),
        ("entry", "prüfen"),
        ("entry", "Werkzeuge bauen"),
        ("heading", "Anforderungen"),
        ("entry", "Ausbildung: Mechaniker"),
        ("text", "37.5 Stunden sind eine Woche."),
    ]


def test_a_list_with_numbers_has_no_headings() -> None:
    lines = lines_from(b"1. Duties\n2. Benefits\n3. Requirements\nare in the annex.", ".txt")
    assert [it.kind for it in lines][:2] == ["entry", "entry"]


def test_a_row_with_a_label_is_the_rest_of_no_other() -> None:
    text = (
        "Pipe fitter\nIssued: 12 March 2024, by the water board of a town up north\n"
        "Reports to: Foreman\nHours: 39 a week, on weekdays and on some weekends of summer too\n"
        "and in winter.\n"
    )
    assert texts(text.encode(), ".txt") == [
        ("text", "Pipe fitter"),
        ("text", "Issued: 12 March 2024, by the water board of a town up north"),
        ("text", "Reports to: Foreman"),
        (
            "text",
            "Hours: 39 a week, on weekdays and on some weekends of summer too and in winter.",
        ),
    ]


def test_markdown_of_other_programs() -> None:
    text = """---
title: "Clerk"
---
Clerk
=====

Sorts *mail*, and
[files](https://a.example) it.

**About it**
Text below. &amp; more

| Grade | G 5 |
|---|---|

* One \\* two
"""
    assert texts(text.encode(), ".md") == [
        ("text", "title: Clerk"),
        ("heading", "Clerk"),
        ("text", "Sorts mail, and files it."),
        ("text", "About it"),
        ("text", "Text below. & more"),
        ("row", "Grade | G 5"),
        ("entry", "One * two"),
    ]


def test_word_with_what_people_do_in_it(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Clerk", style="Title")
    document.add_paragraph("Duties").runs[0].bold = True
    document.add_paragraph("•\tSorts mail")
    document.add_paragraph("Files", style="List Number")
    document.add_paragraph("Grade: 5\nHours: 38")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "About you"
    table.cell(0, 1).text = "Reads"
    table.cell(0, 1).add_paragraph("Writes")
    document.sections[0].header.paragraphs[0].text = "Confidential"
    document.save(str(tmp_path / "clerk.docx"))
    lines = lines_of(tmp_path / "clerk.docx")
    assert [(it.kind, it.text) for it in lines] == [
        ("heading", "Clerk"),
        ("text", "Duties"),
        ("entry", "Sorts mail"),
        ("entry", "Files"),
        ("text", "Grade: 5"),
        ("text", "Hours: 38"),
        ("heading", "About you"),
        ("text", "Reads"),
        ("text", "Writes"),
        ("text", "Confidential"),
    ]
    assert lines[1].strong
    assert lines[-1].aside
