"""The headers that the pages are made for: stated here, and nowhere else.

The build writes them as ``_headers``, the preview answers with them, and the browser tests serve
the pages with them.
"""

from __future__ import annotations

from hiring.model.audience import Audience

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",  # a preview listens for changes; the search gets its data
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""The Content-Security-Policy (W3C, CSP Level 3): all that a page loads is the site's own."""

POLICY_NAME = "Content-Security-Policy"

HEADERS = {
    POLICY_NAME: "; ".join(f"{name} {source}" for name, source in POLICY.items()),
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


UNLISTED = {"X-Robots-Tag": "noindex"}
"""What keeps a file out of search engines, whatever kind of file it is."""

TO_PASTE = "/postings/*"
"""The files that people paste, which are in no search engine: the pages that lead to them are."""

TO_EMBED = "/feeds/*"
"""The files that pages of another site may read: what they say is for the public anyway."""

EMBEDDED = {"Access-Control-Allow-Origin": "*"}
"""What lets them (Fetch, CORS protocol); without it a browser keeps the answer from them."""

TYPES = {
    f"{TO_PASTE}.html": "text/html",
    f"{TO_PASTE}.txt": "text/plain",
    "/*.md": "text/markdown",
    "/llms.txt": "text/plain",
    "/*.ics": "text/calendar",
}
"""The types of what hosts do not know, or name no encoding of.

No file has two: some hosts would send both.
"""


def headers_file(audience: Audience, *, strict: bool = True) -> str:
    """Return the file that gives every path these headers, in the form that those hosts read.

    What is not for the public is in no search engine, even where its host lets everybody in.
    Without ``strict`` there is no policy: pages in another theme have scripts of its own in them.
    """
    headers = {name: it for name, it in HEADERS.items() if strict or name != POLICY_NAME}
    is_public = audience is Audience.PUBLIC
    rules = {"/*": headers if is_public else headers | UNLISTED}
    if is_public:
        rules |= {TO_PASTE: UNLISTED, TO_EMBED: EMBEDDED}
    types = {path: {"Content-Type": f"{kind}; charset=utf-8"} for path, kind in TYPES.items()}
    return "".join(
        "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in said.items())])
        for path, said in (rules | types).items()
    )
