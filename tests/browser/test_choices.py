"""Lists that readers narrow, and the way to the parts of a role's page; neither needs a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Open

ROLE = "roles/machine-learning-engineer.html"


def shown(page: Page, rows: str) -> list[str]:
    return [it.inner_text() for it in page.locator(f"{rows}:visible").all()]


def test_jobs_are_narrowed_by_place_and_family(open_page: Open) -> None:
    page = open_page("openings/index.html")
    jobs = page.locator(".hiring-jobs")
    rows = ".hiring-jobs tbody tr"
    everything = shown(page, rows)
    places = page.get_by_role("group", name="Where")
    families = page.get_by_role("group", name="Family")
    places.get_by_text("Austin, TX, United States").click()
    here = shown(page, rows)
    assert 0 < len(here) < len(everything)
    assert all("Austin" in row for row in here)
    families.get_by_text("Data and AI").click()
    assert set(shown(page, rows)) < set(everything)
    places.get_by_text("All").click()
    families.get_by_text("All").click()
    assert shown(page, rows) == everything
    assert jobs.is_visible()


def test_skills_are_narrowed_to_a_role_by_keyboard(open_page: Open) -> None:
    page = open_page("skills.html")
    rows = ".hiring-matrix tbody tr"
    everything = len(shown(page, rows))
    page.get_by_role("group", name="Role").get_by_label("All").focus()
    page.keyboard.press("ArrowRight")
    assert 0 < len(shown(page, rows)) < everything


@pytest.mark.parametrize(("width", "most"), [(1280, 600), (390, 900)])
def test_the_text_of_a_role_begins_on_the_first_screen(
    open_page: Open, width: int, most: int
) -> None:
    page = open_page(ROLE, width=width)
    first = page.locator(".hiring-sections ~ :is(p, section, div)").first
    box = first.bounding_box()
    assert box
    assert box["y"] <= most


def test_the_parts_of_a_role_are_led_to(open_page: Open) -> None:
    page = open_page(ROLE)
    links = page.get_by_role("navigation", name="Parts of this page").get_by_role("link")
    assert links.all_inner_texts()[1:4] == ["Qualifications", "Levels", "Questions people ask"]
    for link in links.all():
        assert page.locator(link.get_attribute("href") or "").count() == 1


def test_questions_are_narrowed_by_role_and_theme(open_page: Open) -> None:
    page = open_page("faq.html")
    rows = ".hiring-question"
    everything = len(shown(page, rows))
    page.get_by_role("group", name="About").get_by_text("Degree").click()
    asked = shown(page, rows)
    assert 2 < len(asked) < everything
    page.get_by_role("group", name="Role").get_by_text("Data Engineer").click()
    assert len(shown(page, rows)) == 1
    assert len(shown(page, ".hiring-title")) == 1
