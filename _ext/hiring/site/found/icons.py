"""The site's icon, in the company's color: as a drawing, and for who takes none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hiring.model.colors import both, parts
from hiring.site.domain.builders import PAGED
from hiring.site.found.drawing import icon_ico, icon_png, icon_svg
from hiring.system.files import put

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from hiring.site.found.drawing import Color

ICON = "favicon.ico"
"""Where browsers and feed readers look for an icon that no page names."""
SVG = "_static/hiring/icon.svg"
PNG, SIDE = "_static/hiring/icon.png", 180
"""What phones put on their screens, and how large they want it."""


def write_icons(app: Sphinx) -> None:
    """Write the icons, unless conf.py names one of its own."""
    # Before any page, as whatever pages load.
    if app.builder.name in PAGED and not app.config.html_favicon:
        color = color_of(app.config)
        put(Path(app.outdir) / ICON, icon_ico(color))
        put(Path(app.outdir) / SVG, icon_svg(color).encode())
        put(Path(app.outdir) / PNG, icon_png(SIDE, color))


def color_of(config: Config) -> Color:
    """Return the color of what stands on white, whatever the reader's scheme is."""
    return parts(both(config.hiring_colors)["light"])
