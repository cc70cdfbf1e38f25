"""When things happen in a build: the handbook is read first, and stale pages are found."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError
from sphinx.util import logging

from hiring.clock import build_day
from hiring.model.audience import Audience
from hiring.model.problem import Severity
from hiring.reading.cache import PageCache
from hiring.reading.files import SKIPPED_FOLDERS
from hiring.reading.front_matter import blanked
from hiring.reading.handbook import read_handbook
from hiring.reading.history import last_changes
from hiring.site.config import site_config
from hiring.site.domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from hiring.model.problem import Problem

logger = logging.getLogger(__name__)


def register(app: Sphinx) -> None:
    """Connect the handlers."""
    app.add_config_value("hiring_code", "", "env", types=(str,))
    app.connect("config-inited", _note_code)
    app.connect("config-inited", _read_first)
    app.connect("source-read", _drop_front_matter)
    app.connect("doctree-read", _note_anchors)
    app.connect("env-get-outdated", _pages_to_read)
    app.connect("env-updated", _pages_to_write)


def _note_code(app: Sphinx, config: Config) -> None:
    """Let a change of our own code rebuild every page: a preview would else stay as it was."""
    config.hiring_code = code_digest()
    config.myst_enable_extensions = {*config.myst_enable_extensions, "colon_fence"}


def code_digest() -> str:
    """Return a digest of the package's Python files and data."""
    digest = hashlib.sha256()
    package = Path(__file__).parent.parent
    for file in sorted(package.rglob("*")):
        if file.suffix in (".py", ".csv", ".html", ".yaml"):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _read_first(app: Sphinx, config: Config) -> None:
    """Read the handbook before any page is, and keep what its readers may not see out.

    Sphinx compares the settings with those of the build before as soon as all are known; what is
    kept out must stand in them by then.
    """
    settings = site_config(config)
    if settings.audience not in list(Audience):
        wanted = ", ".join(Audience)
        raise ConfigError(f"hiring_audience is {settings.audience!r}; wanted one of {wanted}")
    folder = Path(app.srcdir)
    cache = PageCache(Path(settings.cache or app.doctreedir / "pages.json"))
    handbook = read_handbook(folder, Audience(settings.audience), cache)
    skipped = [f"**/{name}" for name in (*sorted(SKIPPED_FOLDERS), ".*")]
    config.exclude_patterns = [*config.exclude_patterns, *skipped, *handbook.withheld]
    report(handbook.problems, folder)

    def tell_domain(app: Sphinx) -> None:
        domain_of(app.env).know(handbook, last_changes(folder), build_day(), settings)

    app.connect("builder-inited", tell_domain)


def report(problems: Iterable[Problem], folder: Path) -> None:
    """Log the findings of the reader: errors as Sphinx warnings, the rest as information."""
    for problem in problems:
        location = f"{folder / problem.path}:{problem.line}"
        if problem.severity is Severity.ERROR:
            logger.warning(
                problem.message, location=location, type="hiring", subtype=str(problem.rule)
            )
        else:
            logger.info("%s: %s [hiring.%s]", location, problem.message, problem.rule)


def _drop_front_matter(app: Sphinx, docname: str, source: list[str]) -> None:
    """Keep front matter from MyST, and note what every page shows: its own date."""
    source[0] = blanked(source[0])
    domain_of(app.env).note_use(docname, "page", docname)


def _note_anchors(app: Sphinx, doctree: nodes.document) -> None:
    """Let ``[text](page.md#level-senior)`` find our anchors, as it finds headings."""
    docname = app.env.docname
    slugs = app.env.metadata[docname].setdefault("myst_slugs", {})
    for anchor, words in domain_of(app.env).anchors_on(docname):
        slugs.setdefault(anchor, (None, anchor, words))


def _pages_to_read(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> set[str]:
    """Return the pages that show something of the handbook which has changed."""
    return domain_of(env).stale_pages() - removed


def _pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages whose navigation, or whose links into other pages, have changed.

    Sphinx writes a page again only where its own source has changed, though its sidebar and its
    links show the titles of others.
    """
    return domain_of(env).pages_to_write()
