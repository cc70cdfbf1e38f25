"""The handbook shown by Sphinx: the only folder that knows Sphinx or docutils."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

from hiring.site import directives
from hiring.site.domain import config
from hiring.site.domain.domain import HiringDomain
from hiring.site.hooks import (
    events,
    guard,
    lifecycle,
    openings,
    pages,
    placeholders,
)
from hiring.site.nodes import compared, disclosures, nodes, pictures
from hiring.system.clock import ClockError, settle_clock

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def register(app: Sphinx) -> ExtensionMetadata:
    """Register every part of the site with Sphinx; return what Sphinx asks of an extension."""
    try:
        settle_clock()
    except ClockError as error:
        raise ConfigError(str(error)) from error
    _find_catalogs(app)
    app.setup_extension("myst_parser")
    app.setup_extension("sphinx_design")
    config.register(app)
    guard.register(app)
    app.add_domain(HiringDomain)
    directives.register(app)
    nodes.register(app)
    disclosures.register(app)
    compared.register(app)
    pictures.register(app)
    lifecycle.register(app)
    openings.register(app)
    placeholders.register(app)
    pages.register(app)
    events.register(app)
    return {
        "env_version": HiringDomain.data_version,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _find_catalogs(app: Sphinx) -> None:
    """Let Sphinx find its words of a language that is stated as a tag, as `de-CH`.

    It looks for catalogs before it loads extensions, and by names as `de_CH` alone.
    """
    language = app.config.language or ""
    if "-" in language:
        app.config.language = language.replace("-", "_")
        app._init_i18n()
