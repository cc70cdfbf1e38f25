"""A site that nobody has built since says by itself that a job has closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .accessibility import faults_at, ready
from .conftest import SAME_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from .conftest import Open, Tab

pytestmark = pytest.mark.browser

JOB = "openings/data-engineer-denver.html"
BEFORE, AFTER = "2027-01-15T23:59:58-07:00", "2027-01-16T00:00:01-07:00"
"""The last moment in which people can apply in Denver, and the one after it."""

CLOSED = "This job closed on January 15, 2027. Nobody can apply for it any more."

SHIFTS = """() => new Promise((done) => {
  const sum = (list) => list.getEntries().reduce((all, it) => all + it.value, 0);
  const seen = new PerformanceObserver((list) => done(sum(list)));
  seen.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(0), 300);
})"""


@pytest.fixture
def at(tabs: Callable[[bool], Tab]) -> Iterator[Callable[[str], None]]:
    """Return the function that sets the reader's clock."""
    clock = tabs(True).page.context.clock
    yield clock.set_fixed_time
    clock.set_fixed_time(SAME_DAY)


def shifts(page: Page) -> float:
    """Return how far what stands on the page has moved since it was first drawn."""
    return float(page.evaluate(SHIFTS))


@pytest.mark.parametrize("width", [1280, 390])
def test_its_page_takes_the_job_back(
    width: int, at: Callable[[str], None], open_page: Open
) -> None:
    at(BEFORE)
    page = open_page(JOB, width=width)
    expect(page.get_by_text(CLOSED)).to_be_hidden()
    expect(page.get_by_role("link", name="Apply for this job").first).to_be_visible()
    at(AFTER)
    page = ready(open_page(JOB, width=width))
    expect(page.get_by_text(CLOSED)).to_be_visible()
    expect(page.get_by_role("link", name="Apply for this job").first).to_have_count(0)
    assert page.locator(".hiring-while-open:visible").count() == 0
    assert shifts(page) < 0.01
    assert faults_at(page, width) == []


def test_a_list_says_so_of_that_job_alone(at: Callable[[str], None], open_page: Open) -> None:
    at(AFTER)
    page = open_page("openings/index.html")
    row = page.locator("tr", has=page.locator(f"a[href='{JOB.rpartition('/')[2]}']")).first
    expect(row.get_by_text(CLOSED)).to_be_visible()
    others = page.locator(".hiring-jobs .hiring-while-open:visible")
    assert others.count() == page.locator(".hiring-jobs [data-closes]").count() - 1 > 0


def test_the_role_says_so_beside_the_job(at: Callable[[str], None], open_page: Open) -> None:
    at(BEFORE)
    page = open_page("roles/data-engineer.html")
    expect(page.locator("[data-closes]").first).to_be_hidden()
    at(AFTER)
    page = open_page("roles/data-engineer.html")
    expect(page.locator("[data-closes]").first).to_contain_text(CLOSED)
    expect(page.locator("[data-closes]").first).to_be_visible()


@pytest.mark.parametrize(("when", "kind"), [(BEFORE, "Open job"), (AFTER, "Closed job")])
def test_the_search_calls_it_what_it_is(
    when: str, kind: str, at: Callable[[str], None], open_page: Open
) -> None:
    at(when)
    page = open_page("search.html#q=data engineer denver")
    hit = page.locator("li", has=page.locator(f"a[data-search-result][href*='{JOB}']")).first
    expect(hit).to_contain_text(kind)


def test_without_script_the_last_day_stands_there(open_page: Open) -> None:
    page = open_page(JOB, script=False)
    expect(page.get_by_text(CLOSED)).to_be_hidden()
    expect(page.locator(".hiring-job-line")).to_contain_text("January 15, 2027")
