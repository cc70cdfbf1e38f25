"""Pictures in a real browser: words have room, boxes lead on, and each scheme has its colors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .accessibility import faults_at, ready

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Open

pytestmark = pytest.mark.browser

PAGE = "careers/ways.html"

OVERLAPS = """() => {
  const found = [];  // a line of text has an edge of 2 px, in the color of the paper
  const shown = (it) => it.getBoundingClientRect().width > 0;
  for (const svg of document.querySelectorAll("svg.hiring-drawing")) {
    const words = [...svg.querySelectorAll("text")].filter(shown);
    const areas = words.map((it) => it.getBoundingClientRect());
    areas.forEach((one, at) => areas.slice(at + 1).forEach((other, after) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 4 && down > 4) {
        found.push(`${words[at].textContent} | ${words[at + 1 + after].textContent}`);
      }
    }));
    const frame = svg.getBoundingClientRect();
    words.forEach((it, at) => {
      if (areas[at].right > frame.right + 3 || areas[at].left < frame.left - 3) {
        found.push(`${it.textContent} leaves the picture`);
      }
    });
    for (const box of svg.querySelectorAll(".hiring-node, .hiring-node-other")) {
      const room = box.getBoundingClientRect();
      let next = box.nextElementSibling;
      for (; next && next.localName === "text"; next = next.nextElementSibling) {
        const area = next.getBoundingClientRect();
        if (area.right > room.right || area.bottom > room.bottom || area.top < room.top) {
          found.push(`${next.textContent} leaves its box`);
        }
      }
    }
  }
  return found;
}"""


def assert_fits(page: Page) -> None:
    assert page.evaluate(OVERLAPS) == []
    inner, outer = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert inner <= outer


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_words_have_room(open_page: Open, width: int) -> None:
    page = open_page(PAGE, width=width)
    assert_fits(page)
    # As a reader has it whose own size of type is twice as large.
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate(OVERLAPS) == []


@pytest.mark.parametrize(("width", "across"), [(390, False), (1280, True)])
def test_stages_stand_where_there_is_room(open_page: Open, width: int, across: bool) -> None:
    page = open_page(PAGE, width=width)
    assert page.locator(".hiring-timeline-across").is_visible() is across
    assert page.locator(".hiring-timeline-down").is_visible() is not across


def test_axe_finds_nothing(open_page: Open) -> None:
    page = ready(open_page(PAGE, width=320))
    page.evaluate("document.querySelectorAll('article details').forEach((it) => it.open = true)")
    for width in (320, 1280):
        assert faults_at(page, width, "article") == [], width


def test_boxes_lead_to_roles_by_the_keyboard_and_without_script(open_page: Open) -> None:
    page = open_page(PAGE, script=False)
    box = page.locator("svg a").filter(has_text="MLOps Engineer").first
    box.focus()
    assert box.locator("rect").evaluate("it => getComputedStyle(it).strokeWidth") == "2.5px"
    page.keyboard.press("Enter")
    page.wait_for_url("**/roles/mlops-engineer.html")


def test_what_is_wider_than_the_page_scrolls_by_the_keyboard(open_page: Open) -> None:
    page = open_page(PAGE, width=390)
    box = page.locator(".hiring-picture-box:has(.hiring-map)").first
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("it => it.scrollLeft > 0", arg=box.element_handle())


def test_forced_colors_are_followed(open_page: Open) -> None:
    page = open_page(PAGE)
    page.emulate_media(forced_colors="active")
    color = "it => getComputedStyle(it).fill"
    system = page.evaluate("getComputedStyle(document.body).color")
    for look in (".hiring-band", ".hiring-name", ".hiring-head", ".hiring-soft"):
        assert page.locator(f"svg {look}").first.evaluate(color) == system, look
    page.emulate_media(forced_colors="none")


def test_paper_has_pictures_and_words(open_page: Open) -> None:
    page = open_page(PAGE)
    page.emulate_media(media="print")
    assert page.locator("svg.hiring-map").first.is_visible()
    assert page.locator(".hiring-picture-data table").first.is_visible()
    assert not page.locator(".hiring-picture-data summary").first.is_visible()
