"""When things happen in a build: the handbook is read first, and stale pages are found."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError
from sphinx.util import logging

from hiring.checks.gate import gated
from hiring.checks.rulebook import rulebook
from hiring.checks.run import findings_kept
from hiring.checks.start import rule_problems, start_problems
from hiring.model.audience import Audience
from hiring.model.digests import digest_of_code
from hiring.model.language_tags import ENGLISH, tag_meant
from hiring.model.messages import gettext, tell_in
from hiring.model.problem import Severity
from hiring.model.rules import Rule
from hiring.reading.facts.front_matter import checks_stated
from hiring.reading.facts.own_words import words_of
from hiring.reading.history import last_changes
from hiring.reading.pages.page_cache import pages_in
from hiring.reading.projected_tree import projected_files
from hiring.reading.sources.settings import CONF, is_inside
from hiring.reading.sources.sources import sources_in
from hiring.site.directives import register_blocks
from hiring.site.domain.config import site_config
from hiring.site.domain.domain import HiringDomain, domain_of
from hiring.site.domain.indices import indices_in
from hiring.site.domain.this_build import ThisBuild, remember
from hiring.site.hooks.catalogs import forget_names, links_of
from hiring.site.hooks.hidden_links import unlink_hidden
from hiring.site.hooks.projected import lead
from hiring.site.views.team import mark
from hiring.system.clock import build_day, build_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from hiring.model.problem import Problem
    from hiring.reading.sources.settings import Settings
    from hiring.reading.sources.sources import Sources
    from hiring.site.domain.config import SiteConfig

logger = logging.getLogger(__name__)

PAGES = "pages.json"
"""The file among the doctrees in which pages already read are kept."""


class RefusedError(ConfigError):
    """Why nothing can be built: ``problems``, which the check tells as well."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def register(app: Sphinx) -> None:
    """Declare what tells our code from other code of ours."""
    app.add_config_value("hiring_code", "", "env", types=(str,))


def note_code(app: Sphinx, config: Config) -> None:
    """Let a change of our own code rebuild every page: a preview would else stay as it was.

    Pages tell of rules that the operator's modules add, too.
    """
    config.hiring_code = digest_of_code() + rulebook(tuple(config.hiring_rules)).digest


def read_handbook_first(app: Sphinx, config: Config) -> None:
    """Read the handbook before any page is, and lead Sphinx to what its readers may have of it.

    Where the handbook is the whole source folder, that is the projected tree from here on;
    the folder of conf.py stays what it is.
    """
    settings = site_config(config)
    folder, audience = Path(app.srcdir) / settings.folder, _audience(settings.audience)
    sources = _sources(app, folder, config)
    kept = _cache_file(app, settings)
    cache, words = pages_in(kept), words_of(sources)
    cache.read_ahead(sources.pages, audience, words, app.parallel)
    handbook, files = projected_files(folder, audience, cache, sources)
    cache.save()
    config.hiring_code += handbook.lexicons.digest
    history = kept and kept.with_name(f"changes-{audience}.json")
    changes = last_changes(folder, audience, sources.settings, handbook.hidden.pages, history)
    wrong = [found for found in handbook.problems if found.rule is Rule.SETTING]
    if not wrong:
        _see_that_all_agree(config, sources.settings)
    started = replace(sources, start=f"{config.root_doc}.md")
    wrong += (*rule_problems(sources), *start_problems(started, handbook))
    if wrong:
        raise RefusedError(wrong)
    report(handbook.problems, folder)
    lead(app, folder, handbook, files)

    register_blocks(app, words)
    found = findings_kept(kept and kept.with_name(f"openings-{audience}.json"))
    ready = gated(handbook, build_time(), checks_stated(sources, words.facts), found)
    found.save()
    day = build_day()
    build = ThisBuild(
        handbook=ready, changes=changes, today=day, config=settings, words=words, found=found
    )
    remember(config, build)
    # Sphinx takes the names of indices from their classes, before the domain knows the build.
    HiringDomain.indices = indices_in(handbook.lexicon())


def _audience(stated: str) -> Audience:
    """Return the audience of a build; raise ConfigError where there is none of that name."""
    if stated not in list(Audience):
        message = gettext(
            "hiring_audience is {audience}; wanted one of {wanted}",
            audience=repr(stated),
            wanted=", ".join(Audience),
        )
        raise ConfigError(message)
    return Audience(stated)


def _sources(app: Sphinx, folder: Path, config: Config) -> Sources:
    """Return the handbook's files, in the language that Sphinx has, however conf.py comes to it."""
    if not is_inside(config.hiring_folder):
        given = config.hiring_folder
        raise ConfigError(
            gettext(
                "hiring_folder is {given}; wanted a folder here, as 'people'", given=repr(given)
            )
        )
    if not folder.is_dir():
        raise ConfigError(gettext("hiring_folder: there is no folder {folder}", folder=folder))
    sources = sources_in(folder, Path(app.confdir) / CONF if config.hiring_folder else None)
    sources.language = tag_meant(config.language or "") or ENGLISH
    tell_in(sources.language)
    return sources


def _cache_file(app: Sphinx, settings: SiteConfig) -> Path | None:
    """Return where pages already read are kept: never in what is published, as all is in it."""
    if settings.cache:
        return Path(settings.cache)
    inside = app.doctreedir.is_relative_to(app.outdir)
    return None if inside else Path(app.doctreedir) / PAGES


def _see_that_all_agree(config: Config, settings: Settings) -> None:
    """Refuse settings that decide what is read and are not those in conf.py, as it is written."""
    for entry in fields(settings):
        name = "language" if entry.name == "language" else f"hiring_{entry.name}"
        written, given = getattr(settings, entry.name), config[name]
        given = tuple(given) if isinstance(written, tuple) else given
        if entry.name != "audience" and given != written:
            raise ConfigError(
                gettext(
                    "{name} is {given} here, and {written} as conf.py is written",
                    name=name,
                    given=repr(given),
                    written=repr(written),
                )
            )


def report(problems: Iterable[Problem], folder: Path) -> None:
    """Log the findings of the reader: errors as Sphinx warnings, the rest as information."""
    for problem in problems:
        location = f"{os.path.normpath(folder / problem.path)}:{problem.line}"
        if problem.severity is Severity.ERROR:
            logger.warning(
                problem.message, location=location, type="hiring", subtype=str(problem.rule)
            )
        else:
            logger.info("%s: %s [hiring.%s]", location, problem.message, problem.rule)


def settle_links(app: Sphinx, doctree: nodes.document) -> None:
    """Let ``[text](page.md#level-senior)`` find our anchors, and nothing find what is hidden.

    Of each page it is noted that it shows itself, its own date, its translations, and whom to turn
    to.
    """
    domain, docname = domain_of(app.env), app.env.docname
    if domain.build.folder:
        # Whether a page is in a table of contents is a matter of the check.
        app.env.metadata[docname].setdefault("orphan", True)
    domain.note_use(docname, "page", docname)
    domain.note_use(docname, "contact", docname)
    domain.note_use(docname, "versions", docname)
    if page := domain.handbook.pages.get(domain.build.path_of(docname)):
        mark(doctree, page, domain.build.voice_on(docname))
    slugs = app.env.metadata[docname].setdefault("myst_slugs", {})
    for anchor, words in domain.anchors_on(docname):
        slugs.setdefault(anchor, (None, anchor, words))
    links = links_of(doctree)
    unlink_hidden(domain, docname, links)
    forget_names(domain, links)


def pages_to_read(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> set[str]:
    """Return the pages that show something of the handbook which has changed."""
    return domain_of(env).stale_pages() - removed


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages whose navigation, or whose links into other pages, have changed.

    Sphinx writes a page again only where its own source has changed, though its sidebar and its
    links show the titles of others.
    """
    domain = domain_of(env)
    return [docname for docname in domain.pages_to_write() if domain.build.is_ours(docname)]
