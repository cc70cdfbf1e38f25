"""Addresses: whether a link leads where a reader would think."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.model.messages import gettext
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"'`)\]}]+", re.IGNORECASE)
_LINK = re.compile(r"\[((?:https?://|www\.)[^\]\s]{1,300})\]\(<?(https?://[^\s)>]+)", re.IGNORECASE)
_ALIKE = frozenset("аеорсухіѕјһԁԛԝӏѵοναρυικϲϳ")
"""Letters of Cyrillic and Greek that look like Latin ones (Unicode Technical Standard 39)."""
_SCRIPTS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
"""The scripts with letters that look like Latin ones."""


@check(Severity.NOTE, ProseSubject, languages=())
def lookalike_address(prose: ProseSubject) -> Iterator[Hit]:
    """A link seems to lead to another site than it does.

    Why: Readers, and people who apply, are led to a site that passes itself off as another.
    Source: Unicode Technical Standard 39; WHATWG URL Standard, section 4.8.2.
    """
    for line, text in _lines(prose):
        if "http" not in text.lower():
            continue
        for shown, address in _LINK.findall(text):
            told, host = _host(shown if "://" in shown else f"https://{shown}"), _host(address)
            if told and host and told != host:
                message = gettext(
                    "the link says {said} and leads to {host}: write which",
                    said=quoted(told),
                    host=quoted(host),
                )
                yield Hit(line=line, message=message)
        for address in dict.fromkeys(_ADDRESS.findall(text)):
            if said := _fault(address):
                yield Hit(line=line, message=said)


def _lines(prose: ProseSubject) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file that may hold addresses, with their numbers."""
    if prose.path != COMPANY:
        page = prose.handbook.pages.get(prose.path)
        yield from enumerate(page.text.split("\n") if page else (), 1)
        return
    lines, company = prose.handbook.lines.get(COMPANY, {}), prose.company
    yield lines.get("url", 1), company.url
    if company.apply and company.apply.url:
        yield lines.get("apply.url", lines.get("apply", 1)), company.apply.url


def _fault(address: str) -> str:
    """Return why an address looks like another one; empty where it does not."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""  # it is none, which is the reader's to report
    if parts.username is not None:
        return gettext(
            "{address} leads to {host}: what stands before the `@` is a name to sign in with, so "
            "delete it",
            address=quoted(address),
            host=quoted(parts.hostname or ""),
        )
    host = _host(address)
    label = next((it for it in host.split(".") if _is_like_latin(it)), "")
    if label:
        names = ", ".join(
            f"U+{ord(sign):04X}" for sign in dict.fromkeys(label) if not sign.isascii()
        )
        return gettext(
            "{host} has letters that look like Latin ones ({names}): write which it is",
            host=quoted(host),
            names=names,
        )
    return ""


def _host(address: str) -> str:
    """Return the host of an address in its own letters, without ``www.``."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return ".".join(_letters(label) for label in host.removeprefix("www.").split("."))


def _letters(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def _is_like_latin(label: str) -> bool:
    """Tell whether a part of a host's name mixes alphabets, or looks Latin and is not."""
    letters = [sign for sign in label if sign.isalpha()]
    foreign = [sign for sign in letters if unicodedata.name(sign, "").startswith(_SCRIPTS)]
    return bool(foreign) and (
        any(sign.isascii() for sign in letters) or all(sign in _ALIKE for sign in foreign)
    )
