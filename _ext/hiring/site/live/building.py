"""One build for the preview, in a process of its own, and what it has to say.

A process of its own, because a build runs conf.py and may end in any way. Where the system can, it
is forked from one that has loaded Sphinx already: that is half of the time that a writer waits.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache
from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from hiring.checks.finding import CheckRun
from hiring.model.digests import digest_of_code
from hiring.model.messages import gettext, message_language
from hiring.site.hooks.lifecycle import RefusedError
from hiring.site.refused import errors_of, handbook_of, of_build, of_sphinx, review_of
from hiring.system.refusals import why_not_here
from hiring.system.workers import leave_interrupts

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

    from hiring.checks.finding import Finding
    from hiring.model.problem import Problem

LOADED = digest_of_code()
"""The code of ours that this process runs."""

WARMED = "hiring.site.live.warm"
"""What the process that builds are forked from has loaded."""

UNFINISHED = "unfinished"
"""Stands in the work folder while pages are written; one that is found was not finished."""

FINDINGS = "findings.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended: whether the pages are up to date, and every mistake.

    ``review`` is None where there is none; ``language`` is what its messages are told in.
    """

    finished: bool
    review: CheckRun | None = None
    language: str = field(default_factory=message_language)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What there is to mend, in the order of file and line."""
        return self.review.findings if self.review else ()


def build_aside(folder: Path, work: Path, audience: str | None) -> Outcome:
    """Build in another process, and return how that ended, whatever happens to it."""
    try:
        with ProcessPoolExecutor(1, mp_context=_context(), initializer=_begin) as pool:
            return pool.submit(build, folder, work, audience).result()
    except BrokenProcessPool:
        return _failed(gettext("the build was ended from outside: save again"))
    except Exception as error:  # no Python any more, no memory for a process: the preview goes on
        why = why_not_here(error) or error
        return _failed(gettext("no build could be started: {reason}", reason=why))


def _failed(why: str) -> Outcome:
    return Outcome(False, CheckRun(findings=(of_build("", 1, why),), waived=(), pages=0))


def _context() -> ForkServerContext | SpawnContext:
    """Return how to start a process: a fork of code that has changed would run the old code."""
    if "forkserver" not in multiprocessing.get_all_start_methods() or digest_of_code() != LOADED:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([WARMED])
    return context


def _begin() -> None:
    leave_interrupts()
    gc.disable()  # the process ends before there is anything worth collecting


def build(folder: Path, work: Path, audience: str | None) -> Outcome:
    """Build the handbook in ``folder`` into ``work/site``; never raises for what it finds there."""
    folder, said = folder.resolve(), StringIO()
    try:
        with patch_docutils(folder), docutils_namespace():
            errors = _run(folder, work, audience, said)
    except (Exception, SystemExit) as error:
        if isinstance(error, OSError) and (why := why_not_here(error)):
            return _failed(why)
        return Outcome(False, review_of(folder, work, said.getvalue(), error))
    found = sorted({finding.path for finding in of_sphinx(said.getvalue(), folder)})
    (work / FINDINGS).write_text(json.dumps(found), encoding="utf-8")
    if not (errors or found):
        return Outcome(True)
    return Outcome(True, review_of(folder, work, said.getvalue()))


def _run(folder: Path, work: Path, audience: str | None, said: StringIO) -> list[Problem]:
    """Build, and return the mistakes of the handbook; raises where it can't be built at all."""
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
    handbook = handbook_of(app)
    errors = errors_of(handbook)
    if f"{app.config.root_doc}.md" not in handbook.pages:
        raise RefusedError(errors)
    app.connect("env-get-outdated", lambda *_: again)
    mark.touch()
    _keep_templates(app, work / "templates")
    app.build(force_all=unfinished)
    mark.unlink()
    return errors


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
        return sorted({Path(path).with_suffix("").as_posix() for path in kept if path})
    except (OSError, ValueError, TypeError):
        return []
