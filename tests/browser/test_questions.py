"""Questions: a link opens the one that it names, and paper shows all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Open

pytestmark = pytest.mark.browser

ROLE = "roles/machine-learning-engineer.html"
LINKED = f"{ROLE}#question-degree"
QUESTION = "details.hiring-question:has(#question-degree)"
OPEN = "document.querySelectorAll('details.hiring-question[open]').length"
ALL = "document.querySelectorAll('details.hiring-question').length"


def edge(page: Page, selector: str, side: str) -> float:
    found = page.locator(selector).evaluate("(it, side) => it.getBoundingClientRect()[side]", side)
    return float(found)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [1280, 390])
def test_link_opens_its_question(open_page: Open, width: int, script: bool) -> None:
    page = open_page(LINKED, width=width, script=script)
    page.locator(f"{QUESTION}[open]").wait_for()
    title = edge(page, f"{QUESTION} > summary", "top")
    assert edge(page, "#pst-header", "bottom") <= title, "the header covers the question"
    assert edge(page, "#question-degree", "top") < 450, "the answer is not in view"
    assert page.locator("details.hiring-question[open]").count() == 1


def test_link_inside_the_page_opens_its_question(open_page: Open) -> None:
    page = open_page(ROLE)
    assert page.evaluate(OPEN) == 0
    page.evaluate("location.hash = '#question-skills'")
    page.locator("details[open] > #question-skills").wait_for()
    page.evaluate("location.hash = '#%'")
    assert page.evaluate(OPEN) == 1


def test_a_permalink_leads_to_its_question(open_page: Open) -> None:
    page = open_page("faq.html")
    page.locator("summary", has_text="Do I need a degree?").first.click()
    page.locator("details[open] .hiring-permalink a").click()
    page.wait_for_url(f"**/{LINKED}")
    page.locator(f"{QUESTION}[open]").wait_for()


def test_paper_shows_every_answer(open_page: Open) -> None:
    page = open_page(ROLE, scheme="dark")
    assert hidden_answers(page) == page.evaluate(ALL)
    page.emulate_media(media="print")
    assert hidden_answers(page) == 0
    for gone in ("#pst-header", ".bd-sidebar-primary", ".bd-sidebar-secondary", ".headerlink"):
        assert not page.locator(gone).first.is_visible()
    style = page.evaluate("({...getComputedStyle(document.body)})")
    assert style["color"] == "rgb(0, 0, 0)"
    assert style["backgroundColor"] in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def hidden_answers(page: Page) -> int:
    found = page.evaluate(
        """() => [...document.querySelectorAll(".hiring-answer")].filter(
            (answer) => answer.getBoundingClientRect().height === 0 || !answer.checkVisibility()
        ).length"""
    )
    return int(found)


def test_printing_opens_questions_and_closes_them_again(open_page: Open) -> None:
    page = open_page(ROLE)
    page.locator(".hiring-question summary").first.click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(OPEN) == page.evaluate(ALL)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(OPEN) == 1, "the one that the reader had opened stays open"
    assert page.pdf().startswith(b"%PDF")
    assert page.evaluate(OPEN) == 1
