"""The published folder holds a whole site at every moment, and nothing else is ever replaced."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.publishing import swap as room
from hiring.publishing.states import states_in
from hiring.publishing.swap import PlaceError, check_place, exchange, publish, recover
from hiring.publishing.work_folder import FINISHED, SITE, alone, begin, finish, work_of
from hiring.system import workers
from hiring.system.workers import WorkerEndedError
from tests.support.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

OLD = {"index.html": "old", "objects.inv": "old", "gone.html": "old"}
NEW = {"index.html": "new", "objects.inv": "new", "roles/baker.html": "new"}


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return write(tmp_path / "out/html", OLD)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "site", {**NEW, ".buildinfo": "x", "a.js.map": "x"})


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(room, "_exchange_call", lambda: None)
    return str(request.param)


def test_publish(site: Path, published: Path, way: str) -> None:
    publish(site, published)
    assert read(published) == NEW
    assert [file.name for file in published.parent.iterdir()] == ["html"]


def test_publish_for_the_first_time(site: Path, tmp_path: Path, way: str) -> None:
    publish(site, tmp_path / "a/b/html")
    assert read(tmp_path / "a/b/html") == NEW


def test_exchange_is_one_step(site: Path, published: Path) -> None:
    assert exchange(site, published)
    assert (read(published)["index.html"], read(site)["index.html"]) == ("new", "old")


def test_exchange_that_fails_is_told(site: Path, tmp_path: Path) -> None:
    assert not exchange(site, tmp_path / "nowhere")
    assert read(site)["index.html"] == "new"


class Killed(BaseException):
    """Ends a publishing where it stands, as a kill would: nothing tidies up after it."""


STEPS = ["Path.mkdir", "Path.rename", "shutil.copy2", "shutil.rmtree", "exchange"]


def _at(step: str, count: int, error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Raise at the ``count``-th call of a step."""
    owner = {"Path": Path, "shutil": shutil}.get(step.rpartition(".")[0], room)
    name = step.rpartition(".")[2]
    plain: Callable[..., object] = getattr(owner, name)
    calls = iter(range(1, 1000))

    def step_or_end(*arguments: object, **options: object) -> object:
        if next(calls) >= count:
            raise error
        return plain(*arguments, **options)

    monkeypatch.setattr(owner, name, step_or_end)


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("step", STEPS)
def test_killed_anywhere(
    step: str, count: int, site: Path, published: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Afterwards the old site or the new one is there whole, or is put back by the next build."""
    with monkeypatch.context() as patch:
        _at(step, count, Killed(), patch)
        with suppress(Killed):
            publish(site, published)
    if way == "exchange":
        assert read(published) in (OLD, NEW)
    recover(published)
    assert read(published) in (OLD, NEW)
    publish(site, published)
    assert read(published) == NEW
    assert [file.name for file in published.parent.iterdir()] == ["html"]


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("step", ["Path.mkdir", "Path.rename", "shutil.copy2"])
def test_refused_anywhere(
    step: str, count: int, site: Path, published: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system refuses leaves the old site at its place, with nothing beside it."""
    refused = False
    with monkeypatch.context() as patch:
        _at(step, count, OSError(errno.ENOSPC, "No space left on device"), patch)
        try:
            publish(site, published)
        except OSError:
            refused = True
    recover(published)  # a system that refuses two renames as well leaves the second to this
    assert read(published) == (OLD if refused else NEW)
    assert [file.name for file in published.parent.iterdir()] == ["html"]


def _refuse(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", "page.html")


def _be_killed(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (_refuse, pytest.raises(OSError, match="left")),
        (_be_killed, pytest.raises(WorkerEndedError)),
    ],
)
def test_what_ends_a_process_that_copies_leaves_the_old_site(
    step: Callable[..., None],
    told: AbstractContextManager[object],
    site: Path,
    published: Path,
    way: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "FEW", 0)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copy2", step)
        with told:
            publish(site, published, jobs=2)
    assert read(published) == OLD
    assert [file.name for file in published.parent.iterdir()] == ["html"]
    publish(site, published, jobs=2)
    assert read(published) == NEW


def test_place_that_is_a_link(tmp_path: Path, published: Path) -> None:
    (tmp_path / "link").symlink_to(published)
    with pytest.raises(PlaceError, match="symbolic link"):
        check_place(tmp_path / "link", tmp_path / "work", tmp_path / "handbook")


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("file", "is a file"),
        ("handbook", "holds the handbook"),
        (".", "holds the handbook"),
        ("stage", "that builds are made in"),
        ("letters", "no built site"),
    ],
)
def test_place_that_is_something_else(place: str, message: str, tmp_path: Path) -> None:
    files = {"file": "x", "handbook/index.md": "x", "stage/html/x": "x", "letters/mine.txt": "x"}
    write(tmp_path, files)
    with pytest.raises(PlaceError, match=message):
        check_place(tmp_path / place, tmp_path / "stage/html", tmp_path / "handbook")
    assert read(tmp_path) == files


@pytest.mark.parametrize("place", ["handbook/site", "handbook/_build", "handbook/a/site"])
def test_place_among_the_pages(place: str, tmp_path: Path) -> None:
    published = tmp_path / place
    with pytest.raises(PlaceError, match=r"lies among .*, or one in .*/handbook/_build$"):
        check_place(published, work_of(published), tmp_path / "handbook")


@pytest.mark.parametrize("place", ["new", "empty", "out/html", "handbook/_build/html"])
def test_place_that_is_right(place: str, tmp_path: Path, published: Path) -> None:
    (tmp_path / "empty").mkdir()
    check_place(tmp_path / place, work_of(tmp_path / place), tmp_path / "handbook")


def test_what_is_being_built_is_for_its_builder_alone(tmp_path: Path) -> None:
    work = work_of(tmp_path / "www/jobs")
    with alone(work):
        assert stat.S_IMODE(work.parent.stat().st_mode) == 0o700


DAMAGE: dict[str, Callable[[Path], object]] = {
    "cut short": lambda work: os.truncate(work / "site/index.html", 1),
    "emptied": lambda work: os.truncate(work / "doctrees/index.doctree", 0),
    "one byte": lambda work: (work / "site/index.html").write_text("pagf", encoding="utf-8"),
    "removed": lambda work: (work / "site/index.html").unlink(),
    "added": lambda work: (work / "site/other.html").touch(),
    "renamed": lambda work: (work / "site/index.html").rename(work / "site/home.html"),
    "mark removed": lambda work: (work / FINISHED).unlink(),
    "mark cut short": lambda work: os.truncate(work / FINISHED, 9),
    "mark that is no text": lambda work: (work / FINISHED).write_bytes(b"\xff\xff"),
}


def finished(work: Path) -> Path:
    write(work, {"site/index.html": "page", "doctrees/index.doctree": "tree"})
    finish(work, "tools", states_in(work / SITE))
    return work


def test_work_is_gone_on_with_where_it_is_whole(tmp_path: Path) -> None:
    work = finished(tmp_path / "work")
    assert begin(work, "tools")
    assert set(read(work)) == {"site/index.html", "doctrees/index.doctree"}
    assert not begin(work, "tools")  # since that build was never finished
    assert read(work) == {}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damaged_work_is_thrown_away(kind: str, tmp_path: Path) -> None:
    work = finished(tmp_path / "work")
    DAMAGE[kind](work)
    assert not begin(work, "tools")
    assert read(work) == {}


def test_work_of_other_tools_is_thrown_away(tmp_path: Path) -> None:
    assert not begin(finished(tmp_path / "work"), "other tools")
    assert read(tmp_path / "work") == {}


def test_work_that_is_a_file_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"work": "letter"})
    with pytest.raises(OSError, match="directory"):
        begin(tmp_path / "work", "tools")
    assert read(tmp_path) == {"work": "letter"}


def test_two_builds_do_not_meet(tmp_path: Path) -> None:
    """The second waits until the first is done."""
    work = tmp_path / "work"
    with alone(work):
        second = subprocess.Popen(
            [sys.executable, "-c", SECOND, str(work)], stdout=subprocess.PIPE, text=True
        )
        assert second.stdout is not None
        assert second.stdout.readline() == "ready\n"
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(0.2)
    assert second.communicate(timeout=LONG)[0] == "done\n"


SECOND = """
import sys
from pathlib import Path
from hiring.publishing.work_folder import alone
print("ready", flush=True)
with alone(Path(sys.argv[1])):
    print("done")
"""
