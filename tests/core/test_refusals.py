"""What a machine lacks or refuses is said in words that tell how to mend it."""

from __future__ import annotations

import errno
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hiring import __main__
from hiring.system import clock
from hiring.system.clock import ClockError, build_time, settle_clock
from hiring.system.refusals import why_not_here


@pytest.mark.parametrize("written", ["0", "1795305600", " 1795305600 ", "315532800"])
def test_a_time_that_is_stated(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.STATED, written)
    settle_clock()
    assert build_time() == datetime.fromtimestamp(int(written), UTC)


@pytest.mark.parametrize(
    "written",
    ["abc", "-5", "1e9", "1.5", "9" * 20, "253402300800", "٣", "0x10", "1_000", "9" * 5000],
)
def test_a_time_that_is_none(
    written: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(clock.STATED, written)
    monkeypatch.chdir(tmp_path)
    assert __main__.main(["check", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("SOURCE_DATE_EPOCH is ")
    assert said.endswith(
        "set it to a time in whole seconds since 1970, as `date +%s` prints it, or nothing.\n"
    )
    assert len(said) < 200
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("written", ["", "  "])
def test_an_empty_variable_states_no_time(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """For Sphinx neither, which would take it for a number."""
    monkeypatch.setenv(clock.STATED, written)
    settle_clock()
    assert clock.STATED not in os.environ
    assert build_time().year >= 2025


def test_a_clock_that_is_surely_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    class Wrong(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(1975, 1, 1, tzinfo=UTC)

    monkeypatch.setattr(clock, "datetime", Wrong)
    monkeypatch.delenv(clock.STATED, raising=False)
    with pytest.raises(ClockError, match="The clock of this machine says 1975-01-01: set it right"):
        settle_clock()


def test_a_library_that_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    found = why_not_here(ModuleNotFoundError("No module named 'sphinx'", name="sphinx"))
    assert found.startswith("sphinx is missing, or damaged: `")
    assert found.endswith("-m pip install --force-reinstall 'hiring-handbook'`.")
    of_preview = why_not_here(ModuleNotFoundError("no", name="uvicorn.config"))
    assert "'hiring-handbook[live]'" in of_preview
    (tmp_path / "installed").mkdir()
    by_make = why_not_here(ImportError("cannot import name", name="sphinx.util"))
    assert f"remove the folder {tmp_path}, and the next `make` command sets it up anew" in by_make
    assert why_not_here(ModuleNotFoundError("no", name="hiring.nowhere")) == "", "a fault of ours"


@pytest.mark.parametrize(
    ("number", "mend"),
    [
        (errno.EACCES, "see that you may read and write there"),
        (errno.EROFS, "work where it can be written"),
        (errno.ENOSPC, "make room"),
    ],
)
@pytest.mark.parametrize(
    "command", [["new", "role", "Baker"], ["rename", "data-engineer", "pipeline-engineer"]]
)
def test_a_handbook_that_can_not_be_written(
    number: int,
    mend: str,
    command: list[str],
    tmp_path: Path,
    base: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "handbook"
    for path, data in base.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    before = {file: file.read_bytes() for file in folder.rglob("*.*")}

    def refuse(self: Path, *given: object, **named: object) -> int:
        raise OSError(number, os.strerror(number), str(self))

    monkeypatch.setattr(Path, "write_text", refuse)
    monkeypatch.setattr(Path, "write_bytes", refuse)
    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.chdir(tmp_path)
    assert __main__.main([*command, str(folder)]) == 1
    said = capsys.readouterr().err
    assert said.endswith(f"{os.strerror(number)}; {mend}.\n")
    assert str(folder) in said
    assert said.count("\n") == 1
    assert {file: file.read_bytes() for file in folder.rglob("*.*")} == before
