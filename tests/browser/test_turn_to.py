"""Readers see whom to turn to on each page, and the hiring team sees what is for it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from .accessibility import LOOKS, faults, ready, show

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Open

pytestmark = pytest.mark.browser

PLAN = "interviews/data-engineer.html"
ROLE = "roles/data-analyst.html"
LABEL = "Hiring team only"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", [ROLE, "index.html", "guide/reference.html", "hiring-a-z.html"])
def test_a_problem_is_reported_in_the_form(open_page: Open, path: str, width: int) -> None:
    page = open_page(path, width=width)
    link = page.get_by_role("link", name="Report a problem with this page")
    link.scroll_into_view_if_needed()
    assert link.is_visible()
    href = unquote(str(link.get_attribute("href")))
    assert href.startswith("https://git.fennmoor.example/handbook/issues/new?template=")
    assert f"({path.replace('.html', '.md')})" in href
    owner = page.locator(".hiring-contact").get_by_role("link", name="People team")
    assert owner.get_attribute("href") == "mailto:people@fennmoor.example"
    page.emulate_media(media="print")
    assert not link.is_visible()


def test_the_public_writes_a_letter(open_page: Open, public_site: Path) -> None:
    page = open_page(f"{public_site.as_uri()}/{ROLE}")
    link = page.get_by_role("link", name="Report a problem with this page")
    href = unquote(str(link.get_attribute("href")))
    assert href.startswith("mailto:people@fennmoor.example?subject=Wrong: Data Analyst&body=Page:")


@pytest.mark.parametrize(("path", "count"), [(PLAN, 1), (ROLE, 2)])
def test_what_is_for_the_hiring_team_says_so(
    open_page: Open, team_site: Path, path: str, count: int
) -> None:
    page = ready(open_page(f"{team_site.as_uri()}/{path}", width=390))
    for width, scheme in LOOKS:
        show(page, width, scheme)
        assert faults(page) == [], width
    said = page.get_by_text(LABEL, exact=True)
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        assert said.count() == count
        assert all(it.is_visible() for it in said.all())
        bars = page.locator("div.hiring-team-only")
        widths = bars.evaluate_all("all => all.map((it) => getComputedStyle(it).borderLeftWidth)")
        assert set(widths) <= {"4px"}
        assert bool(widths) is (path == ROLE)
