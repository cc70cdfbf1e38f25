"""A preview in a process of its own, as a writer starts it, and what tests ask of it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.waiting import LONG, wait

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = Path(__file__).parents[1] / "_ext"


@dataclass
class Answer:
    """What the preview has answered."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Preview:
    """A running preview of the handbook in ``folder``."""

    process: subprocess.Popen[bytes]
    folder: Path
    log: Path
    said_before: int = field(default=0)

    @property
    def port(self) -> int:
        match = re.search(r"http://127\.0\.0\.1:(\d+)/", self.said())
        assert match, self.said()
        return int(match.group(1))

    def said(self) -> str:
        """Return everything that the terminal shows."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def ask(self, path: str = "/", method: str = "GET", **headers: str) -> Answer:
        """Send a request as it stands, ``Host`` and ``Origin`` included."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=LONG)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            headers.setdefault("Host", f"127.0.0.1:{self.port}")
            for name, value in headers.items():
                if value:
                    connection.putheader(name, value)
            connection.endheaders()
            found = connection.getresponse()
            answered = {name.lower(): value for name, value in found.getheaders()}
            return Answer(found.status, answered, found.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def shows(self, words: str, path: str = "/") -> None:
        """Wait until a page shows words."""
        wait(lambda: words in self.ask(path).text, lambda: f"no {words!r} in {self.ask(path).text}")

    def is_sound(self) -> None:
        """Wait until nothing is wrong any more."""
        wait(lambda: "<aside" not in self.ask().text, lambda: f"still wrong: {self.ask().text}")

    def save(self, path: str, text: str | bytes) -> None:
        """Save a file of the handbook in one step: half of it would be built, too, and told."""
        aside = self.folder.with_name("being-saved")
        aside.write_bytes(text.encode() if isinstance(text, str) else text)
        aside.replace(self.folder / path)


@contextmanager
def start(folder: Path, *options: str, python: str = sys.executable) -> Iterator[Preview]:
    """Start a preview of a folder, wait until it serves, and end it."""
    log = folder.parent / "preview.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [python, "-m", "hiring", "live", folder.name, *options],
            cwd=folder.parent,
            env={**os.environ, "PYTHONPATH": str(PACKAGES)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    preview = Preview(process, folder, log)
    try:
        wait(lambda: "http://" in preview.said() or process.poll() is not None, preview.said)
        yield preview
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
