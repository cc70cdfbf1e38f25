"""What the build leaves beside the pages: the handbook as data, and nothing that is stale."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import ConfigError

from hiring.exports.calendar import write_reviews
from hiring.exports.files import data_tasks
from hiring.exports.stamp import write_stamp
from hiring.interviewing.files import packets_task
from hiring.model.audience import Audience
from hiring.posting.feeds.changes import write_changes
from hiring.posting.files import postings_task
from hiring.posting.generator.files import generator_task
from hiring.posting.own_formats import FormatError
from hiring.site.domain.builders import (
    PAGED,
    WITH_FILES,
    has_our_theme,
    page_addresses,
    search_page,
)
from hiring.site.domain.domain import domain_of
from hiring.site.found.addresses import base_of
from hiring.site.found.cards import cards_task
from hiring.site.found.copies import copy_of
from hiring.site.found.lists import LISTS, write_lists
from hiring.site.found.not_found import lead_from_anywhere
from hiring.site.headers import HEADERS_FILE, headers_file
from hiring.site.hooks import search
from hiring.site.hooks.copied import extra_files
from hiring.site.sheets import write_theme_sheet
from hiring.system.files import put
from hiring.system.workers import in_this_process, tasks_side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from hiring.model.handbook import Handbook
    from hiring.system.workers import Task


def note_written(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Note a page that has no source: an index, the search page, a redirect."""
    domain_of(app.env).extra_pages.add(pagename)


def write_outputs(app: Sphinx, exception: Exception | None) -> None:
    """Write the data, and remove what an earlier build has left in the same folder.

    Sphinx keeps its work in the output folder where it is told of no other; in ours is what
    higher audiences read.
    """
    domain = domain_of(app.env)
    handbook = domain.handbook
    if handbook.audience is not Audience.HIRING_TEAM and app.doctreedir.is_relative_to(app.outdir):
        shutil.rmtree(app.doctreedir)
    if exception is not None or app.builder.name not in WITH_FILES:
        return
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    if (addresses := page_addresses(app.builder)) != handbook.addresses:
        handbook = replace(handbook, addresses=addresses)  # which has found no target yet
    outdir = Path(app.outdir, domain.build.folder)
    try:
        made = tasks_side_by_side(list(_tasks(app, handbook, outdir)), app.parallel)
    except FormatError as error:  # an operator's own
        raise ConfigError(str(error)) from None
    _remove_stale(app.builder, outdir, {os.fspath(file) for files in made for file in files})


def _tasks(app: Sphinx, handbook: Handbook, outdir: Path) -> Iterator[Task[Any, Any, list[Path]]]:
    """Yield the tasks of writing all that a build leaves; each comes to what belongs there.

    First what is longest brought to its end, and last what has none: so no process waits.
    """
    domain, doctrees, base = domain_of(app.env), Path(app.doctreedir), base_of(app.config)
    code, changes = f"{app.config.hiring_code} {handbook.addresses}", domain.build.changes
    if search_page(app.builder):
        yield search.task(app, outdir)
    yield from data_tasks(handbook, outdir, kept=doctrees / "roles.json", code=code)
    yield in_this_process(
        lambda: [
            *write_reviews(
                *(handbook, outdir, base),
                changes=changes,
                kept=doctrees / "reviews.txt",
                code=code,
            ),
            *write_changes(handbook, outdir, base),
            *write_lists(app, outdir),
        ]
    )
    if not domain.build.folder:
        yield in_this_process(lambda: _complete_site(app, handbook.audience))
    if pages := domain.pages_with("generator"):
        forms = {domain.build.voice_on(page).language for page in pages}
        yield generator_task(handbook, outdir, domain.today, code, forms)
    yield cards_task(app, outdir, doctrees / "cards.json")
    yield packets_task(handbook, outdir, kept=doctrees / "packets.json", code=code)
    yield postings_task(
        *(handbook, outdir, domain.today, base),
        changes=changes,
        kept=doctrees / "postings.json",
        code=code,
    )


def _complete_site(app: Sphinx, audience: Audience) -> list[Path]:
    """Write what is of a whole site, where that is the handbook's; return what belongs there.

    That is what a host obeys, and what an operator watches.
    """
    ours, build = has_our_theme(app.config), domain_of(app.env).build
    outdir, version = Path(app.outdir), app.extensions["hiring"].version
    if ours:
        write_theme_sheet(outdir, app.config.hiring_colors)
    put(outdir / HEADERS_FILE, headers_file(audience, strict=ours).encode())
    write_stamp(build.handbook, Path(app.confdir), outdir, build.changes.values(), version)
    return [lead_from_anywhere(app)] if app.builder.name in PAGED else []


def _remove_stale(builder: StandaloneHTMLBuilder, outdir: Path, made: set[str]) -> None:
    """Remove what nothing in this build accounts for, and folders without a file."""
    for file in list(_stale(builder, outdir, made)):
        file.unlink()
    for here, _, _ in os.walk(outdir, topdown=False):  # the inner ones first
        if here != os.fspath(outdir) and not any(Path(here).iterdir()):
            Path(here).rmdir()


def _stale(builder: StandaloneHTMLBuilder, outdir: Path, made: set[str]) -> Iterator[Path]:
    """Yield pages, images, downloads and postings that nothing in this build accounts for."""
    env = builder.env
    domain = domain_of(env)
    ours = [name for name in env.found_docs if domain.build.is_ours(name)]
    names = {*ours, *domain.extra_pages}
    kept = made | {os.fspath(builder.get_outfilename(name)) for name in names}
    kept |= {os.fspath(outdir / builder.imagedir / name) for _, name in env.images.values()}
    kept |= {os.fspath(outdir / "_downloads" / name) for _, name in env.dlfiles.values()}
    kept |= {os.fspath(builder.outdir / copy_of(name)) for name in ours}
    kept |= {os.fspath(builder.outdir / path) for path, _ in extra_files(builder._app)}
    owners = (
        builder.imagedir,
        "_downloads",
        "postings",
        "feeds",
        "generator",
        "search",
        "cards",
        "kits",
    )
    for here, _, files in os.walk(outdir):
        steps = Path(here).relative_to(outdir).parts
        is_owned = steps[:1] in {(name,) for name in owners}
        for name in files:
            owned = is_owned or (name.endswith((".html", ".md")) and "_static" not in steps)
            owned |= not steps and name in LISTS
            if owned and (file := f"{here}{os.sep}{name}") not in kept:
                yield Path(file)
