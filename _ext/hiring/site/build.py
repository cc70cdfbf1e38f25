"""A whole build: made aside, looked through, and published only when nothing is wrong with it."""

from __future__ import annotations

import gc
import sys
import traceback
from io import StringIO
from pathlib import Path
from shutil import which

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.console import color_terminal, nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils

from hiring.model.audience import Audience
from hiring.publishing.exchange import PlaceError, check_place, publish, recover
from hiring.publishing.files import Finding, digest, digests_of
from hiring.publishing.hidden import hidden_between, is_source
from hiring.publishing.scan import scan
from hiring.publishing.verify import verify
from hiring.publishing.work import alone, begin, finish
from hiring.reading.cache import PageCache
from hiring.reading.report import Report
from hiring.reading.settings import CONF, read_settings
from hiring.reading.sources import sources_in
from hiring.reading.tree import projected_files
from hiring.site.faults import fault_in, fault_of
from hiring.site.lifecycle import code_digest
from hiring.site.packages import site_words, static_files

MOST_TOLD = 20
"""How many findings of one build are printed."""


class NotBuiltError(Exception):
    """Why there is nothing to publish, in one line."""


def build(folder: Path, published: Path, jobs: int = 1, audience: Audience | None = None) -> int:
    """Build the handbook in ``folder`` and put it at ``published``; return the exit status.

    ``jobs`` is how many processes may work at once; ``audience`` is whom the build is for, where
    that is not what conf.py says. The work folder beside the published one is built upon the next
    time. Where a build was interrupted, or something was wrong, it is built anew: Sphinx would not
    repeat what it has already said.
    """
    work = published.parent / "stage" / published.name
    # A build makes a million objects and few are garbage: looking for that takes a tenth of it.
    gc.set_threshold(100_000)
    try:
        check_place(published, work, folder)
        with alone(work):
            recover(published)
            _build(folder, published, work, jobs, audience)
    except (NotBuiltError, PlaceError, OSError) as error:
        why = fault_of(error) or str(error)
        kept = f"{published} stays as it was" if published.exists() else "nothing is published"
        print(f"The handbook was not built: {why}; {kept}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    pages = sum(1 for _ in published.rglob("*.html"))
    print(f"The handbook is in {published} ({pages} pages): open {published / 'index.html'}")
    return 0


def _build(folder: Path, published: Path, work: Path, jobs: int, audience: Audience | None) -> None:
    """Make the site, look through it, and publish it; raise where anything is wrong."""
    audience = audience or read_settings((folder / CONF).read_bytes(), Report(CONF)).audience
    # What others see is never built upon: each audience is a toolchain of its own.
    tools = f"{sys.version}\n{code_digest()}\n{sys.prefix}\n{audience}\n"
    upon_another = begin(work, tools)
    _make(folder, work, jobs, audience)
    findings = _look_through(folder, work, audience)
    if findings and upon_another:
        # What is wrong may have been left by the build before, which other readers' pages were in.
        begin(work, tools)
        _make(folder, work, jobs, audience)
        findings = _look_through(folder, work, audience)
    if which("git") is None:
        print("git is not installed, so the pages show no dates.", file=sys.stderr)
    for finding in findings[:MOST_TOLD]:
        print(f"{work / 'site' / finding.path}: {finding.message}", file=sys.stderr)
    if findings:
        more = len(findings) - MOST_TOLD
        also = f" and {more} more" if more > 0 else ""
        raise NotBuiltError(f"what is named above{also} must not be published")
    # What is noted last is what may fail last: a site that is published is never said not to be.
    finish(work, tools)
    publish(work / "site", published)


def _make(folder: Path, work: Path, jobs: int, audience: Audience) -> None:
    """Let Sphinx build the site in the work folder; print what it finds wrong in the handbook."""
    if not color_terminal():
        nocolor()
    warnings = StringIO()
    settings = {"hiring_audience": audience.value, "nitpicky": True}
    places = (folder, folder, work / "site", work / "doctrees")
    try:
        with patch_docutils(folder), docutils_namespace():
            app = Sphinx(
                *places, "html", settings, None, warnings, warningiserror=True, parallel=jobs
            )
            app.build()
    except Exception as error:
        raise NotBuiltError(_reason(error, warnings.getvalue(), work)) from error
    fault = fault_in(warnings.getvalue())
    if fault:
        # Sphinx says of each file that it can't write it, and goes on.
        raise NotBuiltError(fault)
    print(warnings.getvalue(), end="", file=sys.stderr)
    if app.statuscode != 0:
        raise NotBuiltError("mend what is named above")


def _reason(error: Exception, warnings: str, work: Path) -> str:
    """Return in one line why Sphinx gave up; print what else there is to say."""
    fault = fault_of(error)
    if fault:
        return fault
    print(warnings, end="", file=sys.stderr)
    cause = error.__cause__ or getattr(error, "orig_exc", None)
    if isinstance(error, SphinxError) and isinstance(cause, ImportError | None):
        print(error, file=sys.stderr)
        return "mend what is named above"
    details = work / "error.txt"
    details.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return f"the program failed ({type(error).__name__}), {details} says where"


def _look_through(folder: Path, work: Path, audience: Audience) -> list[Finding]:
    """Return what is wrong with the site in the work folder, or is not for its readers."""
    kept = PageCache(work / "doctrees/pages.json")  # what the build has just read
    read = sources_in(folder)
    handbook, visible = projected_files(folder, audience, kept, read)
    above = visible
    if audience is not Audience.HIRING_TEAM:  # from whom nothing is hidden
        # What all pages say is kept apart from what is built for some.
        all_cache = PageCache(work.parent / "all-pages.json")
        _, above = projected_files(folder, Audience.HIRING_TEAM, all_cache, read)
        all_cache.save()
    packages = digests_of(static_files())
    shown = {digest(data) for path, data in visible.items() if not is_source(path)}
    sources = {digest(file.read_bytes()) for file in folder.rglob("*") if is_source(file.name)}
    sources |= {digest(data) for path, data in visible.items() if is_source(path)}
    findings = verify(work / "site", handbook.pages, packages | shown, sources)
    if above != visible:
        hidden = hidden_between(above, visible, site_words(), packages)
        findings += scan(work / "site", hidden)
    return sorted(findings)
