"""Without JavaScript: every word is there, and no control that does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.waiting import wait

if TYPE_CHECKING:
    from .conftest import Open

pytestmark = pytest.mark.browser

ROLE = "roles/machine-learning-engineer.html"
TOP = "(it) => it.getBoundingClientRect().top"
HEIGHT = "(it) => it.getBoundingClientRect().height"


@pytest.mark.parametrize("width", [1280, 390])
def test_role_page(open_page: Open, width: int) -> None:
    page = open_page(ROLE, width=width, script=False)
    for dead in (".search-button__button", ".theme-change-button", ".sidebar-toggle"):
        assert page.locator(dead).locator("visible=true").count() == 0
    for words in ("Data Scientist", "Skills", "Questions"):
        assert page.locator("a", has_text=words).locator("visible=true").count() > 0
    assert page.locator(".hiring-levels .hiring-level-name").all_inner_texts() == [
        "Entry",
        "Mid",
        "Experienced",
        "Senior",
    ]
    if width == 390:
        page.locator(".hiring-more-facts summary").click()
    assert page.get_by_text("Page owner").locator("visible=true").count() > 0
    page.locator(".hiring-faq summary").first.click()
    assert page.locator(".hiring-answer").first.is_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_role_leads_to_its_own_finished_files(open_page: Open, width: int) -> None:
    page = open_page(ROLE, width=width, script=False)
    page.locator("a.hiring-customize").first.click()
    own = page.locator(".hiring-generator-plain li:has(:target)")
    head = page.locator(".bd-header").evaluate(HEIGHT)
    # A browser goes to a part of a page as it comes in, and once more when all is there.
    wait(lambda: head <= own.evaluate(TOP) < 200, lambda: f"it is at {own.evaluate(TOP)}")
    assert own.locator("strong").inner_text() == "Machine Learning Engineer"
    assert own.get_by_role("link", name="Word").get_attribute("href") == (
        "postings/machine-learning-engineer.docx"
    )
    groups = page.locator(".hiring-generator-plain > .rubric").all_inner_texts()
    assert len(groups) > 1
    assert groups == sorted(groups)


def test_navigation_on_a_phone(open_page: Open) -> None:
    page = open_page(ROLE, width=390, script=False)
    page.locator(".bd-docs-nav a", has_text="Data Engineer").click()
    page.wait_for_url("**/roles/data-engineer.html")


def test_search_says_where_else_to_look(open_page: Open) -> None:
    page = open_page("search.html", script=False)
    page.get_by_role("link", name="skills", exact=True).click()
    page.wait_for_url("**/hiring-skills.html")
    page = open_page("index.html", script=False)
    assert not page.locator("main .hiring-search").is_visible()
    assert page.locator("main").get_by_role("link", name="A to Z").is_visible()
    page = open_page(ROLE, script=False)
    page.get_by_role("banner").get_by_role("link", name="A to Z").click()
    page.wait_for_url("**/hiring-a-z.html")
