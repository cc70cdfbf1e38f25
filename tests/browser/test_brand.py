"""A company's look under the policy of the headers: its font loads, its colors can be read."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pydata_sphinx_theme
import pytest

from tests.site.conftest import SAMPLE, run_build

from .accessibility import COLORS, faults, ready, show
from .conftest import served, watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

COLORS_OF: dict[Literal["light", "dark"], str] = {"light": "#7b2d8b", "dark": "#d59be0"}
BRAND = f"""
hiring_colors = {COLORS_OF}
html_static_path = ["_static"]
html_css_files = ["house.css"]
html_logo = "_static/logo.svg"
html_favicon = "_static/logo.svg"
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle r="20"/></svg>'
SHEET = """
@font-face { font-family: House; src: url("house.woff2") format("woff2"); }
html { --pst-font-family-base: House, sans-serif; }
"""
FONTS = Path(pydata_sphinx_theme.__file__).parent.rglob("*.woff2")
"""Fonts of any kind will do."""


@pytest.fixture(scope="module")
def branded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a handbook with a look of its own, served with its headers."""
    folder = tmp_path_factory.mktemp("brand")
    source = shutil.copytree(SAMPLE, folder / "source")
    static = source / "_static"
    static.mkdir()
    (static / "logo.svg").write_text(SVG, "utf-8")
    (static / "house.css").write_text(SHEET, "utf-8")
    shutil.copy(next(FONTS), static / "house.woff2")
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(BRAND)
    assert run_build(source, folder / "out") == ""
    with served(folder / "out/html") as address:
        yield address


@pytest.mark.parametrize(
    "path", ["index.html", "roles/baker.html", "openings/baker-town.html", "hiring-a-z.html"]
)
def test_look(browser: Browser, branded: str, path: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    troubles: list[str] = []
    watch(page, branded, troubles.append)
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(branded + path)
    ready(page)
    for width in (390, 1280):
        for scheme, color in COLORS_OF.items():
            show(page, width, scheme)
            page.evaluate("document.fonts.ready")
            loaded = "[...document.fonts].filter(it => it.family === 'House').map(it => it.status)"
            assert page.evaluate(loaded) == ["loaded"]
            logo = page.locator(".navbar-brand img >> visible=true").first
            assert logo.evaluate("it => it.naturalWidth") == 40
            token = (
                "getComputedStyle(document.documentElement).getPropertyValue('--pst-color-primary')"
            )
            assert page.evaluate(token) == color
            assert faults(page, COLORS) == []
    assert troubles == []
    context.close()
