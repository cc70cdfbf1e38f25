"""A list of very many roles: a field that filters, and without JavaScript all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import run_build
from tests.support.many_roles import CARE, WORKS, write_many_roles

if TYPE_CHECKING:
    from .conftest import Open

pytestmark = pytest.mark.browser

ALL = CARE + WORKS + 2
ROWS = ".hiring-family tbody tr:visible"


@pytest.fixture(scope="module")
def roles(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a page that lists very many roles."""
    folder = tmp_path_factory.mktemp("many")
    assert run_build(write_many_roles(folder / "handbook"), folder) == ""
    return (folder / "html/roles/index.html").as_uri()


def test_the_field_leaves_what_holds_all_words(open_page: Open, roles: str) -> None:
    page = open_page(roles)
    field = page.get_by_role("searchbox", name="Filter this list")
    field.fill("NURSE number 60")
    assert page.locator(ROWS).count() == 1
    assert page.locator(".hiring-family:visible").count() == 1
    assert page.locator(".hiring-family:visible .hiring-title").inner_text() == "Works"
    assert page.locator(".hiring-filter-count").inner_text() == f"1 of {ALL}"
    assert not page.locator(".hiring-jumps, .hiring-letters").first.is_visible()
    field.fill("nothing of the kind")
    assert page.locator(".hiring-family:visible").count() == 0
    assert page.locator(".hiring-filter-count").inner_text() == f"0 of {ALL}"
    field.fill("")
    assert page.locator(ROWS).count() == ALL
    assert page.locator(".hiring-filter-count").inner_text() == ""


@pytest.mark.parametrize("width", [390, 1280])
def test_all_is_there_without_script(open_page: Open, roles: str, width: int) -> None:
    page = open_page(roles, width=width, script=False)
    assert page.locator(ROWS).count() == ALL
    page.locator(".hiring-letters a", has_text="J").click()
    assert page.locator(".hiring-family tr", has_text="J-nurse 9").first.is_visible()
    page.locator(".hiring-jumps a", has_text="Works").click()
    box = page.locator(".hiring-title", has_text="Works").bounding_box()
    assert box
    assert 0 <= box["y"] < 900
