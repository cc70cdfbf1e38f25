"""A handbook that is one folder of a project: its own pages work, the others are left alone."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ConfigError, ExtensionError

from tests.support.searched import searched_in

from .in_project import HIDDEN, THEMES, project_in

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build

BUILDERS = (
    *("html", "dirhtml", "singlehtml", "json", "pickle", "gettext", "latex", "epub", "text"),
    *("man", "texinfo", "xml", "pseudoxml", "changes"),
)
TAGS = re.compile(r"<[^<>]*>")


# MyST's `include`, on the project's own pages, asks Sphinx for what Sphinx 11 will drop.
# So do Sphinx's own builders of JSON and pickles.
pytestmark = [
    pytest.mark.filterwarnings("ignore:'sphinx.environment.BuildEnvironment.app'"),
    pytest.mark.filterwarnings("ignore:'sphinxcontrib.serializinghtml"),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_in(tmp_path)


def holds_hidden(folder: Path) -> list[str]:
    """Return the files in which the hidden word stands, however it is written."""
    found = [it for it in folder.rglob("*") if it.is_file()]
    return [str(it) for it in found if HIDDEN.lower().encode() in it.read_bytes().lower()]


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_takes_it_without_a_warning_and_hides(
    builder: str, project: Path, tmp_path: Path, build: Build
) -> None:
    out = tmp_path / "out"
    assert build(project, out, builder, nitpicky=True) == ""
    assert [it for it in holds_hidden(out) if "/doctrees" not in it] == []


def test_catalogs_are_made_of_the_templates_of_our_theme(
    project: Path, tmp_path: Path, build: Build
) -> None:
    out = tmp_path / "out"
    assert build(project, out, "gettext", html_theme="hiring") == ""
    assert 'msgid "Search"' in (out / "gettext/sphinx.pot").read_text("utf-8")


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_shows_it(theme: str, project: Path, tmp_path: Path, build: Build) -> None:
    out = tmp_path / "out"
    assert build(project, out, nitpicky=True, html_theme=theme) == ""
    role = (out / "html/people/roles/baker.html").read_text("utf-8")
    assert 'class="hiring-table' in role
    assert ("hiring/tokens.css" in role) == (theme != "pydata_sphinx_theme")
    search = (out / "html/hiring-search.html").read_text("utf-8")
    assert "ERROR" not in search
    assert 'class="hiring-search-results"' in search
    assert (out / "html/people/search/core.js").is_file()
    own = (out / "html/search.html").read_text("utf-8")
    assert "hiring" not in TAGS.sub("", own)
    assert "searchtools.js" in own
    assert (out / "html/searchindex.js").is_file()


def test_in_our_theme_the_search_finds_all_pages(
    project: Path, tmp_path: Path, build: Build
) -> None:
    """Sphinx makes no index there: its other pages are in ours, by what they say."""
    out = tmp_path / "out"
    assert build(project, out, nitpicky=True, html_theme="hiring") == ""
    assert 'class="hiring-search-results"' in (out / "html/search.html").read_text("utf-8")
    assert not (out / "html/searchindex.js").exists()
    assert not (out / "html/hiring-search.html").exists()
    found = {name: it.decode() for name, it in searched_in(out / "html/people").items()}
    assert "roles/baker" in found
    assert {"../index", "../api", "../notes"} <= found.keys()
    assert "lantern.light() -> int" in found["../api"]
    assert HIDDEN.lower() not in "".join(found.values()).lower()


def test_other_pages_are_as_they_are_without_us(
    project: Path, tmp_path: Path, build: Build
) -> None:
    """The bytes of a page that names nothing of the handbook, with our extension and without."""
    for name in ("index.rst", "notes.md"):
        (project / name).unlink()
    (project / "index.rst").write_text("Lantern\n=======\n\n.. toctree::\n\n   api\n", "utf-8")
    build(project, tmp_path / "with")
    conf = (project / "conf.py").read_text("utf-8")
    ours_left_out = [line for line in conf.splitlines() if not line.startswith("hiring_")]
    text = "\n".join(ours_left_out).replace(', "hiring"', ', "sphinx_design"')
    (project / "conf.py").write_text(text, "utf-8")
    build(project, tmp_path / "without", exclude_patterns=["pkg", "parts", "people"])
    for name in ("api.html", "_sources/api.rst.txt"):
        own, alone = ((tmp_path / it / "html" / name).read_text("utf-8") for it in WITH)
        # Sphinx's bar of relations names the indices of all domains.
        assert RELATION.sub("", own) == RELATION.sub("", alone)


WITH = ("with", "without")
RELATION = re.compile(r'<li class="right".*?</li>\s*', re.DOTALL)


def test_links_on_other_pages(project: Path, tmp_path: Path, build: Build) -> None:
    build(project, tmp_path)
    index = TAGS.sub("", (tmp_path / "html/index.html").read_text("utf-8"))
    assert "How we hire: Sample, and another page." in index
    notes = (tmp_path / "html/notes.html").read_text("utf-8")
    assert "people/index.html" in notes
    assert "plan.html" not in notes
    api = TAGS.sub("", (tmp_path / "html/api.html").read_text("utf-8"))
    assert "[[a mark]], TODO" in api


def test_its_own_pages(project: Path, tmp_path: Path, build: Build) -> None:
    build(project, tmp_path)
    page = (tmp_path / "html/people/hiring.html").read_text("utf-8")
    for link in ("roles/baker.html", "roles/baker.html#level-senior", "levels.html"):
        assert f'href="{link}"' in page
    assert "_images/lamp.svg" in page
    assert "mailto:jobs@lantern.example" in unescape(page)
    assert "[City, State]" in page
    assert "View this page" not in page
    assert not (tmp_path / "html/_sources/people").exists()
    assert (tmp_path / "html/_sources/notes.md.txt").is_file()


@pytest.mark.parametrize(
    ("builder", "address"),
    [
        ("html", "roles/baker.html"),
        ("dirhtml", "roles/baker/"),
        ("singlehtml", "../index.html#document-people/roles/baker"),
        ("json", "roles/baker/"),
    ],
)
def test_files_beside_the_pages(
    builder: str, address: str, project: Path, tmp_path: Path, build: Build
) -> None:
    build(project, tmp_path, builder, html_baseurl="https://lantern.example/docs")
    out = tmp_path / builder / "people"
    data = json.loads((out / "handbook.json").read_text("utf-8"))
    assert data["roles"][0]["url"] == address
    assert (out / "postings/baker-town.json").is_file()
    feed = json.loads((out / "feeds/openings.json").read_text("utf-8"))
    assert feed["feed_url"] == "https://lantern.example/docs/people/feeds/openings.json"
    assert [it.name for it in (tmp_path / builder).glob("*") if it.name in OF_A_SITE] == []


OF_A_SITE = ("_headers", "robots.txt", "sitemap.xml", "404.html", "favicon.ico")


@pytest.mark.parametrize(
    "taken",
    [
        ".. include:: people/interviews/plan.md\n",
        ".. literalinclude:: people/hiring.md\n",
        ":download:`The plan <people/interviews/plan.md>`\n",
    ],
)
def test_no_page_takes_hidden_files(
    taken: str, project: Path, tmp_path: Path, build: Build
) -> None:
    with (project / "api.rst").open("a") as page:
        page.write(f"\n{taken}")
    with pytest.raises(ExtensionError, match=r"api.rst takes (hiring|interviews/plan).md"):
        build(project, tmp_path)
    assert holds_hidden(tmp_path / "html") == []


def test_no_setting_copies_hidden_files(project: Path, tmp_path: Path, build: Build) -> None:
    with pytest.raises(ConfigError, match="html_extra_path names 'people'"):
        build(project, tmp_path, html_extra_path=["people"])


def test_settings_are_those_of_the_project_alone(
    project: Path, tmp_path: Path, build: Build
) -> None:
    (project / "people/conf.py").write_text('hiring_audience = "hiring-team"\n', "utf-8")
    assert "the settings are in" in build(project, tmp_path)
    assert holds_hidden(tmp_path / "html") == []


@pytest.mark.parametrize("folder", ["nowhere", "../project", "/people", ".", "people/"])
def test_a_folder_that_is_none(folder: str, project: Path, tmp_path: Path, build: Build) -> None:
    conf = project / "conf.py"
    conf.write_text(conf.read_text("utf-8").replace('"people"', repr(folder)), "utf-8")
    with pytest.raises(ConfigError, match="hiring_folder"):
        build(project, tmp_path)


def test_a_page_that_opens_to_readers_is_linked_again(
    project: Path, tmp_path: Path, build: Build
) -> None:
    build(project, tmp_path)
    plan = project / "people/interviews/plan.md"
    plan.write_text(plan.read_text("utf-8").replace("hiring-team", "public"), "utf-8")
    build(project, tmp_path)
    assert "people/interviews/plan.html" in (tmp_path / "html/index.html").read_text("utf-8")


@pytest.mark.parametrize("builder", ["html", "json"])
def test_a_word_that_is_hidden_later_is_forgotten(
    builder: str, project: Path, tmp_path: Path, build: Build
) -> None:
    """Sphinx's own search index builds upon that of the build before."""
    page = project / "people/plain.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\n{HIDDEN} for all.\n", "utf-8")
    build(project, tmp_path, builder)
    assert holds_hidden(tmp_path / builder)
    page.write_text(f"{text}\n::::::{{audience}} hiring-team\n{HIDDEN}\n::::::\n", "utf-8")
    build(project, tmp_path, builder)
    assert holds_hidden(tmp_path / builder) == []


def test_side_by_side_is_the_same(project: Path, tmp_path: Path, build: Build) -> None:
    assert build(project, tmp_path / "one", nitpicky=True) == ""
    assert build(project, tmp_path / "two", jobs=2, nitpicky=True) == ""
    pages = sorted((tmp_path / "one/html").rglob("*.html"))
    for page in pages:
        other = tmp_path / "two/html" / page.relative_to(tmp_path / "one/html")
        assert page.read_bytes() == other.read_bytes()
