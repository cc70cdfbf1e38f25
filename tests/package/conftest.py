"""The package as it is given away, and an environment outside of this repository that has it."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

ROOT = Path(__file__).parents[2]
DAY = "1795305600"
"""2026-11-22."""

ALONE = """\
import sys


def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise SystemExit(f"something asks the network: {event} {arguments}")
    if event == "subprocess.Popen" and "node" in str(arguments[0]):
        raise SystemExit(f"something runs Node: {arguments}")


sys.addaudithook(refuse)
"""
"""What each Python of that environment runs first: it has no network and no Node."""


def run(*command: object, cwd: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a program as somebody else would: without what the tests' own environment has set."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**kept, "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": DAY, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


def once(folder: Path, make: Callable[[], object]) -> None:
    """Make something in a folder once in a run, whichever process comes first."""
    folder.mkdir(exist_ok=True, parents=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "is-made").exists():
            make()
            (folder / "is-made").touch()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder that all processes of this run have in common."""
    base = tmp_path_factory.getbasetemp()
    return (base if worker_id == "master" else base.parent) / "package"


@pytest.fixture(scope="session")
def dist(shared_folder: Path) -> Path:
    """Return the folder with wheel and sdist: that of `make dist`, or one that is built here."""
    if "DIST" in os.environ:
        return ROOT / os.environ["DIST"]
    folder = shared_folder / "dist"
    once(folder, lambda: hatch(ROOT, folder))
    return folder


def hatch(source: Path, folder: Path, *options: str) -> None:
    """Build a package from a source into a folder."""
    done = run(sys.executable, "-m", "hatchling", "build", "-d", folder, *options, cwd=source)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def wheel(dist: Path) -> Path:
    """Return the wheel."""
    (found,) = dist.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def venv(shared_folder: Path, wheel: Path) -> Path:
    """Return an environment with the wheel, which borrows nothing but libraries of others."""
    folder = shared_folder / "venv"

    def make() -> None:
        run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=shared_folder)
        (packages,) = folder.glob("lib/python*/site-packages")
        # A path that a .pth file names is searched; its own .pth files, as ours, are not read.
        (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
        (packages / "sitecustomize.py").write_text(ALONE, "utf-8")
        options = ["--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
        pip = [sys.executable, "-m", "pip", "--python", folder / "bin/python"]
        done = run(*pip, "install", *options, wheel, cwd=shared_folder)
        assert done.returncode == 0, done.stderr

    once(folder, make)
    return folder


def begun(venv: Path, folder: Path, language: str, *options: str) -> CompletedProcess[str]:
    command = [venv / "bin/hiring", "init", folder, "--language", language, *options]
    return run(*command, cwd=folder.parent)


def made(venv: Path, folder: Path, *targets: str) -> CompletedProcess[str]:
    """Run targets of a starter's Makefile, whose environment is there already."""
    own = folder / ".venv"
    own.mkdir(exist_ok=True)
    for name in ("bin", "lib"):
        if not (own / name).exists():
            (own / name).symlink_to(venv / name)
    shutil.copyfile(folder / "requirements.lock", own / "installed")
    return run("make", *targets, cwd=folder)
