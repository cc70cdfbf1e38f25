"""Word documents: their headings, their paper, what they say of themselves, and templates."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx.shared import Mm, RGBColor

from hiring.model.audience import Audience
from hiring.model.word_template import PROPERTIES, bare, own_template
from hiring.posting.compose import opening_posting, role_posting
from hiring.posting.formats.word import docx, paper_of
from hiring.posting.generator.files import word_data
from hiring.reading.handbook import understand
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.projected_tree import projected_files
from hiring.reading.sources.sources import sources_from
from hiring.system.files import put
from tests.support.cases import BASE, SOUND, files_in

from .examples import opening

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hiring.model.handbook import Handbook

    Change = Callable[[Any], None]

NAME = "brand/posting.docx"


@pytest.fixture(scope="session")
def handbook(read: Callable[..., Handbook]) -> Handbook:
    return read()


def word(handbook: Handbook, **facts: Any) -> Any:
    found = opening_posting(opening(handbook, {**SOUND, **facts}), handbook)
    return opened(docx(found))


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def branded(change: Change = lambda _: None) -> bytes:
    """Return a document of the build's own, with a head and a colour of the company's."""
    document = Document()
    document.sections[0].page_width, document.sections[0].page_height = Mm(200), Mm(250)
    document.sections[0].header.paragraphs[0].text = "Fennmoor Freight, people team"
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    document.add_paragraph("A remark that is nobody's business")
    document.core_properties.author = "Ann"
    change(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def with_template(data: bytes | None, name: str = NAME) -> Handbook:
    files = dict(files_in(BASE))
    files["company.yaml"] += f"word_template: {name}\n".encode()
    files |= {NAME: data} if data is not None else {}
    sources = sources_from(files)
    return understand(sources, sources.settings.audience, PageCache())


def test_what_heads_a_part_is_a_heading(handbook: Handbook) -> None:
    paragraphs = word(handbook).paragraphs
    styled = [(it.style.name, it.text) for it in paragraphs if it.style.name.startswith("Heading")]
    assert styled == [
        ("Heading 1", "Job brief"),
        ("Heading 1", "Responsibilities"),
        ("Heading 2", "Senior level"),
        ("Heading 1", "Qualifications"),
        ("Heading 2", "Must have"),
        ("Heading 1", "Additional information"),
    ]
    # Nothing else looks like a heading: bold text alone on its line.
    bold = [it for it in paragraphs if it.runs and all(run.bold for run in it.runs)]
    assert all(it.style.name.startswith("Heading") for it in bold)


@pytest.mark.parametrize(
    ("facts", "width"),
    [
        ({}, 216),
        ({"locations": [{"country": "BE", "locality": "Antwerp"}]}, 210),
        ({"locations": [{"country": "CA", "locality": "Toronto", "region": "ON"}]}, 216),
        ({"locations": None, "remote": ["DE-BE", "US"]}, 210),
    ],
)
def test_the_paper_is_that_of_the_place(
    facts: dict[str, Any], width: int, handbook: Handbook
) -> None:
    assert round(word(handbook, **facts).sections[0].page_width.mm) == width


def test_a_job_without_a_place_has_the_companys_paper(read: Callable[..., Handbook]) -> None:
    company = "name: A\nurl: https://a.example\nlocations: {a: {country: BE}}\n"
    handbook = read({"company.yaml": company})
    posting = role_posting(handbook.roles["data-engineer"], handbook)
    assert paper_of(posting.terms, posting.company) == "a4"
    assert word_data(handbook)["country"] == "BE"


def texts_in(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def test_no_program_nor_person_is_named(handbook: Handbook) -> None:
    posting = opening_posting(opening(handbook, SOUND), handbook)
    for found in (docx(posting), docx_with(branded())):
        parts = texts_in(found)
        assert [name for name in parts if name.startswith("docProps/")] == ["docProps/core.xml"]
        assert not any(name.startswith("customXml/") for name in parts)
        whole = re.sub(r"https?://schemas\.[^\"]*|urn:schemas[^\"]*", "", "".join(parts.values()))
        for trace in ("python-docx", "Macintosh", "Normal.dotm", "<Application", "w:rsids", "Ann<"):
            assert trace not in whole


def docx_with(template: bytes) -> bytes:
    handbook = with_template(template)
    assert handbook.problems == ()
    return docx(opening_posting(opening(handbook, SOUND), handbook))


def test_a_template_does_not_have_the_time_of_the_clock() -> None:
    whole = Document()
    whole.core_properties.modified = datetime(2026, 11, 28, 1, 54, 5, tzinfo=UTC)
    for made in (own_template(), bare(whole)):
        assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", made.parts[PROPERTIES])) == {
            "1980-01-01T00:00:00Z"
        }
    assert bare(Document()).digest == bare(whole).digest


def test_a_template_of_the_company_gives_its_looks_and_no_text() -> None:
    found = docx_with(branded())
    document = opened(found)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (200, 250)
    assert section.header.paragraphs[0].text == "Fennmoor Freight, people team"
    assert str(document.styles["Heading 1"].font.color.rgb) == "123456"
    assert document.paragraphs[0].text == "Senior Data Engineer"
    assert "nobody's business" not in "".join(texts_in(found).values())
    assert found == docx_with(branded())


def test_a_template_in_another_language_has_its_styles_under_our_ids() -> None:
    def german(document: Any) -> None:
        style = document.styles["Heading 1"]
        style.element.set(style.element.tag.replace("}style", "}styleId"), "berschrift1")
        document.sections[0].footer.paragraphs[0].style = style

    found = opened(docx_with(branded(german)))
    names = {it.text: it.style.name for it in found.paragraphs}
    assert names["Responsibilities"] == "Heading 1"
    assert found.sections[0].footer.paragraphs[0].style.name == "Heading 1"


def _without_styles(document: Any) -> None:
    for name in ("List Bullet 2", "Heading 2"):
        document.styles[name].delete()


def _with_a_field(document: Any) -> None:
    paragraph = document.sections[0].header.paragraphs[0]
    field = paragraph._p.makeelement(paragraph._p.tag.replace("}p", "}fldSimple"))
    field.set(field.tag.replace("}fldSimple", "}instr"), 'INCLUDEPICTURE "https://a.example/b.png"')
    paragraph._p.append(field)


def _with_a_picture_from_elsewhere(document: Any) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    document.sections[0].header.part.relate_to("https://a.example/b.png", kind, is_external=True)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (None, "company.yaml:8: error[file] there is no file `brand/posting.docx` in the"),
        (b"PK\x03\x04", "brand/posting.docx:1: error[asset] this is no office document: save it"),
        (
            branded(_without_styles),
            "brand/posting.docx:1: error[asset] postings need the styles `Heading 2`, "
            "`List Bullet 2`, which this document lacks: start from a posting",
        ),
        (
            branded(_with_a_field),
            "brand/posting.docx:1: error[asset] its head or foot holds a field that fetches",
        ),
        (
            branded(_with_a_picture_from_elsewhere),
            "brand/posting.docx:1: error[asset] its head or foot holds something that is loaded",
        ),
    ],
)
def test_a_template_that_is_none_is_told(data: bytes | None, says: str) -> None:
    handbook = with_template(data)
    assert [str(problem)[: len(says)] for problem in handbook.problems] == [says]
    assert handbook.word_template is None


def test_only_a_word_document_can_be_named() -> None:
    (problem,) = with_template(branded(), "../posting.dotx").problems
    assert "the path of a Word document in the handbook's folder" in problem.message


def test_the_template_is_in_the_tree_that_is_built(tmp_path: Path) -> None:
    for name, data in files_in(BASE).items():
        put(tmp_path / name, data)
    put(
        tmp_path / "company.yaml",
        files_in(BASE)["company.yaml"] + f"word_template: {NAME}".encode(),
    )
    template = branded()
    put(tmp_path / NAME, template)
    handbook, files = projected_files(tmp_path, Audience.PUBLIC)
    assert files[NAME] == template
    assert handbook.word_template is not None
