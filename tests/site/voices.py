"""In which language a reader of a page hears each of its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag


def voice(element: Tag) -> str:
    """Return the language that an element's words are read in."""
    return next(str(it["lang"]) for it in (element, *element.parents) if it.get("lang"))


def voices(soup: BeautifulSoup | Tag) -> dict[str, set[str]]:
    """Return in which languages each text is read, outside of the head."""
    found: dict[str, set[str]] = {}
    for text in (soup.body or soup).find_all(string=True):
        words = " ".join(text.split())
        if words and text.parent and text.parent.name not in ("script", "noscript", "style"):
            found.setdefault(words, set()).add(voice(text.parent))
    return found
