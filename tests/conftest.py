"""What all tests share: less time spent on what they are not about, and sites built once."""

from __future__ import annotations

import fcntl
import gc
import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from hiring.model.language_tags import ENGLISH
from hiring.model.messages import tell_in
from tests.support.fixtures import FROZEN, GUIDE

if TYPE_CHECKING:
    from collections.abc import Callable

# The programs that tests start would else compile the package each time they start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Nor need each process rewrite the assertions of every test, each time.
sys.dont_write_bytecode = False
# A build makes a million objects and few of them are garbage: looking for that takes a fifth of it.
gc.set_threshold(100_000)

# A test of any text tries the same ones each time, on any machine; a busy one is no fault.
settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")

PROJECT = Path(__file__).parents[1]
DAY = "1795305600"
"""2026-11-22: a job that is open is so whenever the tests are run."""

WRITERS_OWN = re.compile(rf"{re.escape(str(GUIDE.parent))}(?!/{GUIDE.name}\b)(?:/|$)")
"""Where the pages of the real handbook are, those of the guide apart."""

READS = {"open", "os.listdir", "os.scandir", "subprocess.Popen"}
"""The ways to a page: Python tells of each before it is gone."""


def _refuse_real_pages(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop a test that reads what writers change: no right change of theirs may turn it red."""
    if event in READS:
        for path in arguments[1] if event == "subprocess.Popen" else arguments[:1]:
            if WRITERS_OWN.match(str(path)):
                raise AssertionError(f"no test reads {path}, which writers change: read FROZEN")


sys.addaudithook(_refuse_real_pages)


LONG_FIRST = (
    *("package/test_starters.py", "browser/test_hosts.py"),
    *("package", "browser", "site", "project", "publishing", "wording"),
)
"""The tests that take long: what is left for the end is short, and ends together.

The first two files need what others share, and not the same: one process installs the package while
the other builds the sites, and neither waits.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let files that take long start first, wherever each process takes the next one."""
    tests = Path(__file__).parent
    place = {tests / name: number for number, name in enumerate(LONG_FIRST)}

    def of(item: pytest.Item) -> int:
        found = (place[it] for it in (item.path, item.path.parent) if it in place)
        return next(found, len(place))

    items.sort(key=of)


def pytest_collection_finish() -> None:
    """Leave out of all later looks for garbage what is there before the first test, and stays."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Leave out of the five looks for garbage at its end what is still in use after the first."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Tell messages in English in each test, whatever site the one before has read.

    No fixture does so in time: those of a module or a session come before it.
    """
    tell_in(ENGLISH)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str], Path]:
    """Return the function that builds the frozen handbook for an audience, once in a run.

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
                _build(FROZEN if audience == "employee" else _copy(audience, folder), folder)
                (folder / "is-built").touch()
        return folder / "html"

    return build


@pytest.fixture(scope="session")
def employee_site(once: Callable[[str], Path]) -> Path:
    """Return the site of the frozen handbook as it stands, which is for employees."""
    return once("employee")


@pytest.fixture(scope="session")
def public_site(once: Callable[[str], Path]) -> Path:
    """Return the site of the frozen handbook whose conf.py says that it is for the public."""
    return once("public")


@pytest.fixture(scope="session")
def team_site(once: Callable[[str], Path]) -> Path:
    """Return the site of the handbook whose conf.py says that it is for the hiring team."""
    return once("hiring-team")


def _copy(audience: str, folder: Path) -> Path:
    copy = shutil.copytree(FROZEN, folder / "handbook")
    settings = (copy / "conf.py").read_text(encoding="utf-8")
    assert 'hiring_audience = "employee"' in settings
    changed = settings.replace('hiring_audience = "employee"', f'hiring_audience = "{audience}"')
    (copy / "conf.py").write_text(changed, encoding="utf-8")
    return copy


def _build(source: Path, folder: Path) -> None:
    from tests.forked import python

    options = ["-q", "-W", "-n", "-b", "html", "-d", folder / "doctrees"]
    built = python(
        *("-m", "sphinx", *options, source, folder / "html"), cwd=PROJECT, SOURCE_DATE_EPOCH=DAY
    )
    if built.returncode:
        pytest.fail(f"The handbook does not build:\n{built.stderr}", pytrace=False)
