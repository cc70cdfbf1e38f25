"""A whole build: made aside, verified, and published only when nothing is wrong with it."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.errors import ConfigError, SphinxError
from sphinx.util.console import color_terminal, nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils

from hiring.checks.formats import told
from hiring.checks.gate import held_back
from hiring.model.digests import digest_of_code
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext, message_language
from hiring.model.report import Report
from hiring.model.time_zones import next_change
from hiring.publishing.ending import end_of
from hiring.publishing.files import SiteFault, digests_of, files_in
from hiring.publishing.hidden import is_source
from hiring.publishing.inputs import inputs, is_current
from hiring.publishing.states import BuildRecord, read_record, record_of, states_in, untouched
from hiring.publishing.swap import PlaceError, check_place, publish, recover
from hiring.publishing.verify import verify
from hiring.publishing.work_folder import SITE, alone, begin, finish, work_of
from hiring.reading.sources.settings import CONF, read_settings
from hiring.reading.sources.told import PROJECTED
from hiring.site.command.faults import fault_in, fault_of
from hiring.site.domain.domain import domain_of
from hiring.site.found.addresses import note_on_address
from hiring.site.hooks.copied import extra_files, is_self_contained, static_folders
from hiring.site.hooks.lifecycle import RefusedError
from hiring.site.hooks.memory import keep_templates
from hiring.site.refused import errors_of, handbook_of, review_of
from hiring.system.clock import build_time
from hiring.system.git import why_no_days
from hiring.system.stopping import status_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from hiring.checks.finding import CheckRun
    from hiring.model.audience import Audience

MOST_TOLD = 20
"""How many findings of one build are printed."""

CRASHED = 2
"""The exit status where the program failed: never that of mistakes in the handbook."""


class NotBuiltError(Exception):
    """Why there is nothing to publish, in one line, and the exit ``status`` that says so."""

    def __init__(self, why: str, status: int = 1) -> None:
        super().__init__(why)
        self.status = status


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """What Sphinx has made: from which pages, and which digests a file may, or must not, have.

    ``is_whole`` tells that nothing outside of the handbook and the installed packages is in it;
    ``until`` and ``held`` are those of a ``BuildRecord``, and ``notes`` what its operator is told.
    """

    pages: frozenset[str]
    known: frozenset[str]
    sources: frozenset[str]
    is_whole: bool
    until: float
    held: tuple[str, ...]
    notes: tuple[str, ...]


def build(
    folder: Path,
    published: Path,
    jobs: int = 1,
    audience: Audience | None = None,
    *,
    strict: bool = False,
    made_of: str = "",
) -> int:
    """Build the handbook in ``folder`` and put it at ``published``; return the exit status.

    ``jobs`` is how many processes may work at once; ``audience`` is whom the build is for, where
    that is not what conf.py says. An opening that is not ready is held back, and the rest is
    published; with ``strict`` the exit status tells of that, too. ``made_of`` are the inputs, where
    somebody has looked at them: what has changed since then counts as new. The work folder beside
    the published one is built upon the next time. Where a build was interrupted, or something was
    wrong, it is built anew: Sphinx would not repeat what it has already said.
    """
    work = work_of(published)
    try:
        check_place(published, work, folder)
        with alone(work):
            recover(published)
            made_of = made_of or inputs(folder, published, audience or "")
            current = is_current(made_of, published, work)
            if not current:
                _build(folder, published, work, jobs, audience, made_of)
    except (NotBuiltError, PlaceError, OSError) as error:
        message = gettext("The handbook was not built: {why}", why=fault_of(error) or str(error))
        said = message_lexicon().in_turn((message, _kept(published)))
        print(f"{said}.", file=sys.stderr)
        return error.status if isinstance(error, NotBuiltError) else 1
    except KeyboardInterrupt as stopped:
        print(gettext("Stopped: {kept}.", kept=_kept(published)), file=sys.stderr)
        return status_of(stopped)
    return end_of(read_record(record_of(work)), published, strict=strict, was_current=current)


def _kept(published: Path) -> str:
    if published.exists():
        return gettext("{folder} stays as it was", folder=published)
    return gettext("nothing is published")


def _build(
    folder: Path, published: Path, work: Path, jobs: int, whose: Audience | None, made_of: str
) -> None:
    """Make the site of its inputs, verify and publish it; raise where anything is wrong."""
    if not (folder / CONF).is_file():
        raise _to_mend(review_of(folder, work))
    before = read_record(record_of(work))
    record_of(work).unlink(missing_ok=True)
    audience = whose or read_settings((folder / CONF).read_bytes(), Report(CONF)).audience
    # What others see is never built upon: each audience is a toolchain of its own.
    tools = f"{sys.version}\n{digest_of_code()}\n{sys.prefix}\n{audience}\n"
    upon_another = begin(work, tools)
    made = _make(folder, work, jobs, audience)
    site = states_in(work / SITE)
    findings = _verify(work / SITE, made, untouched(site, before.site), jobs)
    if findings and upon_another:
        # What is wrong may have been left by the build before, which other readers' pages were in.
        begin(work, tools)
        made = _make(folder, work, jobs, audience)
        site = states_in(work / SITE)
        findings = _verify(work / SITE, made, frozenset(), jobs)
    for finding in findings[:MOST_TOLD]:
        print(f"{work / SITE / finding.path}: {finding.message}", file=sys.stderr)
    if findings:
        raise NotBuiltError(_not_to_be_published(len(findings) - MOST_TOLD))
    # What is noted last is what may fail last: a site that is published is never said not to be.
    finish(work, tools, site)
    same = untouched(site, before.site) & untouched(states_in(published), before.published)
    publish(work / SITE, published, same, jobs)
    inputs_known = made_of if made.is_whole else ""
    record = BuildRecord(
        inputs_known, made.until, made.held, site, states_in(published), message_language()
    )
    record.save(record_of(work))
    for note in made.notes:
        print(note, file=sys.stderr)


def _not_to_be_published(more: int) -> str:
    if more > 0:
        return gettext("what is named above and {more} more must not be published", more=more)
    return gettext("what is named above must not be published")


def _verify(site: Path, made: BuiltSite, seen: Collection[str], jobs: int) -> list[SiteFault]:
    """Return what is wrong with the site; ``seen`` was right, and nobody has touched it since."""
    return sorted(verify(site, made.pages, made.known, made.sources, seen, jobs))


def _make(folder: Path, work: Path, jobs: int, audience: Audience) -> BuiltSite:
    """Let Sphinx build the site in the work folder; print what it finds wrong in the handbook."""
    if not color_terminal():
        nocolor()
    warnings = StringIO()
    settings = {"hiring_audience": audience.value, "nitpicky": True}
    places = (folder, folder, work / SITE, work / "doctrees")
    try:
        with patch_docutils(folder), docutils_namespace():
            app = Sphinx(
                *places, "html", settings, None, warnings, warningiserror=True, parallel=jobs
            )
            if errors := errors_of(handbook_of(app)):
                raise RefusedError(errors)
            keep_templates(app, work / "templates")
            app.build()
    except Exception as error:
        raise _not_built(error, folder, work, warnings.getvalue()) from error
    if fault := fault_in(warnings.getvalue()):
        # Sphinx says of each file that it can't write it, and goes on.
        raise NotBuiltError(fault)
    if app.statuscode != 0:
        raise _to_mend(review_of(folder, work, warnings.getvalue()))
    print(warnings.getvalue(), end="", file=sys.stderr)
    return _made(app, folder)


def _made(app: Sphinx, folder: Path) -> BuiltSite:
    """Return what a finished build was made of."""
    handbook, now = domain_of(app.env).handbook, build_time()
    change = next_change(handbook, now)
    tree = list(files_in([Path(app.srcdir)]))
    sources = [file for file in files_in([folder]) if is_source(file.name)]
    return BuiltSite(
        pages=frozenset(handbook.pages),
        known=digests_of([*static_folders(app), *(file for _, file in extra_files(app))])
        | digests_of(file for file in tree if not is_source(file.name)),
        sources=digests_of(sources) | digests_of(file for file in tree if is_source(file.name)),
        is_whole=is_self_contained(app, folder),
        until=change.timestamp() if change else 0,
        held=tuple(held_back(handbook)),
        notes=tuple(_notes(app, folder)),
    )


def _notes(app: Sphinx, folder: Path) -> Iterator[str]:
    """Yield what an operator should know of a site that can be published as it is."""
    if not (folder / PROJECTED).exists() and (why := why_no_days(folder)):
        yield gettext("{why}, so the pages show no dates.", why=why)
    if note := note_on_address(app.config):
        yield note


def _to_mend(review: CheckRun) -> NotBuiltError:
    """Print what is wrong, and return that this is why there is no site."""
    print(told(review), end="", flush=True)
    return NotBuiltError(gettext("mend the errors above"))


def _not_built(error: Exception, folder: Path, work: Path, warnings: str) -> NotBuiltError:
    """Return why Sphinx gave up; print what there is to mend."""
    if fault := fault_of(error):
        return NotBuiltError(fault)
    cause = error.__cause__ or getattr(error, "orig_exc", None)
    if isinstance(error, ConfigError) or (
        isinstance(error, SphinxError) and isinstance(cause, ImportError | None)
    ):
        return _to_mend(review_of(folder, work, warnings, error))
    details = work / "error.txt"
    details.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    name = type(cause or error).__name__
    why = gettext("the program failed ({name}), {file} says where", name=name, file=details)
    return NotBuiltError(why, CRASHED)
