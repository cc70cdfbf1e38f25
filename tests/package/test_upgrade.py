"""A handbook of an earlier version, with this one: what changed is told, and nothing is touched."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import hiring
from hiring.checks.changes import ContentChange
from hiring.upgrade import upgrade

from .conftest import run

if TYPE_CHECKING:
    from collections.abc import Iterator

EARLIER = Path(__file__).parent / "starter-0.1.0"
"""A handbook that was begun with the version in its name; it stays as it is."""

ASKED = [
    ("conf.py", "note"),
    ("conf.py", "warning"),
    ("posting-generator.md", "warning"),
    ("roles/maintenance-technician.md", "warning"),
]
"""Where this version asks something of it, and how much that weighs."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(EARLIER, tmp_path / "ours") / "handbook"


def bytes_of(folder: Path) -> dict[Path, tuple[bytes, int]]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


def findings(venv: Path, folder: Path) -> Iterator[tuple[str, str, str]]:
    done = run(venv / "bin/hiring", "check", folder, cwd=folder.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    for line in done.stdout.splitlines():
        where, _, rest = line.partition(": ")
        if "[" in rest and "] " in rest:
            weight, _, rule = rest.partition("] ")[0].partition("[")
            yield where.partition(":")[0], weight, rule


def test_check_names_what_changed_and_touches_nothing(venv: Path, folder: Path) -> None:
    before = bytes_of(folder)
    found = list(findings(venv, folder))
    assert sorted((path, weight) for path, weight, rule in found if rule == "upgrade") == ASKED
    assert {rule for _, _, rule in found} == {"upgrade"}
    told = run(venv / "bin/hiring", "upgrade", folder, cwd=folder.parent)
    assert told.returncode == 0
    assert told.stdout.startswith(
        f"These pages have followed 0.1.0, and this is {hiring.__version__}."
    )
    for path in {path for path, weight in ASKED if weight == "warning"}:
        assert f"\n{path}:" in told.stdout
    assert bytes_of(folder) == before


def test_it_is_built_as_it_is(venv: Path, folder: Path) -> None:
    before = bytes_of(folder)
    command = [venv / "bin/hiring", "build", folder, "site", "--audience", "public"]
    done = run(*command, cwd=folder.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    assert bytes_of(folder) == before


def test_what_is_done_is_told_no_more(venv: Path, folder: Path) -> None:
    others = {file: it for file, it in bytes_of(folder).items() if file.name != "conf.py"}
    done = run(venv / "bin/hiring", "upgrade", folder, "--done", cwd=folder.parent)
    assert done.returncode == 0
    assert f'hiring_version = "{hiring.__version__}"' in (folder / "conf.py").read_text("utf-8")
    assert list(findings(venv, folder)) == []
    assert others.items() <= bytes_of(folder).items()


def change(
    name: str, lines: str, mend: str | None, version: str = hiring.__version__
) -> ContentChange:
    return ContentChange(
        version=version,
        name=name,
        says="It changed.",
        do="Follow.",
        files="roles/*.md",
        lines=lines,
        mend=mend,
    )


def test_mending_is_asked_for_and_leaves_all_else(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = [
        change("summed", r"^  summary: Keeps (\w+)", r"  summary: Looks after \1"),
        change("old", "^# ", "# Old ", version="0.1.0"),
    ]
    before = bytes_of(folder)
    assert upgrade(folder, known=known) == 0
    assert bytes_of(folder) == before, "the first run is dry"
    assert "Nothing is changed so far. `--write` mends 2 of these" in capsys.readouterr().out
    assert upgrade(folder, write=True, known=known) == 0
    after = bytes_of(folder)
    changed = {file.name for file in after if after[file][0] != before[file][0]}
    assert changed == {"bookkeeper.md", "maintenance-technician.md", "conf.py"}
    old, new = ((it[folder / "roles/bookkeeper.md"][0]).split(b"\n") for it in (before, after))
    assert [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]] == [
        (
            b"  summary: Keeps the books so that everyone knows where the company stands.",
            b"  summary: Looks after the books so that everyone knows where the company stands.",
        )
    ]
    assert upgrade(folder, write=True, known=known) == 0
    assert {file: it[0] for file, it in bytes_of(folder).items()} == {
        file: it[0] for file, it in after.items()
    }


def test_what_is_for_people_keeps_the_version(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = [change("a", "^  summary: Keeps", "  summary: Minds"), change("b", "^# ", None)]
    assert upgrade(folder, write=True, known=known) == 0
    told = capsys.readouterr().out
    assert "For you to decide: " in told
    assert 'hiring_version = "0.1.0"' in (folder / "conf.py").read_text("utf-8")


def test_what_would_make_a_mistake_is_not_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bytes_of(folder)
    known = [change("bad", r"^  family: .*", "  family:")]
    assert upgrade(folder, write=True, known=known) == 1
    assert "Nothing is written" in capsys.readouterr().err
    assert bytes_of(folder) == before


def test_a_handbook_that_states_no_version_is_told_all(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    conf = (folder / "conf.py").read_text("utf-8").replace('hiring_version = "0.1.0"\n', "")
    (folder / "conf.py").write_text(conf, "utf-8")
    assert upgrade(folder, done=True) == 0
    assert "do not say which version they followed" in capsys.readouterr().out
    assert (
        (folder / "conf.py")
        .read_text("utf-8")
        .endswith(f'\n\nhiring_version = "{hiring.__version__}"\n')
    )


def test_a_folder_without_settings_is_no_handbook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert upgrade(tmp_path) == 2
    assert "has no conf.py" in capsys.readouterr().err
