"""Programs in processes of their own, forked from one that has loaded everything.

To start Python and load Sphinx takes longer than most of what tests ask a program for.
"""

from __future__ import annotations

import os
import runpy
import sys
from functools import cache
from multiprocessing import get_context
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from tests.support.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.context import ForkServerContext


@cache
def server() -> ForkServerContext:
    """Start the process from which others are forked; it is one for all tests."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.site.warm"])
    with pytest.MonkeyPatch.context() as patch:
        # It does not look where this process does, and says nothing of what it can't find.
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        ensure_running()
    return context


def python(*command: object, cwd: Path, **settings: str) -> CompletedProcess[str]:
    """Run what ``python -m hiring check handbook`` or ``python tools/links.py site`` would.

    ``command`` is what follows ``python``, ``settings`` are variables of its environment.
    """
    line = [str(part) for part in command]
    with TemporaryDirectory() as folder:
        environment = {**os.environ, **settings}
        process = server().Process(target=_run, args=(line, cwd, environment, Path(folder)))
        process.start()
        process.join(LONG)
        assert process.exitcode is not None, f"{line} does not end"
        said = [(Path(folder) / name).read_text("utf-8") for name in STREAMS]
    return CompletedProcess(line, process.exitcode, *said)


STREAMS = ("stdout", "stderr")


def take(environment: Mapping[str, str]) -> None:
    """Let this process have an environment, and nothing of that in which its server was started."""
    os.environ.clear()
    os.environ.update(environment)


def _run(line: list[str], cwd: Path, environment: Mapping[str, str], streams: Path) -> None:
    """Become that program: it ends this process."""
    for number, name in enumerate(STREAMS, start=1):
        with (streams / name).open("wb") as file:
            os.dup2(file.fileno(), number)
    os.chdir(cwd)
    take(environment)
    if line[0] == "-m":
        sys.path.insert(0, str(cwd))
        sys.argv = line[1:]
        runpy.run_module(line[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv = line
        runpy.run_path(line[0], run_name="__main__")
