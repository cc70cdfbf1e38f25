"""The steps of a starter's Dockerfile, each run in a folder of its own: no daemon is needed.

What differs from a container is told: the environment with the package is there already, as making
it takes a network, and absolute paths are below the folder.
"""

from __future__ import annotations

import shlex
import shutil
from typing import TYPE_CHECKING

from .conftest import begun, made, run

if TYPE_CHECKING:
    from pathlib import Path

HOME = "srv/handbook"
SITE = "srv/handbook/_build/public"


def steps_of(folder: Path) -> list[list[tuple[str, str]]]:
    """Return the steps of each stage: what each does, and with what."""
    stages: list[list[tuple[str, str]]] = []
    for line in (folder / "Dockerfile").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, rest = line.partition(" ")
            if kind == "FROM":
                stages.append([])
            stages[-1].append((kind, rest))
    return stages


def copied(context: Path, names: list[str], target: Path) -> None:
    """Copy files of a context, without those that .dockerignore leaves out, with their times."""
    ignored = shutil.ignore_patterns(*(context / ".dockerignore").read_text("utf-8").split())
    target.mkdir(parents=True, exist_ok=True)
    for name in names:
        if (context / name).is_dir():
            shutil.copytree(context / name, target, ignore=ignored, dirs_exist_ok=True)
        else:
            shutil.copy2(context / name, target)


def test_each_step_runs(venv: Path, tmp_path: Path) -> None:
    audience = "employee"  # for whom one more step does something
    context, root = tmp_path / "context", tmp_path / "root"
    assert begun(venv, context, "en").returncode == 0
    (context / ".venv").mkdir()  # somebody's own, which must stay out
    (context / ".venv/installed").write_text("theirs", "utf-8")
    built, served = steps_of(context)
    home = root / HOME
    for kind, rest in built:
        if kind == "COPY":
            copied(context, rest.split()[:-1], home)
        elif kind == "RUN" and "make setup" in rest:
            # With these files alone; and then it is as if it had been run.
            assert sorted(it.name for it in home.iterdir()) == ["Makefile", "requirements.lock"]
            assert run("make", "--dry-run", "setup", cwd=home).returncode == 0
            assert made(venv, home, "setup").returncode == 0
        elif kind == "RUN":
            command = rest.replace(" /site", f" {shlex.quote(str(root / 'site'))}")
            done = run("sh", "-ec", command, cwd=home, AUDIENCE=audience)
            assert done.returncode == 0, done.stdout + done.stderr
    assert (home / ".venv/bin").is_symlink(), "somebody's own environment was copied over"
    for kind, rest in served:
        if kind == "COPY":
            source = rest.split()[1].lstrip("/")
            assert (root / source).exists(), source
    assert (root / "site/index.html").is_file()
    conf = (home / "serve/nginx.conf").read_text("utf-8")
    assert '\n    default "noindex";' in conf
    assert f"root /{SITE};" in conf
