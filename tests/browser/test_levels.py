"""Levels: a table where there is room, cards where there is none, and years drawn to scale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

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
    assert widths[names.index("Typical experience")] >= 90


def test_cards_where_there_is_none(open_page: Open) -> None:
    page = open_page(ROLE, width=390)
    assert display(page, f"{TABLE} thead") == "none"
    assert display(page, f"{TABLE} tbody tr") == "block"
    assert display(page, f"{TABLE} td") == "block"
    first = page.locator(f"{TABLE} tbody tr").first
    assert first.locator("th").inner_text() == "Entry"
    labels = first.locator(".hiring-cell-label").all_inner_texts()
    assert [label.strip() for label in labels] == [
        "Typical experience",
        "What this level adds",
        "Background",
        "Scope",
        "Pay",
    ]
    width = first.locator("td").first.evaluate("cell => cell.clientWidth")
    assert width > 280


@pytest.mark.parametrize("width", [1280, 390])
def test_years_are_drawn_to_scale(open_page: Open, width: int) -> None:
    page = open_page(ROLE, width=width)
    bars: list[dict[str, Any]] = page.evaluate(
        """() => [...document.querySelectorAll("svg.hiring-years")].map((bar) => {
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


def test_wide_tables_scroll_in_a_region_of_their_own(open_page: Open) -> None:
    page = open_page("skills.html", width=390)
    region = page.get_by_role("group", name="Skills by role")
    assert region.evaluate("region => region.scrollWidth > region.clientWidth")
    region.evaluate("region => region.scrollTo(200, 300)")
    corner = "it => [it.getBoundingClientRect().left, it.getBoundingClientRect().top]"
    head = page.locator(".hiring-matrix thead th.stub").evaluate(corner)
    assert head == pytest.approx(region.evaluate(corner), abs=2), "the headers scroll away"
    page.locator(".hiring-matrix-box[tabindex='0']").wait_for()
