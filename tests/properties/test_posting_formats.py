"""Each format is valid to its own standard, and says what the posting says: not more, not less."""

from __future__ import annotations

import io
import json
import re
import textwrap
import zipfile
from dataclasses import replace
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from docx import Document
from hypothesis import assume, given
from lxml import etree
from markdown_it import MarkdownIt

from hiring.model import words
from hiring.model.audience import Audience
from hiring.model.places import area_name, place_name
from hiring.posting.compose import opening_posting, role_posting
from hiring.posting.content import Bullets, Paragraph, Span, paragraph, plain
from hiring.posting.feeds.entries import feed
from hiring.posting.feeds.news import json_feed
from hiring.posting.files import posting_files, schema_file
from hiring.posting.formats import FORMATS, file_of
from hiring.posting.formats.data import posting_document
from hiring.posting.formats.html import content_html, description, html_block
from hiring.posting.formats.markdown import content_markdown, markdown
from hiring.posting.formats.text import content_text, plain_text, width
from hiring.posting.formats.word import docx
from hiring.posting.structured import job_posting
from hiring.posting.structured_role import occupation
from tests.core.examples import contents, few, opening, stated
from tests.core.readback import read_html, said, said_by, signs, tags, without_marks
from tests.support.cases import SOUND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hiring.model.handbook import Handbook
    from hiring.posting.compose import Posting
    from hiring.posting.content import Content

COMMONMARK = MarkdownIt("commonmark")
HEBREW = "שלום **משה** [x](https://a.b)"
SCHEMA = jsonschema.Draft202012Validator(json.loads(schema_file()[1]))
ALLOWED = {"div", "p", "ul", "ol", "li", "strong", "em", "a", "h2", "h3"}


def squeezed(text: str) -> str:
    """Return text without its spaces."""
    return "".join(text.split())


@pytest.fixture(scope="session")
def handbook(read: Callable[..., Handbook]) -> Handbook:
    """Return the small handbook."""
    return read()


@few
@given(contents)
def test_html_markdown_and_text_say_what_the_content_says(content: list[Content]) -> None:
    html, marked, text = content_html(content), content_markdown(content), content_text(content)
    assert read_html(html) == list(said_by(content))
    assert tags(html) <= ALLOWED
    assert read_html(COMMONMARK.render(marked)) == list(said_by(content)), marked
    assert squeezed(text) == squeezed("".join(in_text(content)))


def test_an_ordered_list_says_its_numbers_and_no_hyphen(read: Callable[..., Handbook]) -> None:
    text = "## Steps\n\n2) A talk\n3) A morning\n   - with all\n\nOr:\n\n1. An offer\n"
    front = "---\nopening: {role: data-engineer, requisition: E-1}\n---\n\n"
    handbook = read({"openings/job.md": front + text}, Audience.HIRING_TEAM)
    found = opening_posting(handbook.openings["job"], handbook)
    assert "2. A talk\n3. A morning\n\n   - with all\n\nOr:\n\n1. An offer" in plain_text(found)
    assert "2. A talk\n3. A morning\n\n   - with all\n\nOr:\n\n1. An offer" in markdown(found)
    assert '<ol start="2">\n<li>A talk</li>\n<li><p>A morning</p>\n<ul>' in html_block(found)
    plainer = "<p>2. A talk</p>\n<p>3. A morning</p>\n<ul>\n<li>with all</li>"
    assert plainer in description(found)
    entries = [it for it in _word(found).paragraphs if it.style and it.style.name == "List Number"]
    assert [it.text for it in entries] == ["2.\tA talk", "3.\tA morning", "1.\tAn offer"]


TABLE = """Shifts:

| Shift | Hours | |
|---|---|---|
| *Early* | 6 \\| 14 | **+ $2** |
| Late, [rota](https://a.b) | | |

After.
"""


def test_a_table_is_one_wherever_tables_are(read: Callable[..., Handbook]) -> None:
    front = "---\nopening: {role: data-engineer, requisition: E-1}\n---\n\n"
    handbook = read({"openings/job.md": front + TABLE}, Audience.HIRING_TEAM)
    found = opening_posting(handbook.openings["job"], handbook)
    said = [
        ["Shift", "Hours", ""],
        ["Early", "6 | 14", "+ $2"],
        ["Late, rota", "", ""],
    ]
    rows = etree.fromstring(f"<div>{html_block(found)}</div>").findall(".//tr")
    assert [
        [etree.tostring(cell, method="text", encoding="unicode", with_tail=False) for cell in row]
        for row in rows
    ] == said
    assert [cell.tag for cell in rows[0]] == ["th"] * 3
    shown = MarkdownIt("commonmark").enable("table").render(markdown(found))
    rows = etree.fromstring(f"<div>{shown}</div>").findall(".//tr")
    assert [
        [etree.tostring(cell, method="text", encoding="unicode", with_tail=False) for cell in row]
        for row in rows
    ] == said
    (table,) = _word(found).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == said
    assert "Shift | Hours |\nEarly | 6 | 14 | + $2\nLate, rota (https://a.b) |  |\n\nAfter." in (
        plain_text(found)
    )
    lines = "<ul>\n<li>Shift; Hours</li>\n<li>Early; 6 | 14; + $2</li>\n<li>Late, rota</li>\n</ul>"
    assert lines in description(found)
    SCHEMA.validate(json.loads(FORMATS[".json"](found)))
    assert posting_document(found).sections == found.sections


def test_markdown_emphasizes_whatever_stands_beside_it() -> None:
    beside = ("a", "!", " ", "é", "😀", "*", "_", "#")
    styles = (("strong",), ("em",), ("strong", "em"))
    for before, inner, style, after in product(beside, beside, styles, beside):
        found = paragraph(
            [Span(before), Span(f"{inner}b{inner}", "strong" in style, "em" in style), Span(after)]
        )
        assert found is not None
        text = content_markdown([found])
        assert read_html(COMMONMARK.render(text)) == list(said_by([found])), text


def in_text(content: Iterable[Content]) -> Iterator[str]:
    """Yield what plain text says: an entry's mark, and a link's address behind its text."""
    for part in content:
        if isinstance(part, Paragraph):
            for span in part.spans:
                address = (span.href or "").removeprefix("mailto:")
                yield span.text + (f"({address})" if address not in ("", span.text) else "")
        elif isinstance(part, Bullets):
            for item, mark in zip(part.items, part.marks, strict=True):
                yield mark
                yield from in_text(item.content)


@few
@given(stated)
def test_every_format_says_what_the_posting_says(
    handbook: Handbook, example: tuple[dict[str, Any], str]
) -> None:
    found = opening_posting(opening(handbook, *example), handbook)
    assume(all(section.title for section in found.sections))  # HTML alone, which is refused
    expected = said(found)
    assert read_html(html_block(found)) == expected
    rendered = COMMONMARK.render(markdown(found)).replace("h2>", "h3>").replace("h1>", "h2>")
    assert read_html(rendered) == expected
    assert [squeezed(paragraph.text) for paragraph in _word(found).paragraphs] == without_marks(
        expected
    )
    assert without_marks(read_html(description(found))) == without_marks(expected[1:])
    assert tags(description(found)) <= {"div", "p", "ul", "li"}
    document = json.loads(FORMATS[".json"](found))
    SCHEMA.validate(document)
    assert (document["html"], document["text"]) == (html_block(found), plain_text(found))
    assert posting_document(found).sections == found.sections


@few
@given(stated)
def test_every_format_states_pay_place_and_dates(
    handbook: Handbook, example: tuple[dict[str, Any], str]
) -> None:
    found = opening_posting(opening(handbook, *example), handbook)
    terms = found.terms
    assert terms.opening is not None
    facts = terms.opening.facts
    wanted = [found.title, plain(facts.requisition), words.employment(terms.employment_type)]
    wanted += [plain(place_name(place)) for place in terms.places]
    wanted += [area_name(area) for area in terms.remote]
    wanted += [words.day(day) for day in (facts.posted, facts.closes) if day]
    wanted += [words.pay(terms.pay)] if terms.pay else []
    address = terms.apply and (terms.apply.url or terms.apply.email)
    wanted += [address] if address else []
    for name, text in _texts(found).items():
        for words_wanted in wanted:
            assert squeezed(words_wanted) in squeezed(text), name


def _texts(found: Posting) -> dict[str, str]:
    """Return the text that a reader sees, by format."""
    shown = {
        ".html": read_html(html_block(found)),
        ".md": read_html(COMMONMARK.render(markdown(found))),
        "description": read_html(description(found)),
    }
    texts = {name: "\n".join(without_marks(parts)) for name, parts in shown.items()}
    texts[".txt"] = plain_text(found)
    texts[".docx"] = "\n".join(paragraph.text for paragraph in _word(found).paragraphs)
    return texts


def _word(found: Posting) -> Any:
    return Document(io.BytesIO(docx(found)))


def test_word_has_real_headings_lists_and_properties(handbook: Handbook) -> None:
    facts = {"role": "data-engineer", "requisition": "A", "status": "open", "posted": "2026-11-20"}
    body = "- one\n  - two\n    - three\n      - four\n\n    more of two\n\n" + HEBREW
    found = opening_posting(opening(handbook, facts, body), handbook)
    document = _word(found)
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[:2] == ["Title", "Heading 1"]
    headings = [name for name in styles if name.startswith("Heading")]
    assert headings == [*["Heading 1"] * 3, "Heading 2", "Heading 1"]
    deep = ["List Bullet", "List Bullet 2", "List Bullet 3", "List Bullet 3", "List Continue 2"]
    assert styles[2:7] == deep
    hebrew = document.paragraphs[7]
    assert [link.address for link in hebrew.hyperlinks] == ["https://a.b"]
    assert hebrew._p.xpath("w:pPr/w:bidi")
    assert all(run.font.rtl for run in hebrew.runs)
    assert [run.text for run in hebrew.runs if run.bold] == ["משה"]
    properties = document.core_properties
    assert (properties.title, properties.author) == ("Data Engineer", "Fennmoor Freight")
    assert properties.language == "en-US"
    assert str(properties.created.date()) == "2026-11-20"


def test_word_is_the_same_each_time(handbook: Handbook) -> None:
    found = role_posting(handbook.roles["data-engineer"], handbook)
    first = docx(found)
    assert first == docx(found)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(archive.namelist()) == len(set(archive.namelist()))


def test_text_has_a_line_for_each_paragraph_and_entry(handbook: Handbook) -> None:
    facts = {"role": "data-engineer", "requisition": "A"}
    parts = ["日本語の仕事" * 20, "x" * 100, ("word " * 40).strip()]
    body = "\n\n".join(parts) + "\n\n- one\n  two\n\n  - three\n"
    lines = plain_text(opening_posting(opening(handbook, facts, body), handbook)).split("\n")
    assert set(parts) <= set(lines)
    start = lines.index("- one two")
    assert lines[start : start + 3] == ["- one two", "", "  - three"]


@pytest.mark.parametrize(("text", "columns"), [("é", 1), ("e\u0301", 1), ("😀", 2), ("\u200d", 0)])
def test_a_heading_is_underlined_by_what_it_takes_on_a_screen(text: str, columns: int) -> None:
    assert width(text * 3) == columns * 3


def test_right_to_left_is_said_where_it_starts_so(handbook: Handbook) -> None:
    facts = {"role": "data-engineer", "requisition": "A"}
    found = opening_posting(opening(handbook, facts, "- שלום a\n- a שלום\n"), handbook)
    text = html_block(found)
    assert '<li dir="rtl">שלום a</li>' in text
    assert "<li>a שלום</li>" in text


def test_every_format_is_read_here() -> None:
    """Else it would be compared with nothing."""
    assert FORMATS.keys() == {".html", ".md", ".txt", ".docx", ".json"}


def test_every_role_and_opening_has_every_format(read: Callable[..., Handbook]) -> None:
    front = "---\nopening:\n  role: data-engineer\n  requisition: {}\n  status: {}\n"
    front += "  posted: 2026-11-20\n---\n"
    files = {
        "openings/a.md": front.format("A", "open"),
        "openings/b.md": front.format("B", "draft"),
        "openings/c.md": front.format("C", "closed"),
    }
    SCHEMA.check_schema(json.loads(schema_file()[1]))
    names = [name for name, _ in posting_files(read(files), date(2026, 11, 22))]
    stems = ("data-analyst", "data-engineer", "a")
    expected = {f"postings/{stem}{end}" for stem in stems for end in FORMATS}
    levels = {f"postings/data-engineer--{level}.txt" for level in ("entry", "senior")}
    assert sorted(names) == sorted(expected | levels)


def test_files_to_paste_say_how_they_are_encoded(handbook: Handbook) -> None:
    """Browsers are told by the files, and what is copied out of them has nothing of it."""
    found = role_posting(handbook.roles["data-engineer"], handbook)
    assert file_of(found, ".txt").decode() == f"\ufeff{plain_text(found)}"
    assert file_of(found, ".txt").decode("utf-8-sig") == plain_text(found)
    first, _, rest = file_of(found, ".html").decode().partition("\n")
    assert first == '<meta charset="utf-8"><meta name="robots" content="noindex">'
    assert rest == html_block(found)
    for end in FORMATS.keys() - {".txt", ".html"}:
        assert file_of(found, end) == FORMATS[end](found), end


def test_signs_are_compared_with_their_marks() -> None:
    assert read_html("<p>a<strong>b</strong></p>") != read_html("<p>ab</p>")
    assert read_html("<ul><li>a</li></ul>") != read_html("<p>a</p>")
    assert signs("a b", "em") == (("a", "em"), ("b", "em"))
    assert re.fullmatch("[a-z]+", squeezed("a b\nc"))


def test_no_text_is_cut_into_lines(read: Callable[..., Handbook]) -> None:
    """What shows a text wraps it, and would break it a second time."""
    said = "Answers for " + "the tables that planners, buyers and nurses read every day, " * 5
    entry = said.strip(" ,")
    page = read().pages["roles/data-engineer.md"].text
    written = "\n  ".join(textwrap.wrap(entry, 60))
    handbook = read(
        {"roles/data-engineer.md": page.replace("- Answers for the tables", f"- {written}")}
    )
    own = opening(handbook, {**SOUND, "closes": None})
    found = opening_posting(own, handbook)
    job = job_posting(found, date(2026, 12, 1))
    assert job is not None
    listed = replace(handbook, openings={own.key: own})
    (item,) = json.loads(json_feed(feed(listed, date(2026, 12, 1)), handbook.company))["items"]
    texts = {
        ".txt": plain_text(found),
        ".json": json.loads(FORMATS[".json"](found))["text"],
        "JSON Feed": item["content_text"],
        "JobPosting": job["responsibilities"],
        "Occupation": occupation(found.terms.role, handbook)["responsibilities"],
    }
    for name, text in texts.items():
        assert f"- {entry}" in text.splitlines(), name
