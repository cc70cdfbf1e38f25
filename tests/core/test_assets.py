"""Images and downloads: what is let through, what is refused and where, what a page uses."""

from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from hiring.model.report import Report
from hiring.reading.handbook import read_handbook
from hiring.reading.pages.page import read_page
from hiring.reading.sources import sources
from hiring.reading.sources.assets import DOWNLOADS, assets_of, check_asset
from hiring.reading.sources.svg import ELEMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PLAIN = "save it as a plain SVG"


def said(path: str, data: bytes | str) -> list[str]:
    """Return what is said of a file: line and message."""
    report = Report(path)
    check_asset(path, data.encode() if isinstance(data, str) else data, report)
    return [f"{problem.line}: {problem.message}" for problem in report.problems]


def archive(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return held.getvalue()


GOOD = {
    "a.png": b"\x89PNG\r\n\x1a\n...",
    "a.jpg": b"\xff\xd8\xff\xe0...",
    "a.jpeg": b"\xff\xd8\xff\xe1...",
    "a.gif": b"GIF89a...",
    "a.webp": b"RIFF\n\0\0\0WEBPVP8 ",
    "a.avif": b"\0\0\0\x1cftypavif...",
    "a.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "a.pdf": b"%PDF-1.7\n...",
    "a.docx": archive("[Content_Types].xml", "word/document.xml"),
    "a.xlsx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "a.csv": "name,value\nÅsa,1\n".encode(),
    "a.txt": b"Text\r\n",
    "a.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
}


def test_each_kind_is_let_through_as_what_it_is_and_as_nothing_else() -> None:
    assert {f".{name.split('.')[1]}" for name in GOOD} == set(DOWNLOADS)
    for name, data in GOOD.items():
        assert said(name, data) == []
        for other, ending in ((other, other[1:]) for other in GOOD):
            same = data == GOOD[other] or {name, other} == {"a.jpg", "a.jpeg"}
            text = ending in (".csv", ".txt", ".ics") and not name.endswith(
                (".png", ".jpg", ".jpeg", ".webp", ".avif", ".docx", ".xlsx")
            )
            assert (said(f"b{ending}", data) == []) == (same or text), (name, other)


@pytest.mark.parametrize(
    ("path", "data", "message"),
    [
        ("a.png", b"", "1: this is no PNG file: save it as one"),
        ("a.jpg", b"<html>", "1: this is no JPG file: save it as one"),
        ("a.pdf", b"MZ\x90", "1: this is no PDF file: save it as one"),
        ("a.docx", b"PK\x03\x04broken", "1: this is no office document: save it as one"),
        ("a.docx", archive("xl/workbook.xml"), "1: this is no office document: save it as one"),
        (
            "a.docx",
            archive("word/document.xml", "word/vbaProject.bin"),
            "1: the document has macros: save it without",
        ),
        (
            "a.txt",
            b"a\nb\xff",
            "2: found the byte 0xff, which is not UTF-8: save the file as UTF-8",
        ),
        (
            "a.csv",
            "a\n\u202eb",
            "2: found U+202E (RIGHT-TO-LEFT OVERRIDE), which nobody can see: delete it",
        ),
    ],
)
def test_what_is_not_what_its_name_says(path: str, data: bytes | str, message: str) -> None:
    assert said(path, data) == [message]


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("<script>alert(1)</script>", "`<script>`"),
        ("<SCRIPT/>", "`<SCRIPT>`"),
        ('<path onload="x()"/>', '`onload="x()"`'),
        ('<path ONCLICK="x()"/>', '`ONCLICK="x()"`'),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', None),
        ('<iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/>', None),
        ('<image href="https://example.org/x.png"/>', None),
        ('<a href="#x"/>', "`<a>`"),
        ('<use href="other.svg#x"/>', '`href="other.svg#x"`'),
        ('<use xlink:href="https://example.org/x#y"/>', '`href="https://example.org/x#y"`'),
        ('<use xlink:href=" data:image/svg+xml,x"/>', '`href=" data:image/svg+xml,x"`'),
        ('<path fill="url(https://example.org/x)"/>', '`fill="url(https://example.org/x)"`'),
        ("<path style=\"fill:URL( '//example.org' )\"/>", None),
        ('<path style="background:\\75rl(x)"/>', None),
        ('<path fill="java&#115;cript:x"/>', '`fill="javascript:x"`'),
        ("<style>@import 'https://example.org/x.css';</style>", None),
        ("<style>@im<!-- -->port 'x';</style>", None),
        ("<style>@im<![CDATA[port 'x']]></style>", None),
        ("<style>a { fill: url(x.svg) }</style>", None),
        ("<animate attributeName='href' to='javascript:x'/>", "`<animate>`"),
        ("<set attributeName='onclick' to='x'/>", "`<set>`"),
        ("<handler/>", "`<handler>`"),
        ("<path xml:base='https://example.org/'/>", '`base="https://example.org/"`'),
        ("<?xml-stylesheet href='x.css'?>", "`<?xml-stylesheet href='x.css'?>`"),
        ("<!-- a comment --><metadata/>", "`<metadata>`"),
    ],
)
def test_a_drawing_that_is_more(inside: str, found: str | None) -> None:
    told = said(
        "a.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n\n'
        f"{inside}\n</svg>",
    )
    assert len(told) == 1
    assert told[0].startswith("3: found ")
    assert told[0].endswith(f", which is not for drawing: {PLAIN}")
    assert found is None or found in told[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
            f"1: found `<!DOCTYPE svg>`, which is not for drawing: {PLAIN}",
        ),
        (
            '<?xml version="1.0" encoding="iso-2022-jp"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
            f'1: found `encoding="iso-2022-jp"`, which is not for drawing: {PLAIN}',
        ),
        ("<svg/>", f"1: found `<svg>`, which is not for drawing: {PLAIN}"),
        (
            '<html xmlns="http://www.w3.org/1999/xhtml"/>',
            f"1: found `<html>`, which is not for drawing: {PLAIN}",
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg">\n<g>\n</svg>',
            "3: this is no SVG: mismatched tag",
        ),
        ("", "1: this is no SVG: no element found"),
        (b"\xff\xfe<\0", "1: found UTF-16 or UTF-32: save the file as UTF-8"),
    ],
)
def test_a_file_that_is_no_drawing(text: bytes | str, message: str) -> None:
    assert said("a.svg", text) == [message]


def test_a_drawing_nests_so_deep_and_no_deeper() -> None:
    def nested(depth: int) -> str:
        inner = "<g>" * depth + "</g>" * depth
        return f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'

    assert said("a.svg", nested(99)) == []
    assert said("a.svg", nested(100)) == [f"1: found `<g>`, which is not for drawing: {PLAIN}"]


def test_the_elements_that_run_link_or_load_are_none_that_draw() -> None:
    others = "script foreignObject iframe image feImage a animate set animateMotion handler audio"
    assert not ELEMENTS & {*others.split()}


def test_what_a_page_uses() -> None:
    record = read_page(
        "guide/a.md",
        "# A\n\n![a](b.png) ![a](/c.svg) [a](../d.pdf#page=2) [a](b.md) [a](https://x.example/e.png)\n"
        "{download}`a <f.csv>` [g](g%20h.txt) ![out](../../i.png) [label](label)\n\n"
        ":::{card} A\n:img-top: j.jpg\n:link: k.docx\nText\n:::\n\n"
        ":::{figure} l.gif\n:alt: a\n:target: m.pdf\n:::\n",
    )
    names = "guide/b.png c.svg d.pdf guide/f.csv guide/j.jpg guide/k.docx guide/l.gif guide/m.pdf"
    assert assets_of(record) == {*names.split(), "guide/g h.txt"}


def test_files_on_a_disk(
    tmp_path: Path, base: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no regular file is never opened: a FIFO would wait for ever."""
    folder = tmp_path / "handbook"
    for path, data in base.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (tmp_path / "secret.png").write_bytes(GOOD["a.png"])
    (folder / "linked.png").symlink_to(tmp_path / "secret.png")
    (folder / "away").symlink_to(tmp_path)
    (folder / "self").symlink_to(folder / "self")
    os.mkfifo(folder / "fifo.png")
    (folder / "large.png").write_bytes(GOOD["a.png"] + bytes(4_000))
    (folder / "a[1].png").write_bytes(GOOD["a.png"])
    (folder / "a?.md").write_text("# A\n")
    (folder / "docutils.conf").write_text("[general]\n")
    (folder / "page.rst").write_text("Page\n====\n")
    (folder / ".hidden.png").write_bytes(GOOD["a.png"])
    (folder / "notes.xyz").write_text("anything")
    (folder / "use.md").write_text(
        "# A\n\n![a](linked.png) ![a](away/secret.png) ![a](fifo.png) ![a](self/a.png)\n"
        "![a](.hidden.png) [a](notes.xyz) ![a](large.png)\n"
    )
    monkeypatch.setattr(sources, "MAX_ASSET_BYTES", 4_000)
    handbook = read_handbook(folder)
    link = "error[file] this is a symbolic link: put the file itself here"
    none = "Paths start at this page's folder"
    assert [str(problem) for problem in handbook.problems] == [
        "a?.md:1: error[file] the name holds `?`: use letters, digits and hyphens",
        "a[1].png:1: error[file] the name holds `[`: use letters, digits and hyphens",
        f"away:1: {link}",
        "docutils.conf:1: error[file] the settings of another program, which are not read here: "
        "delete the file",
        "fifo.png:1: error[file] this is no regular file: put the file itself here",
        "large.png:1: error[limit] 4,011 bytes, at most 4,000: split the file",
        f"linked.png:1: {link}",
        "page.rst:1: error[file] the name ends in `.rst`: a page's ends in `.md`",
        f"self:1: {link}",
        f"use.md:3: error[file] there is no file `away/secret.png`. {none}",
        f"use.md:3: error[file] there is no file `linked.png`; did you mean `large.png`? {none}",
        f"use.md:3: error[file] there is no file `self/a.png`; did you mean `large.png`? {none}",
        f"use.md:4: error[address] `notes.xyz` is of no kind that pages may use; allowed: "
        f"{' '.join(DOWNLOADS)}",
        f"use.md:4: error[file] there is no file `.hidden.png`. {none}",
    ]
    assert handbook.withheld == ("a?.md",)
