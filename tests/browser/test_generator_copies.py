"""The generator's texts leave the page by every way that it offers, wherever the page is opened."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from hiring.posting.compose import opening_posting, role_posting
from hiring.posting.formats.html import html_block
from hiring.posting.formats.markdown import markdown
from hiring.posting.formats.text import plain_text
from hiring.posting.formats.word import docx
from hiring.posting.structured import job_posting
from hiring.reading.handbook import read_handbook
from tests.core.examples import opening
from tests.support.fixtures import FROZEN

from .accessibility import faults_at, ready
from .conftest import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from hiring.model.handbook import Handbook

    from .conftest import Open

pytestmark = pytest.mark.browser

PAGE = "posting-generator.html"
CHECKLIST = "careers/application-checklist.html"
TODAY = date(2026, 11, 22)

FACTS: dict[str, Any] = {
    "role": "machine-learning-engineer",
    "level": "senior",
    "requisition": "ENG-2026-014",
    "status": "open",
    "posted": "2026-11-20",
    "closes": "2026-12-31",
    "positions": "3",
    "locations": ["austin", "antwerp"],
    "apply": {"url": "https://jobs.example.com/1?a=b&c=d"},
}

SAME_HTML = """([one, other]) => {
    const body = (html) => new DOMParser().parseFromString(html, "text/html").body;
    const shape = (html) => [...body(html).querySelectorAll("h2,h3,p,ul,li,strong,em,a")].map(
        (it) => `${it.tagName} ${it.href ?? ""} ${it.textContent.trim()}`);
    return JSON.stringify(shape(one)) === JSON.stringify(shape(other));
}"""
"""Compares elements and text: the clipboard writes addresses in their full form."""


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """Return the handbook that the pages were built from."""
    return read_handbook(FROZEN)


def opened(page: Page) -> Page:
    page.locator(".hiring-generator-live").wait_for()
    return page


def fill_in(page: Page) -> None:
    """Type and choose an opening's facts."""
    opened(page)
    page.get_by_label("Role", exact=True).select_option(FACTS["role"])
    page.get_by_label("Level").select_option(FACTS["level"])
    page.locator(".hiring-posting h2", has_text="Senior Machine").wait_for()
    page.get_by_label("Antwerp").check()
    page.get_by_label("Austin").check()
    page.get_by_label("Requisition number").fill(FACTS["requisition"])
    for label, name in (("First posted", "posted"), ("Apply by", "closes")):
        page.get_by_label(label).fill(FACTS[name])
    page.get_by_label("Open positions").fill(FACTS["positions"])
    page.get_by_label("Email address or application portal").fill(FACTS["apply"]["url"])


def saved(page: Page, button: str, ending: str) -> bytes:
    """Press a button and return the file that the browser saves."""
    with page.expect_download() as found:
        page.get_by_role("button", name=button, exact=True).click()
    name = found.value.suggested_filename
    assert name == f"machine-learning-engineer--senior{ending}"
    return Path(found.value.path()).read_bytes()


def clipboard(page: Page) -> dict[str, str]:
    """Return what the clipboard holds, by type."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    read = """async () => {
        const clipboard = Object.getOwnPropertyDescriptor(Navigator.prototype, "clipboard");
        const [item] = await clipboard.get.call(navigator).read();
        const texts = {};
        for (const type of item.types) texts[type] = await (await item.getType(type)).text();
        return texts;
    }"""
    found: dict[str, str] = page.evaluate(read)
    return found


def paragraphs(data: bytes) -> list[tuple[str, str, list[tuple[str, Any, Any]]]]:
    """Return the paragraphs of a Word document: style, text, and the look of each run."""
    return [
        (
            str(part.style and part.style.name),
            part.text,
            [(run.text, run.bold, run.italic) for run in part.runs],
        )
        for part in Document(io.BytesIO(data)).paragraphs
    ]


def texts_of(data: bytes) -> dict[str, list[str]]:
    """Return the widths of a Word document's paper, in twentieths of a point, and its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode()
        return {
            "papers": re.findall(r'<w:pgSz w:w="(\d+)"', text),
            "parts": sorted(archive.namelist()),
        }


def test_an_opening_in_every_format(open_page: Open, handbook: Handbook) -> None:
    posting = opening_posting(opening(handbook, FACTS), handbook)
    page = open_page(PAGE)
    fill_in(page)
    assert page.locator(".hiring-generator-status").inner_text() == "Ready to copy"
    assert saved(page, "Text", ".txt").decode() == plain_text(posting)
    assert saved(page, "Markdown", ".md").decode() == markdown(posting)
    assert json.loads(saved(page, "JSON-LD", ".jsonld")) == job_posting(posting, TODAY)
    found, built = saved(page, "Word", ".docx"), docx(posting)
    assert paragraphs(found) == paragraphs(built)
    for properties in (Document(io.BytesIO(data)).core_properties for data in (found, built)):
        assert properties.title == posting.title
        assert properties.author == posting.company.name
        assert properties.created is not None
        assert properties.created.date() == date(2026, 11, 20)
    assert texts_of(found)["parts"] == texts_of(built)["parts"]
    assert texts_of(found)["papers"] == texts_of(built)["papers"] == ["12240"]
    page.get_by_label("Austin").uncheck()
    assert texts_of(saved(page, "Word", ".docx"))["papers"] == ["11906"], "A4, in Antwerp"
    page.get_by_label("Austin").check()
    links = [
        sorted(it.target_ref for it in Document(io.BytesIO(data)).part.rels.values())
        for data in (found, built)
    ]
    assert links[0] == links[1]
    page.get_by_role("button", name="Copy posting").click()
    page.locator(".hiring-generator-said", has_text="is copied").wait_for()
    copied = clipboard(page)
    assert copied["text/plain"] == plain_text(posting)
    assert page.evaluate(SAME_HTML, [copied["text/html"], html_block(posting)])


def without_clipboard(page: Page, copies: bool) -> Page:
    """Take from a page what a browser does not give it over plain http."""
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    if not copies:
        page.evaluate("document.execCommand = () => false")
    return page


def test_copy_where_scripts_have_no_clipboard(open_page: Open, handbook: Handbook) -> None:
    page = without_clipboard(opened(open_page(f"{PAGE}#role=data-analyst")), copies=True)
    page.get_by_role("button", name="Copy posting").click()
    page.locator(".hiring-generator-said", has_text="The posting is copied").wait_for()
    copied = clipboard(page)
    role = handbook.roles["data-analyst"]
    posting = role_posting(role, handbook)
    assert copied["text/plain"] == plain_text(posting)
    assert page.evaluate(SAME_HTML, [copied["text/html"], html_block(posting)])


def test_copy_where_nothing_copies(open_page: Open) -> None:
    page = without_clipboard(opened(open_page(PAGE)), copies=False)
    page.get_by_role("button", name="Copy posting").click()
    page.locator(".hiring-generator-said", has_text="press Ctrl and C").wait_for()
    chosen = page.evaluate("getSelection().toString()")
    assert chosen.startswith("Data Analyst")
    assert "How to apply" in chosen


def test_the_markup_is_copied_as_text(open_page: Open, handbook: Handbook) -> None:
    page = opened(open_page(f"{PAGE}#role=data-analyst"))
    page.get_by_role("button", name="Copy HTML").click()
    page.locator(".hiring-generator-said", has_text="as HTML").wait_for()
    posting = role_posting(handbook.roles["data-analyst"], handbook)
    assert clipboard(page) == {"text/plain": html_block(posting)}


def test_the_generator_leads_to_the_checklist_of_its_role(open_page: Open) -> None:
    page = opened(open_page(f"{PAGE}#role=machine-learning-engineer&level=senior"))
    page.locator(".hiring-generator-apply a").click()
    page.locator(".hiring-application-text h2", has_text="Machine Learning Engineer").wait_for()
    assert page.url.endswith(f"/{CHECKLIST}#role=machine-learning-engineer")


def test_the_checklist_goes_with_its_ticks(open_page: Open) -> None:
    page = opened(open_page(f"{CHECKLIST}#role=machine-learning-engineer"))
    sheet = page.locator(".hiring-application-text")
    assert "What should a résumé show?" in sheet.locator("h3").all_inner_texts()
    boxes = sheet.get_by_role("checkbox")
    assert boxes.count() >= 8
    boxes.nth(1).check()
    page.get_by_role("button", name="Copy checklist").click()
    page.locator(".hiring-generator-said", has_text="The checklist is copied").wait_for()
    text = clipboard(page)["text/plain"]
    assert text.startswith("Prepare an application: Machine Learning Engineer\n====")
    assert [line[2] for line in text.split("\n") if line[2:3] in ("☐", "☑")] == [
        "☑" if number == 1 else "☐" for number in range(boxes.count())
    ]
    page.get_by_label("Role", exact=True).select_option("data-engineer")
    sheet.locator("h2", has_text="Data Engineer").wait_for()
    assert sheet.locator("input:checked").count() == 0
    page.get_by_label("Role", exact=True).select_option("machine-learning-engineer")
    sheet.locator("h2", has_text="Machine").wait_for()
    page.reload()
    opened(page)
    assert boxes.nth(1).is_checked()
    assert sheet.locator("input:checked").count() == 1


def test_the_checklist_on_paper_and_without_script(open_page: Open) -> None:
    page = open_page(CHECKLIST, width=390, script=False)
    assert page.locator(".hiring-application-text li").count() > 5
    assert page.get_by_role("button").locator("visible=true").count() == 0
    links = page.locator(".hiring-generator-plain a")
    links.filter(has_text="Data Engineer").click()
    assert page.locator("h1").inner_text().startswith("Data Engineer")
    page = opened(open_page(CHECKLIST))
    page.emulate_media(media="print")
    assert page.get_by_role("checkbox").first.is_visible()
    for gone in ("h1", ".hiring-application-bar", "#pst-header"):
        assert not page.locator(gone).first.is_visible(), gone


def test_no_fault_in_the_checklist_that_a_program_finds(open_page: Open) -> None:
    page = opened(open_page(CHECKLIST, width=320))
    page.get_by_role("checkbox").first.check()
    ready(page)
    for width in (320, 1280):
        assert faults_at(page, width) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_from_a_disk(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    page.goto(f"{(folder / PAGE).as_uri()}#role=machine-learning-engineer&level=senior")
    assert b"Senior Machine Learning Engineer" in saved(opened(page), "Text", ".txt")
    assert saved(page, "Word", ".docx").startswith(b"PK")
    page.get_by_label("Level").select_option("mid")
    page.wait_for_function("location.hash.endsWith('&level=mid')")
    page.get_by_role("button", name="Copy posting").click()
    page.locator(".hiring-generator-said", has_text="The posting is copied").wait_for()
    page.close()


class _Strict(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        policy = "default-src 'none'; script-src 'self'; style-src 'self'"
        self.send_header("Content-Security-Policy", policy)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def strict(folder: Path) -> Iterator[str]:
    """Return the address of the handbook under a policy of scripts and styles alone."""
    with served(folder, _Strict) as address:
        yield address


def test_under_a_policy_of_scripts_and_styles_alone(browser: Browser, strict: str) -> None:
    page = browser.new_page()
    page.add_init_script(
        "window.refused = []; addEventListener('securitypolicyviolation', (it) => "
        "window.refused.push(`${it.effectiveDirective} ${it.blockedURI} ${it.sourceFile}`))"
    )
    page.goto(f"{strict}{PAGE}#role=machine-learning-engineer&level=senior")
    opened(page)
    for button, ending in (("Text", ".txt"), ("Markdown", ".md"), ("Word", ".docx")):
        assert saved(page, button, ending)
    assert json.loads(saved(page, "JSON-LD", ".jsonld"))["@type"] == "JobPosting"
    page.get_by_role("button", name="Copy posting").click()
    page.locator(".hiring-generator-said", has_text="The posting is copied").wait_for()
    refused = page.evaluate("window.refused")
    # The policy has no pictures and fonts; the site's icon is one.
    assert [it for it in refused if not it.startswith(("img-src", "font-src"))] == []
    page.close()
