"""One build for the preview, in a process of its own, and what it has to say.

A process of its own, because a build runs conf.py and may end in any way. Where the system can, it
is forked from one that has loaded Sphinx already: that is half of the time that a writer waits.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import re
import signal
import traceback
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import astuple, dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache
from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.errors import SphinxError
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from hiring.model.digests import digest_of_code
from hiring.reading.sources.files import printable
from hiring.site.domain.domain import domain_of

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

LOADED = digest_of_code()
"""The code of ours that this process runs."""

WARMED = "hiring.site.live.warm"
"""What the process that builds are forked from has loaded."""

UNFINISHED = "unfinished"
"""Stands in the work folder while pages are written; one that is found was not finished."""

FINDINGS = "findings.json"

_SAID = re.compile(r"(?:(.+?):(?:(\d+|None):)? )?(?:WARNING|ERROR|CRITICAL): (.*)")


@dataclass(frozen=True, slots=True, order=True)
class PreviewMessage:
    """A mistake: in which file of the handbook, on which line, both empty where nobody knows."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return the line that the terminal shows."""
        place = f"{self.path}:{self.line}: " if self.line else self.path and f"{self.path}: "
        return place + self.message


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended: whether the pages are up to date, and every mistake."""

    finished: bool
    findings: tuple[PreviewMessage, ...] = ()


def build_aside(folder: Path, work: Path, audience: str | None) -> Outcome:
    """Build in another process, and return how that ended, whatever happens to it."""
    try:
        with ProcessPoolExecutor(1, mp_context=_context(), initializer=_leave_signals) as pool:
            return pool.submit(build, folder, work, audience).result()
    except BrokenProcessPool:
        return Outcome(
            False, (PreviewMessage("", 0, "the build was ended from outside: save again"),)
        )
    except Exception as error:  # no Python any more, no memory for a process: the preview goes on
        return Outcome(False, (PreviewMessage("", 0, f"no build could be started: {error}"),))


def _context() -> ForkServerContext | SpawnContext:
    """Return how to start a process: a fork of code that has changed would run the old code."""
    if "forkserver" not in multiprocessing.get_all_start_methods() or digest_of_code() != LOADED:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([WARMED])
    return context


def _leave_signals() -> None:
    """Leave Ctrl-C, which reaches every process of a terminal, to the one that serves."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # the process ends before there is anything worth collecting


def build(folder: Path, work: Path, audience: str | None) -> Outcome:
    """Build the handbook in ``folder`` into ``work/site``; never raises for what it finds there."""
    folder, said = folder.resolve(), StringIO()
    try:
        with patch_docutils(folder), docutils_namespace():
            _run(folder, work, audience, said)
    except (Exception, SystemExit) as error:
        return Outcome(False, tuple(dict.fromkeys([_reason(error, folder), *_parse(said, folder)])))
    findings = tuple(sorted(set(_parse(said, folder))))
    kept = json.dumps([astuple(finding) for finding in findings])
    (work / FINDINGS).write_text(kept, encoding="utf-8")
    return Outcome(True, findings)


def _run(folder: Path, work: Path, audience: str | None, said: StringIO) -> None:
    mark, doctrees = work / UNFINISHED, work / "doctrees"
    again, unfinished = _pages_to_repeat(work), mark.exists()
    fresh = unfinished or not (doctrees / ENV_PICKLE_FILENAME).exists()
    app = Sphinx(
        folder,
        folder,
        work / "site",
        doctrees,
        "html",
        {"nitpicky": True, **({"hiring_audience": audience} if audience else {})},
        status=None,
        warning=said,
        freshenv=fresh,
        # For a page or two, starting the processes takes longer than they save.
        parallel=(os.cpu_count() or 1) if fresh else 1,
    )
    start_page = f"{app.config.root_doc}.md"
    if start_page not in domain_of(app.env).handbook.pages:
        raise SphinxError(f"{start_page} is missing, can't be read, or is for other readers")
    app.connect("env-get-outdated", lambda *_: again)
    mark.touch()
    _keep_templates(app, work / "templates")
    app.build(force_all=unfinished)
    mark.unlink()


def _keep_templates(app: Sphinx, folder: Path) -> None:
    """Keep the compiled templates of the theme: compiling them takes a third of a build."""
    folder.mkdir(exist_ok=True)
    environment = getattr(app.builder.templates, "environment", None)
    if environment is not None:
        environment.bytecode_cache = FileSystemBytecodeCache(str(folder))


def _pages_to_repeat(work: Path) -> list[str]:
    """Return the pages with mistakes: Sphinx says them while it reads a page, and only then."""
    try:
        kept = json.loads((work / FINDINGS).read_bytes())
        return sorted({Path(path).with_suffix("").as_posix() for path, _, _ in kept if path})
    except (OSError, ValueError, TypeError):
        return []


def _parse(said: StringIO, folder: Path) -> list[PreviewMessage]:
    """Return what Sphinx has said as findings: ``PATH:LINE: WARNING: MESSAGE`` a line."""
    found = []
    for line in strip_colors(said.getvalue()).splitlines():
        if match := _SAID.fullmatch(line):
            path, number, message = match.groups(default="")
            number = number if number.isdigit() else "0"
            path = printable(path.removeprefix(f"{folder}{os.sep}"))
            found.append(PreviewMessage(path, int(number), printable(message)))
    return found


def _reason(error: BaseException, folder: Path) -> PreviewMessage:
    """Return why nothing could be built, with the place in the handbook where there is one."""
    while error.__cause__ is not None:
        error = error.__cause__
    message = printable(" ".join(str(error).replace(f"{folder}{os.sep}", "").split()))
    if not isinstance(error, SphinxError):
        message = f"{type(error).__name__}: {message}"
    places = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        places.append((error.filename or "", error.lineno))
        message = f"this is no Python: {error.msg}"
    inside = [(Path(file), line) for file, line in places if Path(file).is_relative_to(folder)]
    if not inside:
        return PreviewMessage("", 0, message)
    file, line = inside[-1]
    return PreviewMessage(file.relative_to(folder).as_posix(), line or 0, message)
