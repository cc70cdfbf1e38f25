"""The lists of a site's pages, each for another reader: ``robots.txt``, a sitemap, ``llms.txt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.posting.feeds.entries import changed
from hiring.posting.listings import listed
from hiring.site.domain.domain import domain_of
from hiring.site.found.addresses import address_of
from hiring.site.found.copies import LLMS, llms_txt
from hiring.site.found.crawlers import ROBOTS, SITEMAP, Listed, robots, sitemap
from hiring.site.found.versions import alternates, versions_of
from hiring.system.files import put

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from sphinx.application import Sphinx

    from hiring.site.domain.domain import HiringDomain

LISTS = (ROBOTS, SITEMAP, LLMS)
"""The files, all of them at the site's root."""


def write_lists(app: Sphinx, outdir: Path) -> list[Path]:
    """Write the lists that this build has; return them, and those that conf.py brings."""
    is_public = domain_of(app.env).handbook.audience is Audience.PUBLIC
    sitemap_at = address_of(app.config, SITEMAP) if is_public else ""
    files = {LLMS: llms_txt(app)}
    if not domain_of(app.env).build.folder:  # else they are the site's
        files[ROBOTS] = robots(is_public=is_public, sitemap_at=sitemap_at)
    if sitemap_at and ROBOTS in files:
        files[SITEMAP] = sitemap(_listed(app))
    for name, data in files.items():
        if not _is_brought(app, name):
            put(outdir / name, data)
    return [outdir / name for name in LISTS if name in files or _is_brought(app, name)]


def _listed(app: Sphinx) -> Iterator[Listed]:
    """Yield each page that people should find.

    A job that nobody can apply for has a page, and is in no list.
    """
    domain = domain_of(app.env)
    handbook = domain.handbook
    over = {it.path for it in handbook.openings.values()} - listed(handbook, domain.today)
    for path in sorted(handbook.pages.keys() - over):
        docname = domain.build.docname_of(path)
        if docname in app.env.found_docs:
            uri = app.builder.get_target_uri(docname)
            versions = versions_of(app, docname)
            spoken = tuple(alternates(app, versions)) if len(versions) > 1 else ()
            yield Listed(address_of(app.config, uri), _changed(domain, path), spoken)


def _changed(domain: HiringDomain, path: str) -> date | None:
    """Return the day of a page's last change: an opening's page says what its role's does, too."""
    changes, opening = domain.build.changes, domain.handbook.opening_on(path)
    if opening is None or path not in changes:
        return changes.get(path)
    return changed(opening, domain.handbook, domain.today, changes)


def _is_brought(app: Sphinx, name: str) -> bool:
    """Tell whether the operator has such a file of their own."""
    return any((app.confdir / place / name).is_file() for place in app.config.html_extra_path)
