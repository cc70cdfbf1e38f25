"""The hiring handbook as code: job roles in Markdown, and everything that is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__version__ = "0.1.0"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx; the pure parts of the package never load it."""
    from hiring.site import register

    return register(app)
