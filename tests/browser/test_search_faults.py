"""Search when all goes wrong: nonsense that is typed, data and scripts that are not whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .searching import A_TO_Z, FIELD, RESULT, answered, searched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

    from .conftest import Open

pytestmark = pytest.mark.browser

BAD = {
    "operators": "+degree -python AND (OR) NOT * ? ~2 title:x^3 \\ / | &&",
    "quotes": '"degree \' ” “ "" "',
    "markup": "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>",
    "long": "degree " * 1_430,
    "one long word": "x" * 10_000,
    "stop words": "the and of a",
    "emoji": "🙂🚚👩‍💻",
    "spaces": " \t ",
    "names of properties": "__proto__ constructor toString",
    "half a pair": "\ud83d degree",
    "expression": "[a-z]+$ ((",
}


def test_bad_input(open_page: Open) -> None:
    page = open_page("search.html")
    for name, query in BAD.items():
        page.evaluate(
            """query => {
                const field = document.querySelector("main form.hiring-search input");
                field.value = query;
                field.dispatchEvent(new Event("input"));
            }""",
            query,
        )
        typed = page.locator(FIELD).input_value()
        answered(page, typed)
        body = page.locator("#search-results")
        assert body.locator("img, script").count() == 0, name
        assert "damaged" not in body.inner_text(), name
        assert page.title().startswith("Search"), name
    page.locator(FIELD).fill(BAD["stop words"])
    page.get_by_role("status").filter(has_text="These words are too common").wait_for()


@pytest.mark.parametrize("harm", ["missing", "cut short", "of another build"])
def test_damaged_data_says_so(browser: Browser, address: str, harm: str) -> None:
    def spoil(route: Route) -> None:
        if harm == "missing":
            route.fulfill(status=404, body="")
            return
        text = route.fetch().text()
        shard = "words/" in route.request.url
        spoilt = text.replace('["', '["0', 1) if shard else text
        cut = text[: len(text) // 2]
        body = cut if harm == "cut short" else spoilt
        route.fulfill(body=body, content_type="text/javascript")

    context = browser.new_context()
    context.route(
        "**/search/**/*.js*" if harm == "of another build" else "**/search/core.js*", spoil
    )
    page = context.new_page()
    page.goto(f"{address}search.html?q=degree")
    page.get_by_text("The search data is missing or damaged").wait_for()
    assert page.locator("main").locator(A_TO_Z).is_visible()
    assert page.locator(RESULT).count() == 0
    context.unroute_all()
    page.get_by_role("button", name="Try again").click()
    page.locator(RESULT).first.wait_for()
    context.close()


def test_a_lost_line_is_said_and_searched_on_once_it_is_back(
    browser: Browser, address: str
) -> None:
    """Nothing is damaged then."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}search.html")
    page.wait_for_load_state("networkidle")
    context.set_offline(True)
    page.locator(FIELD).fill("apprenticeship kubernetes")
    page.get_by_text("There is no connection").wait_for()
    assert page.get_by_text("damaged").count() == 0
    context.set_offline(False)
    page.locator(RESULT).first.wait_for()
    context.close()


def test_filters_that_have_not_come_are_no_stop(browser: Browser, address: str) -> None:
    """Who went on to them by the keyboard lost the focus when they came, or the styles."""
    context = browser.new_context()
    for late in ("**/search/core.js*", "**/search.css*"):
        context.route(late, lambda route: None)
    page = context.new_page()
    page.goto(address, wait_until="commit")
    page.locator("main form.hiring-search input").focus()
    filters = page.locator("main .hiring-search-more")
    filters.wait_for(state="attached")
    assert filters.is_hidden()
    context.close()


def test_a_fault_is_said_for_good(open_page: Open) -> None:
    page = searched(open_page, "degree")
    page.route("**/search/words/*", lambda route: route.fulfill(status=200, body=""))
    page.route("**/search/core.js*", lambda route: route.fulfill(status=200, body=""))
    page.locator(FIELD).fill("kubernetes")
    page.get_by_text("The search data is missing or damaged").wait_for()
    page.wait_for_timeout(300)  # as long as an older count could come late
    assert (
        page.locator("#search-results").get_by_role("status").inner_text() == "The search failed."
    )
    page.unroute_all()


def test_files_of_an_older_build_are_loaded_anew(open_page: Open) -> None:
    """A browser may have kept the first file, whose address is the same in all builds."""

    def older(route: Route) -> None:
        text = route.fetch().text()
        of_old = "old" if "core.js" in route.request.url else "0"
        body = text.replace(',["', f',["{of_old}')
        route.fulfill(body=body, content_type="text/javascript")

    page = open_page("index.html")
    page.route("**/search/core.js", older)
    page.route("**/search/words/*.js?v=old*", older)
    page.locator(FIELD).fill("degree")
    page.locator(RESULT).first.wait_for()
    page.unroute_all()


def test_scripts_that_fail_say_so(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.route("**/hiring/search/box.js*", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{address}search.html#q=degree")
    page.locator("main").get_by_text("The search can’t be loaded now").wait_for()
    assert page.locator("main .hiring-search-fault").locator(A_TO_Z).is_visible()
    context.unroute_all()
    page.locator("main .hiring-search button").focus()
    page.locator(RESULT).first.wait_for()
    assert page.locator(".hiring-search-fault").count() == 0
    context.close()
