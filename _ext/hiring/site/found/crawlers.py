"""What programs that visit sites are told: which pages there are, and which are not for them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"


def sitemap(pages: Iterable[tuple[str, date | None]]) -> bytes:
    """Return a sitemap (sitemaps.org, 0.9) of addresses, each with the day of its last change."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    lines.append('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
    for address, changed in pages:
        day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
        lines.append(f"  <url><loc>{escape(address)}</loc>{day}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()


def robots(*, is_public: bool, sitemap_at: str) -> bytes:
    """Return the rules (RFC 9309): all may be read in a site for the public, else nothing.

    ``sitemap_at`` is the address of the sitemap, empty where there is none.
    """
    lines = ["User-agent: *", "Allow: /" if is_public else "Disallow: /"]
    if sitemap_at:
        lines += ["", f"Sitemap: {sitemap_at}"]
    return ("\n".join(lines) + "\n").encode()
