"""The set-up on other people's machines: their settings, their line ends, their modules."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.waiting import LONG, wait

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


SLOW = """\
#!/bin/sh
# Stands for Python: what it installs takes until it may end, and two at once are noted.
case "$*" in
    "-c "*) exec {python} "$@" ;;
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && : >"$3/pyvenv.cfg" ;;
    *"-m pip"*)
        mkdir "$NOTED.busy" || echo "two at once" >>"$NOTED"
        for _ in $(seq {most}); do [ -e "$NOTED.go" ] && break; sleep 0.1; done
        echo "$*" >>"$NOTED"
        rmdir "$NOTED.busy" ;;
esac
"""


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """Return a folder with what a set-up needs, and a Python that takes its time.

    It ends where there is ``noted.go``.
    """
    (tmp_path / "tools").mkdir()
    for path in ("tools/setup.sh", "requirements.lock", "pyproject.toml"):
        (tmp_path / path).write_bytes((ROOT / path).read_bytes())
    (tmp_path / "python").write_text(SLOW.format(python=sys.executable, most=10 * LONG), "utf-8")
    (tmp_path / "python").chmod(0o755)
    return tmp_path


def set_up(folder: Path) -> subprocess.Popen[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHON": str(folder / "python"),
        "NOTED": str(folder / "noted"),
    }
    command = ["sh", str(folder / "tools/setup.sh"), str(folder / ".venv")]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)


def test_first_set_ups_at_once_wait_for_one_another(slow: Path) -> None:
    running = [set_up(slow) for _ in range(3)]
    first = [process.stderr.readline() for process in running if process.stderr is not None]
    (slow / "noted.go").touch()
    said = [process.communicate()[1] for process in running]
    assert sum("waiting for it" in line for line in first) == 2
    assert sum(line.startswith("Setting up") for line in first) == 1
    assert [process.returncode for process in running] == [0, 0, 0], said
    assert said == ["", "", ""], "who has waited finds it all done"
    noted = (slow / "noted").read_text("utf-8").splitlines()
    assert len(noted) == 2, "the lock file, and the package itself"
    assert set_up(slow).communicate()[1] == ""


def test_a_library_that_is_gone_is_installed_anew(slow: Path) -> None:
    (slow / "noted.go").touch()
    assert set_up(slow).communicate()[1].startswith("Setting up")
    library = slow / ".venv/lib/python3.11/site-packages/sphinx"
    (slow / ".venv/installed/packages").write_text("sphinx\n", "utf-8")
    assert set_up(slow).communicate()[1].startswith("Setting up")
    library.mkdir(parents=True)
    (slow / ".venv/installed/packages").write_text("sphinx\n", "utf-8")
    assert set_up(slow).communicate()[1] == ""


def test_make_leaves_no_preview_behind(tmp_path: Path) -> None:
    """Who ends `make live` ends what it has started: no shell stands in between."""
    stub, started = tmp_path / "bin/python", tmp_path / "started"
    stub.parent.mkdir()
    stub.write_text(
        f"#!/bin/sh\necho $$ >{started}.new\nmv {started}.new {started}\nexec sleep 600\n"
    )
    stub.chmod(0o755)
    text = f"VENV = {tmp_path}\ninclude {ROOT}/Makefile\nsetup: ;\n"
    (tmp_path / "Makefile").write_text(text, "utf-8")
    command = ["make", "-s", "-C", str(tmp_path), "live"]
    # What the make that runs the tests was told would win over the text of this one.
    environment = {name: it for name, it in os.environ.items() if not name.startswith("MAKE")}
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment) as make:
        wait(lambda: started.exists() or make.poll() is not None)
        assert make.poll() is None
        make.terminate()
        make.wait(LONG)
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text()), 0)


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
