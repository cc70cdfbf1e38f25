"""The handbook for the public stands on its own: a candidate finds everything, and no dead end."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from tests.support.fixtures import FROZEN

if TYPE_CHECKING:
    from pathlib import Path

INTERNAL = {
    "conf.py": "git.fennmoor.example",
    "index.md": "Changed last",
    "roles/machine-learning-engineer.md": "where-an-offer-starts",
    "roles/data-analyst.md": "A draft, not approved",
    "roles/data-engineer.md": "Notes for the hiring team",
    "interviews/pay-and-offers.md": "Counter-offers",
    "careers/move-within-fennmoor.md": "Move within Fennmoor",
    "guide/audiences.md": "Decide who may read",
}
"""What no candidate is to see, by the file that says it."""


@pytest.fixture(scope="module")
def pages(public_site: Path) -> dict[str, str]:
    """Return the pages of the public build by path."""
    return {
        file.relative_to(public_site).as_posix(): file.read_text(encoding="utf-8")
        for file in public_site.rglob("*.html")
        if "_static" not in file.parts
    }


def links_of(path: str, text: str) -> set[str]:
    """Return the pages of the site that a page links to."""
    addresses = (str(link["href"]) for link in BeautifulSoup(text, "html.parser").select("a[href]"))
    local = (address.partition("#")[0].partition("?")[0] for address in addresses)
    return {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
        for address in local
        if address and ":" not in address
    }


def test_every_page_is_reached_from_the_start(pages: dict[str, str]) -> None:
    seen: set[str] = set()
    ahead = {"index.html"}
    while ahead:
        seen |= ahead
        ahead = {link for path in ahead for link in links_of(path, pages[path])} - seen
        ahead = {path for path in ahead if path.endswith(".html")}
    others = ("hiring-", "search", "postings/", "404.html")
    content = {path for path in pages if not path.startswith(others)}
    # The page of a job that is open holds, hidden, what it says once its day is past.
    over = {
        path for path in content if re.search(r'<p class="hiring-state [-a-z ]+">', pages[path])
    }
    assert len(content) >= 20
    assert content - seen == over, "jobs that are over, and nothing else, are out of reach"


@pytest.mark.parametrize("source", INTERNAL)
def test_nothing_internal_is_left(pages: dict[str, str], source: str) -> None:
    words = INTERNAL[source]
    assert words in (FROZEN / source).read_text(encoding="utf-8")
    assert [path for path, text in pages.items() if words in text] == []
