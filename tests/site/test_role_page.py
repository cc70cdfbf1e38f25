"""What a role's page gets beside what its writer wrote, and what index pages say of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser
from bs4 import BeautifulSoup, Tag

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
