"""What keeps a handbook from being built, in the words of the check.

A build that is refused makes the review that the check makes, so both say the same. What Sphinx, a
theme or conf.py refuses on top of it is told in the same form.
"""

from __future__ import annotations

import os
import re
import traceback
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError
from sphinx.util.console import strip_colors

from hiring.checks.catalog import BUILD
from hiring.checks.finding import Finding
from hiring.checks.folder import review_folder
from hiring.checks.start import no_extension
from hiring.model.messages import gettext
from hiring.model.problem import Problem, Severity
from hiring.reading.sources.files import printable
from hiring.reading.sources.settings import CONF
from hiring.site.domain.domain import domain_of
from hiring.site.hooks.lifecycle import RefusedError
from hiring.system.clock import build_day
from hiring.system.refusals import why_not_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from hiring.checks.finding import CheckRun
    from hiring.model.handbook import Handbook

_SAID = re.compile(r"(?:(.+?):(?:(\d+|None):)? )?(?:WARNING|ERROR|CRITICAL): (.*)")


def handbook_of(app: Sphinx) -> Handbook:
    """Return the handbook that a build is of; raise RefusedError where conf.py names no extension.

    Sphinx alone would build pages of it that nobody has looked at.
    """
    if "hiring" not in app.extensions:
        raise RefusedError([no_extension()])
    return domain_of(app.env).handbook


def errors_of(handbook: Handbook) -> list[Problem]:
    """Return the mistakes for which a handbook is not built."""
    return [found for found in handbook.problems if found.severity is Severity.ERROR]


def review_of(
    folder: Path, work: Path, said: str = "", error: BaseException | None = None
) -> CheckRun:
    """Return all that the check finds, and what only a build did.

    That is the ``error`` which ended it, unless something on its line is told already, and what
    Sphinx has ``said``, unless there are errors, from which it may follow. ``work`` is where a
    build keeps what it works with.
    """
    review = review_folder(folder, build_day(), work / "review")
    found = set(review.findings)
    if isinstance(error, RefusedError):
        found |= {Finding.of(problem) for problem in error.problems}
    elif error is not None and (folder / CONF).is_file():
        ended = _of_error(error, folder.resolve())
        if not any((it.path, it.line) == (ended.path, ended.line) for it in found):
            found.add(ended)
    if not any(it.severity is Severity.ERROR for it in found):
        found |= set(of_sphinx(said, folder.resolve()))
    return replace(review, findings=tuple(sorted(found)))


def of_sphinx(said: str, folder: Path) -> Iterator[Finding]:
    """Yield what Sphinx has said, ``PATH:LINE: WARNING: MESSAGE`` a line, as findings."""
    for line in strip_colors(said).splitlines():
        if match := _SAID.fullmatch(line):
            path, number, message = match.groups(default="")
            inside = printable(path.removeprefix(f"{folder}{os.sep}"))
            yield of_build(inside, int(number) if number.isdigit() else 1, printable(message))


def of_build(path: str, line: int, message: str) -> Finding:
    """Return what a build alone has found."""
    return Finding(path, line, BUILD.name, message, BUILD.severity, BUILD.why)


def _of_error(error: BaseException, folder: Path) -> Finding:
    """Return why nothing could be built, with its place in the handbook: conf.py, if no other."""
    while error.__cause__ is not None:
        error = error.__cause__
    message = printable(" ".join(str(error).replace(f"{folder}{os.sep}", "").split()))
    if not isinstance(error, SphinxError):
        message = f"{type(error).__name__}: {message}"
    places = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        places.append((error.filename or "", error.lineno))
        message = gettext("this is no Python: {said}", said=error.msg)
    inside = [(Path(file), line) for file, line in places if Path(file).is_relative_to(folder)]
    if not inside and isinstance(error, ImportError):
        message = why_not_here(error) or message
    file, line = inside[-1] if inside else (folder / CONF, 1)
    return of_build(file.relative_to(folder).as_posix(), line or 1, message)
