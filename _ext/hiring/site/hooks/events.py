"""What happens when in a build: every handler of the events of Sphinx, in one list.

Where two answer one event, the upper one goes first. In which order events come is Sphinx's. Others
are connected where what they take with them is made: in ``projected`` the folder's exchange, the
looks at what is copied and read, and what is removed at the end; in ``messages`` the end of a
filter; in ``transforms`` what stands in for sphinx-design's own; in ``live`` what is read again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from hiring.site.domain.domain import domain_of
from hiring.site.domain.this_build import OUR_OWN
from hiring.site.found import addresses, copies, head, icons, not_found, versions
from hiring.site.hooks import (
    assets,
    books,
    builder,
    contents,
    guard,
    hidden_links,
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
    side,
    transforms,
)
from hiring.site.nodes import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

USUAL = 500
"""The priority that Sphinx gives to a handler."""

EVERYWHERE, OUR_PAGES, WHOLE = "everywhere", "our pages", "whole"
"""What a handler is for: any build; the handbook's pages alone; a project that is all handbook."""

HANDLERS: tuple[tuple[str, Callable[..., object], str, int], ...] = (
    # First what a page may be, then the handbook: all that follows asks it.
    ("config-inited", guard.close_settings, EVERYWHERE, USUAL),
    ("config-inited", lifecycle.note_code, EVERYWHERE, USUAL),
    ("config-inited", lifecycle.read_handbook_first, EVERYWHERE, USUAL),
    ("config-inited", addresses.settle_address, EVERYWHERE, USUAL),
    ("config-inited", pages.add_folders, EVERYWHERE, USUAL),
    ("config-inited", books.leave_sheets_out, EVERYWHERE, USUAL),
    ("config-inited", books.prepare_latex, WHOLE, USUAL),
    ("config-inited", builder.build_side_by_side, WHOLE, USUAL),
    ("config-inited", books.read_in_order, WHOLE, USUAL),
    ("builder-inited", nodes.show_others_in_books, EVERYWHERE, USUAL),
    ("builder-inited", pages.leave_theme_out, EVERYWHERE, USUAL),
    ("builder-inited", said.complete_catalogs, EVERYWHERE, USUAL),
    ("builder-inited", addresses.show_addresses, WHOLE, USUAL),
    ("builder-inited", scripts.write_scripts_of_site, EVERYWHERE, USUAL),
    ("builder-inited", icons.write_icons, WHOLE, USUAL),
    ("builder-inited", search.leave_out_index, EVERYWHERE, USUAL),
    ("builder-inited", memory.open_tocs_on_demand, WHOLE, USUAL),
    ("builder-inited", transforms.drop_unused, WHOLE, 900),  # when all extensions have added theirs
    ("env-get-outdated", lifecycle.pages_to_read, EVERYWHERE, USUAL),
    ("env-before-read-docs", memory.set_handbook_aside, WHOLE, USUAL),
    ("env-purge-doc", memory.forget_doctrees, WHOLE, USUAL),
    ("env-purge-doc", search.forget_sections, EVERYWHERE, USUAL),
    ("doctree-read", page_ends.complete_page, OUR_PAGES, USUAL),
    ("doctree-read", page_lists.describe_pages, OUR_PAGES, USUAL),
    # Links to hidden things become words before anybody notes where links lead.
    ("doctree-read", lifecycle.settle_links, OUR_PAGES, USUAL),
    ("doctree-read", openings.settle_opening, OUR_PAGES, USUAL),
    ("doctree-read", pages.note_links, OUR_PAGES, USUAL),
    ("doctree-read", hidden_links.start_within, OUR_PAGES, USUAL),
    ("doctree-read", hidden_links.unlink_on_others, EVERYWHERE, USUAL),
    ("env-updated", lifecycle.pages_to_write, EVERYWHERE, USUAL),
    ("env-updated", search.note_sections, EVERYWHERE, USUAL),
    ("env-updated", builder.write_what_shows_it, WHOLE, USUAL),
    ("env-updated", memory.set_environment_aside, WHOLE, USUAL),
    ("html-collect-pages", pages.redirects, EVERYWHERE, USUAL),
    ("html-collect-pages", search.forget_words, EVERYWHERE, USUAL),
    ("html-collect-pages", search.page_of_search, EVERYWHERE, USUAL),
    ("html-collect-pages", not_found.not_found_page, EVERYWHERE, USUAL),
    ("html-page-context", said.add_words, EVERYWHERE, USUAL),
    ("html-page-context", assets.add_to_theme, EVERYWHERE, USUAL),
    ("html-page-context", versions.show_versions, OUR_PAGES, USUAL),
    ("html-page-context", assets.add_to_page, OUR_PAGES, USUAL),
    ("html-page-context", assets.drop_unused, OUR_PAGES, USUAL),
    ("html-page-context", pages.leave_source_out, OUR_PAGES, USUAL),
    ("html-page-context", pages.show_addresses_on, OUR_PAGES, USUAL),
    ("html-page-context", pages.complete_page, OUR_PAGES, USUAL),
    ("html-page-context", openings.add_script, OUR_PAGES, USUAL),
    ("html-page-context", section_tools.add_tools, OUR_PAGES, USUAL),
    ("html-page-context", contents.name_levels, OUR_PAGES, USUAL),
    ("html-page-context", side.show_facts_beside, OUR_PAGES, USUAL),
    ("html-page-context", head.add_tags, OUR_PAGES, USUAL),
    ("html-page-context", versions.name_versions, OUR_PAGES, USUAL),
    ("html-page-context", not_found.add_assets, WHOLE, USUAL),
    ("html-page-context", copies.write_copy, OUR_PAGES, USUAL),
    ("html-page-context", books.complete_book_page, OUR_PAGES, USUAL),
    ("html-page-context", outputs.note_written, OUR_PAGES, USUAL),
    ("html-page-context", pages.settle_sidebar, EVERYWHERE, 900),  # after the theme
    ("build-finished", outputs.write_outputs, EVERYWHERE, USUAL),
    ("build-finished", memory.take_back, WHOLE, USUAL),
)
"""Event, handler, what it is for, priority."""


def register(app: Sphinx) -> None:
    """Connect all handlers."""
    for event, handler, scope, priority in HANDLERS:
        app.connect(event, _within(handler, scope), priority)


def _within(handler: Callable[..., Any], scope: str) -> Callable[..., Any]:
    """Return what calls a handler where that is for it."""

    @wraps(handler)
    def called(app: Sphinx, *given: Any) -> Any:
        if scope == WHOLE and app.config.hiring_folder:
            return None
        if scope == OUR_PAGES and app.config.hiring_folder:
            # Events of a page give its name, or stand at it.
            name = given[0] if isinstance(given[0], str) else app.env.docname
            if not (domain_of(app.env).build.is_ours(name) or name.startswith(OUR_OWN)):
                return None
        return handler(app, *given)

    return called
