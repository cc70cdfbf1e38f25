"""A page in several languages: what leads from each to the others, for readers and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from hiring.model.language_tags import direction, name_of
from hiring.model.lexicon import lexicon
from hiring.site.domain.domain import domain_of
from hiring.site.domain.references import docname_of, path_of
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
    handbook = domain_of(app.env).handbook
    paths = handbook.versions.get(path_of(docname), ())
    found = [Version(docname_of(path), handbook.pages[path].language) for path in paths]
    return [it for it in found if it.docname in app.env.found_docs]


def lead_to_versions(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Put before a page what leads to it in other languages, and name them in its head."""
    versions = versions_of(app, pagename)
    if len(versions) < 2 or "body" not in context:
        return
    context["body"] = _switch(app, pagename, versions) + context["body"]
    if app.builder.name == "html":
        for language, href in alternates(app, versions):
            tag = f'<link rel="alternate" hreflang="{language}" href="{escape(href)}">'
            context["metatags"] = f"{context.get('metatags', '')}\n{tag}"


def alternates(app: Sphinx, versions: list[Version]) -> Iterator[tuple[str, str]]:
    """Yield the languages of a page with its address in each, as search engines want them.

    They want whole addresses: nothing, where nobody knows where the site is.
    """
    for name, it in [*((it.language, it) for it in versions), (DEFAULT, versions[0])]:
        address = address_of(app.config, app.builder.get_target_uri(it.docname))
        if address:
            yield name, address


def _switch(app: Sphinx, pagename: str, versions: list[Version]) -> str:
    """Return the links from a page to the same in other languages, each by its own name."""
    site = domain_of(app.env).handbook.language
    said = lexicon(site)
    lines = []
    for it in versions:
        words = escape(name_of(it.language))
        turned = direction(it.language)
        spoken = f'lang="{it.language}"'
        spoken += f' dir="{turned}"' if turned != direction(site) else ""
        if it.docname == pagename:
            lines.append(f'<li><span {spoken} aria-current="true">{words}</span></li>')
        else:
            href = escape(app.builder.get_relative_uri(pagename, it.docname))
            link = f'href="{href}" hreflang="{it.language}" {spoken} rel="alternate"'
            lines.append(f"<li><a {link}>{words}</a></li>")
    label = f'aria-label="{escape(said.say("versions.label"))}"'
    own = f' lang="{said.language}"' if said.language != site.partition("-")[0] else ""
    return f'<nav class="hiring-versions"{own} {label}><ul>{"".join(lines)}</ul></nav>\n'
