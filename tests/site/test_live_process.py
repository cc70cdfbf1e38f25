"""How the preview starts and ends, and that it lives on without what it uses."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from websockets.sync.client import connect

from hiring.site.live import server
from tests.preview import Preview, start
from tests.support.waiting import LONG, wait

from .conftest import SAMPLE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


def test_ends_quietly_in_the_middle_of_a_build(sample: Path) -> None:
    conf = (sample / "conf.py").read_text(encoding="utf-8")
    with start(sample) as preview:
        started = sample.parent / "started"
        slow = f"\nopen({str(started)!r}, 'w').close()\nimport time\ntime.sleep(600)\n"
        preview.save("conf.py", conf + slow)
        wait(started.exists, preview.said)
        with connect(f"ws://127.0.0.1:{preview.port}/websocket-reload", open_timeout=LONG):
            os.killpg(preview.process.pid, signal.SIGINT)  # as a terminal does
            assert preview.process.wait(timeout=LONG) == 0
        assert preview.said().count("\n") == 1


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL"])
def test_leaves_nothing_behind(name: str, sample: Path) -> None:
    """However a session ends: nobody would find the server that is left."""
    with start(sample) as preview:
        preview.process.send_signal(getattr(signal, name))
        ended = (0, -signal.SIGTERM, -signal.SIGKILL)
        assert preview.process.wait(timeout=LONG) in ended

        def is_gone() -> bool:
            try:
                os.killpg(preview.process.pid, 0)
            except ProcessLookupError:
                return True
            return False

        wait(is_gone, preview.said)
        assert "Traceback" not in preview.said()


KILLED = """
import os, signal
from multiprocessing import forkserver, reduction
from pathlib import Path
from hiring.site.live.processes import Builder

def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def hung_up(line, _):
    line.close()
    killed(os.wait())  # until that server, which this has ended, has said what it says

connect = forkserver.connect_to_new_process
{}
Builder(Path("handbook"), Path("work"), None).prepare()
"""


@pytest.mark.parametrize(
    "when",
    [
        pytest.param("reduction.sendfds = hung_up", id="before it has asked"),
        pytest.param(
            "forkserver.connect_to_new_process = lambda fds: killed(connect(fds))",
            id="before it has said what to do",
        ),
    ],
)
def test_says_nothing_where_it_is_killed_as_it_asks_for_a_process(when: str) -> None:
    """The process that others are forked from outlives it by that moment, and finds half a word."""
    script = KILLED.format(when)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    # What outlives the script has its streams too, so that they end when all have.
    ended = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, timeout=LONG
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGKILL, b"", b"")


def test_another_port_and_other_readers(sample: Path) -> None:
    try:
        taken = socket.create_server(("127.0.0.1", 8000))
    except OSError:  # by somebody else, which is as good
        taken = socket.socket()
    # What an earlier preview has not finished is not built upon.
    work = sample.parent / "_build/stage/live-public"
    (work / "site").mkdir(parents=True)
    (work / "unfinished").touch()
    (work / "site/plain.html").write_text("half a page", encoding="utf-8")
    for page in ("index.md", "plain.md"):
        text = (sample / page).read_text(encoding="utf-8")
        (sample / page).write_text(f"---\naudience: public\n---\n{text}", encoding="utf-8")
    with taken, start(sample, "--audience", "public") as preview:
        assert preview.port != 8000
        assert preview.ask("/roles/baker.html").status == 404  # for employees
        assert "<h1>Plain" in preview.ask("/plain.html").text
        assert not (work / "unfinished").exists()
        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(timeout=LONG) == 0
        assert "Traceback" not in preview.said()


def test_looks_for_changes_where_the_system_does_not_tell(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system watches only so many files; the preview must not fall asleep over that."""

    looked = asyncio.Event()

    async def awatch(*paths: Path, force_polling: bool, **_: object) -> AsyncIterator[set[object]]:
        if not force_polling:
            raise OSError(errno.ENOSPC, "no space left on device")
        looked.set()
        yield {(1, str(sample / "plain.md"))}

    async def notice() -> None:
        preview = server.Preview(sample, sample.parent / "work", None, 0)
        watching = asyncio.create_task(preview._watch_files())
        await asyncio.wait_for(looked.wait(), LONG)
        await asyncio.wait_for(preview.changed.wait(), LONG)
        watching.cancel()

    monkeypatch.setattr(server, "awatch", awatch)
    # In a thread of its own: one that drives a browser has an event loop already.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, notice()).result()


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """Return a Python of its own, which a test may take away."""
    environment = tmp_path / "environment"
    (environment / "bin").mkdir(parents=True)
    shutil.copy(Path(sys.prefix) / "pyvenv.cfg", environment)
    (environment / "lib").symlink_to(Path(sys.prefix) / "lib")
    executable = environment / "bin/python"
    executable.symlink_to(Path(sys.executable).resolve())
    return executable


def test_lives_on_without_its_tools(sample: Path, python: Path) -> None:
    """Without the process that builds are forked from, and then without Python to start one."""
    with start(sample, python=str(python)) as preview:
        _kill_parent(preview)
        shutil.copy(SAMPLE / "conf.py", sample)
        preview.is_sound()
        _kill_parent(preview)
        away = python.rename(python.with_name("away"))
        shutil.copy(SAMPLE / "conf.py", sample)
        preview.shows("no build could be started", "/plain.html")
        assert "no build could be started" in preview.said()
        assert "<h1>Plain" in preview.ask("/plain.html").text
        away.rename(python)
        preview.save("plain.md", "# Plain\n\nPython is back.\n")
        preview.shows("Python is back.", "/plain.html")
        assert preview.process.poll() is None


def _kill_parent(preview: Preview) -> None:
    """Let a build end the process that it was forked from, and itself."""
    ends = "import os, signal\nfor process in os.getppid(), os.getpid():\n"
    preview.save("conf.py", f"{ends}    os.kill(process, signal.SIGKILL)\n")
    preview.shows("ended from outside")
