"""What a page's head says of it to search engines, feed readers, and whoever is sent a link."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from hiring.model.audience import Audience
from hiring.model.language_tags import foreign
from hiring.model.lexicon import written_as
from hiring.model.paths import OPENINGS
from hiring.posting.feeds.changes import CHANGES
from hiring.posting.feeds.news import ATOM, JSON_FEED
from hiring.site.domain.builders import PAGED, SEARCH
from hiring.site.domain.domain import domain_of
from hiring.site.domain.references import OPENINGS_PAGE
from hiring.site.domain.this_build import OUR_OWN
from hiring.site.found.addresses import address_of, base_of
from hiring.site.found.cards import HEIGHT, WIDTH, card_of
from hiring.site.found.copies import copy_of, has_copy
from hiring.site.found.not_found import PAGE as NOT_FOUND
from hiring.site.views.changes import LIST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

FEEDS = {ATOM: ("application/atom+xml", "Atom"), JSON_FEED: ("application/feed+json", "JSON Feed")}
"""The feeds that people subscribe to: each with its type, and what it is called."""

UNLISTED = (SEARCH, f"{OUR_OWN}{SEARCH}", NOT_FOUND)
"""Pages of a public site that say nothing of their own."""


def add_tags(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Add the tags to a page's context, and what its template shows of the feeds."""
    if app.builder.name not in PAGED:
        return
    handbook = domain_of(app.env).handbook
    is_public = handbook.audience is Audience.PUBLIC
    build = domain_of(app.env).build
    path = build.path_of(pagename)
    opening = handbook.opening_on(path)
    tags: list[str] = []
    if not is_public or pagename in UNLISTED or (opening and opening.held):
        # What may be in no list of pages has no address to be listed by either.
        context["pageurl"] = None
        tags.append(_named("robots", "noindex"))
    elif path in handbook.pages:
        tags += _shared(app, pagename, context)
    feeds = {build.file_at(file): it for file, it in FEEDS.items()} if base_of(app.config) else {}
    if pagename == app.config.root_doc or path.startswith(OPENINGS):
        tags += [_alternate(context, file, *feed) for file, feed in feeds.items()]
    page = handbook.pages.get(path)
    noted = bool(page and page.front_matter.changes) or LIST in context.get("body", "")
    if noted and base_of(app.config):
        file = context["hiring_change_feed"] = build.file_at(CHANGES)
        said = handbook.lexicon()
        name = escape(said.say("changes_at", company=handbook.company.name))
        tags.append(_alternate(context, file, "application/atom+xml", name))
    if has_copy(app, pagename):
        tags.append(_alternate(context, copy_of(pagename), "text/markdown", "Markdown"))
    if path == OPENINGS_PAGE:
        context["hiring_feeds"] = feeds
    # Pages without a source come without any.
    context["metatags"] = context.get("metatags", "") + "".join(f"\n{tag}" for tag in tags)


def _shared(app: Sphinx, pagename: str, context: dict[str, Any]) -> Iterator[str]:
    """Yield what is shown of a page where a link to it is sent on (Open Graph, ogp.me)."""
    card = card_of(app, pagename)
    said = {
        "og:type": "website",
        "og:site_name": app.config.project,
        "og:title": card.page_title,
        "og:description": context.get("hiring_description") or "",
        "og:url": context["pageurl"] or "",
        "og:locale": _locale(app, pagename),
        "og:image": address_of(app.config, domain_of(app.env).build.file_at(card.path)),
    }
    if said["og:image"]:
        said |= {
            "og:image:type": "image/png",
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
            "og:image:alt": card.words.in_a_sentence,
        }
        yield _named("twitter:card", "summary_large_image")
    for name, content in said.items():
        if content:
            yield f'<meta property="{name}" content="{escape(content)}">'


def _locale(app: Sphinx, pagename: str) -> str:
    """Return the language and the country of a page that is not in the site's language."""
    build = domain_of(app.env).build
    handbook = build.handbook
    language = handbook.pages[build.path_of(pagename)].language
    if not foreign(language, handbook.language):
        return ""
    return written_as(language, handbook.lexicon(language)).replace("-", "_")


def _named(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def _alternate(context: dict[str, Any], path: str, kind: str, name: str) -> str:
    href = escape(context["pathto"](path, True))
    return f'<link rel="alternate" type="{kind}" title="{name}" href="{href}">'
