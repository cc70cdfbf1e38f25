"""The generator's texts are the build's: in every format, at every place, whatever is filled in.

And they leave the page by every way that it offers, wherever the page is opened.
"""

from __future__ import annotations

import functools
import io
import json
import threading
from dataclasses import replace
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from hiring.model.audience import Audience
from hiring.model.facts import OpeningFacts
from hiring.model.opening import Opening, places_of
from hiring.posting.compose import compose
from hiring.posting.formats.html import html_block
from hiring.posting.formats.markdown import markdown
from hiring.posting.formats.text import plain_text
from hiring.posting.formats.word import docx
from hiring.posting.structured import job_posting
from hiring.posting.terms import terms_of_opening, terms_of_role
from hiring.reading.handbook import read_handbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from hiring.model.handbook import Handbook
    from hiring.posting.compose import Posting

    from .conftest import Open

pytestmark = pytest.mark.browser

HANDBOOK = Path(__file__).parents[2] / "handbook"
ROLES = sorted(file.stem for file in (HANDBOOK / "roles").glob("*.md") if file.stem != "index")
PAGE = "posting-generator.html"
TODAY = date(2026, 11, 22)

ALL_TEXTS = """async (addresses) => {
    const taken = {};
    navigator.clipboard.write = async ([item]) => {
        for (const type of item.types) taken[type] = await (await item.getType(type)).text();
    };
    URL.createObjectURL = (blob) => {
        taken.file = blob.text();
        return "#" + location.hash.slice(1);
    };
    const turn = () => new Promise((done) => setTimeout(done, 0));
    const press = (name) => document.querySelector(`[data-do="${name}"]`).click();
    const texts = {};
    for (const address of addresses) {
        location.hash = address;
        const wanted = hiringGenerator.choices.read(address);
        const shows = () => {
            const form = document.querySelector('.hiring-generator form').elements;
            const boxes = [...document.querySelectorAll("[data-part='places'] input:checked")];
            return (
                form.role.value === wanted.role &&
                form.level.value === wanted.level &&
                boxes.length === wanted.places.length
            );
        };
        await turn();
        while (!shows()) await turn();
        await turn();
        press("copy");
        while (!taken["text/html"] || !taken["text/plain"]) await turn();
        press("markdown");
        texts[address] = [taken["text/plain"], taken["text/html"], await taken.file];
        for (const type of Object.keys(taken)) delete taken[type];
    }
    return texts;
}"""


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """Return the handbook that the pages were built from."""
    return read_handbook(HANDBOOK)


def opened(page: Page) -> Page:
    page.locator(".hiring-generator-live").wait_for()
    return page


def in_all_texts(posting: Posting) -> list[str]:
    return [plain_text(posting), html_block(posting), markdown(posting)]


@pytest.mark.parametrize("key", ROLES)
def test_every_level_and_place(open_page: Open, folder: Path, handbook: Handbook, key: str) -> None:
    company, role = handbook.company, handbook.roles[key]
    wanted = {}
    for level in (None, *role.levels):
        terms = terms_of_role(role, company, level)
        chosen = f"#role={key}" + (f"&level={level.id}" if level else "")
        wanted[chosen] = in_all_texts(compose(terms, handbook))
        built = folder / f"postings/{key}{f'--{level.id}' if level else ''}.txt"
        assert wanted[chosen][0] == built.read_text("utf-8")
        for place, location in company.locations.items():
            there = replace(terms, places=(location,))
            wanted[f"{chosen}&place={place}"] = in_all_texts(compose(there, handbook))
    anywhere = replace(terms_of_role(role, company), arrangement="remote", remote=("US-TX", "BE"))
    wanted[f"#role={key}&work=remote&live=US-TX,BE"] = in_all_texts(compose(anywhere, handbook))
    page = opened(open_page(PAGE))
    found = page.evaluate(ALL_TEXTS, list(wanted))
    for address, texts in wanted.items():
        assert found[address] == texts, address


SAME_HTML = """([one, other]) => {
    const body = (html) => new DOMParser().parseFromString(html, "text/html").body;
    const shape = (html) => [...body(html).querySelectorAll("h2,h3,p,ul,li,strong,em,a")].map(
        (it) => `${it.tagName} ${it.href ?? ""} ${it.textContent.trim()}`);
    return JSON.stringify(shape(one)) === JSON.stringify(shape(other));
}"""
"""Compares elements and text: the clipboard writes addresses in their full form."""

FACTS: dict[str, Any] = {
    "role": "machine-learning-engineer",
    "level": "senior",
    "status": "open",
    "posted": "2026-11-20",
    "closes": "2026-12-31",
    "positions": "3",
    "locations": ["austin", "antwerp"],
}
OPENINGS = {
    "plain": {
        "requisition": "ENG-2026-014",
        "apply": {"url": "https://jobs.example.com/1?a=b&c=d"},
    },
    "signs": {
        "requisition": "</script><b>]]>&amp; \"quoted\" 'so' #1 `x` *y* _z_ [a](b) 1. \\",
        "apply": {"email": "o'neil+jobs@example.org"},
    },
    "scripts": {
        "requisition": "\u05db\u05d5\u05ea\u05e8\u05ea "
        + "東京のエンジニアを募集しています。" * 3
        + " 🚀🚀 e\u0301 ﷺ",
        "apply": {"email": "jobs@example.org"},
    },
}


def opening_of(handbook: Handbook, stated: dict[str, Any]) -> Posting:
    """Return the posting of an opening with these facts."""
    facts = OpeningFacts.model_validate({**FACTS, **stated})
    role = handbook.roles[facts.role]
    level = role.level(facts.level or "")
    assert level is not None
    opening = Opening(
        key="job",
        path="openings/job.md",
        facts=facts,
        title=role.title_at(level),
        audience=Audience.PUBLIC,
        markdown="",
        places=places_of(facts, handbook.company),
    )
    return compose(terms_of_opening(opening, role, handbook.company), handbook)


def fill_in(page: Page, stated: dict[str, Any]) -> None:
    """Type and choose an opening's facts."""
    opened(page)
    page.get_by_label("Role", exact=True).select_option(FACTS["role"])
    page.get_by_label("Level").select_option(FACTS["level"])
    page.locator(".hiring-posting h2", has_text="Senior Machine").wait_for()
    page.get_by_label("Antwerp").check()
    page.get_by_label("Austin").check()
    page.get_by_label("Requisition number").fill(stated["requisition"])
    for label, name in (("First posted", "posted"), ("Apply by", "closes")):
        page.get_by_label(label).fill(FACTS[name])
    page.get_by_label("Open positions").fill(FACTS["positions"])
    address = stated["apply"].get("url") or stated["apply"]["email"]
    page.get_by_label("Email address or application portal").fill(address)


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


@pytest.mark.parametrize("name", OPENINGS)
def test_an_opening_in_every_format(open_page: Open, handbook: Handbook, name: str) -> None:
    posting = opening_of(handbook, OPENINGS[name])
    page = open_page(PAGE)
    fill_in(page, OPENINGS[name])
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


def test_a_remote_job_as_data(open_page: Open, handbook: Handbook) -> None:
    stated = {**OPENINGS["plain"], "locations": [], "remote": ["US", "US-TX"]}
    wanted = job_posting(opening_of(handbook, stated), TODAY)
    page = open_page(PAGE)
    fill_in(page, OPENINGS["plain"])
    page.get_by_label("Work arrangement").select_option("remote")
    page.get_by_label("Texas, United States").check()
    page.get_by_label("United States", exact=True).check()
    found = json.loads(saved(page, "JSON-LD", ".jsonld"))
    assert found["jobLocationType"] == "TELECOMMUTE"
    assert found == wanted


def test_data_does_not_say_what_the_posting_does_not(open_page: Open) -> None:
    page = open_page(PAGE)
    fill_in(page, OPENINGS["plain"])
    page.get_by_text("Parts to show").click()
    for part in ("Pay range", "Education", "Benefits"):
        page.get_by_label(part, exact=True).uncheck()
    found = json.loads(saved(page, "JSON-LD", ".jsonld"))
    gone = {"baseSalary", "educationRequirements", "experienceInPlaceOfEducation", "jobBenefits"}
    assert gone & found.keys() == set()
    assert "Pay range" not in found["description"]


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
    posting = compose(terms_of_role(role, handbook.company), handbook)
    assert copied["text/plain"] == plain_text(posting)
    assert page.evaluate(SAME_HTML, [copied["text/html"], html_block(posting)])


def test_copy_where_nothing_copies(open_page: Open) -> None:
    page = without_clipboard(opened(open_page(PAGE)), copies=False)
    page.get_by_role("button", name="Copy posting").click()
    page.locator(".hiring-generator-said", has_text="press Ctrl and C").wait_for()
    chosen = page.evaluate("getSelection().toString()")
    assert chosen.startswith("Data Analyst")
    assert "How to apply" in chosen


def test_the_checklist_goes_with_its_ticks(open_page: Open) -> None:
    page = opened(open_page(f"{PAGE}#role=machine-learning-engineer"))
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
    handler: Callable[..., Any] = functools.partial(_Strict, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


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
