"""The language of a page's own words, as HTML says it: `lang`, and `dir` where it matters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hiring.model.language_tags import foreign, turned

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook
    from hiring.model.page import Page
    from hiring.site.domain.navigation import Navigation

_SPOKEN = re.compile(r'(<(\w+)[^<>]*) lang="([A-Za-z0-9-]+)"')
"""A language in the start of an element: in a text, quotes and brackets are escaped."""

_LABELS = ("dt", "th", "h1", "h2", "h3", "h4", "h5", "h6")
"""What names something beside it or below it stands where that starts, in whatever language."""


def speak(handbook: Handbook, page: Page, context: dict[str, Any], *, xhtml: bool = False) -> None:
    """Say in which language a page's text is, where that is not the site's.

    What the site says around it stays in the site's language. Parts of the page that are in
    another one say so by themselves; here they get the direction, where that is another one too.
    """
    own = foreign(page.language, handbook.language)
    context["hiring_language"] = _attributes(page.language, handbook.language) if own else ""
    for name in ("body", "toc"):
        if ' lang="' in (context.get(name) or ""):
            context[name] = _SPOKEN.sub(
                lambda found: _directed(found, page.language, xhtml=xhtml), context[name]
            )
    body = context.get("body", "")
    if own and body:
        spoken = context["hiring_language"]
        spoken += f' xml:lang="{page.language}"' if xhtml else ""
        context["body"] = f"<div{spoken}>\n{body}</div>\n"


def speak_titles(navigation: Navigation, docname: str, context: dict[str, Any]) -> None:
    """Say in which language the titles are that the site shows around a page.

    That is the page's own, and those of its neighbors. ``<title>`` drops all markup.
    """
    _, before, after = navigation.beside(docname)
    shown = {"title": docname, "prev": before, "next": after}
    for name, page in shown.items():
        language, known = navigation.language_of(page), context.get(name)
        if language and isinstance(known, dict):
            title = _spoken(known["title"], language, navigation.language)
            context[name] = {**known, "title": title}
        elif language and known:
            context[name] = _spoken(known, language, navigation.language)


def _spoken(words: str, language: str, around: str) -> str:
    return f"<span{_attributes(language, around)}>{words}</span>"


def _attributes(language: str, around: str) -> str:
    """Return the attributes of an element in a language, inside of what is in another."""
    way = turned(language, around)
    return f' lang="{language}"' + (f' dir="{way}"' if way else "")


def _directed(found: re.Match[str], page: str, *, xhtml: bool) -> str:
    """Return the start of an element with all that it says of its language."""
    start, tag, language = found.groups()
    around = language if tag in _LABELS else page
    also = f' xml:lang="{language}"' if xhtml else ""
    return f"{start}{_attributes(language, around)}{also}"
