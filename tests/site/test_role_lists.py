"""Lists of very many roles: by family and letter, on pages that do not grow with the handbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from tests.support.many_roles import CARE, WORKS, write_many_roles

from .conftest import run_build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    assert run_build(write_many_roles(folder / "handbook"), folder) == ""
    return folder / "html"


def soup(site: Path, page: str) -> BeautifulSoup:
    return BeautifulSoup((site / page).read_text(encoding="utf-8"), "html.parser")


def test_each_family_stands_under_its_name(site: Path) -> None:
    page = soup(site, "roles/index.html")
    jumps = page.select(".hiring-jumps a")
    assert [jump.get_text() for jump in jumps] == ["Care", "Data", "Works"]
    for jump in jumps:
        assert page.find(id=str(jump["href"])[1:])
    rows = [len(it.select("tbody tr")) for it in page.select(".hiring-family")]
    assert rows == [CARE, 2, WORKS]
    heads = [head.get_text() for head in page.select(".hiring-family")[0].select("thead th")]
    assert heads == ["Role", "Summary", "Pay"]


def test_a_family_with_very_many_has_letters(site: Path) -> None:
    page = soup(site, "roles/index.html")
    care, data, works = page.select(".hiring-family")
    letters = care.select(".hiring-letters a")
    assert [it.get_text() for it in letters] == list("ABCDEFGHIJ")
    for letter in letters:
        first = care.find(id=str(letter["href"])[1:])
        row = first and first.find_parent("tr")
        assert row
        assert row.a
        start = row.a.get_text()[0].replace("\N{LATIN CAPITAL LETTER E WITH ACUTE}", "E")
        assert start == letter.get_text()
    assert not [*data.select(".hiring-letters"), *works.select(".hiring-letters")]


def test_a_list_of_few_is_one_table(site: Path) -> None:
    works, care = soup(site, "guide/few.html").select(".bd-article ul.hiring-cards")
    assert len(works.select("li")) == WORKS
    assert not works.find_parent(class_="hiring-groups")
    around = care.find_parent(class_="hiring-groups")
    assert around
    assert around.select(".hiring-letters")
    assert not around.select(".hiring-jumps, .hiring-title")


def test_no_header_names_them_all(site: Path) -> None:
    """Where the start page's contents list each role, a header would lead to all of them."""
    for page in ("index.html", "roles/index.html", "roles/role-1.html"):
        named = [link.get_text().strip() for link in soup(site, page).select("header .nav-item a")]
        assert named == ["Few", "How we hire", "Roles"]
