"""What happens when in a build: every handler of the events of Sphinx, in one list.

Where two answer one event, the upper one goes first. In which order events come is Sphinx's. Three
more are connected where what they take with them is made: in ``projected`` the look at what is
copied and the end of a passing folder, in ``transforms`` what stands in for sphinx-design's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.site.found import addresses, copies, head, icons, not_found, versions
from hiring.site.hooks import (
    books,
    contents,
    guard,
    lifecycle,
    memory,
    openings,
    outputs,
    page_ends,
    page_lists,
    pages,
    said,
    scripts,
    search,
    section_tools,
    transforms,
)
from hiring.site.nodes import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

USUAL = 500
"""The priority that Sphinx gives to a handler."""

HANDLERS: tuple[tuple[str, Callable[..., object], int], ...] = (
    # First what a page may be, then the handbook: all that follows asks it.
    ("config-inited", guard.close_settings, USUAL),
    ("config-inited", addresses.settle_address, USUAL),
    ("config-inited", lifecycle.note_code, USUAL),
    ("config-inited", lifecycle.read_handbook_first, USUAL),
    ("config-inited", pages.add_folders, USUAL),
    ("config-inited", books.leave_sheets_out, USUAL),
    ("config-inited", books.prepare_latex, USUAL),
    ("builder-inited", nodes.show_others_in_books, USUAL),
    ("builder-inited", pages.leave_theme_out, USUAL),
    ("builder-inited", said.complete_catalogs, USUAL),
    ("builder-inited", addresses.show_addresses, USUAL),
    ("builder-inited", scripts.write_scripts_of_site, USUAL),
    ("builder-inited", icons.write_icons, USUAL),
    ("builder-inited", search.leave_out_index, USUAL),
    ("builder-inited", transforms.drop_unused, 900),  # when all extensions have added theirs
    ("env-get-outdated", lifecycle.pages_to_read, USUAL),
    ("env-before-read-docs", memory.set_handbook_aside, USUAL),
    ("env-purge-doc", memory.forget_doctrees, USUAL),
    ("doctree-read", page_ends.complete_page, USUAL),
    ("doctree-read", page_lists.describe_pages, USUAL),
    # Links to hidden things become words before anybody notes where links lead.
    ("doctree-read", lifecycle.settle_links, USUAL),
    ("doctree-read", openings.settle_opening, USUAL),
    ("doctree-read", pages.note_links, USUAL),
    ("env-updated", lifecycle.pages_to_write, USUAL),
    ("env-updated", memory.set_environment_aside, USUAL),
    ("html-collect-pages", pages.redirects, USUAL),
    ("html-collect-pages", search.search_page, USUAL),
    ("html-collect-pages", not_found.not_found_page, USUAL),
    ("html-page-context", said.add_words, USUAL),
    ("html-page-context", versions.show_versions, USUAL),
    ("html-page-context", pages.complete_page, USUAL),
    ("html-page-context", openings.add_script, USUAL),
    ("html-page-context", section_tools.add_tools, USUAL),
    ("html-page-context", contents.name_levels, USUAL),
    ("html-page-context", head.add_tags, USUAL),
    ("html-page-context", versions.name_versions, USUAL),
    ("html-page-context", not_found.add_assets, USUAL),
    ("html-page-context", copies.write_copy, USUAL),
    ("html-page-context", books.complete_book_page, USUAL),
    ("html-page-context", outputs.note_written, USUAL),
    ("html-page-context", pages.settle_sidebar, 900),  # after the theme
    ("build-finished", outputs.write_outputs, USUAL),
    ("build-finished", memory.take_back, USUAL),
)
"""Event, handler, priority."""


def register(app: Sphinx) -> None:
    """Connect all handlers."""
    for event, handler, priority in HANDLERS:
        app.connect(event, handler, priority)
