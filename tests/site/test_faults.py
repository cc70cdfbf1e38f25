"""Whatever happens to a build, a whole site is published, and the next build is as a clean one."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.forked import python

from .faults import CONF, Builds, Fault, Kill, handbook

if TYPE_CHECKING:
    from collections.abc import Callable

KILLS = 50

FEWEST_WRITES = 45
"""How many writes any build of these pages has, at the least."""

TEXTS = ["# Bread, rolls\n\nBaked at dawn.\n", "# Rolls, bread\n\nBaked, at dawn.\n"]
"""What one of the pages says, by turns, and another shows in a link.

The words are the same: Sphinx's index never forgets one, whatever is taken from a page.
"""


def say(builds: Builds, text: str) -> None:
    (builds.folder / "bread.md").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """Return the site that each of the texts makes when nothing was there before."""
    sites = []
    for text in TEXTS:
        builds = handbook(tmp_path_factory.mktemp("clean"), {"bread.md": text})
        assert builds.build()[0] == 0
        sites.append(builds.site)
    assert sites[0] != sites[1]
    return sites


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    """Return a handbook whose first text is published, with the second one written."""
    made = handbook(tmp_path, {"bread.md": TEXTS[0]})
    assert made.build()[0] == 0
    say(made, TEXTS[1])
    return made


def test_fifty_kills(builds: Builds, clean: list[dict[str, bytes]]) -> None:
    """By turns at some time, and at some write: that is within a build however fast it is."""
    dice = random.Random(50)
    began = time.monotonic()
    assert builds.build()[0] == 0
    usual = time.monotonic() - began
    killed = 0
    for number in range(KILLS):
        say(builds, TEXTS[number % 2])
        if number % 2:
            # Of the numbers of writes of one size each is as likely: early ones, and late ones.
            fault = Kill(builds.work.parents[1], int(FEWEST_WRITES ** dice.uniform(0, 1)))
            killed += builds.build(fault=fault)[0] == -signal.SIGKILL
        else:
            process = builds.start()
            time.sleep(dice.uniform(0, usual))
            process.kill()
            process.join()
        assert builds.site in clean, number
        assert builds.build()[0] == 0, number
        assert builds.site == clean[number % 2], number
    assert killed == KILLS // 2


def refused(builds: Builds, why: str, clean: list[dict[str, bytes]], **options: object) -> bool:
    """Build with a fault; tell whether it came to bear, and see that it did no harm."""
    status, said = builds.build(**options)
    if status == 0:
        return False
    assert status == 1
    assert said.startswith("The handbook was not built: ")
    assert why in said
    assert said.endswith("html stays as it was.\n")
    assert said.count("\n") == 1, said
    assert builds.site == clean[0]
    return True


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_disk_full_or_read_only(
    number: int, builds: Builds, tmp_path: Path, clean: list[dict[str, bytes]]
) -> None:
    """From any write on, until one is late enough to do no harm."""
    start, times = 1, 0
    while refused(builds, os.strerror(number), clean, fault=Fault(tmp_path / "out", start, number)):
        times += 1
        start = max(start + 1, start * 4 // 3)
    assert times > 10
    assert builds.site == clean[1]


@pytest.mark.parametrize("largest", [1_500, 8_000, 14_000, 18_000])
def test_disk_full_within_a_file(
    largest: int, builds: Builds, clean: list[dict[str, bytes]]
) -> None:
    assert refused(builds, os.strerror(errno.EFBIG), clean, largest=largest)
    assert builds.build()[0] == 0
    assert builds.site == clean[1]


def test_folder_that_may_not_be_written(
    builds: Builds, tmp_path: Path, clean: list[dict[str, bytes]]
) -> None:
    fault = None
    if os.geteuid() == 0:  # whom no mode binds
        fault = Fault(tmp_path / "out", 1, errno.EACCES)
    else:
        (tmp_path / "out").chmod(0o500)
        (builds.work).chmod(0o500)
    assert refused(builds, os.strerror(errno.EACCES), clean, fault=fault)


PLACES: dict[str, Callable[[Builds], object]] = {
    "stage": lambda builds: builds.work.parent.rename(builds.work.parent.with_name("kept")),
    "stage/html": lambda builds: builds.work.rename(builds.work.with_name("kept")),
}


@pytest.mark.parametrize("place", PLACES)
def test_work_folder_that_is_a_file(
    place: str, builds: Builds, clean: list[dict[str, bytes]]
) -> None:
    PLACES[place](builds)
    file = builds.published.parent / place
    file.write_text("A letter.", encoding="utf-8")
    assert refused(builds, str(file), clean)
    assert file.read_text(encoding="utf-8") == "A letter."


@pytest.mark.parametrize("kind", ["file", "link"])
def test_published_folder_that_is_none(kind: str, tmp_path: Path) -> None:
    builds = handbook(tmp_path)
    builds.published.parent.mkdir()
    (tmp_path / "mine").mkdir()
    if kind == "file":
        builds.published.write_text("A letter.", encoding="utf-8")
    else:
        builds.published.symlink_to(tmp_path / "mine")
    status, said = builds.build()
    assert (status, said.count("\n")) == (1, 1)
    assert f"html is a {'file' if kind == 'file' else 'symbolic link'}" in said
    assert list((tmp_path / "mine").iterdir()) == []


def cut(path: str) -> Callable[[Builds], None]:
    def damage(builds: Builds) -> None:
        file = builds.work / path
        os.truncate(file, file.stat().st_size // 2)

    return damage


def spoilt(path: str) -> Callable[[Builds], None]:
    def damage(builds: Builds) -> None:
        (builds.work / path).write_bytes(b"\x80\x04spoilt")

    return damage


def rise(builds: Builds) -> None:
    """Let the folder be one that something else has written a page into."""
    (builds.work / "site/other.html").write_text("<html></html>", encoding="utf-8")


DAMAGE = {
    "doctree cut": cut("doctrees/index.doctree"),
    "doctree spoilt": spoilt("doctrees/bread.doctree"),
    "environment cut": cut("doctrees/environment.pickle"),
    "environment spoilt": spoilt("doctrees/environment.pickle"),
    "pages read cut": cut("doctrees/pages.json"),
    "search data cut": cut("site/search/core.js"),
    "searched page cut": cut("site/search/pages/0.js"),
    "page cut": cut("site/rolls.html"),
    "page emptied": lambda builds: os.truncate(builds.work / "site/rolls.html", 0),
    "page removed": lambda builds: (builds.work / "site/rolls.html").unlink(),
    "page added": rise,
    "inventory spoilt": spoilt("site/objects.inv"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damaged_work_is_repaired(kind: str, builds: Builds, clean: list[dict[str, bytes]]) -> None:
    DAMAGE[kind](builds)
    assert builds.build()[0] == 0
    assert builds.site == clean[1]


@pytest.mark.parametrize(
    ("old", "new"), [("basic", "nowhere"), ('["hiring"]', '["hiring", "no_such_extension"]')]
)
def test_missing_part_is_named(
    old: str, new: str, builds: Builds, clean: list[dict[str, bytes]]
) -> None:
    conf = builds.folder / "conf.py"
    conf.write_text(conf.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    status, said = builds.build()
    assert status == 1
    assert "Traceback" not in said
    assert ("nowhere" in said) or ("no_such_extension" in said)
    assert "html stays as it was" in said
    assert builds.site == clean[0]


FAULTY = {"extensions = [": "was never closed", CONF + "1 / 0\n": "ZeroDivisionError"}


@pytest.mark.parametrize("conf", FAULTY)
def test_what_is_wrong_with_a_conf_is_told(conf: str, builds: Builds) -> None:
    (builds.folder / "conf.py").write_text(conf, encoding="utf-8")
    status, said = builds.build()
    assert (status, "the program failed" in said) == (1, False)
    assert FAULTY[conf] in said


def test_a_missing_start_page_is_told(builds: Builds) -> None:
    for page in ("index.md", "bread.md", "rolls.md"):
        (builds.folder / page).unlink()
        status, said = builds.build()
        assert status == 1
        assert "index.md:1: error[start-page] the start page is missing" in said


def test_a_handbook_without_a_page_that_can_be_read(builds: Builds) -> None:
    for page in ("index.md", "bread.md", "rolls.md"):
        (builds.folder / page).write_bytes(b"# Caf\xe9\n")
    for jobs in (1, 2):
        command = ("-m", "hiring", "build", builds.folder, builds.published, "-j", jobs)
        done = python(*command, cwd=builds.folder.parent)
        assert done.returncode == 1
        assert "0xe9, which is not UTF-8" in done.stdout
        assert "the program failed" not in done.stderr


def test_program_that_fails_says_where_to_read_on(
    builds: Builds, clean: list[dict[str, bytes]]
) -> None:
    conf = builds.folder / "conf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + FAILING, encoding="utf-8")
    status, said = builds.build()
    assert (status, said.count("\n")) == (2, 1)
    assert "the program failed (ZeroDivisionError)" in said
    assert "ZeroDivisionError" in (builds.work / "error.txt").read_text(encoding="utf-8")
    assert builds.site == clean[0]


FAILING = """
def setup(app):
    app.connect("env-updated", lambda app, env: 1 / 0)
"""


def test_missing_sphinx_is_named(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['sphinx'] = None; from hiring.__main__ import main;"
        " sys.exit(main(['build', sys.argv[1]]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "sphinx" in done.stderr
