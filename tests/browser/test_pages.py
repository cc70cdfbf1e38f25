"""Every page: nothing inline; the role page on each kind of screen."""

from __future__ import annotations

import re
from functools import partial
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Literal

import pytest

from .conftest import pages_in

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Request

    from .conftest import Open

pytestmark = pytest.mark.browser

ROLE = "roles/machine-learning-engineer.html"
DATA = ("application/ld+json", "application/json")
BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Inline(HTMLParser):
    """Collects what a strict policy forbids inside a page, and what comes from another host."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "script" and "src" not in named and named.get("type") not in DATA:
            self.found.append("an inline script")
        if tag == "style":
            self.found.append("an inline style sheet")
        loaded = named.get("src") or (named.get("href") if tag == "link" else None) or ""
        if re.match(r"(https?:)?//|data:", loaded) and named.get("rel") != "canonical":
            self.found.append(f"{tag} loads {loaded}")
        for name, value in attrs:
            if name == "style" or name.startswith("on") or (value or "").startswith("javascript:"):
                self.found.append(f"{tag} {name}={value}")


def test_nothing_is_inline(folder: Path) -> None:
    found = {}
    for page in pages_in(folder):
        parser = Inline()
        parser.feed((folder / page).read_text(encoding="utf-8"))
        if parser.found:
            found[page] = parser.found
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_role_page(open_page: Open, width: int, scheme: Literal["light", "dark"]) -> None:
    page = open_page(ROLE, width=width, scheme=scheme)
    assert page.evaluate("document.documentElement.dataset.theme") == scheme
    assert page.evaluate(BEYOND) <= 0
    assert page.locator(".hiring-head li").count() == 5
    starts = page.locator(".hiring-sections").evaluate("(it) => it.getBoundingClientRect().top")
    assert starts < (600 if width == 1280 else 900)
    beside, folded = page.locator(".hiring-side"), page.locator(".hiring-more-facts")
    assert (beside.is_visible(), folded.is_visible()) == (width == 1280, width < 1280)
    names = beside.locator("dt").all_text_contents()
    assert [it.removesuffix(":") for it in names][-1] == "Last changed"
    assert "Page owner:" in names
    if width < 1280:
        folded.locator("summary").click()
        assert page.locator("article .hiring-facts dt").first.is_visible()


def test_facts_are_in_rows_where_they_are_folded(open_page: Open) -> None:
    page = open_page(ROLE, width=768)
    page.locator(".hiring-more-facts summary").click()
    facts = page.locator("article .hiring-facts")
    columns = facts.evaluate("(it) => getComputedStyle(it).gridTemplateColumns")
    assert len(columns.split()) == 2


def test_each_requirement_has_its_word(open_page: Open) -> None:
    page = open_page(ROLE)
    rows = page.locator(".hiring-tagged > li")
    marks = [row.locator(".hiring-tag").inner_text() for row in rows.all()]
    assert marks == ["Must"] * 7 + ["Should"] * 2
    heading = page.locator("#must-have > h3")
    assert heading.evaluate("(it) => it.offsetWidth") < 2
    heading.locator("a").focus()
    assert heading.evaluate("(it) => it.offsetWidth") > 50


def test_the_contents_stay_beside_a_long_page(open_page: Open) -> None:
    page = open_page(ROLE)
    page.evaluate("scrollTo({top: 5000, behavior: 'instant'})")
    box = page.locator(".hiring-contents").bounding_box()
    assert box is not None
    assert 0 < box["y"] < 200
    page.emulate_media(media="print")
    assert page.locator(".hiring-more-facts dt").first.is_visible()


def _note(loaded: list[str], request: Request) -> None:
    loaded.append(request.url)


@pytest.mark.parametrize("width", [1280, 390])
def test_first_view_is_light(open_page: Open, width: int) -> None:
    """Bootstrap's scripts and the icon fonts are 140 KB that the handbook does not use."""
    for path in ("index.html", ROLE, "guide/write-a-role.html"):
        page = open_page(path, width=width)
        loaded: list[str] = []
        note = partial(_note, loaded)
        page.on("request", note)
        page.reload()
        page.remove_listener("request", note)
        page.evaluate("document.fonts.ready.then(() => null)")
        assert not re.search("woff|bootstrap|fontawesome|design-tabs", " ".join(loaded))
        assert len(loaded) > 5


def test_opened_from_the_disk(folder: Path, open_page: Open) -> None:
    page = open_page((folder / "index.html").as_uri(), scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 30)"
    page.get_by_role("button", name="Light").click()
    page.locator(".hiring-cards a").first.click()
    page.wait_for_url("file://**/roles/*.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.goto((folder / ROLE).as_uri() + "#question-degree")
    page.locator("details[open] > #question-degree").wait_for()
