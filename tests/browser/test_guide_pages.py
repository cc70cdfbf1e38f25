"""The pages of the guide can be scanned, also on a phone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import SAMPLE, run_build
from tests.support.fixtures import GUIDE

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Open

pytestmark = pytest.mark.browser

MOST = 5300
"""How tall a page is, in pixels, beside its contents: what is looked up once is folded."""

BROKEN = """() => [...document.querySelectorAll("td:first-child code .pre")]
    .filter((it) => it.getClientRects().length > 1)
    .map((it) => it.textContent)"""
"""Names what a row is looked up by and is not in one piece."""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the guide's folder in a site: where its links lead is not asked here."""
    folder = tmp_path_factory.mktemp("guide")
    source = shutil.copytree(SAMPLE, folder / "sample")
    shutil.copytree(GUIDE, source / "guide")
    run_build(source, folder)
    return folder / "html/guide"


def test_a_page_can_be_scanned(open_page: Open, guide: Path) -> None:
    pages = sorted(guide.glob("*.html"))
    assert len(pages) > 15
    tall = {}
    for page in pages:
        height = open_page(page.as_uri()).evaluate("document.documentElement.scrollHeight")
        if height > MOST:
            tall[page.stem] = height
    assert tall == {}


@pytest.mark.parametrize("name", ["reference", "settings", "plan-an-interview", "adopt"])
def test_what_is_looked_up_is_in_one_piece_on_a_phone(
    open_page: Open, guide: Path, name: str
) -> None:
    page = open_page((guide / f"{name}.html").as_uri(), width=390)
    page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
    assert page.locator("td:first-child code").count() > 3
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
