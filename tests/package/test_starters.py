"""What `hiring init` writes: a handbook that builds and passes at once, and is nobody else's."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from hiring.__main__ import main
from hiring.model.audience import Audience
from tests.support.searched import opened

from .conftest import DAY, ROOT, begun, made, run

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

LANGUAGES = ("en", "de", "fr")
NAMES = {
    "en": "Harbour Hospital",
    "de": "Müller & Söhne GmbH",
    "fr": "Fondation « L'Île » * & <b> [[location]] {x} $(id) `a` #1 @{year}",
}
NEVER = re.compile(
    r"fennmoor|antwerp|(?<!America/)denver|duisburg|austin\b|freight|carriers?\b|TODO|CC[ -]BY|"
    + re.escape(str(ROOT)),
    re.IGNORECASE,
)
"""What must not be in a starter, nor in what is built of it."""

TEXTS = (".html", ".js", ".json", ".md", ".txt", ".xml", ".yaml", ".yml", ".py", ".css", "")
WORDS = "search/core.js"
"""What has the program's words for all companies, whatever they move and wherever they are."""

OURS = "/_static/"
"""Where a site has the program's own files, which a build copies as they are."""


def outcome_of_tests(venv: Path, folder: Path) -> CompletedProcess[str]:
    """Run the commands of ``make test`` in one process: they take less time than starting each."""
    commands = made(venv, folder, "test", "HIRING=echo").stdout.splitlines()
    assert len(commands) == 1 + 2 * len(Audience)
    return run(venv / "bin/python", "-c", ALL, *commands, cwd=folder)


ALL = """
import gc
import sys
from hiring.__main__ import main
gc.set_threshold(100_000)  # as each command does
sys.exit(any([main(command.split()) for command in sys.argv[1:]]))
"""


def texts_in(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): opened(file.read_bytes()).decode("utf-8")
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix in TEXTS and ".venv" not in file.parts
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_passes_and_builds_at_once_for_each_audience(
    language: str, venv: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "handbook of ours"
    told = begun(venv, folder, language, "--name", NAMES[language])
    assert told.returncode == 0, told.stderr
    assert [path for path, text in texts_in(folder).items() if NEVER.search(text)] == []
    guesses = sum(text.count("CONFIRM: ") for text in texts_in(folder / "handbook").values())

    done = outcome_of_tests(venv, folder)
    assert done.returncode == 0, done.stdout + done.stderr
    findings = re.findall(r": (error|warning|note)\[([a-z-]+)\] ", done.stdout)
    assert set(findings) == {("warning", "unconfirmed")}
    assert len(findings) == guesses - 1, "the head of company.yaml says what the mark means"
    for audience in Audience:
        site = folder / "_build" / audience
        start = (site / "index.html").read_text("utf-8")
        assert f'<html lang="{language}"' in start
        found = {path for path, text in texts_in(site).items() if NEVER.search(text)}
        assert {path for path in found if OURS not in f"/{path}"} <= {WORDS}
    assert "CONFIRM" not in (folder / "_build/public/index.md").read_text("utf-8")


def test_what_is_answered_is_told_no_more(venv: Path, tmp_path: Path) -> None:
    folder = tmp_path / "handbook"
    begun(venv, folder, "en", "--name", "Harbour Hospital")
    for path, text in texts_in(folder / "handbook").items():
        answered = re.sub(r"(?m)^[#%] CONFIRM: .*\n| # CONFIRM: .*", "", text)
        (folder / "handbook" / path).write_text(answered, "utf-8")
    done = made(venv, folder, "check")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "0 errors, 0 warnings in 12 pages"


Hiring = Callable[..., int]
Said = pytest.CaptureFixture[str]


@pytest.fixture
def hiring(monkeypatch: pytest.MonkeyPatch) -> Hiring:
    """Return what runs a command in this process: what `init` refuses needs no wheel."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    return lambda *command: main([str(part) for part in command])


def test_the_licence_is_the_companys_choice(hiring: Hiring, tmp_path: Path) -> None:
    for folder, options, wanted in (
        (tmp_path / "kept", (), "© 2026, Acme Inc. All rights reserved.\n"),
        (tmp_path / "given", ("--license", "CC BY-SA 4.0"), "© 2026, Acme Inc. CC BY-SA 4.0.\n"),
    ):
        hiring("init", folder, "--name", "Acme Inc.", *options)
        assert (folder / "LICENSE").read_text("utf-8").startswith(wanted)
        conf = (folder / "handbook/conf.py").read_text("utf-8")
        assert f'copyright = "{wanted[2:-2]}"' in conf, "the theme sets the full stop"


@pytest.mark.parametrize("name", ["hidden", "a file", "a page"])
def test_nothing_is_written_over(name: str, hiring: Hiring, tmp_path: Path, capsys: Said) -> None:
    folder = tmp_path / "handbook"
    if name == "a file":
        folder.write_text("mine")
    else:
        folder.mkdir()
        (folder / (".gitignore" if name == "hidden" else "page.md")).write_text("mine")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert hiring("init", folder) == 1
    assert capsys.readouterr().err.startswith(
        f"{folder} is not empty, and nothing is written over: "
    )
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_a_repository_that_was_just_made_is_empty(hiring: Hiring, tmp_path: Path) -> None:
    run("git", "init", "--quiet", tmp_path, cwd=tmp_path)
    assert hiring("init", tmp_path, "--language", "fr") == 0


def test_a_name_that_nobody_can_read_is_none(hiring: Hiring, tmp_path: Path, capsys: Said) -> None:
    assert hiring("init", tmp_path / "new", "--name", "a\u202eb") == 1
    assert capsys.readouterr().err == "--name takes up to 100 signs that can be seen\n"
    assert not (tmp_path / "new").exists()
