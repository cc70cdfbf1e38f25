"""The keyboard alone: every stop is seen, and does what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from .conftest import Open

pytestmark = pytest.mark.browser

ROLE = "roles/machine-learning-engineer.html"

SEEN = """() => {
    const drawn = (element) => {
        const style = getComputedStyle(element);
        const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
        return outline || style.boxShadow !== "none";
    };
    const stop = document.activeElement;
    const framed = stop.closest(".hiring-cards > li, form.bd-search");
    const box = stop.getBoundingClientRect();
    return {
        html: stop.outerHTML.slice(0, 120),
        seen: (drawn(stop) || (framed !== null && drawn(framed))) && box.height > 0,
    };
}"""


def stops(page: Page, most: int = 45) -> Iterator[dict[str, Any]]:
    """Yield what the Tab key comes to, to the end of the page."""
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(SEEN)
        if stop["html"].startswith("<body"):
            return
        yield stop


@pytest.mark.parametrize("path", ["index.html", ROLE])
def test_every_stop_is_seen(open_page: Open, path: str) -> None:
    found = list(stops(open_page(path)))
    assert len(found) > 20
    assert [stop["html"] for stop in found if not stop["seen"]] == []


def test_skip_link(open_page: Open) -> None:
    page = open_page(ROLE)
    page.keyboard.press("Tab")
    link = page.locator("#pst-skip-link a")
    assert link.evaluate("it => it === document.activeElement")
    page.wait_for_function(  # it slides in
        "() => document.querySelector('#pst-skip-link a').getBoundingClientRect().top >= 0"
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_card(open_page: Open) -> None:
    page = open_page("index.html")
    page.locator("form.hiring-search button").focus()
    page.keyboard.press("Tab")
    card = page.locator(".hiring-cards > li").first
    assert card.evaluate("card => getComputedStyle(card).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/roles/data-analyst.html")


def test_whole_card_is_its_link(open_page: Open) -> None:
    page = open_page("index.html", width=390)
    card = page.locator(".hiring-cards > li").first
    box = card.bounding_box()
    assert box
    card.click(position={"x": box["width"] - 6, "y": box["height"] - 6})
    page.wait_for_url("**/roles/data-analyst.html")


def test_question(open_page: Open) -> None:
    page = open_page(ROLE)
    page.locator(".hiring-question summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".hiring-answer").first.is_visible()
    page.keyboard.press("Space")
    assert not page.locator(".hiring-answer").first.is_visible()


@pytest.mark.parametrize("name", ["Site navigation", "On this page"])
def test_drawer(open_page: Open, name: str) -> None:
    page = open_page(ROLE, width=390)
    button = page.get_by_role("button", name=name)
    button.focus()
    page.keyboard.press("Enter")
    drawer = page.get_by_role("dialog", name=name)
    assert drawer.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('dialog[open]') !== null")
    page.keyboard.press("Escape")
    drawer.wait_for(state="hidden")
    assert button.evaluate("it => it === document.activeElement")
