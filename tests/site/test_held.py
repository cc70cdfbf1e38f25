"""An opening that is not ready: the site around it is published, and tells whom it may why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from hiring.__main__ import main
from hiring.publishing.states import read_record, record_of
from hiring.publishing.work_folder import work_of
from tests.support.searched import opened, searched_in

from .leaky import edit

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build

WHY = "openings/baker-town.md:3: held back: the posting does not say what other pay there is"


@pytest.fixture
def unready(sample: Path) -> Path:
    """Return the sample with a public job in Colorado, whose law wants other pay to be named."""
    edit(sample / "openings/baker-town.md", "region: TX", "region: CO")
    edit(sample / "openings/baker-town.md", "---\nopening:", "---\naudience: public\nopening:")
    edit(sample / "roles/baker.md", "redirects:", "audience: public\nredirects:")
    edit(sample / "index.md", "# Sample", "---\naudience: public\n---\n\n# Sample")
    edit(sample / "openings/index.md", "# ", "---\naudience: public\n---\n\n# ")
    edit(sample / "conf.py", "nitpicky =", 'html_baseurl = "https://sample.example/"\nnitpicky =')
    return sample


def page(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text("utf-8"), "html.parser")


def test_the_public_learns_that_nobody_can_apply(
    unready: Path, tmp_path: Path, build: Build
) -> None:
    build(unready, tmp_path, hiring_audience="public")
    site = tmp_path / "html"
    town = page(site / "openings/baker-town.html")
    [said] = town.select(".hiring-state-held")
    assert said.get_text() == "This job is not open for applications at the moment."
    assert town.select('script[type="application/ld+json"]') == []
    assert town.select(".hiring-apply") == []
    assert town.select('meta[name="robots"][content="noindex"]')
    assert b"baker-town" not in (site / "handbook.json").read_bytes()
    [listed] = page(site / "openings/index.html").select("article")
    assert "baker-town" not in listed.decode()
    assert "openings/baker-town" not in searched_in(site)
    for file in (*(site / "feeds").iterdir(), *(site / "postings").iterdir()):
        assert b"baker-town" not in file.read_bytes(), file
        assert "baker-town" not in file.name


def test_employees_learn_why(unready: Path, tmp_path: Path, build: Build) -> None:
    build(unready, tmp_path, hiring_audience="employee")
    town = page(tmp_path / "html/openings/baker-town.html")
    [link] = town.select(".hiring-state-held a")
    [report] = town.select(str(link["href"]))
    unfolded = report.find_parent("details", open=True)
    assert unfolded is not None
    assert unfolded.get_text().strip().startswith("Ready to post?")
    assert "Not ready" in town.get_text()
    assert town.select(".hiring-files") == [], "nothing is ready to paste"


def test_the_rest_is_published(
    unready: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    published = tmp_path / "_build/public"
    command = ["build", str(unready), str(published), "--audience", "public", "--jobs", "1"]
    said = []
    for more in ([], [], ["--strict"]):
        status = main([*command, *more])
        said.append((status, capsys.readouterr().out.splitlines()))
    assert [status for status, _ in said] == [0, 0, 1]
    assert [lines[0].startswith("Nothing has changed.") for _, lines in said] == [False, True, True]
    for _, lines in said:
        [held] = lines[1:]
        assert held.startswith(WHY)
    assert (published / "roles/baker.html").exists()


def test_a_waiver_counts_for_all_readers(
    unready: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waiver = "checks: {waive: [{rule: law-on-other-pay, reason: Zzreason}]}\n"
    edit(unready / "openings/baker-town.md", "audience: public\n", f"audience: public\n{waiver}")
    published = tmp_path / "_build/public"
    command = ["build", str(unready), str(published), "--audience", "public", "--strict"]
    assert main([*command, "--jobs", "1"]) == 0, capsys.readouterr().out
    assert b"baker-town" in (published / "feeds/openings.json").read_bytes()
    for file in published.rglob("*"):
        assert not file.is_file() or b"Zzreason" not in opened(file.read_bytes()), file


def test_feeds_follow_the_clock_within_a_day(
    unready: Path, tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(unready / "openings/baker-town.md", "region: CO", "region: TX")
    for time, listed in (("1795132800", False), ("1795176000", True)):  # Texas: 18:00, then 06:00
        monkeypatch.setenv("SOURCE_DATE_EPOCH", time)
        build(unready, tmp_path, hiring_audience="public")
        feed = (tmp_path / "html/feeds/openings.json").read_bytes()
        assert (b"baker-town" in feed) is listed, time


def test_a_day_that_ends_is_a_change(
    sample: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of the same day in Greenwich, the evening is another day where the work is."""
    published = tmp_path / "_build/html"
    command = ["build", str(sample), str(published), "--jobs", "1"]
    said = []
    for time in ("1798761601", "1798761601", "1798783201"):  # 00:00:01 and 06:00:01 in Greenwich
        monkeypatch.setenv("SOURCE_DATE_EPOCH", time)
        assert main(command) == 0
        listed = "Helper Baker" in page(published / "openings/index.html").get_text()
        said.append((capsys.readouterr().out.startswith("Nothing has changed."), listed))
    assert said == [(False, True), (True, True), (False, False)]
    record = read_record(record_of(work_of(published)))
    assert record.until == 0, "no opening will start or end any more"
