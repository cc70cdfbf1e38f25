"""Openings in the browser: read by everyone, applied for by keyboard, and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from .accessibility import faults_at, ready

if TYPE_CHECKING:
    from .conftest import Open

pytestmark = pytest.mark.browser

JOB = "openings/senior-machine-learning-engineer-austin.html"
OVER = "openings/software-engineer-denver.html"
LIST = "openings/index.html"
TEMPLATE = "roles/data-engineer.html"


@pytest.mark.parametrize("path", [JOB, OVER, LIST, TEMPLATE])
def test_everyone_can_read_it(open_page: Open, path: str) -> None:
    page = ready(open_page(path, width=390))
    for width in (390, 1280):
        assert faults_at(page, width) == [], width


@pytest.mark.parametrize("path", [JOB, OVER, LIST, TEMPLATE])
def test_it_fits_the_narrowest_screen(open_page: Open, path: str) -> None:
    page = open_page(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_job_is_found_and_applied_for_by_keyboard(open_page: Open) -> None:
    page = open_page(LIST)
    # The list, which everybody sees; employees have a table of the same jobs below it.
    jobs = page.get_by_role("article").locator(".hiring-jobs")
    jobs.get_by_role("link", name="Senior Machine Learning Engineer").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{JOB}")
    apply = page.get_by_role("link", name="Apply for this job").first
    page.get_by_role("article").get_by_role("link", name="Fennmoor Freight").first.focus()
    page.keyboard.press("Tab")
    assert apply.evaluate("it => it === document.activeElement")
    address = unquote(apply.get_attribute("href") or "")
    assert address.startswith("mailto:hiring@fennmoor.example?subject=ENG-2026-014: Senior ")
    box = apply.bounding_box()
    assert box is not None
    assert box["height"] >= 44


def test_a_job_that_is_over_offers_no_way_to_apply(open_page: Open) -> None:
    page = open_page(OVER)
    article = page.get_by_role("article")
    assert "This job closed on October 31, 2026." in article.inner_text()
    assert article.locator("a[href^='mailto:'], a:has-text('Apply')").count() == 0
    article.get_by_role("link", name="See the open jobs").click()
    page.wait_for_url(f"**/{LIST}")
    assert article.get_by_role("link", name="Senior Software Engineer").count() == 0


def test_print_is_the_posting_alone(open_page: Open) -> None:
    page = open_page(JOB)
    page.emulate_media(media="print")
    for shown in ("Job brief", "The team", "Additional information"):
        assert page.get_by_role("heading", name=shown).is_visible()
    assert page.get_by_role("link", name="hiring@fennmoor.example").is_visible()
    for hidden in (".hiring-apply-line", ".hiring-to-post", ".bd-header", ".bd-sidebar-primary"):
        assert not page.locator(hidden).first.is_visible(), hidden


def test_a_line_starts_where_its_script_does(open_page: Open) -> None:
    page = open_page(JOB)
    starts = page.locator("section.hiring-posting p").first.evaluate(
        """it => {
            it.textContent = "\\u05e9\\u05dc\\u05d5\\u05dd";
            const range = document.createRange();
            range.selectNodeContents(it);
            const [text, box] = [range.getBoundingClientRect(), it.getBoundingClientRect()];
            return [text.left - box.left, box.right - text.right];
        }"""
    )
    assert starts[0] > starts[1]
