"""A build in which nothing has changed does nothing; whatever else there is leads to a real one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hiring.model.audience import Audience
from hiring.publishing.states import read_record, record_of

from .faults import CONF, FILES, Builds, handbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SAME = "Nothing has changed. The handbook is in "


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    """Return a handbook that has been built."""
    made = handbook(tmp_path, {"_static/own.css": "a {}\n"})
    assert made.build()[0] == 0
    return made


def did_nothing(builds: Builds) -> bool:
    status, said = builds.build()
    assert status == 0, said
    return said.startswith(SAME)


def test_nothing_is_done_where_nothing_has_changed(builds: Builds) -> None:
    before = {file: file.stat() for file in builds.published.rglob("*")}
    work = {file: file.stat() for file in builds.work.rglob("*")}
    assert did_nothing(builds)
    assert did_nothing(builds)
    assert {file: file.stat() for file in builds.published.rglob("*")} == before
    assert {file: file.stat() for file in builds.work.rglob("*")} == work


def test_sphinx_is_not_even_loaded(tmp_path: Path) -> None:
    builds = handbook(tmp_path)
    code = "import sys; {} from hiring.__main__ import main; sys.exit(main(sys.argv[1:]))"
    without = "sys.modules['sphinx'] = sys.modules['pydantic'] = None;"
    for first, said in (("", "The handbook is in "), (without, SAME)):
        command = [sys.executable, "-c", code.format(first), "build"]
        command += [str(builds.folder), str(builds.published)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0
        assert (done.stderr == "") == (said == SAME)  # it is said once why there are no days
        assert done.stdout.startswith(said)


HIDDEN = """---
audience: public
---

# Bread

Baked at dawn.

::::::{audience} hiring-team
%s
::::::
"""


def test_what_readers_may_not_see_moves_no_time(tmp_path: Path) -> None:
    """Not of one file: a new time with equal bytes would tell when something hidden was changed."""
    public = {
        path: f"---\naudience: public\n---\n{FILES[path]}" for path in ("index.md", "rolls.md")
    }
    builds = handbook(tmp_path, {**public, "bread.md": HIDDEN % "Ask about yeast."})
    states = []
    for hidden in ("Ask about yeast.", "Ask about salt, and for how long it was kept."):
        (builds.folder / "bread.md").write_text(HIDDEN % hidden, encoding="utf-8")
        status, said = builds.build(audience=Audience.PUBLIC)
        assert status == 0, said
        found = [file for file in builds.published.rglob("*") if file.is_file()]
        states.append({file: (file.stat().st_mtime_ns, file.read_bytes()) for file in found})
    assert states[0] == states[1]


def test_a_file_that_says_the_same_keeps_its_time(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also in a build that starts from nothing, as with another version of a library."""
    first = {file: file.stat().st_mtime_ns for file in builds.published.rglob("*.*")}
    shutil.rmtree(builds.work.parent)
    (builds.folder / "rolls.md").write_text(
        "# Rolls\n\nBaked at night, with {doc}`bread`.\n", "utf-8"
    )
    assert builds.build()[0] == 0
    later = {file: file.stat().st_mtime_ns for file in builds.published.rglob("*.*")}
    moved = {
        file.relative_to(builds.published).as_posix()
        for file in later
        if later[file] != first[file]
    }
    assert "rolls.html" in moved
    assert not moved & {"bread.html", "index.html", "build.json", "robots.txt", "_static/basic.css"}


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def secretly(file: Path) -> None:
    """Change a byte and set the time back."""
    before = file.stat()
    data = file.read_bytes()
    file.write_bytes(data[:-2] + b"#" + data[-1:])
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


PUBLISHED: dict[str, Callable[[Path], object]] = {
    "edited": lambda site: (site / "bread.html").write_text("<p>Mine.</p>", encoding="utf-8"),
    "edited secretly": lambda site: secretly(site / "bread.html"),
    "cut": lambda site: cut(site / "search/core.js"),
    "emptied": lambda site: os.truncate(site / "rolls.html", 0),
    "removed": lambda site: (site / "rolls.html").unlink(),
    "added": lambda site: (site / "mine.html").write_text("Mine.", encoding="utf-8"),
    "renamed": lambda site: (site / "rolls.html").rename(site / "roles.html"),
    "linked": lambda site: (site / "a.html").symlink_to("bread.html"),
    "moved away": lambda site: site.rename(site.with_name("elsewhere")),
}


@pytest.mark.parametrize("kind", PUBLISHED)
def test_a_published_site_that_was_touched_is_built_again(kind: str, builds: Builds) -> None:
    before = builds.site
    PUBLISHED[kind](builds.published)
    assert not did_nothing(builds)
    assert builds.site == before
    assert did_nothing(builds)


SOURCES: dict[str, Callable[[Path], object]] = {
    "a page": lambda folder: (folder / "bread.md").write_text("# Bread\n\nBaked.\n", "utf-8"),
    "a page, secretly": lambda folder: secretly(folder / "bread.md"),
    "a page more": lambda folder: (folder / "cake.md").write_text(":orphan:\n# Cake\n", "utf-8"),
    "a data file": lambda folder: (folder / "skills.yaml").write_text("skills: [] \n", "utf-8"),
    "a style": lambda folder: (folder / "_static/own.css").write_text("b {}\n", "utf-8"),
    "a setting": lambda folder: (folder / "conf.py").write_text(f"{CONF}\nauthor = 'A'\n", "utf-8"),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_a_handbook_that_was_touched_is_built_again(kind: str, builds: Builds) -> None:
    SOURCES[kind](builds.folder)
    status, said = builds.build()
    assert not said.startswith(SAME)
    if status == 0:
        assert did_nothing(builds)


def test_another_day_is_a_change(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    from hiring.publishing.inputs import inputs

    def made_of() -> str:
        return inputs(builds.folder, builds.published, "public")

    before = made_of()
    assert before == made_of() != inputs(builds.folder, builds.published, "employee")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert made_of() != before


def test_a_commit_is_a_change(builds: Builds) -> None:
    """The days of changes come from the history, which no file of the handbook tells."""
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "A day"]):
        subprocess.run(["git", *arguments], cwd=builds.folder, check=True, capture_output=True)
    assert not did_nothing(builds)
    assert did_nothing(builds)
    subprocess.run(
        ["git", *who, "commit", "-q", "--allow-empty", "-m", "x"], cwd=builds.folder, check=True
    )
    assert not did_nothing(builds)


ACTING = {
    "a call": "author = str(1)\n",
    "an import": "from pathlib import Path\n",
    "a function": "def setup(app):\n    pass\n",
    "a file elsewhere": 'html_static_path = ["../elsewhere"]\n',
}


@pytest.mark.parametrize("kind", ACTING)
def test_a_conf_that_may_say_anything_is_always_asked(kind: str, builds: Builds) -> None:
    (builds.folder.parent / "elsewhere").mkdir()
    (builds.folder / "conf.py").write_text(CONF + ACTING[kind], "utf-8")
    assert not did_nothing(builds)
    assert not did_nothing(builds)


def test_a_failed_build_is_not_recorded(builds: Builds) -> None:
    page = builds.folder / "bread.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\n[a](nowhere.md)\n", "utf-8")
    for _ in range(2):
        status, said = builds.build()
        assert (status, "nowhere.md" in said) == (1, True)
    assert not read_record(record_of(builds.work)).inputs
    page.write_text(text, "utf-8")
    assert not did_nothing(builds)
    assert did_nothing(builds)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"inputs": 1, "more": 2}', b"\xff"])
def test_a_spoilt_record_costs_time_alone(data: bytes, builds: Builds) -> None:
    before = builds.site
    record_of(builds.work).write_bytes(data)
    assert not did_nothing(builds)
    assert builds.site == before


def test_what_is_the_same_is_published_by_another_name(builds: Builds) -> None:
    """And never the file that Sphinx writes into."""

    def inodes(folder: Path) -> dict[str, int]:
        files = (file for file in folder.rglob("*") if file.is_file())
        return {file.relative_to(folder).as_posix(): file.stat().st_ino for file in files}

    before = inodes(builds.published)
    (builds.folder / "bread.md").write_text("# Bread\n\nBaked at midnight.\n", "utf-8")
    assert builds.build()[0] == 0
    after = inodes(builds.published)
    same = {path for path in after if after[path] == before.get(path)}
    assert "rolls.html" in same
    assert "bread.html" not in same
    assert set(after.values()).isdisjoint(inodes(builds.work).values())
    assert all(file.stat().st_nlink == 1 for file in builds.published.rglob("*") if file.is_file())
