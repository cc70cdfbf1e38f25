"""The navigation of a handbook with many pages: what a page names of the others, and who knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hiring.site.domain.navigation import MOST
from hiring.site.domain.sidebars import page_contents

from .compared import assert_equal

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build

SIDEBAR = re.compile(r'<nav class="bd-docs-nav.*?</nav>', re.DOTALL)
PAGES = 60


def many_roles(sample: Path) -> None:
    """Give the sample a section of sixty roles: 42 in the kitchen, 18 in the mill."""
    baker = (sample / "roles/baker.md").read_text(encoding="utf-8")
    baker = baker.replace("redirects: [roles/bread-maker]\n", "")
    for number in range(PAGES):
        text = re.sub("(title:|#) Baker\n", rf"\1 Baker & Son {number:03}\n", baker)
        family = "Kitchen" if number % 10 < 7 else "Mill"
        text = re.sub("family: .*", f"family: {family}", text)
        (sample / f"roles/baker-{number:03}.md").write_text(text, encoding="utf-8")
    index = sample / "index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("roles/*", "roles/index"))
    toctree = "# Roles\n\n```{toctree}\n:hidden:\n:glob:\n\n*\n```\n"
    (sample / "roles/index.md").write_text(toctree, encoding="utf-8")


def sidebar(site: Path, page: str) -> list[tuple[str, str]]:
    """Return address and title of the links in a page's sidebar."""
    found = SIDEBAR.search((site / page).read_text(encoding="utf-8"))
    assert found
    return re.findall(r'href="([^"]*)">([^<]*)<', found[0])


def test_a_long_section_shows_the_family_of_the_page(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    many_roles(sample)
    lists = "# Lists\n\n:::{skill-matrix}\n:::\n\n:::{faq}\n:from: all\n:::\n"
    (sample / "plain.md").write_text(lists, encoding="utf-8")
    assert build(sample, tmp_path / "out") == ""
    site = tmp_path / "out/html"
    assert_lists_go_by_family(site)
    mill = sidebar(site, "roles/baker-008.html")
    assert ("#", "Baker &amp; Son 008") in mill
    assert ("baker-007.html", "Baker &amp; Son 007") in mill
    assert ("baker-006.html", "Baker &amp; Son 006") not in mill
    assert len(mill) == 19  # the eighteen, and the miller
    kitchen = sidebar(site, "roles/baker-050.html")
    assert len(kitchen) == MOST
    assert {("baker-046.html", "Baker &amp; Son 046"), ("#", "Baker &amp; Son 050")} <= {*kitchen}
    assert sidebar(site, "roles/index.html") == [
        ("../hiring-roles.html#group-Kitchen", "Kitchen"),
        ("../hiring-roles.html#group-Mill", "Mill"),
    ]
    index = (site / "hiring-roles.html").read_text(encoding="utf-8")
    assert 'id="group-Kitchen"' in index
    assert 'id="group-Mill"' in index


def assert_lists_go_by_family(site: Path) -> None:
    """Of roles and questions by a way to jump, of skills by a column a family."""
    roles = (site / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<a class="reference internal" href="#family-1-\d">(\w+)</a>', roles) == [
        *("Kitchen", "Mill")
    ]
    assert re.findall(r'<h\d class="hiring-title rubric" id="family-1-\d">(\w+)<', roles) == [
        *("Kitchen", "Mill")
    ]
    lists = (site / "plain.html").read_text(encoding="utf-8")
    assert re.findall(r"<th[^>]*><p>(\w+ \(\d+\))</p>", lists) == ["Kitchen (43)", "Mill (19)"]
    assert re.search(r'href="roles/baker-000.html#question-[\w-]+"', lists)
    assert "hiring-answer" not in lists


def test_a_new_title_is_written_where_it_shows(sample: Path, tmp_path: Path, build: Build) -> None:
    many_roles(sample)
    build(sample, tmp_path / "out")
    site = tmp_path / "out/html"
    before = {file: file.stat().st_mtime_ns for file in site.glob("roles/*.html")}
    page = sample / "roles/baker-008.md"
    page.write_text(
        re.sub("(title:|#) Baker.*\n", r"\1 Miller of Rye\n", page.read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    build(sample, tmp_path / "out")
    written = {file for file, time in before.items() if file.stat().st_mtime_ns != time}
    shown = {file for file in before if "Miller of Rye" in file.read_text(encoding="utf-8")}
    assert shown <= written
    assert site / "roles/baker-050.html" not in written
    assert len(written) < len(before) / 2
    build(sample, tmp_path / "clean")
    assert_equal(site, tmp_path / "clean/html")


def test_a_link_without_words_shows_the_new_title(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    """Of a page by its path, of a heading by its label, of a role by its key."""
    target = sample / "levels.md"
    words = target.read_text(encoding="utf-8").replace("# Levels", "# Levels\n\n(here)=\n## Steps")
    target.write_text(words, encoding="utf-8")
    (sample / "plain.md").write_text(
        "# Plain\n\n[](levels.md), {doc}`levels`, {ref}`here` and [](#baker)\n", encoding="utf-8"
    )
    build(sample, tmp_path / "out")
    target.write_text(words.replace("Levels", "Grades").replace("Steps", "Rungs"))
    build(sample, tmp_path / "out")
    build(sample, tmp_path / "clean")
    assert_equal(tmp_path / "out/html", tmp_path / "clean/html")
    page = (tmp_path / "out/html/plain.html").read_text(encoding="utf-8")
    assert page.count(">Grades<") >= 3
    assert ">Rungs<" in page


@pytest.mark.parametrize(
    ("toc", "expected"),
    [
        ("", ""),
        ('<ul>\n<li><a class="reference internal" href="#">Page</a></li>\n</ul>\n', ""),
        (
            '<ul>\n<li><a class="reference internal" href="#">Page</a><ul>\n'
            '<li><a class="reference internal" href="#a">A</a></li>\n</ul>\n</li>\n</ul>\n',
            '<ul class="pst-show_toc_level nav section-nav flex-column">\n'
            '<li class="toc-h2 nav-item toc-entry"><a class="reference internal nav-link" '
            'href="#a">A</a></li>\n</ul>',
        ),
    ],
    ids=["no page", "no sections", "a section"],
)
def test_contents_of_a_page(toc: str, expected: str) -> None:
    assert page_contents(toc, 1) == expected
