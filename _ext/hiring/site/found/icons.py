"""The site's icon for who takes no SVG: some browsers, phones, and programs that ask unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hiring.site.domain.builders import PAGED
from hiring.site.found.drawing import icon_ico, icon_png
from hiring.system.files import put

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ICON = "favicon.ico"
"""Where browsers and feed readers look for an icon that no page names."""
PNG, SIDE = "_static/hiring/icon.png", 180
"""What phones put on their screens, and how large they want it."""


def write_icons(app: Sphinx) -> None:
    """Write the icons, unless conf.py names one of its own."""
    # Before any page, as whatever pages load.
    if app.builder.name in PAGED and not app.config.html_favicon:
        put(Path(app.outdir) / ICON, icon_ico())
        put(Path(app.outdir) / PNG, icon_png(SIDE))
