"""Write the documents of the corpus from their labelled lines, by tools that are not ours.

Run by hand, as ``python tests/importing/make_documents.py held/electrician``, where a line was
changed; it needs odfpy, reportlab and Chromium. What it writes is kept beside the labels: tests
read the documents, and never make them.
"""

from __future__ import annotations

import sys
import textwrap
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
STYLE = (
    "body{font:11pt/1.4 serif;max-width:16cm} h1{font:bold 20pt sans-serif}"
    "h2{font:bold 13pt sans-serif;color:#124}"
)
BOX = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent>
</wps:txbx></wps:wsp></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape>
</w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


@dataclass(frozen=True)
class Gold:
    """A line of a description: where it belongs, what it looks like, and what it says."""

    wanted: str
    mark: str
    text: str


def read_gold(file: Path) -> tuple[str, str, list[Gold]]:
    """Return the language of a description, its shape, and its lines."""
    first, *rest = file.read_text("utf-8").splitlines()
    language, shape = first.split()
    return language, shape, [Gold(*line.split(" ", 2)) for line in rest if line]


def as_text(lines: list[Gold], *, marks: bool) -> str:
    out: list[str] = []
    for line in lines:
        said = line.text.replace(" | ", ": ")
        if line.mark == "#":
            out += ["", said]
        elif line.mark == "-" and marks:
            out += textwrap.wrap(said, 70, initial_indent="• ", subsequent_indent="  ")
        elif marks:
            out += textwrap.wrap(said, 72)
        else:
            out.append(said)
    return "\n".join(out).strip() + "\n"


def as_markdown(lines: list[Gold]) -> str:
    out: list[str] = []
    for number, line in enumerate(lines):
        if line.mark == "#":
            out += ["", f"{'##' if number else '#'} {line.text}", ""]
        else:
            out.append(f"- {line.text}" if line.mark == "-" else f"{line.text}\n")
    return "\n".join(out).strip() + "\n"


def as_html(lines: list[Gold], shape: str) -> str:
    body = _soup(lines) if shape == "html-soup" else _sections(lines, fake=shape == "html-ats")
    chrome = '<script>var tracker = "Responsibilities";</script>' if "html" in shape else ""
    head = f"<meta charset=utf-8><title>{escape(lines[0].text)}</title><style>{STYLE}</style>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{chrome}{body}</body></html>\n"


def _sections(lines: list[Gold], *, fake: bool) -> str:
    out, in_list = [], False
    for number, line in enumerate(lines):
        if (line.mark == "-") != in_list:
            in_list = not in_list
            out.append("<ul>" if in_list else "</ul>")
        said = escape(line.text)
        if line.mark == "-":
            out.append(f"<li>{'<span>' + said + '</span>' if fake else said}</li>")
        elif line.mark == "#" and number == 0:
            out.append(f"<h1>{said}</h1>")
        elif line.mark == "#":
            out.append(f"<div><strong>{said}</strong></div>" if fake else f"<h2>{said}</h2>")
        else:
            out.append(f"<div>{said}&nbsp;</div>" if fake else f"<p>{said}</p>")
    return "\n".join([*out, "</ul>" if in_list else ""])


def _soup(lines: list[Gold]) -> str:
    out = ['<div class="job"><p><span style="font-size:20px">']
    for number, line in enumerate(lines):
        said = escape(line.text)
        if line.mark == "#" and number:
            out.append(f"</span></p><p><span><b>{said}</b><br>")
        elif line.mark == "-":
            out.append(f"&bull;&nbsp;{said}<br/>")
        else:
            out.append(f"{said}<br>")
    return "".join([*out, "</span></p></div>"])


def as_pdf(page: str, target: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM)
        tab = browser.new_page()
        tab.set_content(page)
        tab.pdf(path=target, format="A4", margin={"top": "2cm", "left": "2cm"})
        browser.close()


def as_reportlab(lines: list[Gold], target: Path) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    story = []
    for number, line in enumerate(lines):
        if line.mark == "-":
            story.append(Paragraph(escape(line.text), styles["Normal"], bulletText="•"))
        else:
            name = "Normal" if line.mark != "#" else "Heading2" if number else "Title"
            story.append(Paragraph(escape(line.text), styles[name]))
    SimpleDocTemplate(str(target), invariant=1).build(story)


def as_odt(lines: list[Gold], target: Path) -> None:
    from odf.opendocument import OpenDocumentText
    from odf.text import H, List, ListItem, P

    document = OpenDocumentText()
    entries = None
    for number, line in enumerate(lines):
        if line.mark == "-":
            if entries is None:
                entries = List()
                document.text.addElement(entries)
            item = ListItem()
            item.addElement(P(text=line.text))
            entries.addElement(item)
            continue
        entries = None
        if line.mark == "#":
            document.text.addElement(H(outlinelevel=2 if number else 1, text=line.text))
        else:
            document.text.addElement(P(text=line.text))
    document.save(str(target))


def as_docx(lines: list[Gold], shape: str, target: Path) -> None:
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    table = None
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        if shape == "docx-table" and last and line.mark == ".":
            document.sections[0].footer.paragraphs[0].text = line.text
        elif line.mark == ":":
            table = table or document.add_table(0, 2)
            for cell, said in zip(table.add_row().cells, line.text.split(" | "), strict=True):
                cell.text = said
        elif shape == "docx-bold" and line.wanted == "place":
            said = f"<w:p><w:r><w:t>{escape(line.text)}</w:t></w:r></w:p>"
            document.add_paragraph()._p.append(parse_xml(BOX.format(said)))
        else:
            _paragraph(document, line, shape, first=number == 0)
    document.save(str(target))


def _paragraph(document: Any, line: Gold, shape: str, *, first: bool) -> None:
    if line.mark == "-" and shape == "docx-bold":
        document.add_paragraph(f"•\t{line.text}")
    elif line.mark == "-":
        document.add_paragraph(line.text, style="List Bullet")
    elif line.mark == "#" and shape == "docx-styles":
        document.add_heading(line.text, 0 if first else 2)
    elif line.mark == "#" and shape == "docx-table":
        cell = document.add_table(1, 1).rows[0].cells[0]
        cell.paragraphs[0].add_run(line.text).bold = True
    elif line.mark == "#" or first:
        document.add_paragraph().add_run(line.text).bold = True
    else:
        document.add_paragraph(line.text)


def make(gold: Path) -> None:
    """Write the document of a file of labelled lines beside it."""
    _, shape, lines = read_gold(gold)
    kind = shape.split("-")[0]
    target = gold.with_suffix(f".{kind}")
    if kind == "docx":
        as_docx(lines, shape, target)
    elif kind == "odt":
        as_odt(lines, target)
    elif shape == "pdf-reportlab":
        as_reportlab(lines, target)
    elif kind == "pdf":
        as_pdf(as_html(lines, shape), target)
    elif kind == "html":
        target.write_text(as_html(lines, shape), "utf-8")
    elif kind == "md":
        target.write_text(as_markdown(lines), "utf-8")
    else:
        target.write_text(as_text(lines, marks=shape == "txt-marks"), "utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        make(HERE / f"{name}.gold")
