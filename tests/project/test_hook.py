"""The hook that checks changed pages before a commit, in a small repository, without a network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]


@pytest.fixture
def repository(base: Mapping[str, bytes], tmp_path: Path) -> Path:
    """Return a repository with a small handbook, our hooks, and a page that has long been wrong."""
    (tmp_path / ".venv").symlink_to(sys.prefix)
    config = ".pre-commit-config.yaml"
    (tmp_path / config).write_bytes((ROOT / config).read_bytes())
    for path, data in {**base, "guide/old.md": b"# Old\n\n{role}`nobody`\n"}.items():
        file = tmp_path / "handbook" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return tmp_path


def test_the_hook_tells_of_changed_pages_alone(repository: Path) -> None:
    environment = {
        **os.environ,
        **dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull),
        "PRE_COMMIT_HOME": str(repository / ".git/pre-commit"),
    }

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=repository, env=environment, capture_output=True, text=True, check=False
        )

    def hooked(page: str, text: str) -> tuple[int, list[str]]:
        (repository / "handbook" / page).write_text(text, "utf-8")
        assert run("git", "add", f"handbook/{page}").returncode == 0
        done = run(sys.executable, "-m", "pre_commit", "run", "--color=never")
        return done.returncode, re.findall(r"^\S+:\d+: .*$", done.stdout, re.MULTILINE)

    assert run("git", "init", "--quiet").returncode == 0
    assert run("git", "add", ".pre-commit-config.yaml").returncode == 0
    assert hooked("guide/new.md", "# New\n\nSound.\n") == (0, [])
    status, told = hooked("guide/new.md", "# New\n\n{role}`data-enginer`\n")
    assert status == 1
    assert [line.split(" ")[:2] for line in told] == [["guide/new.md:3:", "error[unknown-role]"]]
