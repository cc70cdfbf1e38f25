"""A page's date tells its readers of nothing that they may not see: each case is a real history."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from hiring.checks.folder import review_folder
from hiring.model.audience import Audience
from hiring.reading.history import last_changes
from hiring.reading.sources.settings import Settings
from hiring.system.git import why_no_days
from tests.support.cases import DAY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PUBLIC = "---\naudience: public\n---\n\n# Page\n\n"
TEAM = "---\naudience: hiring-team\n---\n\n# Page\n\n"


def part(text: str, audience: str = "hiring-team") -> str:
    return f"Seen.\n\n::::::{{audience}} {audience}\n{text}\n::::::\n\nSeen too.\n"


CONTENTS = "```{{toctree}}\n{}\n```\n"

CASES: dict[str, tuple[list[str | None], int | None]] = {
    "every edit of a page for all": ([PUBLIC + "a\n", PUBLIC + "b\n"], 2),
    "an edit of a hidden part": ([PUBLIC + part("a"), PUBLIC + part("b")], 1),
    "a longer hidden part": ([PUBLIC + part("a"), PUBLIC + part("a\n\nb\n\nc")], 1),
    "a hidden part added": ([PUBLIC + "Seen.\n\nSeen too.\n", PUBLIC + part("a")], 1),
    "a hidden part removed": ([PUBLIC + part("a"), PUBLIC + "Seen.\n\nSeen too.\n"], 1),
    "a hidden part opened": ([PUBLIC + part("a"), PUBLIC + part("a", "public")], 2),
    "a hidden part with an edit beside it": ([PUBLIC + part("a"), PUBLIC + part("b") + "c\n"], 2),
    "several hidden edits after a visible one": (
        [PUBLIC + "a\n", PUBLIC + part("b"), *(PUBLIC + part(text) for text in "cde")],
        2,
    ),
    "a page made visible": ([TEAM + "a\n", TEAM + "b\n", PUBLIC + "b\n"], 3),
    "a page made visible, then hidden edits": ([TEAM, PUBLIC + part("a"), PUBLIC + part("b")], 2),
    "a page hidden again": ([PUBLIC + "a\n", TEAM + "a\n", TEAM + "b\n"], 2),
    "a page that was never visible": ([TEAM + "a\n", TEAM + "b\n"], None),
    "a page removed and back": ([PUBLIC + "a\n", None, PUBLIC + "a\n"], 3),
    "marks that were never in order": ([PUBLIC + "a\n", PUBLIC + "a\n\n::::::\n"], 2),
    "an entry of a hidden page": (
        [PUBLIC + CONTENTS.format("other"), PUBLIC + CONTENTS.format("other\nhidden")],
        1,
    ),
    "a titled entry of a hidden page": (
        [PUBLIC + CONTENTS.format("other"), PUBLIC + CONTENTS.format("other\nA <hidden.md>")],
        1,
    ),
    "an entry of a visible page": (
        [PUBLIC + CONTENTS.format("other"), PUBLIC + CONTENTS.format("other\nthird")],
        2,
    ),
}


def git(folder: Path, *arguments: str, day: int = 1) -> None:
    date = f"2026-01-{day:02}T12:00:00Z"
    who = {"NAME": "A", "EMAIL": "a@b.example", "DATE": date}
    told = {
        f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()
    }
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    env = {**os.environ, **told, **quiet}
    subprocess.run(["git", *arguments], cwd=folder, env=env, check=True, capture_output=True)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with every case in a page of its own, a version a day."""
    folder = tmp_path_factory.mktemp("history")
    git(folder, "init", "-q")
    for day in range(1, 6):
        for number, (versions, _) in enumerate(CASES.values()):
            page = folder / f"page-{number}.md"
            text = versions[day - 1] if day <= len(versions) else versions[-1]
            if text is None:
                page.unlink()
            else:
                page.write_text(text, encoding="utf-8")
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "A day", "--allow-empty", day=day)
    return folder


def test_dates_are_those_of_visible_changes(history: Path) -> None:
    days = last_changes(history, Audience.PUBLIC, Settings(), {"hidden.md"})
    found = {case: days.get(f"page-{number}.md") for number, case in enumerate(CASES)}
    expected = {case: day for case, (_, day) in CASES.items()}
    assert {case: day.day if day else None for case, day in found.items()} == expected


def test_the_highest_audience_is_told_of_every_change(history: Path) -> None:
    days = last_changes(history, Audience.HIRING_TEAM, Settings())
    found = {case: days[f"page-{number}.md"].day for number, case in enumerate(CASES)}
    assert found == {case: len(versions) for case, (versions, _) in CASES.items()}


def test_without_a_history_there_are_no_dates(tmp_path: Path) -> None:
    assert last_changes(tmp_path, Audience.PUBLIC, Settings()) == {}


def test_openings_tell_of_one_that_is_gone(tmp_path: Path) -> None:
    """And company.yaml of what its readers see of it."""
    git(tmp_path, "init", "-q")
    company = "name: A\nbenefits: [Bread]\n{}"
    versions = [
        {"openings/a.md": PUBLIC, "openings/b.md": PUBLIC, "company.yaml": company.format("")},
        {"openings/a.md": PUBLIC + "More.\n", "openings/b.md": PUBLIC},
        {"openings/b.md": PUBLIC, "openings/c.md": TEAM},
        {"openings/b.md": PUBLIC, "company.yaml": company.format("checks: {allow: [x]}\n")},
    ]
    for day, files in enumerate(versions, 1):
        for old in tmp_path.glob("openings/*"):
            old.unlink()
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", "A day", day=day)
    public = last_changes(tmp_path, Audience.PUBLIC, Settings())
    assert (public["openings/"].day, public["openings/b.md"].day) == (3, 1)
    assert public["company.yaml"].day == 1
    employees = last_changes(tmp_path, Audience.EMPLOYEE, Settings())
    assert employees["company.yaml"].day == 4


def test_a_commit_with_an_older_date_moves_nothing_back(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    for text, day in (("a", 5), ("b", 3)):
        (tmp_path / "page.md").write_text(f"{PUBLIC}{text}\n", "utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", "A day", day=day)
    for audience in Audience:
        assert last_changes(tmp_path, audience, Settings())["page.md"].day == 5


def test_where_git_is_silent_it_is_said_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, shallow = tmp_path / "whole", tmp_path / "shallow"
    for folder in (whole, tmp_path / "apart"):
        folder.mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert "build in a clone" in why_no_days(tmp_path / "apart"), "as unpacked from a tarball"
    git(whole, "init", "-q")
    assert "commit the pages" in why_no_days(whole), "nothing has happened yet"
    for _ in range(2):
        git(whole, "commit", "-qm", "A day", "--allow-empty")
    assert why_no_days(whole) == ""
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{whole}", str(shallow))
    assert "`GIT_DEPTH: 0`" in why_no_days(shallow)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    trust = f"`git config --global --add safe.directory {whole}`"
    assert trust in why_no_days(whole)
    monkeypatch.delenv("GIT_TEST_ASSUME_DIFFERENT_OWNER")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert "/nowhere" in why_no_days(whole)
    monkeypatch.setenv("PATH", "/nowhere")
    assert why_no_days(whole).startswith("git is not installed")


@pytest.fixture
def moved(base: Mapping[str, bytes], tmp_path: Path) -> Path:
    """Return the small handbook, in a folder of a repository, with two pages more."""
    folder = tmp_path / "handbook"
    more = {"guide/old.md": b"# Old\n", "openings/old.md": b"# Old\n", "conf.py": b""}
    for path, data in {**base, **more}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "A day")
    return folder


def gone(folder: Path) -> list[str]:
    review = review_folder(folder, DAY, folder.parent / "work")
    return [str(found) for found in review.findings if found.rule == "page-gone"]


def test_a_page_that_is_gone_is_told_until_another_takes_its_place(moved: Path) -> None:
    """An opening goes when its job is filled."""
    assert gone(moved) == []
    (moved / "guide/old.md").rename(moved / "guide/new.md")
    (moved / "openings/old.md").unlink()
    told = "guide/old.md:1: warning[page-gone] the page was here before, and its address leads "
    mend = "nowhere now: write `redirects: [guide/old]` into the page that took its place"
    assert gone(moved) == [told + mend]
    git(moved.parent, "add", "-A")
    git(moved.parent, "commit", "-qm", "Rename")
    assert gone(moved) == [told + mend]
    (moved / "guide/new.md").write_text("---\nredirects: [guide/old]\n---\n\n# New\n")
    assert gone(moved) == []


def test_a_page_that_is_long_gone_is_told_no_more(moved: Path) -> None:
    (moved / "guide/old.md").unlink()
    for _ in range(2):
        git(moved.parent, "add", "-A")
        git(moved.parent, "commit", "-qm", "Another day", "--allow-empty")
    assert gone(moved) == []


def test_no_page_is_gone_of_a_folder_without_a_history(moved: Path) -> None:
    (moved.parent / ".git").rename(moved.parent / "elsewhere")
    (moved / "guide/old.md").unlink()
    assert gone(moved) == []
