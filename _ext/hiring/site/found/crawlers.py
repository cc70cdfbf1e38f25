"""What programs that visit sites are told: which pages there are, and which are not for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in a sitemap: its address, the day of its last change, and it in all its languages.

    ``versions`` are tags of languages with addresses; there are none where it is in one alone.
    """

    address: str
    changed: date | None = None
    versions: tuple[tuple[str, str], ...] = ()


def sitemap(pages: Iterable[Listed]) -> bytes:
    """Return a sitemap (sitemaps.org, 0.9), with the languages of pages where they have several."""
    found = list(pages)
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    spoken = (
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' if any(it.versions for it in found) else ""
    )
    lines.append(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{spoken}>')
    for it in found:
        day = f"<lastmod>{it.changed.isoformat()}</lastmod>" if it.changed else ""
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(address)}"/>'
            for language, address in it.versions
        )
        lines.append(f"  <url><loc>{escape(it.address)}</loc>{day}{links}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()


def robots(*, is_public: bool, sitemap_at: str) -> bytes:
    """Return the rules (RFC 9309): all may be read in a site for the public, else nothing.

    ``sitemap_at`` is the address of the sitemap, empty where there is none.
    """
    lines = ["User-agent: *", "Allow: /" if is_public else "Disallow: /"]
    if sitemap_at:
        lines += ["", f"Sitemap: {sitemap_at}"]
    return ("\n".join(lines) + "\n").encode()
