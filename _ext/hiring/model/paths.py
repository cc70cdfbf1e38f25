"""Paths in the handbook's folder: where things are kept, and what an address on a page names."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from hiring.model.messages import gettext
from hiring.model.problem import instead, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

COMPANY = "company.yaml"
SKILLS = "skills.yaml"
_WORDS = re.compile(r"words-([A-Za-z0-9-]+)\.yaml")
ROLES_FOLDER = "roles"
OPENINGS_FOLDER = "openings"
OPENINGS = f"{OPENINGS_FOLDER}/"
"""Stands for all openings together, where something is told of paths."""


INDEX = "genindex"
_OURS = ("hiring-roles", "hiring-skills", "hiring-questions", "hiring-a-z")
SITE_LABELS = frozenset([INDEX, "search", *_OURS])
"""The labels that a site has, whatever its pages hold; of Sphinx's index, where it is on."""

PAGES = "{page}.html"
"""Where pages are published, each with its path for ``{page}``; a last ``index/`` is left out."""


_WEB = re.compile(
    r"https?://(?:[^/?#\s@]*@)?(?:\[[\da-f:.]+\]|[^/?#\s:@\[\]]+)(?::\d{1,5})?(?=[/?#]|$)", re.I
)
_LEADS = {
    "https": (_WEB, "https://www.example.com"),
    "http": (_WEB, "https://www.example.com"),
    "mailto": (re.compile(r"mailto:([^?]*[^?@\s]@[^?@\s]|\?.)", re.I), "mailto:name@example.com"),
    "tel": (re.compile(r"tel:\D*\d", re.I), "tel:+1-800-555-0100"),
}
"""What an address of a scheme must have to lead anywhere, and how such a one is written."""


def key_of(path: str) -> str:
    """Return the key of a page: its file's name without the ending."""
    return posixpath.splitext(posixpath.basename(path))[0]


def words_tag(path: str) -> str:
    """Return the language whose fixed words a file has; empty for any other file."""
    found = _WORDS.fullmatch(path)
    return found[1] if found else ""


def is_data(path: str) -> bool:
    """Tell whether a file states what the handbook is made of, beside its pages."""
    return path in (COMPANY, SKILLS) or bool(words_tag(path))


def address_in(addresses: str, path: str) -> str:
    """Return the address of the page at a path, where pages are published at such addresses."""
    found = addresses.replace("{page}", path.removesuffix(".md"))
    return found.removesuffix("index/") if f"/{found}".endswith("/index/") else found


def path_in(address: str) -> str:
    """Return the path that a relative address names: without its anchor, its signs decoded."""
    return unquote(address.partition("#")[0])


def resolved(page: str, target: str) -> str | None:
    """Return the path in the handbook that a page's link leads to; None where it leads outside."""
    base = "" if target.startswith("/") else posixpath.dirname(page)
    path = posixpath.normpath(posixpath.join(base, target.lstrip("/")))
    return None if path == ".." or path.startswith("../") or "\\" in path else path


def page_named(page: str, name: str) -> str:
    """Return the path of the page that a page names, with its ending or without, as Sphinx does.

    Sphinx takes the handbook's folder for the top: what would lead outside starts there.
    """
    path = posixpath.join("/", posixpath.dirname(page), name.removesuffix(".md"))
    return posixpath.normpath(path).lstrip("/") + ".md"


def plain_label(label: str) -> str:
    """Return a label or a term as Sphinx compares it, without regard to case and spaces."""
    return " ".join(label.lower().split())


def address_fault(address: str, schemes: Collection[str]) -> str | None:
    """Return what is wrong with an address by itself: its scheme, or a sign in it; else None."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return gettext("{address} is no address", address=quoted(address))
    if unquote(address).startswith("[["):
        return gettext(
            "no link leads to a placeholder: write {address} by itself",
            address=quoted(unquote(address)),
        )
    if "\\" in address or any(sign < " " for sign in address):
        return gettext(
            "{address} holds a sign that no address has: write `/` between names",
            address=quoted(address),
        )
    if parts.scheme and parts.scheme not in schemes:
        return gettext(
            "`{scheme}:` is no address: use https, mailto, tel or a page's path",
            scheme=parts.scheme,
        )
    if parts.netloc and not parts.scheme:
        return gettext(
            "{address} does not say how to get there: write https:{written}",
            address=quoted(address),
            written=address,
        )
    if any(sign < " " for sign in unquote(address)):
        return gettext(
            "{address} holds a sign that no address has: delete it", address=quoted(address)
        )
    wanted = _LEADS.get(parts.scheme)
    if wanted and not wanted[0].match(address):
        return _nowhere(quoted(address), wanted[1], of_web=wanted[0] is _WEB)
    return None


def _nowhere(address: str, example: str, *, of_web: bool) -> str:
    if of_web:
        return gettext(
            "{address} leads nowhere: wanted a host, as {example}", address=address, example=example
        )
    return gettext("{address} leads nowhere: wanted {example}", address=address, example=example)


def of_company(name: str, known: Iterable[str], field: str) -> str:
    """Return the end of a message about a name that is not under a field of company.yaml."""
    none = gettext("{file} has no `{field}`: add it there", file=COMPANY, field=field)
    return instead(name, known, gettext("{file} has", file=COMPANY), none)
