"""Search: from the start page, from the dialog, on its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Open

pytestmark = pytest.mark.browser

RESULT = "#search-results li a"


def test_results_lead_to_pages(open_page: Open) -> None:
    page = open_page("search.html?q=degree")
    page.locator(RESULT).first.wait_for()
    links = page.locator(RESULT).evaluate_all("links => links.map((link) => link.href)")
    assert any("#question-" in link for link in links)
    for link in links[:5]:
        response = page.goto(link)
        assert response is None or response.ok
        anchor = link.partition("#")[2]
        assert not anchor or page.evaluate("id => document.getElementById(id) !== null", anchor)


def test_start_page_leads_to_results(open_page: Open) -> None:
    page = open_page("index.html", width=390)
    page.locator("form.hiring-search input").fill("python")
    page.locator("form.hiring-search button").click()
    assert_results_for(page, "python")


def test_dialog_opens_by_keyboard_and_leads_to_results(open_page: Open) -> None:
    page = open_page("roles/data-engineer.html")
    dialog = page.get_by_role("dialog", name="Search")
    page.keyboard.press("Control+k")
    assert dialog.is_visible()
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    page.keyboard.press("Control+k")
    page.keyboard.type("degree")
    page.keyboard.press("Enter")
    assert_results_for(page, "degree")


def test_dialog_opens_by_button(open_page: Open) -> None:
    page = open_page("roles/data-engineer.html", width=390)
    page.get_by_role("button", name="Search").locator("visible=true").first.click()
    assert page.locator("#pst-search-dialog input").evaluate("it => it === document.activeElement")


def assert_results_for(page: Page, words: str) -> None:
    page.wait_for_url(f"**/search.html?q={words}")
    page.locator(RESULT).first.wait_for()
    assert page.locator("form.hiring-search input").input_value() == words
