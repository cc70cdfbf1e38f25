"""Several processes make what one makes, in the same order, and nothing twice."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import pytest

from hiring.exports.documents import handbook_document
from hiring.exports.encode import json_of
from hiring.exports.files import write_data
from hiring.exports.whole import handbook_json, read_pieces
from hiring.posting.files import write_postings
from hiring.system import workers
from hiring.system.refusals import why_not_here
from hiring.system.workers import (
    Task,
    WorkerEndedError,
    in_this_process,
    side_by_side,
    tasks_side_by_side,
)
from tests.support.cases import BASE
from tests.support.waiting import wait

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "FEW", 0)


def test_things_keep_their_order() -> None:
    made = side_by_side(lambda number: (number * number, os.getpid()), range(100), 2)
    assert [square for square, _ in made] == [number * number for number in range(100)]
    assert os.getpid() not in {process for _, process in made}


def test_one_process_works_by_itself() -> None:
    assert side_by_side(lambda _: os.getpid(), range(3)) == [os.getpid()] * 3


def test_an_error_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side(lambda number: 1 // number, range(3), 2)


class TwoValuesError(Exception):
    """An error that can't be sent: its word is made of two values."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}")


def test_an_error_that_can_not_be_sent_is_told() -> None:
    def refuse(number: int) -> None:
        raise TwoValuesError("one", str(number))

    with pytest.raises(RuntimeError, match="TwoValuesError: one and 0"):
        side_by_side(refuse, range(3), 2)


def test_a_process_that_was_killed_is_not_waited_for() -> None:
    def end(number: int) -> None:
        if number == 1:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(WorkerEndedError) as raised:
        side_by_side(end, range(100), 2)
    assert why_not_here(raised.value).startswith("a process of this build was ended from outside")
    assert multiprocessing.active_children() == []


ENDLESS = """
import sys, time
from pathlib import Path
from hiring.publishing.work_folder import alone
from hiring.system.workers import side_by_side

def work(number):
    print(number, flush=True)
    time.sleep(0.01)

with alone(Path(sys.argv[1])):
    side_by_side(work, range(1_000_000), 2)
"""


def test_processes_end_with_the_one_that_was_killed(tmp_path: Path) -> None:
    """They hold the lock of its work folder: who waited for more to do would hold it forever."""
    command = [sys.executable, "-c", ENDLESS, str(tmp_path / "work")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as builder:
        assert builder.stdout is not None
        builder.stdout.readline()
        builder.kill()
    with (tmp_path / "work.lock").open("w") as lock:
        wait(lambda: _is_mine(lock))


def _is_mine(lock: TextIO) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


@pytest.mark.parametrize("jobs", [1, 2])
def test_tasks_come_to_what_is_made_of_their_own_things(jobs: int) -> None:
    negative: Task[int, int, list[int]] = Task(lambda number: -number, range(30), list)
    tasks: list[Task[Any, Any, object]] = [
        Task(lambda number: number * number, range(100), sum),
        in_this_process(lambda: "between"),
        negative.then(min),
    ]
    assert tasks_side_by_side(tasks, jobs) == [328_350, "between", -29]


def test_a_task_ends_while_others_are_worked_on(tmp_path: Path) -> None:
    """What waits in another process for a file is given it by the end of the task before."""
    file = tmp_path / "ended"
    tasks: list[Task[Any, Any, object]] = [
        Task(abs, range(2), list).then(lambda _: file.touch()),
        Task(lambda _: wait(file.exists), range(2), list),
    ]
    assert tasks_side_by_side(tasks, 2) == [None, [None, None]]


def test_the_error_of_an_end_is_raised_and_no_process_is_left() -> None:
    with pytest.raises(ZeroDivisionError):
        tasks_side_by_side([Task(abs, range(100), lambda made: 1 // next(made))], 2)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_handbook_in_parts_is_the_whole(read: Callable[..., Handbook], jobs: int) -> None:
    handbook = read({})
    assert len(handbook.roles) > 1
    whole = json_of(handbook_document(handbook))
    assert handbook_json(handbook, jobs)[0] == whole
    assert handbook_json(handbook, jobs, handbook_json(handbook)[1])[0] == whole


def test_pieces_are_taken_over_and_made_anew(read: Callable[..., Handbook], tmp_path: Path) -> None:
    """What was taken over is as if it had been made, after an edit, a loss and a damage."""
    kept, site = tmp_path / "kept.json", tmp_path / "site"
    first = read({})
    text = (BASE / "roles/data-analyst.md").read_text("utf-8")
    text = text.replace("Data Analyst", "Measurer")
    edited = read({"roles/data-analyst.md": text})
    assert edited.roles["data-analyst"].facts.title == "Measurer"
    for handbook in (first, edited, first):
        write_data(handbook, site, kept=kept)
        assert (site / "handbook.json").read_text("utf-8") == json_of(handbook_document(handbook))
        pieces = read_pieces(kept, site)
        assert handbook_json(handbook)[1] == pieces
        assert handbook_json(handbook, 1, pieces)[1] == pieces
    (site / "handbook.json").write_text("{}", encoding="utf-8")
    assert read_pieces(kept, site) == {}
    write_data(first, site, kept=kept)
    assert (site / "handbook.json").read_text("utf-8") == json_of(handbook_document(first))


def test_only_postings_that_changed_are_made(read: Callable[..., Handbook], tmp_path: Path) -> None:
    kept, site = tmp_path / "kept.json", tmp_path / "site"

    def write(handbook: Handbook, code: str = "") -> set[str]:
        files = write_postings(handbook, site, TODAY, kept=kept, code=code)
        assert all(file.exists() for file in files)
        changed = {file.name for file in files if file.stat().st_mtime_ns != 0}
        for file in files:
            os.utime(file, ns=(0, 0))
        return changed

    handbook = read({})
    assert write(handbook)
    assert write(handbook) == set()
    lost = next(site.glob("postings/data-engineer*.html"))
    lost.unlink()
    assert write(handbook) == {lost.name}
    kept.write_text("[", encoding="utf-8")
    assert write(handbook, "another") == set()  # made again, and nothing is new
