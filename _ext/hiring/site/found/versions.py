"""A page in several languages: what leads from each to the others, for readers and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from hiring.model.language_tags import direction, foreign, name_of
from hiring.site.domain.builders import PAGED
from hiring.site.domain.domain import domain_of
from hiring.site.found.addresses import address_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

DEFAULT = "x-default"
"""What search engines call the page for readers of any other language: the original."""


@dataclass(frozen=True, slots=True)
class Version:
    """A page in one of its languages: its name in Sphinx, and the language's tag."""

    docname: str
    language: str


def versions_of(app: Sphinx, docname: str) -> list[Version]:
    """Return what a page is in all its languages, the original first; none where it has one."""
    build = domain_of(app.env).build
    paths = build.handbook.versions.get(build.path_of(docname), ())
    found = [Version(build.docname_of(path), build.handbook.pages[path].language) for path in paths]
    return [it for it in found if it.docname in app.env.found_docs]


def show_versions(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Put before a page's text what leads to it in other languages.

    And say how the language of the site is written, for what the theme puts around the text.
    """
    context["hiring_direction"] = direction(domain_of(app.env).handbook.language)
    versions = versions_of(app, pagename)
    if len(versions) > 1 and context.get("body"):
        context["body"] = _switch(app, pagename, versions) + context["body"]


def name_versions(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Name in a page's head where it is in other languages, where search engines may list it."""
    if app.builder.name not in PAGED or not context.get("pageurl"):
        return
    for language, href in alternates(app, versions_of(app, pagename)):
        tag = f'<link rel="alternate" hreflang="{language}" href="{escape(href)}">'
        context["metatags"] += f"\n{tag}"


def alternates(app: Sphinx, versions: list[Version]) -> Iterator[tuple[str, str]]:
    """Yield the languages of a page with its address in each, as search engines want them.

    They want whole addresses: nothing, where nobody knows where the site is. A job that is held
    back has no address to be listed by.
    """
    build = domain_of(app.env).build
    default = [(DEFAULT, it) for it in versions[:1]]
    for name, it in [*((it.language, it) for it in versions), *default]:
        opening = build.handbook.opening_on(build.path_of(it.docname))
        if opening and opening.held:
            continue
        address = address_of(app.config, app.builder.get_target_uri(it.docname))
        if address:
            yield name, address


def _switch(app: Sphinx, pagename: str, versions: list[Version]) -> str:
    """Return the links from a page to the same in other languages, each by its own name."""
    here = next(it.language for it in versions if it.docname == pagename)
    said = domain_of(app.env).handbook.lexicon(here)
    lines = []
    for it in versions:
        words, spoken = escape(name_of(it.language)), f'lang="{it.language}"'
        if it.docname == pagename:
            lines.append(f'<li><span aria-current="true" {spoken}>{words}</span></li>')
        else:
            href = escape(app.builder.get_relative_uri(pagename, it.docname))
            link = f'rel="alternate" href="{href}" hreflang="{it.language}" {spoken}'
            lines.append(f"<li><a {link}>{words}</a></li>")
    label = f'aria-label="{escape(said.say("versions.label"))}"'
    own = foreign(said.language, here)
    spoken = f' lang="{own}"' if own else ""
    return f'<nav class="hiring-versions" {label}{spoken}><ul>{"".join(lines)}</ul></nav>\n'
