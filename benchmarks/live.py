"""How long the preview takes to show what was saved."""

from __future__ import annotations

import os
import re
import signal
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.places import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TIMES = 3
PAUSE = 8
"""Seconds between saves: what runs on then, and is read ahead, no writer waits for."""
LONG = 3600
"""Seconds that a first build may take."""
SAID = "Sentence number {} of this page was saved a moment ago."
AFTER = "### Signs of good work"


def save_to_visible(project: Path, page: Path) -> float:
    """Return the wall seconds from saving a page to its being served: the median of three.

    ``project`` is the folder that holds ``handbook``; ``page`` is a role's page in it.
    """
    text = page.read_text("utf-8")
    taken = []
    with _preview(project) as address:
        shown = f"{address}roles/{page.stem}.html"
        _wait(lambda: "Signs of good work" in _read(shown))
        for number in range(TIMES):
            time.sleep(PAUSE)
            words = SAID.format(number)
            begun = time.perf_counter()
            page.write_text(text.replace(AFTER, f"{words}\n\n{AFTER}"), encoding="utf-8")
            _wait(lambda words=words: words in _read(shown))  # type: ignore[misc]
            taken.append(time.perf_counter() - begun)
    page.write_text(text, encoding="utf-8")
    return statistics.median(taken)


@contextmanager
def _preview(project: Path) -> Iterator[str]:
    log = project / "preview.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "hiring", "live", "handbook"],
            cwd=project,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _wait(lambda: "http://" in log.read_text("utf-8") or process.poll() is not None)
        found = re.search(r"http://127\.0\.0\.1:\d+/", log.read_text("utf-8"))
        assert found, log.read_text("utf-8")
        yield found[0]
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _read(address: str) -> str:
    try:
        with urlopen(address) as answer:
            return str(answer.read().decode())
    except (URLError, ConnectionError):
        return ""


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + LONG
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the preview does not show the page")
        time.sleep(0.01)
