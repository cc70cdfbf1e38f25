"""Search: from the start page, the dialog, its own page; by keyboard; and what of it is sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .conftest import watch
from .searching import A_TO_Z, FIELD, RESULT, answered, searched

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request

    from .conftest import Open

pytestmark = pytest.mark.browser

ROLE = "roles/data-engineer.html"


def links(page: Page) -> list[str]:
    found: list[str] = page.locator(RESULT).evaluate_all("links => links.map((link) => link.href)")
    return found


def is_focused(page: Page, selector: str, at: int = 0) -> bool:
    return bool(page.locator(selector).nth(at).evaluate("it => it === document.activeElement"))


def test_results_lead_to_pages(open_page: Open) -> None:
    page = searched(open_page, "degree")
    found = links(page)
    assert any("#question-" in link for link in found)
    assert page.locator("mark", has_text="degree").count() > 1
    for link in found[:3]:
        response = page.goto(link)
        assert response is None or response.ok
        anchor = link.partition("#")[2]
        assert not anchor or page.evaluate("id => document.getElementById(id) !== null", anchor)


def test_start_page_answers_and_leads_to_the_search_page(open_page: Open) -> None:
    page = open_page("index.html", width=390)
    page.locator(FIELD).fill("python")
    answered(page, "python")
    assert links(page)[0].endswith("skills.html#skill-python")
    page.locator("main form.hiring-search button").click()
    assert_results_for(page, "python")


def test_dialog_and_page_show_the_same(open_page: Open) -> None:
    page = open_page(ROLE)
    dialog = page.get_by_role("dialog", name="Search")
    page.keyboard.press("/")
    assert dialog.is_visible()
    page.keyboard.type("pay mle")
    answered(page, "pay mle")
    results = "(list) => list.outerHTML.replaceAll('../', './')"
    shown = page.locator("dialog .hiring-hits").evaluate(results)
    page.get_by_role("link", name="All results").click()
    assert_results_for(page, "pay mle")
    assert page.locator("#search-results .hiring-hits").evaluate(results) == shown
    assert links(page)[0].endswith("machine-learning-engineer.html#question-pay")


def test_dialog_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(ROLE)
    dialog = page.get_by_role("dialog", name="Search")
    page.keyboard.press("Control+k")
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    page.keyboard.press("Control+k")
    page.keyboard.type("degree")
    answered(page, "degree")
    for before in ("ArrowDown", "Tab"):
        page.keyboard.press(before)
        page.keyboard.press("Escape")
        dialog.wait_for(state="hidden")
        page.keyboard.press("Control+k")
    for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("End", -1), ("Home", 0)):
        page.keyboard.press(key)
        assert is_focused(page, RESULT, at), key
    page.keyboard.press("ArrowUp")
    assert is_focused(page, "dialog input")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("s")
    assert page.locator("dialog input").input_value() == "degrees"
    answered(page, "degrees")
    page.keyboard.press("ArrowDown")
    first = links(page)[0]
    page.keyboard.press("Enter")
    page.wait_for_url(first)


def test_dialog_opens_by_button(open_page: Open) -> None:
    page = open_page(ROLE, width=390)
    page.get_by_role("button", name="Search").locator("visible=true").first.click()
    assert is_focused(page, "#pst-search-dialog input")
    color = "(it) => getComputedStyle(it).color"
    assert page.locator("dialog input").evaluate(color) == page.locator("h1").evaluate(color)


def test_slash_key_can_be_turned_off(open_page: Open) -> None:
    page = open_page(ROLE)
    dialog = page.get_by_role("dialog", name="Search")
    page.keyboard.press("/")
    page.get_by_role("button", name="Turn the / key off").click()
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    page.reload()
    page.keyboard.press("/")
    assert not dialog.is_visible()
    page.keyboard.press("Control+k")
    page.get_by_role("button", name="Turn the / key on").click()
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    page.keyboard.press("/")
    assert dialog.is_visible()


def test_slash_is_a_letter_where_somebody_writes(open_page: Open) -> None:
    page = open_page("index.html")
    page.locator(FIELD).focus()
    page.keyboard.type("a/b testing")
    answered(page, "a/b testing")
    assert links(page)[0].endswith("skills.html#skill-experimentation")
    assert not page.get_by_role("dialog", name="Search").is_visible()


def test_what_was_found_is_said(open_page: Open) -> None:
    page = searched(open_page, "kubernetes")
    status = page.get_by_role("status").filter(has_text="results on")
    status.wait_for()
    page.locator(FIELD).fill("pizza")
    page.get_by_role("status").filter(has_text="Nothing found for “pizza”.").wait_for()


def test_filters_narrow_down_and_can_be_linked(open_page: Open) -> None:
    page = searched(open_page, "python")
    page.locator("main summary", has_text="Narrow down").click()
    assert {it.get_attribute("name") for it in page.locator("main select").all()} == {
        *("family", "level", "audience")
    }
    page.get_by_role("button", name=re.compile(r"Questions \d")).click()
    page.wait_for_url("**/search.html#*kind=questions*")
    answered(page, "python")
    found = links(page)
    assert found
    assert all("#question-" in link for link in found)
    chip = page.get_by_role("button", name=re.compile(r"Questions \d"))
    assert chip.get_attribute("aria-pressed") == "true"
    assert chip.evaluate("it => it === document.activeElement")
    page = searched(open_page, "python", "&kind=questions")
    assert links(page) == found
    # As an address of before had it.
    page = searched(open_page, "python", "&kind=level")
    assert all("#level-" in link for link in links(page))
    page = searched(open_page, "python", "&family=Leadership&audience=employee")
    assert links(page) == []
    page.get_by_role("button", name="Search everything").click()
    answered(page, "python")
    assert links(page)
    assert page.url.endswith("search.html#q=python")
    assert is_focused(page, FIELD)


def test_more_is_shown_until_something_else_is_asked(open_page: Open) -> None:
    page = searched(open_page, "engineer")
    before = links(page)
    page.get_by_role("button", name="Show more").click()
    answered(page, "engineer")
    assert len(links(page)) > len(before)
    assert is_focused(page, RESULT, len(before))
    page.locator(FIELD).fill("data")
    answered(page, "data")
    assert page.locator(".hiring-hits-page").count() == 8
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Show more").is_visible()


def test_quotes(open_page: Open) -> None:
    page = searched(open_page, '"do I need a degree"')
    assert all("#question-degree" in link for link in links(page))
    assert links(page)
    for said in ("need the degree", "degree and quillfeather", "quillfeather", "machne learning"):
        page.locator(FIELD).fill(f'"{said}"')
        answered(page, f'"{said}"')
        assert links(page) == [], said
    page.get_by_role("button", name='"machine learning"').click()
    answered(page, '"machine learning"')
    assert links(page)


def test_did_you_mean(open_page: Open) -> None:
    page = searched(open_page, "machne learning")
    assert links(page)
    passages = page.locator(".hiring-hit-passage").all_inner_texts()
    assert [text for text in passages if text.startswith("… ·")] == []
    page.get_by_role("button", name="machine learning", exact=True).click()
    answered(page, "machine learning")
    assert page.locator(FIELD).input_value() == "machine learning"


def test_recent_searches_are_kept_here_until_they_are_cleared(open_page: Open) -> None:
    page = searched(open_page, "k8s")
    page.locator(RESULT).first.click()
    page.wait_for_url("**/skills.html#skill-kubernetes")
    page.keyboard.press("/")
    page.get_by_role("button", name="k8s").click()
    answered(page, "k8s")
    page.locator("dialog input").fill("")
    page.get_by_role("button", name="Clear recent searches").click()
    assert page.get_by_role("button", name="k8s").count() == 0
    assert page.evaluate("localStorage.getItem('hiring-searches')") is None


def test_nothing_found_leads_on(open_page: Open) -> None:
    page = searched(open_page, "is there Pizza, salary!")
    assert links(page) == []
    page.get_by_role("button", name="salary", exact=True).click()
    answered(page, "salary")
    assert links(page)
    page = searched(open_page, "pizza")
    page.locator("main").locator(A_TO_Z).click()
    page.wait_for_url("**/hiring-a-z.html")
    assert page.get_by_role("link", name="Kubernetes", exact=True).count() == 1


def test_addresses_stay_short(open_page: Open) -> None:
    page = searched(open_page, "k8s")  # as a link from elsewhere has it
    assert page.url.endswith("search.html#q=k8s")
    limits = page.locator("input[name=q]").evaluate_all("all => all.map((it) => it.maxLength)")
    assert limits == [1000] * 2
    page.locator(FIELD).evaluate("(it) => { it.value = 'x'.repeat(10_000); }")
    page.locator("main .hiring-search button").click()
    assert len(page.url) < 1_100


def test_from_a_disk(browser: Browser, folder: Path, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    troubles: list[str] = []
    watch(page, address, troubles.append)
    page.goto(f"{folder.as_uri()}/search.html?q=k8s")
    answered(page, "k8s")
    assert links(page)[0] == f"{folder.as_uri()}/skills.html#skill-kubernetes"
    page.goto(f"{folder.as_uri()}/{ROLE}")
    page.keyboard.press("/")
    page.keyboard.type("sre")
    answered(page, "sre")
    page.get_by_role("link", name="All results").click()
    page.wait_for_url("**/search.html#q=sre*")
    answered(page, "sre")
    assert links(page)
    assert troubles == []
    context.close()


def test_nothing_that_is_typed_is_sent(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(
            f"{request.url} {request.post_data or ''} {request.headers.get('referer', '')}"
        )

    context.on("request", note)
    page.goto(f"{address}{ROLE}")
    page.keyboard.press("/")
    page.keyboard.type("quillfeather degree")
    answered(page, "quillfeather degree")
    page.get_by_role("link", name="All results").click()
    assert_results_for(page, "quillfeather degree", found=False)
    page.locator(FIELD).fill("quillfeather salary")
    answered(page, "quillfeather salary")
    assert "salary" not in page.url  # it may be half typed
    page.keyboard.press("Enter")
    page.reload()
    assert_results_for(page, "quillfeather salary", found=False)
    page.goto(f"{address}{ROLE}")
    page.go_back()
    assert_results_for(page, "quillfeather salary", found=False)
    page.keyboard.press("Control+k")
    page.keyboard.type("quillfeather pay")
    answered(page, "quillfeather pay")
    page.get_by_role("link", name="All results").click()
    assert_results_for(page, "quillfeather pay", found=False)
    assert not page.get_by_role("dialog").is_visible()
    assert any("/search/core.js" in request for request in asked)
    assert [request for request in asked if "quillfeather" in request.lower()] == []
    context.close()


def assert_results_for(page: Page, words: str, *, found: bool = True) -> None:
    page.wait_for_url("**/search.html#q=" + words.replace(" ", "+"))
    answered(page, words)
    assert bool(links(page)) == found
    expect(page.locator(FIELD)).to_have_value(words)
