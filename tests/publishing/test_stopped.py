"""A command that is stopped, or may not write, leaves nothing half done, and says so."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.__main__ import main
from hiring.system.files import write_together
from tests.support.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Mapping

PROJECT = Path(__file__).parents[2]
WAITS = """
import sys, time
from hiring import __main__, guide


def wait(*_):
    print("waits", flush=True)
    # In short sleeps: of a signal that comes just before one, Python hears when it is over.
    for _ in range(3000):
        time.sleep(0.02)


guide._guide = wait
__main__.run()
"""
AS_NOBODY_SPECIAL = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
"""For root may write anywhere: without its rights it may not, either."""


@pytest.mark.parametrize(("name", "status"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_it_is_said_that_a_command_was_stopped(name: str, status: int) -> None:
    assert stopped_by(name) == (status, "Stopped.\n")


def test_who_asks_for_it_is_not_stopped_with_the_terminal() -> None:
    """By ``nohup``, which has the signal ignored: only the next one ends the command."""
    assert stopped_by("SIGHUP", "SIGTERM", ignored="SIGHUP") == (143, "Stopped.\n")


def stopped_by(*names: str, ignored: str = "") -> tuple[int, str]:
    """Return the exit status of a command that waits until it gets these signals, and its word."""
    command = [sys.executable, "-c", WAITS, "guide"]
    if ignored:
        ignore = f"import os, signal, sys; signal.signal(signal.{ignored}, signal.SIG_IGN)"
        program = f"{ignore}; os.execv(sys.argv[1], sys.argv[1:])"
        command = [
            sys.executable,
            "-c",
            f"{program}; os.execv(sys.argv[1], sys.argv[1:])",
            *command,
        ]
    settings = {**os.environ, "PYTHONPATH": str(PROJECT / "_ext")}
    with subprocess.Popen(
        command, env=settings, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stdout.readline() == "waits\n"
        for name in names:
            running.send_signal(getattr(signal, name))
        _, said = running.communicate(timeout=LONG)
    return running.returncode, said


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left")])
def test_files_are_written_together_or_not_at_all(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/old.txt").write_text("old")
    last = tmp_path / "new/deep/last.txt"
    write = Path.write_text

    def fail_at_last(self: Path, text: str, **named: str) -> int:
        if self != last:
            return write(self, text, **named)
        self.touch()
        raise error

    monkeypatch.setattr(Path, "write_text", fail_at_last)
    files = ["kept/first.txt", "new/one.txt", "kept/more/two.txt", "new/deep/last.txt"]
    with pytest.raises(type(error)) as raised:
        write_together({tmp_path / path: "text" for path in files})
    assert [it.relative_to(tmp_path).as_posix() for it in sorted(tmp_path.rglob("*"))] == [
        "kept",
        "kept/old.txt",
    ]
    if isinstance(raised.value, OSError):
        assert raised.value.filename == str(last)


def locked(folder: Path, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command that may not write into a folder, and what is in it."""
    is_root = os.geteuid() == 0
    if is_root and not shutil.which("setpriv"):
        pytest.skip("root may write anywhere, and nothing here takes that from it")
    folder.chmod(0o555)
    try:
        return subprocess.run(
            [*(AS_NOBODY_SPECIAL if is_root else []), sys.executable, "-m", "hiring", *command],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(PROJECT / "_ext")},
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize("target", ["here", "here/new"])
def test_a_handbook_can_not_be_begun_where_nothing_may_be_written(
    target: str, tmp_path: Path
) -> None:
    (tmp_path / "here").mkdir()
    done = locked(tmp_path / "here", "init", target, "--name", "Acme", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(target)
    assert done.stderr.endswith(": Permission denied; see that you may read and write there.\n")
    assert list((tmp_path / "here").iterdir()) == []


@pytest.mark.parametrize("where", ["handbook/roles", "reports"])
def test_what_can_not_be_written_is_not_imported_by_half(
    where: str, tmp_path: Path, base: Mapping[str, bytes]
) -> None:
    for path, data in base.items():
        file = tmp_path / "handbook" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    (tmp_path / "reports").mkdir()
    (tmp_path / "porter.txt").write_text("Porter\n\nResponsibilities\n- Moves beds\n")
    command = ["import", "porter.txt", "--reports", "reports"]
    done = locked(tmp_path / where, *command, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"porter.txt: {where}/porter.")
    assert done.stderr.endswith("may read and write there. Nothing of it is written.\n")
    assert [*(tmp_path / "reports").iterdir(), *tmp_path.rglob("porter.md")] == []


def test_a_folder_that_may_not_be_read_is_no_fault_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(self: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "is_file", refuse)
    assert main(["check", str(tmp_path)]) == 1
    told = f"{tmp_path / 'conf.py'}: Permission denied; see that you may read and write there.\n"
    assert capsys.readouterr().err == told
