"""What the site promises beside its text: anchors, redirects, origins, dates, and who sees what."""

from __future__ import annotations

import re
import subprocess
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from sphinx.util.inventory import InventoryFile

from tests.support.searched import opened

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build


def edit(file: Path, old: str, new: str) -> None:
    """Replace words of a page that must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def page(out: Path, name: str) -> str:
    return (out / "html" / name).read_text(encoding="utf-8")


def git(folder: Path, *arguments: str, day: str = "2026-01-05") -> None:
    """Run git as somebody, on a day."""
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    who |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    when = f"{day}T12:00:00Z"
    environment = {**who, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True)


def test_every_object_has_its_anchor(sample: Path, tmp_path: Path, build: Build) -> None:
    assert build(sample, tmp_path) == ""
    inventory = InventoryFile.loads((tmp_path / "html/objects.inv").read_bytes(), uri="").data
    found = {
        (kind, name): item.uri
        for kind, items in inventory.items()
        if kind.startswith("hiring:")
        for name, item in items.items()
    }
    assert found["hiring:role", "baker"] == "roles/baker.html"
    assert found["hiring:level", "baker/senior"] == "roles/baker.html#level-senior"
    assert found["hiring:question", "baker/degree"] == "roles/baker.html#question-degree"
    assert found["hiring:skill", "python"] == "skills.html#skill-python"
    for uri in found.values():
        name, _, anchor = uri.partition("#")
        if anchor:
            assert BeautifulSoup(page(tmp_path, name), "html.parser").find(id=anchor), uri


def test_every_link_within_the_site_leads_somewhere(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    assert build(sample, tmp_path) == ""
    site = tmp_path / "html"
    pages = {
        file.resolve(): BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        for file in site.rglob("*.html")
    }
    for file, soup in pages.items():
        for link in soup.select("a[href]"):
            path, _, anchor = str(link["href"]).partition("#")
            if re.match(r"[a-z]+:", path):
                continue
            # What is shown anywhere starts its links at the root.
            start = site if path.startswith("/") else file.parent
            target = (start / path.lstrip("/")).resolve() if path else file
            if target.parent.name in ("postings", "feeds"):
                assert target.is_file()
                continue
            assert target in pages, f"{file.name}: {link['href']}"
            assert not anchor or pages[target].find(id=anchor), f"{file.name}: {link['href']}"


def test_an_old_address_leads_to_the_page(sample: Path, tmp_path: Path, build: Build) -> None:
    build(sample, tmp_path)
    soup = BeautifulSoup(page(tmp_path, "roles/bread-maker.html"), "html.parser")
    link, refresh = soup.find("a"), soup.find("meta", {"http-equiv": "refresh"})
    assert link is not None
    assert refresh is not None
    assert link["href"] == "baker.html"
    assert refresh["content"] == "0; url=baker.html"
    assert soup.find("script") is None


def test_a_warning_in_a_reused_block_points_to_its_origin(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    edit(sample / "roles/baker.md", "(miller.md#question-degree)", "(miller.md#nowhere)")
    lines = build(sample, tmp_path).strip().split("\n")
    assert lines
    assert all(re.search(r"roles/baker\.md:\d+: WARNING: .*nowhere", line) for line in lines)


def test_a_page_for_others_is_in_no_file(sample: Path, tmp_path: Path, build: Build) -> None:
    edit(sample / "roles/miller.md", "---\nrole:", "---\naudience: hiring-team\nrole:")
    edit(sample / "levels.md", ":to: miller/miller", ":to: baker/senior")
    edit(sample / "levels.md", ":from: baker/senior", ":from: baker/helper")
    edit(sample / "plain.md", ":::{role-facts}\n:role: miller\n:::\n", "")
    edit(sample / "plain.md", "[](#miller),", "")
    edit(sample / "roles/baker.md", "[the miller](miller.md)", "the mill")
    edit(sample / "roles/baker.md", "[the miller's questions](miller.md#question-degree)", "more")
    build(sample, tmp_path)
    assert "another role" in page(tmp_path, "roles/baker.html")
    for file in (tmp_path / "html").rglob("*"):
        if file.is_file() and file.suffix in (".html", ".json", ".js", ".inv"):
            assert b"Mills flour" not in opened(file.read_bytes()), file


def test_pages_tell_when_they_were_changed(sample: Path, tmp_path: Path, build: Build) -> None:
    (sample / "index.md").write_text(
        (sample / "index.md").read_text(encoding="utf-8") + "\n:::{recent-changes} Last\n:::\n",
        encoding="utf-8",
    )
    git(sample, "init", "-q")
    git(sample, "add", ".")
    git(sample, "commit", "-qm", "First", day="2026-01-05")
    edit(sample / "plain.md", "Text.", "More text.")
    git(sample, "commit", "-qam", "Second", day="2026-02-07")
    build(sample, tmp_path)
    assert "February 7, 2026" in page(tmp_path, "plain.html")
    assert "January 5, 2026" in page(tmp_path, "levels.html")
    recent = BeautifulSoup(page(tmp_path, "index.html"), "html.parser").select(".hiring-recent li")
    assert recent[0].get_text(" ", strip=True) == "Plain , February 7, 2026"
    # A commit alone, of a page that is already built, shows as well.
    git(sample, "commit", "-q", "--allow-empty", "-m", "Nothing", day="2026-03-01")
    edit(sample / "levels.md", "# Levels", "# Levels\n\nMore.")
    git(sample, "commit", "-qam", "Third", day="2026-03-02")
    build(sample, tmp_path)
    assert "March 2, 2026" in page(tmp_path, "levels.html")
    assert "March 2, 2026" in page(tmp_path, "index.html")


def test_a_review_is_overdue_by_the_day_of_the_build(
    sample: Path, tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the role's page and in the list, though nobody has touched either."""
    for day, state in (("2026-01-31", "Due within 30 days"), ("2026-02-01", "Overdue")):
        midnight = datetime.fromisoformat(f"{day}T00:00:00+00:00")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(midnight.timestamp())))
        build(sample, tmp_path)
        shown = page(tmp_path, "roles/baker.html")
        assert ("review overdue since" in shown) == (state == "Overdue")
        listed = BeautifulSoup(page(tmp_path, "reviews.html"), "html.parser")
        row = listed.select_one(".hiring-reviews tbody tr")
        assert row is not None
        assert row.get_text(" ", strip=True).endswith(state)
        assert (tmp_path / "html/feeds/reviews.ics").is_file()


def test_a_page_describes_itself(sample: Path, tmp_path: Path, build: Build) -> None:
    build(sample, tmp_path)
    soup = BeautifulSoup(page(tmp_path, "roles/baker.html"), "html.parser")
    description = soup.find("meta", {"name": "description"})
    assert description is not None
    assert description["content"] == "Bakes bread that people come back for."


def test_contents_by_a_pattern_wait_for_their_first_page(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    """What `check` accepts is built: no page may match yet, and the first one is listed."""
    edit(sample / "index.md", "\nroles/*\n", "\nroles/*\njobs/*\n../../../news-*\n")
    [warning] = build(sample, tmp_path).strip().split("\n")
    assert "`../../../news-*` leaves the handbook's folder" in warning
    edit(sample / "index.md", "../../../news-*\n", "")
    assert build(sample, tmp_path) == ""
    (sample / "jobs").mkdir()
    (sample / "jobs/first.md").write_text("# First\n", encoding="utf-8")
    assert build(sample, tmp_path) == ""
    listed = BeautifulSoup(page(tmp_path, "index.html"), "html.parser").select(".toctree-wrapper a")
    assert "jobs/first.html" in {link["href"] for link in listed}
