"""Accessibility, as far as a program can tell: axe finds nothing on any kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from .accessibility import COLORS, faults, faults_at, ready

if TYPE_CHECKING:
    from .conftest import Open

pytestmark = pytest.mark.browser

ROLE = "roles/machine-learning-engineer.html"
KINDS = ("index.html", ROLE, "roles/index.html", "hiring-roles.html", "search.html?q=degree")
"""One page of each kind: looked at wide and narrow, in light and dark."""
OTHERS = [
    ("levels.html", 390, "dark"),
    ("skills.html", 1280, "light"),
    ("faq.html", 390, "light"),
    ("guide/write-a-role.html", 1280, "dark"),
    ("hiring-skills.html", 390, "dark"),
    ("guide/reviews.html", 390, "dark"),
    ("404.html", 390, "light"),
]
"""Pages with something of their own: looked at once. Those of jobs are in ``test_postings``."""


def test_colors_that_are_hard_to_read_are_found(open_page: Open) -> None:
    page = ready(open_page("404.html"))
    page.evaluate("for (const it of document.querySelectorAll('h1')) it.style.color = '#ababab'")
    page.evaluate("document.querySelector('main p').style.color = '#7c7c7c'")
    [title, text] = sorted(faults(page, COLORS))
    assert title.startswith("color-contrast: <h1")
    assert text.startswith("color-contrast: <p")


@pytest.mark.parametrize("path", KINDS)
def test_kind_of_page(open_page: Open, path: str) -> None:
    page = ready(open_page(path, width=390))
    for width in (390, 1280):
        assert faults_at(page, width) == [], width


@pytest.mark.parametrize(("path", "width", "scheme"), OTHERS)
def test_page(open_page: Open, path: str, width: int, scheme: Literal["light", "dark"]) -> None:
    assert faults(ready(open_page(path, width=width, scheme=scheme))) == []


def test_dialogs(open_page: Open) -> None:
    page = ready(open_page(ROLE, width=390))
    for name in ("Site navigation", "On this page", "Search"):
        page.get_by_role("button", name=name).locator("visible=true").first.click()
        page.get_by_role("dialog", name=name).wait_for()
        if name == "Search":
            page.keyboard.type("machne learning")
            page.get_by_role("status").filter(has_text="results on").wait_for()
            page.locator("dialog summary").click()
        assert faults(page, where="dialog[open]") == [], name
        page.keyboard.press("Escape")
