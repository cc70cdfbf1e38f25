"""The page that a host shows where there is none: ``404.html``, right at any depth.

A host sends it for any address, as ``/a/b/c``. So its links start at the root of the host, and not
where the page is: which path the site has there, its address says.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from hiring.site.domain.builders import PAGED, has_our_theme, search_page
from hiring.site.found.addresses import root_of
from hiring.system.files import put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

PAGE = "404"
TEMPLATE, IN_THEME = "hiring-not-found.html", "hiring-not-found-in-theme.html"
"""The page in our theme, and in another."""
SHEET, SCRIPT = "hiring/handbook.css", "hiring/not-found.js"

_RELATIVE = re.compile(
    r'(?P<before>\s(?:href|src|action|data-content_root)=")'
    r"(?!#|/|[a-zA-Z][a-zA-Z0-9+.-]*:)(?:\.\.?/)?"
)
"""The start of an address that depends on where its page is; one to the page itself does not."""


def not_found_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page; in a project with others, it is the project's."""
    if app.builder.name in PAGED and not app.config.hiring_folder:
        template = TEMPLATE if has_our_theme(app.config) else IN_THEME
        yield PAGE, {"hiring_search": search_page(app.builder)}, template


def add_assets(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Add the search's looks, and the script that fills it in."""
    if templatename in (TEMPLATE, IN_THEME):
        app.add_css_file(SHEET)
        app.add_js_file(SCRIPT)


def lead_from_anywhere(app: Sphinx) -> Path:
    """Let all addresses in the page start at the root of the host; return its file.

    Hosts look for that in the root, though the builder may give each page a folder of its own.
    """
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    written, file = Path(app.builder.get_outfilename(PAGE)), Path(app.outdir, f"{PAGE}.html")
    text = written.read_text(encoding="utf-8")
    put(file, _RELATIVE.sub(rf"\g<before>{root_of(app.config)}", text).encode())
    if written != file:
        written.unlink()
    return file
