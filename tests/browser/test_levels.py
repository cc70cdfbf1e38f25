"""Levels: a table where there is room, cards where there is none, and years drawn to scale."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.site.conftest import run_build
from tests.support.cases import BASE, CONF
from tests.support.fixtures import LONG_LADDER

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Open

pytestmark = pytest.mark.browser

ROLE = "roles/machine-learning-engineer.html"
TABLE = "table.hiring-levels"


def display(page: Page, selector: str) -> str:
    found = page.locator(selector).first.evaluate("element => getComputedStyle(element).display")
    return str(found)


def test_table_where_there_is_room(open_page: Open) -> None:
    page = open_page(ROLE)
    assert display(page, f"{TABLE} tbody tr") == "table-row"
    assert display(page, f"{TABLE} td") == "table-cell"
    assert not page.locator(f"{TABLE} .hiring-cell-label").first.is_visible()
    boxes = [head.bounding_box() for head in page.locator(f"{TABLE} thead th").all()]
    widths = [box["width"] for box in boxes if box]
    names = page.locator(f"{TABLE} thead th").all_inner_texts()
    assert names[widths.index(max(widths))] == "What this level adds"
    assert max(widths) >= 500
    assert widths[names.index("In short")] >= 90


def test_cards_where_there_is_none(open_page: Open) -> None:
    page = open_page(ROLE, width=390)
    assert display(page, f"{TABLE} thead") == "none"
    assert display(page, f"{TABLE} tbody tr") == "block"
    assert display(page, f"{TABLE} td") == "block"
    first = page.locator(f"{TABLE} tbody tr").first
    assert first.locator("th .hiring-level-name").inner_text() == "Entry"
    labels = first.locator(".hiring-cell-label").all_inner_texts()
    assert [label.strip() for label in labels] == [
        "In short",
        "What this level adds",
    ]
    width = first.locator("td").first.evaluate("cell => cell.clientWidth")
    assert width > 280


@pytest.mark.parametrize("width", [1280, 390])
def test_years_are_drawn_to_scale(open_page: Open, width: int) -> None:
    page = open_page(ROLE, width=width)
    bars: list[dict[str, Any]] = page.evaluate(
        """() => [...document.querySelectorAll(".hiring-years:not(.hiring-pay-bar)")].map((bar) => {
            const box = (name) => bar.querySelector(name).getBoundingClientRect();
            const whole = box(".hiring-years-scale"), range = box(".hiring-years-range");
            return {
                text: bar.parentElement.querySelector(".hiring-years-text").textContent,
                years: bar.querySelectorAll(".hiring-years-tick").length + 1,
                from: (range.left - whole.left) / whole.width,
                to: (range.right - whole.left) / whole.width,
                width: whole.width,
            };
        })"""
    )
    assert len(bars) == 4
    for bar in bars:
        numbers = [int(number) for number in re.findall(r"\d+", bar["text"])]
        low, high = numbers if len(numbers) == 2 else (numbers[0], bar["years"])
        assert bar["from"] * bar["years"] == pytest.approx(low, abs=0.05), bar
        assert bar["to"] * bar["years"] == pytest.approx(high, abs=0.05), bar
        assert bar["width"] >= 80


@pytest.mark.parametrize("width", [390, 320])
def test_a_matrix_fits_a_phone(open_page: Open, width: int) -> None:
    page = open_page("skills.html", width=width)
    region = page.get_by_role("group", name="Skills by role")
    assert region.evaluate(SCROLLS) == [False, False]
    assert page.locator(".hiring-matrix-legend").inner_text().split() == ["Must", "Should", "Nice"]
    marks = page.locator(".hiring-marked td :is(.hiring-must, .hiring-should, .hiring-nice)")
    assert {it.strip() for it in marks.all_inner_texts()} == {"Must", "Should", "Nice"}
    page.locator(".hiring-marked tbody tr").nth(20).locator("a").focus()
    page.evaluate("scrollBy({top: 300, behavior: 'instant'})")
    heads = page.locator(".hiring-marked thead th").evaluate_all(TOPS)
    assert heads[0] == pytest.approx(page.locator(".bd-header").evaluate(BOTTOM), abs=2)
    assert len({*heads}) == 1, "the heads scroll away"


def test_a_matrix_of_many_roles_is_cards_on_a_phone(open_page: Open) -> None:
    page = open_page("skills.html", width=390)
    page.locator(".hiring-marked tr:not(.hiring-group-row)").evaluate_all(WITH_MORE_ROLES)
    assert page.get_by_role("group", name="Skills by role").evaluate(SCROLLS) == [False, False]
    row = page.locator(".hiring-marked tbody tr:not(.hiring-group-row)").first
    asked = row.locator("td:visible").all_inner_texts()
    assert asked
    assert all(re.search(r"\w.*(Must|Should|Nice)", it, re.DOTALL) for it in asked)


SCROLLS = "it => [it, document.documentElement].map(it => it.scrollWidth > it.clientWidth)"
TOPS = "all => all.map(it => it.getBoundingClientRect().top)"
BOTTOM = "it => it.getBoundingClientRect().bottom"
WITH_MORE_ROLES = """all => all.forEach((row) => {
    while (row.children.length < 20) row.append(row.lastElementChild.cloneNode(true));
})"""


@pytest.fixture(scope="module")
def ladder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a role's page with a long ladder, and titles for names of levels."""
    folder = tmp_path_factory.mktemp("ladder")
    source = shutil.copytree(BASE, folder / "handbook")
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    shutil.copy(LONG_LADDER, source / "roles/support-engineer.md")
    assert run_build(source, folder) == ""
    return (folder / "html/roles/support-engineer.html").as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [800, 1280])
def test_names_take_no_more_room_than_what_levels_add(
    open_page: Open, ladder: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = open_page(ladder, width=width, scheme=scheme)
    name, facts, adds = (it.bounding_box() for it in page.locator(f"{TABLE} thead th").all())
    assert name
    assert adds
    assert facts
    assert adds["width"] > 1.5 * name["width"]
    assert adds["width"] > 1.5 * facts["width"]


def test_groups_open_without_script(open_page: Open, ladder: str) -> None:
    page = open_page(ladder, script=False)
    entry = page.get_by_text("Takes over a case")
    assert page.get_by_text("Explains a fault").is_visible()
    assert not entry.is_visible()
    page.locator("summary", has_text="Team").first.click()
    assert entry.is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_groups_are_open_in_print(open_page: Open, ladder: str, script: bool) -> None:
    page = open_page(ladder, script=script)
    page.emulate_media(media="print")
    for entry in ("Takes over a case", "Traces a fault"):
        box = page.get_by_text(entry).bounding_box()
        assert box
        assert box["height"] > 0


def test_contents_follow_the_levels(open_page: Open, ladder: str) -> None:
    page = open_page(ladder)
    page.locator("#pst-page-toc-nav a", has_text="Manager, Support").click()
    assert page.url.endswith("#level-manager-support-engineering")


def test_a_long_ladder_fits_a_narrow_screen(open_page: Open, ladder: str) -> None:
    page = open_page(ladder, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    summary = page.locator(f"{TABLE} summary").first.bounding_box()
    assert summary
    assert summary["width"] > 280
    assert summary["height"] >= 24
