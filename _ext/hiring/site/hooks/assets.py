"""The sheets and scripts of pages: each where it is used, and the looks that a theme lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from hiring.site.domain.builders import has_our_theme, page_ending, search_page
from hiring.site.domain.domain import domain_of
from hiring.site.domain.sidebars import NavigationWriter, group_anchor
from hiring.site.hooks.books import BUILDER
from hiring.site.hooks.scripts import version_of_search
from hiring.site.hooks.search import IN_THEME, LAUNCH, STYLES, TEMPLATE
from hiring.site.hooks.transforms import finished_kinds
from hiring.site.nodes.compared import compared_roles
from hiring.site.nodes.disclosures import group_list, question_list
from hiring.site.nodes.nodes import application_checklist, posting_generator
from hiring.site.sheets import colors_in_address

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ASSETS = {
    "sphinx-design.min.css": "sd-",
    "design-tabs.js": "sd-tab",
    "pygments.css": 'class="highlight',
    # Words of Sphinx's own scripts, none of which our theme has. It evaluates a string, which the
    # policy of the headers forbids.
    "translations.js": "searchtools.js",
}
"""What of others' assets is only for some pages, with the markup that needs it."""

SHEETS = {
    "hiring/pictures.css": ('class="hiring-picture',),
    "hiring/opening.css": ("hiring-job-line",),
    "hiring/choices.css": ("hiring-choices",),
    "hiring/interviews.css": ("hiring-stages", "hiring-asked", "hiring-sheet"),
}
"""The sheets of some pages alone, each with the classes of what it is for."""

TOKENS = "hiring/tokens.css"
"""The colors and sizes that our sheets ask for, where the theme has others or none."""

PARENT = "pydata_sphinx_theme"
"""The theme whose names for colors and sizes our sheets use."""


def add_to_theme(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Add to a page in our theme what the theme is made of, whoever's page it is."""
    if app.builder.name != BUILDER and has_our_theme(app.config):
        app.add_css_file("hiring/site.css")
        context["hiring_colors"] = colors_in_address(app.config.hiring_colors)
        writer = _writer(app)
        context.update(writer.functions(pagename), group_anchor=group_anchor)
        context.update(
            (name, writer.tags(pagename, context[name]))
            for name in ("css_tag", "js_tag")
            if name in context
        )
        _add_search(app)


def add_to_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Add the sheets and scripts that a page of the handbook uses."""
    if app.builder.name == BUILDER:
        return
    if not has_our_theme(app.config):
        context["group_anchor"] = group_anchor
        _add_tokens(app)
        _add_search(app)
    if _needs(context, 'class="hiring-') or templatename in (
        "domainindex.html",
        TEMPLATE,
        IN_THEME,
    ):
        app.add_css_file("hiring/handbook.css")
    if templatename in (TEMPLATE, IN_THEME):
        app.add_css_file(STYLES)
    if _needs(context, "hiring-groups ") or _needs(context, "hiring-counts"):
        app.add_css_file("hiring/groups.css")
        _add_script(app, "hiring/filter.js")
    for sheet, shown in SHEETS.items():
        if any(_needs(context, markup) for markup in shown):
            app.add_css_file(sheet)
    if isinstance(doctree, nodes.document):
        _add_scripts(app, doctree)


def drop_unused(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Leave out assets that extensions put on every page, where the page has no use for them."""
    if not has_our_theme(app.config):
        return  # who knows what its own parts need
    unused = {name for name, markup in ASSETS.items() if not _needs(context, markup)}
    for assets in (context.get("css_files", []), context.get("script_files", [])):
        # Not every builder has some. In place: Sphinx and the theme still add to these very lists.
        assets[:] = [asset for asset in assets if Path(asset.filename or "").name not in unused]


def _add_tokens(app: Sphinx) -> None:
    """Add our own colors and sizes, unless the theme derives from the one that brings them."""
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder) or not getattr(builder, "theme", None):
        return  # pages that no template makes
    if not any(Path(place).name == PARENT for place in builder.theme.get_theme_dirs()):
        app.add_css_file(TOKENS)


def _add_search(app: Sphinx) -> None:
    """Add what starts our search, and where it finds its data and its pages."""
    if search_page(app.builder):
        build = domain_of(app.env).build
        told = {"data-folder": build.file_at(""), "data-ending": page_ending(app.builder)}
        told["data-version"] = version_of_search(build.handbook.lexicon())
        told |= {"data-ours": "true"} if has_our_theme(app.config) else {}
        _add_script(app, LAUNCH, **told)


def _add_script(app: Sphinx, name: str, **attributes: Any) -> None:
    """Add a script, which runs when the page is there, wherever the theme puts it."""
    app.add_js_file(name, loading_method="defer", **attributes)


def _writer(app: Sphinx) -> NavigationWriter:
    """Return what writes the navigation of this build's pages; it is made once."""
    domain = domain_of(app.env)
    if domain.writer is None:
        assert isinstance(app.builder, StandaloneHTMLBuilder)
        domain.writer = NavigationWriter(app.builder, domain.navigation)
    return domain.writer


def _add_scripts(app: Sphinx, doctree: nodes.document) -> None:
    """Add the scripts of what is on the page."""
    kinds = finished_kinds(doctree)
    if kinds & {question_list, group_list}:
        _add_script(app, "hiring/disclosures.js")
    if kinds & {posting_generator, application_checklist}:
        app.add_css_file("hiring/generator.css")
        _add_script(app, "hiring/generator.js")
    if compared_roles in kinds:
        app.add_css_file("hiring/compare.css")
        _add_script(app, "hiring/compare.js")


def _needs(context: dict[str, Any], markup: str) -> bool:
    return markup in context.get("body", "")
