"""A German and a French site in the browser: axe, the search, the generator, and their keys."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.forked import python
from tests.support.cases import stated_in

from .accessibility import COLORS, LOOKS, faults, load_axe, show
from .conftest import served, watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ROOTS = Path(__file__).parents[1] / "languages"
DAY = "1795305600"  # 2026-11-22
OPEN = "for (const it of document.querySelectorAll('article details')) it.open = true"
QUERIES = stated_in(ROOTS / "queries.yaml")

PAGES = {
    "de": (
        "index",
        "roles/servicetechniker",
        "openings/servicetechniker-ulm",
        "anzeigen",
        "bilder",
    ),
    "fr": ("index", "roles/infirmier", "openings/infirmier-trois-rivieres", "images"),
}
GENERATOR = {"de": "anzeigen", "fr": "annonces"}
SAID = {
    "de": {
        "found": "Treffer auf",
        "left": "Platzhalter offen",
        "copied": "Die Anzeige ist kopiert",
    },
    "fr": {"found": "résultat", "left": "à compléter", "copied": "L’annonce est copiée"},
}


@pytest.fixture(scope="module", params=sorted(PAGES))
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """Return a language, and the address of its site for the hiring team."""
    language: str = request.param
    folder = tmp_path_factory.mktemp(language)
    source = shutil.copytree(ROOTS / language, folder / "source")
    command = ("-m", "hiring", "build", source, "site", "--audience", "hiring-team")
    built = python(*command, cwd=folder, SOURCE_DATE_EPOCH=DAY)
    assert built.returncode == 0, built.stderr
    with served(folder / "site") as address:
        yield language, address


@pytest.fixture
def page(browser: Browser, site: tuple[str, str]) -> Iterator[Page]:
    """Return a tab in which nothing may go wrong."""
    context = browser.new_context(reduced_motion="reduce")
    opened = context.new_page()
    troubles: list[str] = []
    watch(opened, site[1], troubles.append)
    yield opened
    context.close()
    assert troubles == []


def test_axe_finds_nothing(site: tuple[str, str], page: Page) -> None:
    language, address = site
    for name in (*PAGES[language], "hiring-a-z", "404"):
        page.set_viewport_size({"width": 390, "height": 900})
        page.goto(f"{address}{name}.html")
        page.evaluate(OPEN)
        load_axe(page)
        assert page.evaluate("document.documentElement.lang") == language
        for width, scheme in LOOKS:
            show(page, width, scheme)
            assert faults(page) == [], (name, width)
            too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            assert not page.evaluate(too_wide), (name, width)


def test_the_policy_holds(site: tuple[str, str], page: Page) -> None:
    """Each page here is under it. Sphinx's words for its own scripts are a program in a string."""
    _, address = site
    assert page.request.get(address).headers["content-security-policy"]
    assert page.request.get(f"{address}_static/translations.js").status == 404


def test_readers_find_what_they_ask_for(site: tuple[str, str], page: Page) -> None:
    language, address = site
    wrong = []
    for query in QUERIES[language]:
        page.goto(f"{address}search.html?q={query['q']}")
        results = page.locator("#search-results")
        results.locator("a[data-search-result]").first.wait_for()
        first = results.locator("a[data-search-result]").first.get_attribute("href") or ""
        card = results.locator(".hiring-search-card-of")
        label = card.inner_text() if card.count() else ""
        found = first.removeprefix("./").partition(".html")[0]
        if found != query["want"] or not label.endswith(query.get("card", "")):
            wrong.append(f"{query['q']}: {found}, {label}")
    assert wrong == []


def test_the_search_by_keys(site: tuple[str, str], page: Page) -> None:
    language, address = site
    page.goto(f"{address}index.html")
    page.keyboard.press("/")
    page.locator("dialog[open] input").wait_for()
    page.keyboard.type(QUERIES[language][0]["q"])
    status = page.locator("dialog[open]").get_by_role("status")
    status.filter(has_text=SAID[language]["found"]).wait_for()
    load_axe(page)
    assert faults(page, where="dialog[open]") == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{QUERIES[language][0]['want']}.html*")


def test_the_generator_by_keys(site: tuple[str, str], page: Page) -> None:
    language, address = site
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page.goto(f"{address}{GENERATOR[language]}.html")
    form = page.locator(".hiring-generator-form")
    form.wait_for()
    status = page.locator("[data-part=status]")
    assert SAID[language]["left"] in status.inner_text()
    page.locator("[data-part=notes] summary").click()
    load_axe(page)
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert faults(page, COLORS) == []
    page.locator("[data-do=copy]").focus()
    page.keyboard.press("Enter")
    page.locator("[data-part=said]").filter(has_text=SAID[language]["copied"]).wait_for()
