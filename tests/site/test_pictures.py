"""Pictures on pages: in HTML with the same in words, elsewhere the words alone, for each reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from .compared import assert_equal

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

    from .conftest import Build


def figures(site: Path, page: str = "pictures.html") -> list[Tag]:
    soup = BeautifulSoup((site / page).read_bytes(), "html.parser")
    return soup.select("figure.hiring-picture")


def test_each_picture_has_a_name_and_says_the_same_in_words(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    assert build(sample, tmp_path / "out") == ""
    pay, ways, one, other, stages, bars = found = figures(tmp_path / "out/html")
    ids = [it["id"] for figure in found for it in figure.select("[id]")]
    assert len(ids) == len(set(ids))
    for figure in found:
        for drawing in figure.select("svg.hiring-drawing"):
            named = drawing["aria-labelledby"], drawing["aria-describedby"]
            assert all(drawing.select_one(f"[id='{name}']") for name in named)
            assert not drawing.select("[style], style, script")
    assert pay.select_one("svg[role=img] title")
    rows = [
        [" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")]
        for row in pay.select("tbody tr")
    ]
    assert rows[0][:3] == ["Baker", "Level Helper", "A year, full time $30,000 to $40,000"]
    assert "No pay is stated for Miller." in " ".join(pay.get_text().split())
    assert [it["href"] for it in ways.select("svg a")] == ["roles/baker.html", "roles/miller.html"]
    assert "to Miller" in ways.details.get_text()  # type: ignore[union-attr]
    assert "Head of Kitchen" in one.svg.get_text()  # type: ignore[union-attr]
    assert other.svg is None  # nobody answers to the miller, who answers to nobody
    assert [len(it.select("svg")) for it in (stages, bars)] == [2, 1]
    assert ".33 (.54)" in bars.svg.get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize("builder", ["text", "epub"])
def test_books_and_text_have_the_words_alone(
    sample: Path, tmp_path: Path, build: Build, builder: str
) -> None:
    settings: dict[str, Any] = {"copyright": "2026", "version": "1"}
    assert build(sample, tmp_path / "out", builder, **settings) == ""
    [page] = (tmp_path / "out" / builder).glob("pictures.*")
    text = page.read_text("utf-8")
    assert "<svg" not in text
    for words in ("$30,000 to $40,000", "to Miller", "Head of", "A morning", ".54"):
        assert words in re.sub(r"<[^>]*>|\*", "", text)


def test_a_page_is_read_again_when_what_it_draws_changes(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    build(sample, tmp_path / "out")
    baker = sample / "roles/baker.md"
    text = baker.read_text("utf-8")
    for old, new in (
        ("USD 30000-40000", "USD 31000-40000"),
        ("reports_to: Head of Kitchen", "reports_to: miller"),
        ("related: [miller]", "related: []"),
        ("status: draft", "status: retired"),
    ):
        file = sample / "roles/miller.md" if old.startswith("status") else baker
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
    build(sample, tmp_path / "out")
    build(sample, tmp_path / "clean")
    assert_equal(tmp_path / "out/html", tmp_path / "clean/html")
    shown = " ".join(it.get_text(" ") for it in figures(tmp_path / "out/html"))
    assert "$31,000" in shown
    assert "Miller" not in shown


def test_of_very_many_roles_families_come_first(sample: Path, tmp_path: Path, build: Build) -> None:
    baker = (sample / "roles/baker.md").read_text("utf-8")
    baker = baker.replace("redirects: [roles/bread-maker]\n", "")
    for number in range(45):
        text = re.sub("(title:|#) Baker\n", rf"\1 Baker {number:02}\n", baker)
        text = re.sub("family: .*", f"family: Kitchen {number % 3}", text)
        text = re.sub("related: .*", f"related: [baker-{(number * 7 + 1) % 45:02}, miller]", text)
        (sample / f"roles/baker-{number:02}.md").write_text(text, "utf-8")
    assert build(sample, tmp_path / "out") == ""
    soup = BeautifulSoup((tmp_path / "out/html/pictures.html").read_bytes(), "html.parser")
    titles = [it.get_text() for it in soup.select("svg title")]
    assert titles[0] == "Pay of 4 families, in US dollars a year"
    assert titles[1:5] == [
        "Pay of Baker, in US dollars a year",
        *["Pay of 15 roles, in US dollars a year"] * 3,
    ]
    assert "Moves between 5 families of roles" in titles
    heads = [it.get_text() for it in soup.select(".hiring-title")]
    assert heads.count("Kitchen 1") == 2


def test_lines_that_lead_back_are_drawn_and_told(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    for name, manager in (("baker", "miller"), ("miller", "baker")):
        file = sample / f"roles/{name}.md"
        text = re.sub(r"  reports_to: .*\n", "", file.read_text("utf-8"))
        text = text.replace("  owner:", f"  reports_to: {manager}\n  owner:", 1)
        file.write_text(text, "utf-8")
    assert build(sample, tmp_path / "out") == ""
    chart = figures(tmp_path / "out/html")[3]
    assert chart.select("svg .hiring-line-circle")
    assert "A line leads back to where it starts: Baker → Miller → Baker" in " ".join(
        chart.get_text().split()
    )


def test_a_hidden_role_leaves_no_trace(sample: Path, tmp_path: Path, build: Build) -> None:
    miller = sample / "roles/miller.md"
    text = miller.read_text("utf-8").replace("Miller", "Zzmiller")
    text = text.replace(
        "  owner:", "  pay: {currency: EUR, min: 1, max: 2, per: year}\n  owner:", 1
    )
    text = text.replace("---\n\n# ", "audience: hiring-team\n---\n\n# ", 1)
    miller.write_text(text, "utf-8")
    baker = sample / "roles/baker.md"
    text = baker.read_text("utf-8").replace("reports_to: Head of Kitchen", "reports_to: miller")
    baker.write_text(text, "utf-8")
    for audience, shown in (("employee", False), ("hiring-team", True)):
        build(sample, tmp_path / audience, hiring_audience=audience)
        page = (tmp_path / audience / "html/pictures.html").read_text("utf-8")
        assert ("Zzmiller" in page, "in euros a year" in page) == (shown, shown)
