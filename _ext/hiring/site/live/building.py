"""One build for the preview, and what it has to say."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from hiring.checks.finding import CheckRun
from hiring.model.messages import message_language
from hiring.site.hooks.lifecycle import RefusedError
from hiring.site.hooks.memory import keep_templates
from hiring.site.refused import errors_of, handbook_of, of_build, of_sphinx, review_of
from hiring.system.refusals import why_not_here

if TYPE_CHECKING:
    from hiring.checks.finding import Finding
    from hiring.model.problem import Problem

UNFINISHED = "unfinished"
"""Stands in the work folder while pages are written; one that is found was not finished."""

FINDINGS = "findings.json"

DOCTREES = "doctrees"
"""The folder in the work folder in which Sphinx, and the reader, keep what they have read."""


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


def failed(why: str) -> Outcome:
    """Return that there was no build, and why."""
    return Outcome(False, CheckRun(findings=(of_build("", 1, why),), waived=(), pages=0))


def build(folder: Path, work: Path, audience: str | None) -> Outcome:
    """Build the handbook in ``folder`` into ``work/site``; never raises for what it finds there."""
    folder, said = folder.resolve(), StringIO()
    try:
        with patch_docutils(folder), docutils_namespace():
            errors = _run(folder, work, audience, said)
    except (Exception, SystemExit) as error:
        if isinstance(error, OSError) and (why := why_not_here(error)):
            return failed(why)
        return Outcome(False, review_of(folder, work, said.getvalue(), error))
    found = sorted({finding.path for finding in of_sphinx(said.getvalue(), folder)})
    (work / FINDINGS).write_text(json.dumps(found), encoding="utf-8")
    if not (errors or found):
        return Outcome(True)
    return Outcome(True, review_of(folder, work, said.getvalue()))


def _run(folder: Path, work: Path, audience: str | None, said: StringIO) -> list[Problem]:
    """Build, and return the mistakes of the handbook; raises where it can't be built at all."""
    mark, doctrees = work / UNFINISHED, work / DOCTREES
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
    keep_templates(app, work / "templates")
    app.build(force_all=unfinished)
    mark.unlink()
    return errors


def _pages_to_repeat(work: Path) -> list[str]:
    """Return the pages with mistakes: Sphinx says them while it reads a page, and only then."""
    try:
        kept = json.loads((work / FINDINGS).read_bytes())
        return sorted({Path(path).with_suffix("").as_posix() for path in kept if path})
    except (OSError, ValueError, TypeError):
        return []
