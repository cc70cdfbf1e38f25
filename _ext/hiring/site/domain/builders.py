"""What each builder of HTML gives of a handbook: which pages, and where files are beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.osutil import relative_uri

from hiring.site.domain.this_build import OUR_OWN, this_build

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.config import Config

THEME = "hiring"
"""Our theme. In another one the site's own search, headers and icons are that theme's matter."""

PAGED = ("html", "dirhtml")
"""The builders that make a file, or a folder, of each page."""

WITH_FILES = (*PAGED, "singlehtml", "json", "pickle")
"""Those beside whose pages stand postings, feeds and data."""

SEARCH = "search"
"""The page that every theme leads to when somebody searches."""


def has_our_theme(config: Config) -> bool:
    """Tell whether the site is in our theme."""
    return bool(config.html_theme == THEME)


def search_page(builder: Builder) -> str:
    """Return the page of our search, empty where there is none.

    Another theme's search finds all of a site, and has the usual name.
    """
    if builder.name not in PAGED:
        return ""
    return SEARCH if has_our_theme(builder.config) else f"{OUR_OWN}{SEARCH}"


def page_ending(builder: Builder) -> str:
    """Return what the address of a page ends in, where each has one of its own."""
    own = str(getattr(builder, "link_suffix", ".html"))
    return own if builder.name == "html" else "/"


def page_addresses(builder: Builder) -> str:
    """Return where pages are, from the folder of the handbook's own files."""
    if builder.name != "singlehtml":
        return f"{{page}}{page_ending(builder)}"
    folder = this_build(builder.config).folder
    up = "../" * len(folder.split("/")) if folder else ""
    named = f"{folder}/{{page}}" if folder else "{page}"
    return f"{up}{builder.config.root_doc}{page_ending_of_file(builder)}#document-{named}"


def page_ending_of_file(builder: Builder) -> str:
    """Return what the name of a page's file ends in."""
    return str(getattr(builder, "out_suffix", ".html"))


def address_of_file(builder: Builder, docname: str, path: str) -> str:
    """Return the address of a file of the handbook's own from a page."""
    target = this_build(builder.config).file_at(path)
    return relative_uri(builder.get_target_uri(docname), target)
