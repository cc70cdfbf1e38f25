"""What a page gets beside its text: assets where they are used, its date, its description."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache, partial
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from jinja2 import Template
from sphinxcontrib.serializinghtml import SerializingHTMLBuilder

from hiring.model.audience import Audience
from hiring.model.contact import contact_of
from hiring.model.data import PACKAGE
from hiring.posting.compose import opening_posting
from hiring.posting.structured import as_script_json, job_posting
from hiring.posting.structured_role import faq_page, occupation
from hiring.site.domain.builders import PAGED, THEME, has_our_theme
from hiring.site.domain.domain import domain_of
from hiring.site.domain.rebuild import targets_of
from hiring.site.domain.references import OPENINGS_PAGE
from hiring.site.hooks.books import BUILDER
from hiring.site.hooks.languages import speak, speak_titles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from hiring.site.domain.domain import HiringDomain

HERE = PACKAGE / "site"


_DISGUISES = {"&#37;&#52;&#48;": "@", "<span>&#64;</span>": "@", "<span>&#46;</span>": "."}
"""What docutils writes for signs in an address of e-mail, as long as it is not told otherwise."""


def register(app: Sphinx) -> None:
    """Register the theme."""
    app.add_html_theme(THEME, str(HERE / "theme"))


def add_folders(app: Sphinx, config: Config) -> None:
    """Put our assets beside those of the theme, whichever it is, and our theme's parts first."""
    # The theme that ours derives from looks for parts here, before it looks into the themes.
    parts = [str(HERE / "theme" / "components")] if has_our_theme(config) else []
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


def show_addresses_on(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Do the same for a page of the handbook where those of others are the project's matter."""
    for disguised, sign in _DISGUISES.items():
        context["body"] = context.get("body", "").replace(disguised, sign)


def note_links(app: Sphinx, doctree: nodes.document) -> None:
    """Note whose titles and anchors this page's links show: it is written again when one moves."""
    domain, docname = domain_of(app.env), app.env.docname
    domain.note_links(docname, set(targets_of(doctree, docname, domain.build)))


def leave_source_out(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Let no source be published with a page: a link in it may name what is hidden."""
    context.update(sourcename="", has_source=False, show_source=False)


def complete_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Add to a page's context what the handbook knows of it."""
    domain = domain_of(app.env)
    path = domain.build.path_of(pagename)
    if domain.handbook.audience is Audience.PUBLIC:
        # Where pages are edited is no address for strangers.
        context["theme_use_edit_page_button"] = False
    # As plain values: a builder may write a page's context down.
    context["hiring_contact"] = asdict(contact_of(path, domain.handbook))
    if page := domain.handbook.pages.get(path):
        speak(domain.handbook, page, context, xhtml=app.builder.name == BUILDER)
    _describe(domain, pagename, context)
    _lead_back(app, pagename, context)
    if app.builder.name in PAGED:
        speak_titles(domain.navigation, pagename, context)
        for data in _structured(domain, path, context.get("pageurl")):
            script = f'<script type="application/ld+json">{as_script_json(data)}</script>'
            context["metatags"] += f"\n{script}"


def settle_sidebar(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Tell the theme's layout whether the page has a sidebar: it would look through all pages.

    And make the address of the page's source once: the theme asks for it several times.
    """
    if has_our_theme(app.config):
        name = "get_edit_provider_and_url"
        if name in context:
            context[name] = cache(partial(_edited_at, pagename, context, context[name]))
        alone = not domain_of(app.env).navigation.path_to(pagename)
        context["suppress_sidebar_toctree"] = lambda **options: alone


def _edited_at(
    pagename: str, context: dict[str, Any], theirs: Callable[[], tuple[str | None, str]]
) -> tuple[str | None, str]:
    """Return where a page is edited, and whose place that is, as the theme itself finds it.

    It compiles for each page what conf.py states of the address. What that names of a forge, the
    theme knows.
    """
    stated = context.get("edit_page_url_template")
    if not stated or "file_name" not in stated or "_url" in stated:
        return theirs()
    folder = context.get("doc_path", "")
    name = f"{pagename}{context['page_source_suffix']}"
    known = {"doc_path": folder + "/" * (folder[-1:] not in ("", "/")), "file_name": name}
    return context.get("edit_page_provider_name"), _compiled(stated).render({**context, **known})


_compiled = cache(Template)


def _lead_back(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Let an opening that is in no table of contents lead to those that are."""
    build = domain_of(app.env).build
    pages = build.handbook.pages
    opening = build.handbook.opening_on(build.path_of(pagename))
    if opening and not context.get("parents") and OPENINGS_PAGE in pages:
        link = app.builder.get_relative_uri(pagename, build.docname_of(OPENINGS_PAGE))
        context["parents"] = [{"link": link, "title": escape(pages[OPENINGS_PAGE].title)}]


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


def _describe(domain: HiringDomain, pagename: str, context: dict[str, Any]) -> None:
    path = domain.build.path_of(pagename)
    changed = domain.build.changes.get(path)
    context["last_updated"] = changed and domain.handbook.lexicon().day(changed)
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
    build = domain_of(app.env).build
    for page in build.handbook.pages.values():
        for old in page.front_matter.redirects:
            context = {"target": build.docname_of(page.path), "title": page.title}
            yield build.docname_of(old.strip("/")), context, "hiring-redirect.html"
