"""A handbook in a site of another theme, in another language, and beside another site."""

from __future__ import annotations

import re
import shutil
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.conftest import SAMPLE, run_build
from tests.site.in_project import THEMES, project_in
from tests.support.fixtures import GUIDE

from .conftest import headers_in, served, watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [
    pytest.mark.browser,
    # MyST's `include`, on the project's own pages, asks Sphinx for what Sphinx 11 will drop.
    pytest.mark.filterwarnings("ignore:'sphinx.environment.BuildEnvironment.app'"),
]

OF_THEMES = ("Got invalid theme mode", "ERR_FAILED", "favicon.ico", "404 (File not found)")
"""What themes say by themselves: pydata before anybody has chosen light or dark."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Return the function that builds the project in a theme, by a builder, once."""

    @cache
    def built(theme: str, builder: str) -> Path:
        folder = tmp_path_factory.mktemp(f"{theme}-{builder}")
        run_build(project_in(folder), folder, builder, html_theme=theme)
        return folder / builder

    return built


@pytest.fixture
def page(noting_page: Page) -> Page:
    """Return a page that notes what its policy refuses."""
    return noting_page


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_both_searches_find_and_nothing_throws(
    theme: str, builder: str, site: Callable[[str, str], Path], page: Page
) -> None:
    end = ".html" if builder == "html" else "/"
    troubles: list[str] = []
    with served(site(theme, builder)) as address:
        watch(page, address, troubles.append)
        for name in ("people/roles/baker", "people/posting", "hiring-roles", "api"):
            page.goto(f"{address}{name}{end}")
        page.goto(f"{address}hiring-search{end}?q=dough")
        link = page.locator(".hiring-search-results a[href*='baker']").first
        link.wait_for()
        link.click()
        page.wait_for_url(f"**/people/roles/baker{end}*")
        page.goto(f"{address}search{end}?q=helper")
        page.locator("#search-results a[href*='baker']").first.wait_for()
    assert [it for it in troubles if not any(own in it for own in OF_THEMES)] == []


@pytest.mark.parametrize("theme", THEMES)
def test_pages_are_as_wide_as_the_window(
    theme: str, site: Callable[[str, str], Path], page: Page
) -> None:
    widths = (390, 1280)
    with served(site(theme, "html")) as address:
        for name in ("people/roles/baker", "people/index", "people/levels", "hiring-search"):
            # By turns a page comes in narrow and is widened, or the other way round.
            widths = widths[::-1]
            page.set_viewport_size({"width": widths[0], "height": 900})
            page.goto(f"{address}{name}.html")
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_furo_has_our_colors_in_both_halves(
    scheme: Any, site: Callable[[str, str], Path], page: Page
) -> None:
    page.emulate_media(color_scheme=scheme)
    with served(site("furo", "html")) as address:
        page.goto(f"{address}people/roles/baker.html")
        background, color = page.evaluate(
            "(() => { const s = getComputedStyle(document.body);"
            "return ['background', 'text-base'].map((it) =>"
            " s.getPropertyValue('--pst-color-' + it)) })()"
        )
    assert (background, color) == (
        ("#fff", "#000") if scheme == "light" else ("#131416", "#cfd0d0")
    )


def parts_of_the_guide() -> dict[str, str]:
    """Return the examples of the guide's recipe, by their language."""
    text = (GUIDE / "in-a-sphinx-site.md").read_text(encoding="utf-8")
    recipe = text[text.index("## Show open jobs") :]
    return dict(re.findall(r"```(html|js)\n(.*?)```", recipe, re.DOTALL))


@pytest.mark.parametrize("is_allowed", [True, False])
def test_a_career_site_shows_the_open_jobs(is_allowed: bool, page: Page, tmp_path: Path) -> None:
    """The guide's own recipe, from another origin, under the headers that it states."""
    handbook_alone = (project_in(tmp_path) / "people").rename(tmp_path / "handbook")
    shutil.copy(SAMPLE / "conf.py", handbook_alone)
    run_build(
        handbook_alone,
        tmp_path,
        hiring_audience="public",
        html_baseurl="https://handbook.example.com/",
    )
    if not is_allowed:
        headers = tmp_path / "html/_headers"
        lines = headers.read_text("utf-8").splitlines(keepends=True)
        headers.write_text("".join(it for it in lines if "Allow-Origin" not in it), "utf-8")
    headers_in.cache_clear()
    with served(tmp_path / "html") as handbook, career_site(tmp_path, handbook) as careers:
        page.goto(careers)
        shown = page.locator("#open-jobs a")
        if is_allowed:
            shown.first.wait_for()
            assert shown.all_inner_texts() == ["Helper Baker"]
            href = shown.first.get_attribute("href")
            assert href == "https://handbook.example.com/openings/baker-town.html"
        else:
            page.wait_for_timeout(500)
            assert shown.count() == 0
        assert page.evaluate("window.refused") == []


def career_site(folder: Path, handbook: str) -> Any:
    """Return a server of the recipe's page, on another origin, with a policy of its own."""
    careers = folder / "careers"
    careers.mkdir()
    parts = parts_of_the_guide()
    head = '<!DOCTYPE html><html lang="en"><title>Careers</title>\n<link rel="icon" href="data:,">'
    (careers / "index.html").write_text(f"{head}{parts['html']}</html>", encoding="utf-8")
    script = parts["js"].replace("https://handbook.example.com/", handbook)
    (careers / "open-jobs.js").write_text(script, encoding="utf-8")
    policy = f"default-src 'self'; connect-src {handbook.rstrip('/')}; img-src data:"
    (careers / "_headers").write_text(f"/*\n  Content-Security-Policy: {policy}\n", "utf-8")
    return served(careers)
