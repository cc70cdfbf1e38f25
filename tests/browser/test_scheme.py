"""Light and dark: as the system has it until the reader chooses, then as chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Open

pytestmark = pytest.mark.browser


def scheme(page: Page) -> str:
    return str(page.evaluate("document.documentElement.dataset.theme"))


def test_choice_is_kept(address: str, open_page: Open) -> None:
    page = open_page("index.html")
    dark = page.get_by_role("button", name="Dark")
    assert (scheme(page), dark.get_attribute("aria-pressed")) == ("light", "false")
    dark.click()
    assert (scheme(page), dark.get_attribute("aria-pressed")) == ("dark", "true")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 30)"
    page.goto(f"{address}roles/data-engineer.html")
    assert (scheme(page), dark.get_attribute("aria-pressed")) == ("dark", "true")
    page.get_by_role("button", name="System Settings").click()
    page.reload()
    assert scheme(page) == "light"


def test_system_is_followed(open_page: Open) -> None:
    page = open_page("index.html", scheme="dark")
    assert scheme(page) == "dark"
    page.emulate_media(color_scheme="light")
    page.locator("html[data-theme='light']").wait_for()


def test_choice_in_the_drawer(open_page: Open) -> None:
    page = open_page("index.html", width=390)
    page.get_by_role("button", name="Site navigation").click()
    page.get_by_role("dialog", name="Site navigation").get_by_role("button", name="Dark").click()
    assert scheme(page) == "dark"
