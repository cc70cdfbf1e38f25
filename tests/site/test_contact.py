"""Each page says whom to turn to, and where to report a problem; both follow company.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build

OWNERS = """\
owners:
  Mill: {url: "https://chat.example/mill"}
  People team: {email: a@a.example}
"""
FORM = 'issues: "https://git.example/new?page={page}"\n'


def state(sample: Path, more: str) -> None:
    company = sample / "company.yaml"
    before = company.read_text(encoding="utf-8").partition("owners:")[0]
    company.write_text(before + more, encoding="utf-8")


def contact(out: Path, page: str) -> list[tuple[str, str]]:
    """Return the words of a page's contact, each with where they lead."""
    html = BeautifulSoup((out / f"html/{page}.html").read_text("utf-8"), "html.parser")
    found = html.select(".hiring-contact > *")
    links = [(it, it if it.name == "a" else it.a) for it in found]
    return [(it.get_text(), str(link["href"]) if link else "") for it, link in links]


def test_every_page_says_whom_to_turn_to(sample: Path, tmp_path: Path, build: Build) -> None:
    (sample / "conf.py").write_text(
        (sample / "conf.py").read_text(encoding="utf-8") + '\nhtml_theme = "hiring"\n'
    )
    assert build(sample, tmp_path) == ""
    assert contact(tmp_path, "roles/baker") == [("Page owner: People team", "")]
    state(sample, OWNERS + FORM)
    assert build(sample, tmp_path) == ""
    assert contact(tmp_path, "roles/baker") == [
        ("Page owner: People team", "mailto:a@a.example"),
        ("Report a problem with this page", "https://git.example/new?page=roles%2Fbaker.md"),
    ]
    html = BeautifulSoup((tmp_path / "html/roles/baker.html").read_text("utf-8"), "html.parser")
    # Below the head, and where there is room for it in the side.
    owners = html.select(".hiring-facts a[href^=mailto]")
    assert [it.get_text() for it in owners] == ["People team", "People team"]
    for page in ("index", "openings/baker-town", "search", "hiring-a-z"):
        (owner, _), (_, report) = contact(tmp_path, page)
        assert owner == ("Page owner: People team" if "baker" in page else "Page owner: Mill")
        assert report.endswith(f"{page.replace('/', '%2F')}.md")
    state(sample, OWNERS.replace("a@a", "b@a"))
    assert build(sample, tmp_path) == ""
    assert contact(tmp_path, "openings/baker-town")[0][1] == "mailto:b@a.example"


def test_other_builders_go_without(sample: Path, tmp_path: Path, build: Build) -> None:
    state(sample, OWNERS + FORM)
    assert build(sample, tmp_path, "text") == ""
    assert "Report a problem" not in (tmp_path / "text/roles/baker.txt").read_text("utf-8")
