"""What the build leaves beside the pages: the handbook as data, and nothing that is stale."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import ConfigError

from hiring.exports.calendar import write_reviews
from hiring.exports.files import write_data
from hiring.exports.stamp import write_stamp
from hiring.interviewing.files import write_packets
from hiring.model.audience import Audience
from hiring.posting.feeds.changes import write_changes
from hiring.posting.files import write_postings
from hiring.posting.generator.files import write_generator
from hiring.posting.own_formats import FormatError
from hiring.site.domain.domain import domain_of
from hiring.site.found.cards import write_cards
from hiring.site.found.copies import copy_of
from hiring.site.found.lists import LISTS, write_lists
from hiring.site.found.not_found import lead_from_anywhere
from hiring.site.headers import HEADERS_FILE, headers_file
from hiring.site.hooks import search
from hiring.site.hooks.pages import THEME
from hiring.site.sheets import write_theme_sheet
from hiring.system.files import put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


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
    if exception is not None or app.builder.name != "html":
        return
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    outdir = Path(app.outdir)
    doctrees, code = Path(app.doctreedir), app.config.hiring_code
    write_data(handbook, outdir, app.parallel, kept=doctrees / "roles.json", code=code)
    if app.config.html_theme == THEME:
        write_theme_sheet(outdir, app.config.hiring_colors)
    _write_for_operators(app, outdir)
    made = _postings(app, outdir)
    made += write_reviews(
        *(handbook, outdir, app.config.html_baseurl),
        changes=domain.build.changes,
        kept=doctrees / "reviews.txt",
        code=code,
    )
    made += write_changes(handbook, outdir, app.config.html_baseurl)
    made += write_packets(handbook, outdir, kept=doctrees / "packets.json", code=code)
    if domain.pages_with("generator"):
        pages = domain.pages_with("generator")
        made += write_generator(
            *(handbook, outdir, domain.today, code),
            jobs=app.parallel,
            forms={domain.build.voice_on(page).language for page in pages},
        )
    made += search.write(app, outdir, app.parallel)
    made += [*write_lists(app, outdir), *write_cards(app, outdir, doctrees / "cards.json")]
    lead_from_anywhere(app, outdir)
    _remove_stale(app.builder, outdir, set(made))


def _postings(app: Sphinx, outdir: Path) -> list[Path]:
    """Write the postings; the build ends where a format of the operator's fails."""
    domain = domain_of(app.env)
    try:
        return write_postings(
            *(domain.handbook, outdir, domain.today, app.config.html_baseurl),
            changes=domain.build.changes,
            kept=Path(app.doctreedir) / "postings.json",
            code=app.config.hiring_code,
            jobs=app.parallel,
        )
    except FormatError as error:
        raise ConfigError(str(error)) from None


def _write_for_operators(app: Sphinx, outdir: Path) -> None:
    """Write what a host obeys, and what an operator watches."""
    build, version = domain_of(app.env).build, app.extensions["hiring"].version
    put(outdir / HEADERS_FILE, headers_file(build.handbook.audience).encode())
    write_stamp(build.handbook, Path(app.confdir), outdir, build.changes.values(), version)


def _remove_stale(builder: StandaloneHTMLBuilder, outdir: Path, made: set[Path]) -> None:
    """Remove what nothing in this build accounts for, and folders without a file."""
    for file in list(_stale(builder, outdir, made)):
        file.unlink()
    for here, _, _ in os.walk(outdir, topdown=False):  # the inner ones first
        if here != os.fspath(outdir) and not any(Path(here).iterdir()):
            Path(here).rmdir()


def _stale(builder: StandaloneHTMLBuilder, outdir: Path, made: set[Path]) -> Iterator[Path]:
    """Yield pages, images, downloads and postings that nothing in this build accounts for."""
    env = builder.env
    names = {*env.found_docs, *domain_of(env).extra_pages}
    kept = {os.fspath(builder.get_outfilename(name)) for name in names}
    kept |= {os.fspath(outdir / builder.imagedir / name) for _, name in env.images.values()}
    kept |= {os.fspath(outdir / "_downloads" / name) for _, name in env.dlfiles.values()}
    kept |= {os.fspath(outdir / copy_of(name)) for name in env.found_docs}
    kept |= {os.fspath(file) for file in made}
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
