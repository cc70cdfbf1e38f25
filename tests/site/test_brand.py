"""A company's look: its colors, logo, icon, font and sheet, by settings alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag
from sphinx.errors import ConfigError

from hiring.model.colors import SCHEMES

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build

BRAND = """
hiring_colors = {"light": "#7b2d8b", "dark": "#d59be0"}
html_static_path = ["_static"]
html_css_files = ["house.css"]
html_logo = "_static/logo.svg"
html_favicon = "_static/mark.svg"
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><circle r="2"/></svg>'
SHEET = '@font-face { font-family: House; src: url("house.woff2"); }\n'


def set_up(folder: Path, more: str) -> None:
    conf = folder / "conf.py"
    before = conf.read_text("utf-8").partition("# brand")[0]
    conf.write_text(f"{before}# brand\n{more}", "utf-8")


@pytest.fixture
def branded(sample: Path) -> Path:
    """Return a handbook with a look of its own."""
    static = sample / "_static"
    static.mkdir()
    for name in ("logo.svg", "mark.svg"):
        (static / name).write_text(SVG, "utf-8")
    (static / "house.css").write_text(SHEET, "utf-8")
    (static / "house.woff2").write_bytes(b"wOF2 a font")
    set_up(sample, BRAND)
    return sample


def theme_sheet(out: Path) -> str:
    return (out / "html/_static/styles/handbook-theme.css").read_text("utf-8")


def test_a_look_needs_settings_alone(branded: Path, tmp_path: Path, build: Build) -> None:
    assert build(branded, tmp_path) == ""
    static = tmp_path / "html/_static"
    assert (static / "house.woff2").read_bytes() == b"wOF2 a font"
    html = BeautifulSoup((tmp_path / "html/roles/baker.html").read_bytes(), "html.parser")
    sheets = [str(link["href"]).partition("?")[0] for link in html.select("link[rel=stylesheet]")]
    # The company's comes after all of ours, and so has the last word.
    assert sheets.index("../_static/house.css") > sheets.index("../_static/hiring/site.css")
    assert [str(it["href"]) for it in html.select("link[rel=icon]")] == ["../_static/mark.svg"]
    logos = html.select(".navbar-brand img")
    assert {str(logo["src"]) for logo in logos} == {"../_static/logo.svg"}
    assert all(str(logo["alt"]).startswith("Sample handbook") for logo in logos)
    assert not (static / "hiring/icon.svg").exists()


def test_colors_are_in_the_sheet_the_icon_and_the_address(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    def shown() -> tuple[str, str, str]:
        page = (tmp_path / "html/roles/baker.html").read_text("utf-8")
        [address] = re.findall(r"handbook-theme\.css\?v=([^\"]+)", page)
        icon = (tmp_path / "html/_static/hiring/icon.svg").read_text("utf-8")
        return theme_sheet(tmp_path), icon, address

    assert build(sample, tmp_path) == ""
    usual = shown()
    set_up(sample, 'hiring_colors = {"light": "#7B2D8B"}\n')
    assert build(sample, tmp_path) == ""
    sheet, icon, address = shown()
    assert "html:not([data-theme]){--pst-color-primary:#7b2d8b;" in sheet
    assert 'fill="#7b2d8b"' in icon
    assert address != usual[2]
    set_up(sample, "")
    assert build(sample, tmp_path) == ""
    assert shown() == usual


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('{"light": "#ffd400"}', "the nearest shade with that is #846e00"),
        ('{"light": "teal"}', "wanted a color of each scheme"),
    ],
)
def test_colors_that_nobody_could_read_end_the_build(
    sample: Path, tmp_path: Path, build: Build, setting: str, said: str
) -> None:
    set_up(sample, f"hiring_colors = {setting}\n")
    with pytest.raises(ConfigError, match=re.escape(said)):
        build(sample, tmp_path)


def test_the_grounds_are_the_themes(sample: Path, tmp_path: Path, build: Build) -> None:
    """What colors are judged by is what pages have."""
    assert build(sample, tmp_path) == ""
    sheet = theme_sheet(tmp_path)
    for name, scheme in SCHEMES.items():
        rules = "".join(re.findall(rf"html\[data-theme={name}\]\{{[^}}]*", sheet))
        tokens = dict(re.findall(r"--pst-color-([\w-]+):(#[0-9a-f]{3,6})", rules))
        names = ("background", "on-background", "surface")
        grounds = {tokens[it].replace("#fff", "#ffffff")[:7] for it in names}
        assert grounds == set(scheme.grounds)
    for text in ("#222832", "#48566b", "#ced6dd"):
        assert f"--pst-color-text-{'muted' if text == '#48566b' else 'base'}:{text}" in sheet


def test_tools_beside_headings_speak_the_language_of_their_page(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    company = sample / "company.yaml"
    before = company.read_text("utf-8").partition("owners:")[0]
    company.write_text(f"{before}owners:\n  People team: {{email: a@a.example}}\n", "utf-8")
    (sample / "deutsch.md").write_text(
        "---\nlanguage: de\n---\n\n# Brot\n\n## Backen\n\nMit Geduld.\n", "utf-8"
    )
    index = sample / "index.md"
    index.write_text(f"{index.read_text('utf-8')}\n```{{toctree}}\ndeutsch\n```\n", "utf-8")
    assert build(sample, tmp_path) == ""
    html = BeautifulSoup((tmp_path / "html/deutsch.html").read_bytes(), "html.parser")
    [said] = html.select(".hiring-copied")
    assert (said["lang"], said["data-copied"]) == ("de", "Link kopiert")
    template = html.find(id="hiring-section-tools")
    assert isinstance(template, Tag)
    link = template.find("a")
    assert isinstance(link, Tag)
    assert link.string == "Stimmt hier etwas nicht, oder fehlt etwas?"
    assert "Brot%3A%20SECTION_TITLE%20%28deutsch.md%23SECTION_ANCHOR%29" in str(link["href"])
