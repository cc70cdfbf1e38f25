"""The headers that the pages are made for: stated here, and nowhere else.

The build writes them as ``_headers``, the preview answers with them, and the browser tests serve
the pages with them.
"""

from __future__ import annotations

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",  # a preview listens for changes; the search loads scripts alone
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""The Content-Security-Policy (W3C, CSP Level 3): all that a page loads is the site's own."""

HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {source}" for name, source in POLICY.items()),
    # A file is what its type says: no upload becomes a script.
    "X-Content-Type-Options": "nosniff",
    # Other companies do not learn which page of an internal handbook a reader came from.
    "Referrer-Policy": "same-origin",
    # Nobody else's page can load the search data as a script of its own and read it.
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Every header, by its name."""

HEADERS_FILE = "_headers"
"""Where Netlify and Cloudflare Pages look for headers."""


def headers_file() -> str:
    """Return the file that gives every path these headers, in the form that those hosts read."""
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in HEADERS.items())])
