"""Builds in processes of their own, which a test may kill, or refuse files to.

Each is forked from a process that has loaded everything, so that it takes a fraction of a second.
"""

from __future__ import annotations

import errno
import os
import resource
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.forked import server, take
from tests.support.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.context import ForkServerProcess

    from hiring.model.audience import Audience

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass(frozen=True)
class Fault:
    """What the system refuses a build under a folder: from the ``start``-th write on."""

    folder: Path
    start: int
    number: int = errno.ENOSPC
    calls: list[str] = field(default_factory=list)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Refuse to open a file for writing, or to make a folder or rename one."""
        if not self._is_write(event, arguments) or not self._is_inside(arguments[0]):
            return
        self.calls.append(event)
        if len(self.calls) >= self.start:
            self.strike(str(arguments[0]))

    def strike(self, path: str) -> None:
        """Do what is to happen instead of the write."""
        raise OSError(self.number, os.strerror(self.number), path)

    def _is_write(self, event: str, arguments: tuple[Any, ...]) -> bool:
        if event == "open":
            return bool((arguments[2] or 0) & WRITING)
        return event in ("os.mkdir", "os.rename")

    def _is_inside(self, path: object) -> bool:
        if not isinstance(path, (str, bytes, os.PathLike)):
            return False
        return Path(os.fsdecode(path)).absolute().is_relative_to(self.folder)


@dataclass(frozen=True)
class Kill(Fault):
    """The end of a build at its ``start``-th write under a folder, as by a kill from outside."""

    def strike(self, path: str) -> None:
        """End this process where it stands; nothing tidies up after it."""
        os.kill(os.getpid(), signal.SIGKILL)


def run(
    folder: Path, published: Path, said: Path, options: Options, environment: Mapping[str, str]
) -> None:
    """Build in this process and end it with the build's status; all that is said goes to a file."""
    from hiring.site.command.build import build

    take(environment)
    with (
        said.open("w", encoding="utf-8") as stream,
        redirect_stdout(stream),
        redirect_stderr(stream),
    ):
        if options.fault is not None:
            sys.addaudithook(options.fault)
        if options.largest is not None:
            # A write beyond this ends with an error in its middle, as on a disk that is full.
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (options.largest, options.largest))
        status = build(folder, published, audience=options.audience)
    sys.exit(status)


@dataclass(frozen=True)
class Options:
    """What is different about a build: whom it is for, what it is refused, its largest file."""

    audience: Audience | None = None
    fault: Fault | None = None
    largest: int | None = None


@dataclass(frozen=True)
class Builds:
    """Builds a folder's handbook into a published folder, over and again."""

    folder: Path
    published: Path

    def start(self, **options: Any) -> ForkServerProcess:
        """Begin a build in a process of its own."""
        wanted = Options(**options)
        arguments = (self.folder, self.published, self._said, wanted, dict(os.environ))
        process = server().Process(target=run, args=arguments)
        process.start()
        return process

    def build(self, **options: Any) -> tuple[int | None, str]:
        """Build to the end; return the status, and all that was said."""
        process = self.start(**options)
        process.join(LONG)
        assert process.exitcode is not None, "the build does not end"
        return process.exitcode, self._said.read_text(encoding="utf-8")

    @property
    def work(self) -> Path:
        """The folder that the site is made in."""
        return self.published.parent / "stage" / self.published.name

    @property
    def site(self) -> dict[str, bytes]:
        """Every published file by its path."""
        files = (file for file in sorted(self.published.rglob("*")) if file.is_file())
        return {file.relative_to(self.published).as_posix(): file.read_bytes() for file in files}

    @property
    def _said(self) -> Path:
        return self.folder.with_name("said.txt")


CONF = """
extensions = ["hiring"]
primary_domain = "hiring"
html_theme = "basic"
html_copy_source = False
html_use_index = False
"""
FILES = {
    "conf.py": CONF,
    "company.yaml": "name: Sample\nurl: https://sample.example\n",
    "skills.yaml": "skills: []\n",
    "index.md": "# Sample\n\n```{toctree}\nbread\nrolls\n```\n",
    "bread.md": "# Bread\n\nBaked at dawn.\n",
    "rolls.md": "# Rolls\n\nBaked at noon, with {doc}`bread`.\n",
}


def handbook(parent: Path, files: dict[str, str] | None = None) -> Builds:
    """Write a handbook of three pages and what is to be different in it."""
    for path, text in {**FILES, **(files or {})}.items():
        file = parent / "handbook" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Builds(parent / "handbook", parent / "out/html")
