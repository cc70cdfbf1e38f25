"""The set-up on other people's machines: their settings, their line ends, their modules."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

STUB = """\
#!/bin/sh
# Stands for Python: makes an environment of itself, and notes what pip would see.
case "$*" in
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && : >"$3/pyvenv.cfg" ;;
    *"-m pip"*) env | grep -E '^(PIP|PYTHON)' | sort >"$NOTED" ;;
esac
"""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PIP_USER", "1"),
        ("PIP_TARGET", "elsewhere"),
        ("PIP_PREFIX", "elsewhere"),
        ("PIP_ROOT", "elsewhere"),
        ("PYTHONPATH", "elsewhere"),
        ("PYTHONHOME", "elsewhere"),
        ("PIP_INDEX_URL", "https://packages.example/simple"),
    ],
)
def test_what_a_user_has_set_for_other_environments(name: str, value: str, tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    for path in ("tools/setup.sh", "requirements.lock", "pyproject.toml"):
        (tmp_path / path).write_bytes((ROOT / path).read_bytes())
    stub, noted = tmp_path / "python", tmp_path / "noted"
    stub.write_text(STUB, "utf-8")
    stub.chmod(0o755)
    environment = {"PATH": os.environ["PATH"], "PYTHON": str(stub), "NOTED": str(noted)}
    command = ["sh", str(tmp_path / "tools/setup.sh"), str(tmp_path / ".venv")]
    subprocess.run(command, env={**environment, name: value}, capture_output=True, check=True)
    seen = set(noted.read_text("utf-8").splitlines()) - {f"PYTHON={stub}"}
    kept = {f"{name}={value}"} if name == "PIP_INDEX_URL" else set()
    assert seen == {"PIP_USER=0", *kept}


def test_modules_of_others_are_not_taken(tmp_path: Path) -> None:
    recipe = "@env | grep -c '^PYTHONPATH\\|^PYTHONHOME' || true"
    text = f"include {ROOT}/Makefile\nshow:\n\t{recipe}\n"
    (tmp_path / "Makefile").write_text(text, "utf-8")
    environment = {**os.environ, "PYTHONPATH": "elsewhere", "PYTHONHOME": "elsewhere"}
    done = subprocess.run(
        ["make", "-s", "-C", str(tmp_path), "show"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "0"


def test_a_checkout_with_line_ends_of_windows_runs(tmp_path: Path) -> None:
    """What is committed, cloned as git does it there; a shell takes no carriage return."""
    clone = [
        "git",
        "clone",
        "--quiet",
        "--no-hardlinks",
        "--depth",
        "1",
        "-c",
        "core.autocrlf=true",
    ]
    subprocess.run([*clone, f"file://{ROOT}", str(tmp_path / "copy")], check=True)
    for name in ("tools/setup.sh", ".ci/run", "Makefile", "requirements.lock"):
        assert b"\r" not in (tmp_path / "copy" / name).read_bytes(), name
