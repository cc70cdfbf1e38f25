"""What all tests share: less time spent on what they are not about, and sites built once."""

from __future__ import annotations

import fcntl
import gc
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

# The programs that tests start would else compile the package each time they start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# A build makes a million objects and few of them are garbage: looking for that takes a fifth of it.
gc.set_threshold(100_000)

PROJECT = Path(__file__).parents[1]
HANDBOOK = PROJECT / "handbook"
DAY = "1795305600"
"""2026-11-22: a job that is open is so whenever the tests are run."""


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str], Path]:
    """Return the function that builds the handbook for an audience, once in a run of the tests.

    Whichever process comes first builds it; the others wait, and only read what it has built.
    """
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent

    def build(audience: str) -> Path:
        with (shared / f"{audience}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            folder = shared / audience
            if not (folder / "is-built").exists():
                _build(HANDBOOK if audience == "employee" else _copy(audience, folder), folder)
                (folder / "is-built").touch()
        return folder / "html"

    return build


@pytest.fixture(scope="session")
def employee_site(once: Callable[[str], Path]) -> Path:
    """Return the site of the handbook as it stands, which is for employees."""
    return once("employee")


@pytest.fixture(scope="session")
def public_site(once: Callable[[str], Path]) -> Path:
    """Return the site of the handbook whose conf.py says that it is for the public."""
    return once("public")


def _copy(audience: str, folder: Path) -> Path:
    copy = shutil.copytree(HANDBOOK, folder / "handbook")
    settings = (copy / "conf.py").read_text(encoding="utf-8")
    assert 'hiring_audience = "employee"' in settings
    changed = settings.replace('hiring_audience = "employee"', f'hiring_audience = "{audience}"')
    (copy / "conf.py").write_text(changed, encoding="utf-8")
    return copy


def _build(source: Path, folder: Path) -> None:
    options = ["-q", "-W", "-n", "-b", "html", "-d", str(folder / "doctrees")]
    built = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, str(source), str(folder / "html")],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "_ext"), "SOURCE_DATE_EPOCH": DAY},
        capture_output=True,
        text=True,
        check=False,
    )
    if built.returncode:
        pytest.fail(f"The handbook does not build:\n{built.stderr}", pytrace=False)
