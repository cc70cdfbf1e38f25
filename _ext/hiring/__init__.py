"""The hiring handbook as code: job roles in Markdown, and everything that is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.2.0"
"""The package's version, which has no other home: the build of the package reads it here."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension with Sphinx; the pure parts of the package never load it."""
    from hiring.site import register

    return {**register(app), "version": __version__}
