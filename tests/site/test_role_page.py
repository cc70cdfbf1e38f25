"""What a role's page gets beside what its writer wrote, and what index pages say of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser
import pytest
from bs4 import BeautifulSoup, Tag

from hiring.site.directives.blocks import names_priority

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Build = Callable[..., str]


def article(folder: Path, name: str) -> Tag:
    soup = BeautifulSoup((folder / "html" / name).read_text(encoding="utf-8"), "html.parser")
    found = soup.select_one("article")
    assert found is not None
    return found


def words(node: Tag | None) -> str:
    return " ".join(node.get_text().split()) if node else ""


def test_near_roles_say_how_they_differ(sample: Path, tmp_path: Path, build: Build) -> None:
    assert build(sample, tmp_path) == ""
    near = article(tmp_path, "roles/baker.html").select(".hiring-near > li")
    assert [words(it.strong) for it in near] == ["Miller"]
    assert "Mills flour." in words(near[0])


def test_many_duties_are_folded_beside_responsibilities(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    page = sample / "roles/baker.md"
    duties = "\n".join(f"- Bakes loaf {number}" for number in range(9))
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n## Duties\n\n:::{{duties}}\n{duties}\n:::\n", encoding="utf-8")
    assert build(sample, tmp_path) == ""
    folded = article(tmp_path, "roles/baker.html").select_one(".hiring-duties details")
    assert words(folded and folded.summary) == "All 9 duties"


def test_each_requirement_has_its_word(sample: Path, tmp_path: Path, build: Build) -> None:
    page = sample / "roles/miller.md"
    block = "\n## Wanted\n\n### Must have\n\n:::{qualifications}\n- Grain\n\n  Of all kinds\n:::\n"
    head = page.read_text(encoding="utf-8").split(":::{qualifications}", 1)[0]
    page.write_text(head + block, encoding="utf-8")
    build(sample, tmp_path)
    asked = article(tmp_path, "roles/baker.html").select(".hiring-tagged")
    marks = [words(it.select_one("li > p > .hiring-tag")) for it in asked]
    assert marks == ["Must", "Nice"]
    assert all(it.find_previous_sibling(class_="hiring-priority") for it in asked)
    [own] = article(tmp_path, "roles/miller.html").select(".hiring-named-above .hiring-tagged")
    assert words(own) == "Must Grain Of all kinds"
    text = (tmp_path / "html/roles/miller.md").read_text(encoding="utf-8")
    assert "Must Grain" not in text


@pytest.mark.parametrize(
    ("heading", "priority", "language"),
    [
        ("Minimum qualifications", "must", "en"),
        ("It is a plus", "nice", "en"),
        ("Was Sie mitbringen müssen", "must", "de"),
        ("Voraussetzungen", "must", "de"),
        ("Wünschenswert", "should", "de"),
        ("Von Vorteil", "nice", "de"),
        ("Profil exigé", "must", "fr"),
        ("Souhaité", "should", "fr"),
        ("Les atouts", "nice", "fr"),
    ],
)
def test_a_heading_names_the_priority(heading: str, priority: str, language: str) -> None:
    assert names_priority(heading, priority, language)
    others = {"must", "should", "nice"} - {priority}
    assert not any(names_priority(heading, it, language) for it in others)
    assert not names_priority("Wer hier arbeitet", priority, language)


def test_a_posting_is_folded_where_no_page_makes_it(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    page = sample / "roles/baker.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n## To post\n\n:::{{posting}}\n:::\n", encoding="utf-8")
    assert build(sample, tmp_path) == ""
    shown = article(tmp_path, "roles/baker.html")
    assert shown.select_one("#to-post details .hiring-posting")
    first = (sample / "index.md").read_text(encoding="utf-8")
    (sample / "index.md").write_text(first.replace("\nplain\n", "\nplain\nposting-generator\n"))
    made = "# Generator\n\n:::{posting-generator}\n:::\n"
    (sample / "posting-generator.md").write_text(made, encoding="utf-8")
    assert build(sample, tmp_path) == ""
    shown = article(tmp_path, "roles/baker.html")
    assert not shown.select(".hiring-posting")
    [link] = shown.select("#to-post .hiring-customize")
    assert link["href"] == "../posting-generator.html#role=baker"
    [apart] = shown.select(".hiring-sections .hiring-apart a")
    assert apart["href"] == "#to-post"
    copy = (tmp_path / "html/roles/baker.md").read_text(encoding="utf-8")
    assert "You bake, as the miller delivers" in copy.split("## To post")[1]


def test_facts_stand_beside_where_the_theme_has_a_side(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    assert build(sample, tmp_path) == ""
    page = BeautifulSoup((tmp_path / "html/roles/baker.html").read_bytes(), "html.parser")
    side = page.select_one(".bd-sidebar-secondary .hiring-side")
    folded = page.select_one("article .hiring-more-facts dl")
    assert side is not None
    assert words(side.dl).startswith(words(folded))
    assert page.select_one("body.hiring-has-side")
    assert not side.select("[id]"), "an anchor stands on a page once"
    other = BeautifulSoup((tmp_path / "html/plain.html").read_bytes(), "html.parser")
    assert not other.select(".hiring-side")


def test_an_index_says_what_is_in_each_page(sample: Path, tmp_path: Path, build: Build) -> None:
    plain = sample / "plain.md"
    plain.write_text("---\ndescription: What is plain.\n---\n\n# Plain\n", encoding="utf-8")
    index = sample / "more.md"
    index.write_text("# More\n\n```{toctree}\n:maxdepth: 1\n\nplain\n```\n", encoding="utf-8")
    first = sample / "index.md"
    text = first.read_text(encoding="utf-8")
    first.write_text(text.replace("\nplain\n", "\nmore\n"), encoding="utf-8")
    assert build(sample, tmp_path) == ""
    listed = article(tmp_path, "more.html").select(".hiring-pages > li")
    assert [words(it) for it in listed] == ["Plain What is plain."]
    plain.write_text("---\ndescription: Plainer.\n---\n\n# Plain\n", encoding="utf-8")
    assert build(sample, tmp_path) == ""
    listed = article(tmp_path, "more.html").select(".hiring-pages > li")
    assert [words(it) for it in listed] == ["Plain Plainer."]


def test_what_changed_is_listed_and_fed(sample: Path, tmp_path: Path, build: Build) -> None:
    page = sample / "plain.md"
    noted = (
        "---\nchanges:\n  - {on: 2026-11-02, note: The oven is new, why: The old one broke}\n"
        "  - {on: 2026-11-20, note: Bread costs more}\n---\n\n# Plain\n\n:::{change-list}\n:::\n"
    )
    page.write_text(noted, encoding="utf-8")
    assert build(sample, tmp_path, html_baseurl="https://jobs.example/") == ""
    shown = article(tmp_path, "plain.html")
    lines = [words(it) for it in shown.select(".hiring-changes li")]
    assert lines == [
        "November 20, 2026: Bread costs more",
        "November 2, 2026: The oven is new. The old one broke",
    ]
    assert [words(it) for it in shown.select(".hiring-recent > li > p:first-child")] == [
        "Plain"
    ] * 2
    feed = feedparser.parse((tmp_path / "html/feeds/changes.atom").read_bytes())
    assert not feed.bozo
    assert [it.title for it in feed.entries] == [
        "Plain: Bread costs more",
        "Plain: The oven is new",
    ]
    assert feed.entries[0].link == "https://jobs.example/plain.html"


def test_pages_that_tell_of_changes_lead_to_the_feed(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    noted = "---\nchanges:\n  - {on: 2026-11-02, note: The oven is new}\n---\n\n# Plain\n"
    (sample / "plain.md").write_text(noted, encoding="utf-8")
    (sample / "more.md").write_text("# More\n\n:::{change-list}\n:::\n", encoding="utf-8")
    assert build(sample, tmp_path, html_baseurl="https://jobs.example/") == ""
    for name, leads in (("plain", True), ("more", True), ("roles/baker", False)):
        page = tmp_path / f"html/{name}.html"
        html = BeautifulSoup(page.read_bytes(), "html.parser")
        told = [it["title"] for it in html.select("head link[href$='changes.atom']")]
        shown = html.select(".hiring-files a[href$='changes.atom']")
        assert (len(told), len(shown)) == ((1, 1) if leads else (0, 0))
        for link in shown:
            assert (page.parent / str(link["href"])).is_file()
            assert str(told[0]).startswith("Changes")
