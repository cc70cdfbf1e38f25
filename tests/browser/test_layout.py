"""Where things stand on each kind of page: in large type, on paper, and while a page comes in."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import pytest

from tools.chromium import find

from .conftest import FLAGS, LONG
from .kinds import JOB, KINDS, ROLE, TOO_WIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from .conftest import Open

pytestmark = pytest.mark.browser

JOBS = (JOB, "openings/data-engineer-denver.html", "openings/mlops-engineer-remote.html")

# A table finds its columns as its rows come in, at the pace of the line; nothing else may move.
SHIFTS = """() => new Promise((settle) => {
    let moved = 0;
    const inTable = (it) => it.node && (it.node.parentElement ?? it.node).closest("table");
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            if (!entry.hadRecentInput && !entry.sources.some(inTable)) moved += entry.value;
        }
    }).observe({type: "layout-shift", buffered: true});
    requestAnimationFrame(() => requestAnimationFrame(() => settle(moved)));
})"""
WITHOUT_RAIL = """() => {
    const article = document.querySelector("article");
    const [rail, {width}] = [document.querySelector(".page-toc"), article.getBoundingClientRect()];
    document.querySelector("#pst-secondary-sidebar")?.remove();
    return [rail !== null, width, article.getBoundingClientRect().width];
}"""
TOP = "(it) => it.getBoundingClientRect().top + scrollY"


@pytest.fixture(scope="module")
def large(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Return a browser whose reader has chosen type of 32 pixels."""
    profile = tmp_path_factory.mktemp("large")
    (profile / "Default").mkdir()
    chosen = {"webkit": {"webprefs": {"default_font_size": 32}}}
    (profile / "Default/Preferences").write_text(json.dumps(chosen), encoding="utf-8")
    # A headless shell keeps no preferences, and a whole browser takes them for more than the flag.
    context = browser.browser_type.launch_persistent_context(
        str(profile),
        executable_path=find(),
        args=[*FLAGS, "--blink-settings=defaultFontSize=32"],
    )
    context.set_default_timeout(LONG)
    yield context
    context.close()


@pytest.fixture(scope="module")
def wide_in_large_type(large: BrowserContext, address: str) -> dict[tuple[str, int], list[str]]:
    """Return what is too wide on a page in a window of a width."""
    page, found = large.pages[0], {}
    for path in KINDS:
        page.goto(address + path, wait_until="domcontentloaded")
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            found[path, width] = page.evaluate(TOO_WIDE, 1)
    return found


@pytest.mark.parametrize("width", [1280, 390])
def test_large_type_clips_nothing(
    wide_in_large_type: dict[tuple[str, int], list[str]], width: int
) -> None:
    assert {path: wide_in_large_type[path, width] for path in KINDS} == {path: [] for path in KINDS}


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_while_a_page_comes_in(open_page: Open, address: str, width: int) -> None:
    page = open_page("index.html", width=width)
    moved = {}
    for path in KINDS:
        page.goto(address + path, wait_until="load")
        moved[path] = page.evaluate(SHIFTS)
    assert {path: by for path, by in moved.items() if by > 0.02} == {}


def test_a_page_leaves_its_rail_the_room_before_it_comes(open_page: Open, address: str) -> None:
    page, railed = open_page("index.html"), 0
    moved: dict[str, list[float]] = {}
    for path in KINDS:
        page.goto(address + path, wait_until="domcontentloaded")
        has_rail, *widths = page.evaluate(WITHOUT_RAIL)
        if has_rail:
            railed += 1
            if widths[0] != widths[1]:
                moved[path] = widths
    assert railed > 5
    assert moved == {}


@pytest.mark.parametrize("path", ["index.html", ROLE, JOB])
def test_the_first_view_is_packed_small(folder: Path, path: str) -> None:
    """All that a browser loads before it shows a page, as a host would pack it."""
    html = (folder / path).read_text(encoding="utf-8")
    asked = re.sub(r"<noscript>.*?</noscript>", "", html, flags=re.DOTALL)
    named = re.findall(r'<(?:script|link rel="stylesheet")[^>]*?(?:src|href)="([^"?]+)', asked)
    files = [(folder / path).parent / name for name in named]
    packed = [len(gzip.compress(it, 6)) for it in (html.encode(), *(f.read_bytes() for f in files))]
    assert len(packed) > 5
    assert sum(packed) < 90_000


def test_an_opening_leads_with_what_decides(open_page: Open) -> None:
    page = open_page(JOB)
    line = page.locator(".hiring-job-line")
    for said in ("Austin", "Hybrid", "$140,000 to $160,000", "Full-time", "January 31, 2027"):
        assert said in line.inner_text()
    assert page.locator("#brief").evaluate(TOP) < 700
    assert page.locator(".hiring-apply-line a").evaluate(TOP) < 600
    assert page.locator(".hiring-way > li").count() == 4
    assert "Pay range" not in page.locator("#additional").inner_text()
    assert page.locator("#hiring-to-apply :is(p, li) a").count() == 2
    folded = page.locator(".hiring-to-post details")
    assert folded.first.get_attribute("open") is None
    page.goto(page.url.partition("#")[0] + "#hiring-ready")
    assert folded.first.get_attribute("open") is not None


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_the_way_to_apply_stays_in_view(open_page: Open, width: int) -> None:
    page = open_page(JOB, width=width, height=800)
    bar = page.locator(".hiring-apply-line")
    for to in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo({{top: {to}, behavior: 'instant'}})")
        box = bar.bounding_box()
        assert box is not None
        assert abs(box["y"] + box["height"] - 800) < 2
        assert box["height"] < 100
    last, ends = bar.bounding_box(), page.locator(".bd-footer").bounding_box()
    assert last is not None
    assert ends is not None
    assert ends["y"] + ends["height"] <= last["y"] + 1, "the page ends above it"


def sheets(page: Page) -> int:
    """Return how many sheets of paper a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.mark.parametrize("path", JOBS)
def test_a_job_takes_two_sheets_of_paper(open_page: Open, path: str) -> None:
    assert sheets(open_page(path)) <= 2


@pytest.mark.parametrize(
    ("site", "height", "paper"), [("public", 9000, 7), ("employee", 10_600, 8)]
)
def test_a_role_is_no_longer_than_its_readers_need(
    open_page: Open, once: Callable[[str], Path], site: str, height: int, paper: int
) -> None:
    """That of employees also has notes for reviewers, which a role's page need not have."""
    page = open_page((once(site) / ROLE).as_uri())
    assert page.evaluate("document.documentElement.scrollHeight") < height
    assert sheets(page) <= paper


def test_skills_are_no_longer_than_their_readers_need(open_page: Open) -> None:
    assert open_page("skills.html").evaluate("document.documentElement.scrollHeight") < 7300


def test_a_level_has_a_link_to_itself(open_page: Open) -> None:
    page = open_page(ROLE)
    link = page.locator("#levels th .headerlink").first
    assert link.get_attribute("href") == "#level-entry"
    link.focus()
    assert link.evaluate("(it) => getComputedStyle(it).opacity") == "1"


def test_a_posting_is_shown_where_it_is_made(open_page: Open) -> None:
    page = open_page(ROLE)
    assert page.locator(".hiring-posting").count() == 0
    apart = page.locator(".hiring-sections .hiring-apart a")
    assert apart.inner_text() == "For hiring"
    page.locator("a.hiring-customize").first.click()
    page.wait_for_url("**/posting-generator.html#role=machine-learning-engineer")


def test_lists_of_a_role_and_its_level_stand_side_by_side(open_page: Open) -> None:
    lists = open_page(JOB).locator("#responsibilities > ul")
    own, added = (it.bounding_box() for it in lists.all())
    assert own is not None
    assert added is not None
    assert added["x"] > own["x"] + own["width"]


def test_a_page_without_parts_has_their_room(open_page: Open) -> None:
    page = open_page("posting-generator.html")
    desk = page.locator(".hiring-generator").bounding_box()
    assert desk is not None
    assert desk["width"] > 1100
    assert not page.locator(".bd-sidebar-secondary").is_visible()


@pytest.mark.parametrize("path", [ROLE, "index.html"])
def test_the_footer_leads_to_the_indices(open_page: Open, path: str) -> None:
    links = open_page(path).locator(".hiring-indices a")
    assert [link.inner_text() for link in links.all()] == [
        "Questions people ask",
        "A to Z of roles, skills and questions",
    ]


def test_the_header_takes_one_line(open_page: Open) -> None:
    page = open_page(ROLE)
    entries = page.locator(".bd-header .bd-navbar-elements > li")
    ends = entries.evaluate_all("(all) => all.map((it) => it.getBoundingClientRect().bottom)")
    assert len(ends) == 6, "five, and a menu"
    assert max(ends) < 60
