"""Beside each heading readers copy its address, or say what is wrong or missing there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from .accessibility import faults, ready

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from .conftest import Open

pytestmark = pytest.mark.browser

ROLE = "roles/data-analyst.html"
ASKED = "Something wrong or missing here?"
PLACES = """() => [...document.querySelectorAll(
    ".bd-article :is(h1, h2, h3, h4, p, table):not(.hiring-section-tools *)"
)].map((it) => it.getBoundingClientRect().top)"""


def asked(page: Page, section: str) -> Locator:
    """Return the question below the heading of a section."""
    return page.locator(f"#{section} > .hiring-section-tools a")


def is_seen(link: Locator) -> bool:
    return str(link.evaluate("it => getComputedStyle(it).opacity")) == "1"


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def allow_copies(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_pointer_at_a_heading_shows_the_question(
    open_page: Open, scheme: Literal["light", "dark"]
) -> None:
    page = ready(open_page(ROLE, scheme=scheme))
    link = asked(page, "duties")
    assert not is_seen(link)
    page.locator("#duties > h2").hover()
    assert is_seen(link)
    assert link.text_content() == ASKED
    href = unquote(str(link.get_attribute("href")))
    assert href.startswith("https://git.fennmoor.example/handbook/issues/new?template=")
    assert href.endswith("Data Analyst: Duties (roles/data-analyst.md#duties)")
    assert faults(page, where="#duties") == []
    page.mouse.move(0, 0)
    assert not is_seen(link)
    page.emulate_media(media="print")
    assert not link.is_visible()


def test_the_address_of_a_section_is_copied_and_that_is_said(open_page: Open, address: str) -> None:
    page = open_page(f"{ROLE}?q=duty")
    allow_copies(page)
    status = page.locator(".hiring-copied")
    assert status.get_attribute("role") == "status"
    page.locator("#duties > h2").hover()
    link = page.locator("#duties > h2 > a")
    assert link.get_attribute("title") == "Copy a link to this section"
    link.click()
    expect(status).to_have_text("Link copied")
    assert copied(page) == f"{address}{ROLE}#duties"
    assert page.url == f"{address}{ROLE}?q=duty#duties"
    expect(status).to_be_empty()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_is_reached_by_keyboard(
    open_page: Open, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = ready(open_page(ROLE, width=width, scheme=scheme))
    allow_copies(page)
    page.locator("#duties > h2 > a").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hiring-copied")).to_have_text("Link copied")
    expect(page.locator("#duties > h2 > a")).to_be_focused()
    page.keyboard.press("Tab")
    link = asked(page, "duties")
    expect(link).to_be_focused()
    assert is_seen(link)
    box = link.bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= box["x"] + box["width"] <= width
    assert faults(page, where="#duties") == []


def test_a_finger_opens_the_question_below_a_heading(open_page: Open) -> None:
    page = open_page(ROLE, width=390)
    link, other = asked(page, "duties"), asked(page, "benefits")
    assert not is_seen(link)
    page.locator("#duties > h2 > a").click()
    page.mouse.move(0, 0)
    assert is_seen(link)
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 24  # WCAG 2.2, 2.5.8
    page.locator("#benefits > h2 > a").click()
    page.mouse.move(0, 0)
    assert [is_seen(it) for it in (link, other)] == [False, True]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", [ROLE, "index.html", "levels.html", "guide/reference.html"])
def test_nothing_moves(open_page: Open, path: str, width: int) -> None:
    page = open_page(path, width=width)
    before = page.evaluate(PLACES)
    assert page.locator(".hiring-section-tools").count() > 0
    page.evaluate("document.querySelectorAll('.hiring-section-tools').forEach(it => it.remove())")
    assert page.evaluate(PLACES) == before


def test_the_link_of_a_question_is_copied(open_page: Open, address: str) -> None:
    page = open_page(f"{ROLE}#question-degree")
    allow_copies(page)
    page.locator("#question-degree .hiring-permalink a").click()
    expect(page.locator(".hiring-copied")).to_have_text("Link copied")
    assert copied(page) == f"{address}{ROLE}#question-degree"


def test_the_public_writes_a_letter(open_page: Open, public_site: Path) -> None:
    """From the disk, too, where no address may be copied the link leads to its section."""
    page = open_page(f"{public_site.as_uri()}/{ROLE}")
    href = unquote(str(asked(page, "duties").get_attribute("href")))
    assert href.startswith("mailto:people@fennmoor.example?subject=Wrong: Data Analyst: Duties&")
    assert "Page: Data Analyst: Duties (roles/data-analyst.md#duties)" in href
    page.evaluate(
        "Object.defineProperty(navigator.clipboard, 'writeText', {value: () => Promise.reject()})"
    )
    page.locator("#duties > h2").hover()
    page.locator("#duties > h2 > a").click()
    assert page.url.endswith("#duties")
    expect(page.locator(".hiring-copied")).to_be_empty()


def test_without_a_script_the_link_is_a_plain_one(open_page: Open) -> None:
    page = open_page(ROLE, script=False)
    link = page.locator("#duties > h2 > a")
    assert link.get_attribute("title") == "Link to this heading"
    page.locator("#duties > h2").hover()
    link.click()
    assert page.url.endswith("#duties")
    assert page.get_by_text(ASKED).count() == 0
    assert page.get_by_role("link", name="Report a problem with this page").is_visible()
