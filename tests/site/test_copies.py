"""Each page's copy as Markdown says what the page says, to an independent reader of Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup, Tag
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from .conftest import run_build
from .public import ADDRESS, opened

if TYPE_CHECKING:
    from pathlib import Path

GITHUBS = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
ORNAMENTS = (
    "[data-closes]",
    *(
        ".headerlink",
        ".hiring-files",
        ".hiring-cell-label",
        ".hiring-tag",
        ".hiring-customize",
        "form",
    ),
    *(
        "noscript",
        "svg",
        ".hiring-legend",
        ".hiring-matrix-legend",
        ".hiring-generator-plain",
        "label",
        "button",
    ),
    *(".footnote-reference", "aside.footnote > .label", "aside.footnote .backrefs", "input"),
    *(".footnote-ref", ".footnote-backref", ".hiring-sections", ".hiring-choices", "legend"),
)
"""What only HTML has, and what both write in their own way."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    source = opened(folder / "source")
    settings: dict[str, Any] = {"hiring_audience": "public", "html_baseurl": ADDRESS}
    assert run_build(source, folder, **settings) == ""
    return folder / "html"


def copies(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.md"))
    return [file for file in found if file.relative_to(site).parts[0] != "postings"]


def words(soup: Tag) -> list[str]:
    """Return the words of a page, in order."""
    for ornament in soup.select(", ".join(ORNAMENTS)):
        ornament.decompose()
    for link in soup.find_all("p", string="Link to this question"):
        link.decompose()
    return re.findall(r"\w+", soup.get_text(" "))


def read(copy: Path) -> BeautifulSoup:
    return BeautifulSoup(GITHUBS.render(copy.read_text("utf-8")), "html.parser")


def test_every_page_has_one_and_leads_to_it(site: Path) -> None:
    found = {copy.relative_to(site).as_posix() for copy in copies(site)}
    assert {"index.md", "roles/baker.md", "openings/baker-town.md", "every-kind.md"} <= found
    for page in site.rglob("*.html"):
        path = page.relative_to(site).with_suffix(".md").as_posix()
        soup = BeautifulSoup(page.read_bytes(), "html.parser")
        link = soup.find("link", rel="alternate", type="text/markdown")
        assert (link is not None and link["href"]) == (path in found and page.stem + ".md"), path


def test_a_copy_says_what_its_page_says(site: Path) -> None:
    for copy in copies(site):
        page = BeautifulSoup(copy.with_suffix(".html").read_bytes(), "html.parser")
        article = page.select_one("article")
        assert article is not None
        said, shown = words(read(copy)), words(article)
        differs = [
            f"{copy}: {pair}" for pair in zip(said, shown, strict=False) if len(set(pair)) > 1
        ]
        assert (differs[:1], len(said)) == ([], len(shown))


def test_a_copy_says_where_its_page_is_and_is_no_source(site: Path) -> None:
    for copy in copies(site):
        text = copy.read_text("utf-8")
        path = copy.relative_to(site).with_suffix(".html").as_posix()
        assert text.startswith(f"<!-- A copy of {ADDRESS}{path} -->\n\n# ")
        assert "::::" not in text


def test_what_stands_in_a_page_stays_what_it_is(site: Path) -> None:
    shown = read(site / "every-kind.md")
    kinds = ("strong", "em", "blockquote", "table", "ol", "ul", "pre", "img", "hr", "br")
    assert {kind for kind in kinds if shown.find(kind) is None} == set()
    code = [found.get_text() for found in shown.find_all("code")]
    assert code == ["code", "a ` tick", 'def fence() -> str:\n    return "```"\n']
    links = [str(link["href"]) for link in shown.find_all("a")]
    assert links[:3] == ["https://a.example/b_c?d=e&f=(g)", "index.html", "every-kind.html#deeper"]
    assert {"skills.html#skill-sql", "roles/baker.html"} <= set(links)
    cells = [cell.get_text() for cell in shown.find_all(["th", "td"])]
    assert cells == ["A", "B", "a | b", "c", "d", ""]
    starts = [found.get("start", "1") for found in shown.find_all("ol")]
    assert starts == ["1", "3", "1", "1", "1"]  # the last are footnotes
    assert [it.get_text() for it in shown.find_all(["h1", "h2"])] == [
        "Every kind of <thing> & [more]",
        "Deeper",
    ]
    picture = shown.find("img")
    assert picture is not None
    assert (site / str(picture["src"])).is_file()


def test_llms_txt_lists_every_copy(site: Path) -> None:
    text = (site / "llms.txt").read_text("utf-8")
    shown = BeautifulSoup(GITHUBS.render(text), "html.parser")
    assert shown.h1 is not None
    assert shown.h1.get_text() == "Sample handbook"
    listed = [str(link["href"]) for link in shown.find_all("a")]
    over = f"{ADDRESS}openings/baker-over.md"
    made = {f"{ADDRESS}{copy.relative_to(site).as_posix()}" for copy in copies(site)}
    assert len(listed) == len(set(listed))
    assert set(listed) == made - {over}
    assert [title.get_text() for title in shown.find_all("h2")] == ["Open jobs", "Roles", "Pages"]
    assert "Something of every kind, for copies." in text


def test_a_copy_says_of_a_job_what_holds_on_the_day_of_the_build(public_site: Path) -> None:
    """What a browser shows once a job has closed is for browsers alone."""
    page = public_site / "openings/data-engineer-denver"
    assert "Nobody can apply for it any more" in page.with_suffix(".html").read_text("utf-8")
    for file in (page.with_suffix(".md"), public_site / "openings/index.md"):
        assert "Nobody can apply" not in file.read_text("utf-8")
