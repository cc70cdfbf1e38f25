"""What is given away: all that is needed at run time, and the same from either archive."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from typing import TYPE_CHECKING

import pytest

import hiring
from hiring.starter.shared import SHARED, packaged_name

from .conftest import ROOT, hatch, run

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 2_100_000
"""Bytes that the wheel may have."""


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "hiring"]
    listed = subprocess.run(command, cwd=ROOT / "_ext", capture_output=True, text=True, check=True)
    ours = {path for path in listed.stdout.split("\0") if path and (ROOT / "_ext" / path).exists()}
    with zipfile.ZipFile(wheel) as archive:
        held = {path for path in archive.namelist() if ".dist-info/" not in path}
    shared = {f"hiring/data/shared/{packaged_name(path)}" for path in SHARED}
    manual = {f"hiring/data/guide/{file.name}" for file in (ROOT / "handbook/guide").iterdir()}
    assert held == ours | shared | manual
    for needed in (
        "site/scripts/search",
        "site/static/hiring",
        "site/templates",
        "data/starter/fr",
    ):
        assert any(path.startswith(f"hiring/{needed}/") for path in held), needed


def test_the_source_builds_the_same_wheel(dist: Path, wheel: Path, tmp_path: Path) -> None:
    (source,) = dist.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path, filter="data")
    (folder,) = tmp_path.iterdir()
    hatch(folder, tmp_path / "again", "-t", "wheel")
    (again,) = (tmp_path / "again").iterdir()
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_the_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size < LARGEST


def test_what_is_shared_is_packed_under_the_names_that_it_is_looked_for_by(wheel: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    targets = project["tool"]["hatch"]["build"]["targets"]
    packed = {path: f"hiring/data/shared/{packaged_name(path)}" for path in SHARED}
    manual = {"handbook/guide": "hiring/data/guide"}
    assert targets["wheel"]["force-include"] == packed | manual
    assert {*SHARED, *manual} <= set(targets["sdist"]["only-include"])
    with zipfile.ZipFile(wheel) as archive:
        for path, name in packed.items():
            assert archive.read(name) == (ROOT / path).read_bytes()


def test_the_command_and_the_module_are_one(venv: Path, tmp_path: Path) -> None:
    by_name = run(venv / "bin/hiring", "--version", cwd=tmp_path)
    by_module = run(venv / "bin/python", "-m", "hiring", "--version", cwd=tmp_path)
    assert by_name.stdout == by_module.stdout == f"hiring {hiring.__version__}\n"
    where = run(venv / "bin/python", "-c", "import hiring; print(hiring.__file__)", cwd=tmp_path)
    assert where.stdout.startswith(str(venv))


def test_the_manual_came_with_it(venv: Path, tmp_path: Path) -> None:
    """Where there is no handbook and no repository: as the README of a starter says it is read."""
    listed = run(venv / "bin/hiring", "guide", cwd=tmp_path)
    for page in (ROOT / "handbook/guide").glob("*.md"):
        assert f"  {page.stem} " in listed.stdout or page.stem == "index"
    one = run(venv / "bin/hiring", "guide", "write-a-role", cwd=tmp_path)
    assert one.stdout.startswith("# Write a role\n")
    assert one.stdout.count("\n") > 100
    rule = run(venv / "bin/hiring", "guide", "checks#level-pay", cwd=tmp_path)
    assert rule.stdout.startswith("#### `level-pay`\n\n*warning*\n\n")
    wrong = run(venv / "bin/hiring", "guide", "write-role", cwd=tmp_path)
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "did you mean `write-a-role`?" in wrong.stderr


def test_a_set_up_learns_which_libraries_to_install(venv: Path, tmp_path: Path) -> None:
    """From the package alone, before any library is there."""
    command = [venv / "bin/python", "-S", "-m", "hiring.starter.shared", "requirements.lock"]
    (packages,) = venv.glob("lib/python*/site-packages")
    told = run(*command, cwd=tmp_path, PYTHONPATH=str(packages))
    lock = told.stdout.strip()
    assert lock.startswith(str(packages)), told.stderr
    with open(lock, "rb") as file:  # noqa: PTH123
        assert file.read() == (ROOT / "requirements.lock").read_bytes()


@pytest.mark.parametrize("missing", ["uvicorn", "sphinx_autobuild"])
def test_a_preview_without_its_extra_says_what_to_install(missing: str, tmp_path: Path) -> None:
    program = f"""
import sys
sys.modules[{missing!r}] = None
from hiring.__main__ import main
sys.exit(main(["live", {str(tmp_path)!r}]))
"""
    done = run(sys.executable, "-c", program, cwd=tmp_path, PYTHONPATH=str(ROOT / "_ext"))
    assert done.returncode == 1
    assert done.stderr.startswith(missing)
    assert "'hiring-handbook[live]'" in done.stderr
