"""What a page gets beside its text: assets where they are used, its date, its description."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinxcontrib.serializinghtml import SerializingHTMLBuilder

from hiring.model import words
from hiring.model.audience import Audience
from hiring.model.contact import contact_of
from hiring.model.data import PACKAGE
from hiring.posting.compose import opening_posting
from hiring.posting.structured import as_script_json, job_posting
from hiring.posting.structured_role import faq_page, occupation
from hiring.site.domain.domain import domain_of
from hiring.site.domain.rebuild import targets_of
from hiring.site.domain.references import OPENINGS_PAGE, docname_of
from hiring.site.domain.sidebars import NavigationWriter, group_anchor
from hiring.site.hooks.books import BUILDER
from hiring.site.hooks.languages import speak, speak_titles
from hiring.site.hooks.search import LAUNCH, STYLES, TEMPLATE, has_search
from hiring.site.hooks.transforms import finished_kinds
from hiring.site.nodes.compared import compared_roles
from hiring.site.nodes.disclosures import group_list, question_list
from hiring.site.nodes.nodes import application_checklist, posting_generator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from hiring.site.domain.domain import HiringDomain

HERE = PACKAGE / "site"
THEME = "hiring"

ASSETS = {
    "sphinx-design.min.css": "sd-",
    "design-tabs.js": "sd-tab",
    "pygments.css": 'class="highlight',
}
"""What of others' assets is only for some pages, with the markup that needs it."""

SHEETS = {
    "hiring/pictures.css": ('class="hiring-picture',),
    "hiring/opening.css": ("hiring-job-line",),
    "hiring/choices.css": ("hiring-choices",),
    "hiring/interviews.css": ("hiring-stages", "hiring-asked", "hiring-sheet"),
}
"""The sheets of some pages alone, each with the classes of what it is for."""


def register(app: Sphinx) -> None:
    """Register the theme."""
    app.add_html_theme(THEME, str(HERE / "theme"))


def add_folders(app: Sphinx, config: Config) -> None:
    """Put our assets beside those of the theme, whichever it is, and our theme's parts first."""
    # The theme that ours derives from looks for parts here, before it looks into the themes.
    parts = [str(HERE / "theme" / "components")] if config.html_theme == THEME else []
    config.templates_path = [*config.templates_path, str(HERE / "templates"), *parts]
    config.html_static_path = [*config.html_static_path, str(HERE / "static")]


def leave_theme_out(app: Sphinx) -> None:
    """Let the theme add nothing to pages that no template makes, as those of the builder ``json``.

    It would look there for its own settings, and end the build.
    """
    if isinstance(app.builder, SerializingHTMLBuilder):
        for listener in list(app.events.listeners["html-page-context"]):
            if listener.handler.__module__.startswith("pydata_sphinx_theme"):
                app.disconnect(listener.id)


def note_links(app: Sphinx, doctree: nodes.document) -> None:
    """Note whose titles and anchors this page's links show: it is written again when one moves."""
    docname = app.env.docname
    domain_of(app.env).note_links(docname, set(targets_of(doctree, docname)))


def complete_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Add to a page's context what the handbook knows of it, and the assets that it uses."""
    domain = domain_of(app.env)
    if app.builder.name != BUILDER:
        _add_assets(app, pagename, templatename, context, doctree)
    if domain.handbook.audience is Audience.PUBLIC:
        # Where pages are edited is no address for strangers.
        context["theme_use_edit_page_button"] = False
    # As plain values: a builder may write a page's context down.
    context["hiring_contact"] = asdict(contact_of(f"{pagename}.md", domain.handbook))
    if page := domain.handbook.pages.get(f"{pagename}.md"):
        speak(domain.handbook, page, context, xhtml=app.builder.name == BUILDER)
    _drop_unused(context)
    _describe(domain, pagename, context)
    _lead_back(app, pagename, context)
    if app.builder.name == "html":
        speak_titles(domain.navigation, pagename, context)
        for data in _structured(domain, f"{pagename}.md", context.get("pageurl")):
            script = f'<script type="application/ld+json">{as_script_json(data)}</script>'
            context["metatags"] += f"\n{script}"


def _add_assets(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Add the sheets and scripts that a page of the site uses."""
    if app.config.html_theme == THEME:
        app.add_css_file("hiring/site.css")
        context.update(_writer(app).functions(pagename), group_anchor=group_anchor)
    if _needs(context, 'class="hiring-') or templatename in ("domainindex.html", TEMPLATE):
        app.add_css_file("hiring/handbook.css")
    if has_search(app):
        app.add_js_file(LAUNCH)
    if templatename == TEMPLATE:
        app.add_css_file(STYLES)
    if _needs(context, "hiring-groups ") or _needs(context, "hiring-counts"):
        app.add_css_file("hiring/groups.css")
        app.add_js_file("hiring/filter.js")
    for sheet, shown in SHEETS.items():
        if any(_needs(context, markup) for markup in shown):
            app.add_css_file(sheet)
    if isinstance(doctree, nodes.document):
        _add_scripts(app, doctree)


def _writer(app: Sphinx) -> NavigationWriter:
    """Return what writes the navigation of this build's pages; it is made once."""
    domain = domain_of(app.env)
    if domain.writer is None:
        assert isinstance(app.builder, StandaloneHTMLBuilder)
        domain.writer = NavigationWriter(app.builder, domain.navigation)
    return domain.writer


def settle_sidebar(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Tell the theme's layout whether the page has a sidebar: it would look through all pages.

    And make the address of the page's source once: the theme compiles a template each time.
    """
    if app.config.html_theme == THEME:
        name = "get_edit_provider_and_url"
        if name in context:
            context[name] = cache(context[name])
        alone = not domain_of(app.env).navigation.path_to(pagename)
        context["suppress_sidebar_toctree"] = lambda **options: alone


def _lead_back(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Let an opening that is in no table of contents lead to those that are."""
    pages = domain_of(app.env).handbook.pages
    opening = domain_of(app.env).handbook.opening_on(f"{pagename}.md")
    if opening and not context.get("parents") and f"{OPENINGS_PAGE}.md" in pages:
        link = app.builder.get_relative_uri(pagename, OPENINGS_PAGE)
        context["parents"] = [{"link": link, "title": escape(pages[f"{OPENINGS_PAGE}.md"].title)}]


def _structured(domain: HiringDomain, path: str, address: str | None) -> Iterator[dict[str, Any]]:
    """Yield what a page says to machines: a role's what the work is, an opening's the job (J2).

    Only a build for the public tells of a job: nobody else's page can be found (J20).
    """
    handbook = domain.handbook
    role, opening = handbook.role_on(path), handbook.opening_on(path)
    if role:
        yield occupation(role, handbook)
        questions = faq_page(role, handbook, domain.env.config.html_baseurl)
        if questions:
            yield questions
    if opening and handbook.audience is Audience.PUBLIC:
        job = job_posting(opening_posting(opening, handbook), domain.today, address)
        if job:
            yield job


def _add_scripts(app: Sphinx, doctree: nodes.document) -> None:
    """Add the scripts of what is on the page."""
    kinds = finished_kinds(doctree)
    if kinds & {question_list, group_list}:
        app.add_js_file("hiring/disclosures.js")
    if kinds & {posting_generator, application_checklist}:
        app.add_css_file("hiring/generator.css")
        app.add_js_file("hiring/generator.js")
    if compared_roles in kinds:
        app.add_css_file("hiring/compare.css")
        app.add_js_file("hiring/compare.js")


def _needs(context: dict[str, Any], markup: str) -> bool:
    return markup in context.get("body", "")


def _drop_unused(context: dict[str, Any]) -> None:
    """Leave out assets that extensions put on every page, where the page has no use for them."""
    unused = {name for name, markup in ASSETS.items() if not _needs(context, markup)}
    for assets in (context.get("css_files", []), context.get("script_files", [])):
        # Not every builder has some. In place: Sphinx and the theme still add to these very lists.
        assets[:] = [asset for asset in assets if Path(asset.filename or "").name not in unused]


def _describe(domain: HiringDomain, pagename: str, context: dict[str, Any]) -> None:
    path = f"{pagename}.md"
    changed = domain.build.changes.get(path)
    context["last_updated"] = words.day(changed) if changed else None
    page = domain.handbook.pages.get(path)
    if page is None:
        return
    stated = page.front_matter
    if stated.title:
        context["title"] = escape(stated.title)
    description = context["hiring_description"] = description_of(domain, path)
    tags = {"description": description, "keywords": ", ".join(stated.keywords)}
    for name, content in tags.items():
        if content:
            context["metatags"] += f'\n<meta name="{name}" content="{escape(content)}" />'


def description_of(domain: HiringDomain, path: str) -> str | None:
    """Return a page in a sentence: as it says itself, or as its role or its opening is."""
    stated = domain.handbook.pages[path].front_matter.description
    return stated or _summary(domain, path)


def _summary(domain: HiringDomain, path: str) -> str | None:
    role, opening = domain.handbook.role_on(path), domain.handbook.opening_on(path)
    if opening is None:
        return role.facts.summary if role else None
    about = domain.handbook.roles[opening.facts.role].facts.summary
    return ". ".join(part for part in (f"{opening.title}, {opening.where}", about) if part)


def redirects(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield a page for each old path, which leads to where the page is now; none for an e-book."""
    if app.builder.name == BUILDER:
        return
    for page in domain_of(app.env).handbook.pages.values():
        for old in page.front_matter.redirects:
            context = {"target": docname_of(page.path), "title": page.title}
            yield docname_of(old).strip("/"), context, "redirect.html"
