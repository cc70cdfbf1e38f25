"""Help of the command line is in the language of the handbook where it is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hiring.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COMMANDS = (
    *("check", "build", "live", "export", "project", "scan", "new", "rename", "words"),
    *("import", "init", "upgrade", "guide"),
)


@pytest.fixture
def helped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Return what is printed of a call in a folder with a handbook in a language, which ends."""
    (tmp_path / "handbook").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def call(language: str, *arguments: str, status: int = 0) -> str:
        (tmp_path / "handbook/conf.py").write_text(f"language = {language!r}", encoding="utf-8")
        with pytest.raises(SystemExit) as ended:
            main([*arguments])
        assert ended.value.code == status
        said = capsys.readouterr()
        return said.out or said.err

    return call


def test_every_command_is_listed(helped: Callable[..., str]) -> None:
    listed = re.findall(r"(?m)^ {4}([a-z]+) ", helped("de", "--help"))
    assert tuple(listed) == COMMANDS


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("language", ["de", "fr"])
def test_help_is_told_in_the_language(
    language: str, command: str, helped: Callable[..., str]
) -> None:
    """Every line that tells of an argument is another one, and they are as many."""
    asked = [*filter(None, [command]), "--help"]
    english, told = (_tellings(helped(it, *asked)) for it in ("en", language))
    assert len(told) == len(english) > 1
    assert not {*told} & {*english} - {"options:"}  # a French word, too


def _tellings(said: str) -> list[str]:
    """Return what is told of each argument, and the headings above them."""
    told = re.findall(r"(?m)^ {2,}(?:-\S.*?|\S+)(?: {2,}|\n {10,})(\S.*)$", said)
    return [*told, *re.findall(r"(?m)^\w.*:$", said), said.split(":")[0]]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "hiring check: error: argument --on: wanted a day as 2027-01-01, not `3`\n"),
        ("de", "hiring check: Fehler: argument --on: erwartet wird ein Tag wie 2027-01-01, nicht"),
        ("fr", "hiring check : erreur : argument --on: il faut un jour comme 2027-01-01, et non"),
    ],
)
def test_a_wrong_call_is_told_in_the_language(
    language: str, told: str, helped: Callable[..., str]
) -> None:
    said = helped(language, "check", "--on", "3", status=2)
    assert told in said


def test_a_folder_that_is_not_there_is_told_in_the_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "handbook").mkdir()
    (tmp_path / "handbook/conf.py").write_text('language = "de"', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "nowhere"]) == 2
    told = "Es gibt keinen Ordner nowhere: Nennen Sie den des Handbuchs.\n"
    assert capsys.readouterr().err == told
