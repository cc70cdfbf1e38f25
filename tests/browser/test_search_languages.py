"""Content in German and in French is found as its readers ask for it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.search.files import Site, write_search
from hiring.search.tokens import folded
from tests.search.quality import Query, Score
from tests.support.cases import stated_in
from tests.support.fixtures import base, read

from .searching import ASK, RESULT, serve

if TYPE_CHECKING:
    from tests.support.fixtures import Reader

    from .conftest import Open

__all__ = ["base", "read"]  # the fixtures

pytestmark = pytest.mark.browser

CASES = stated_in(Path(__file__).parents[1] / "search/languages.yaml")

LEAST = {"de": 14, "fr": 13}
"""How many of the blind questions must have a right page first, or nothing where nothing is."""


def anchors(text: str) -> list[tuple[str, str]]:
    titles = re.findall(r"^## (.+)$", text, re.MULTILINE)
    return [(title, folded(title).replace(" ", "-")) for title in titles]


def test_what_people_often_look_for_is_offered(
    open_page: Open, read: Reader, tmp_path: Path
) -> None:
    stated = "---\naliases: [Compare pay, versus]\naudience: public\n---\n# Levels\n"
    site = Site(anchors={}, today=date(2026, 11, 22))
    write_search(read({"levels.md": stated}), site, tmp_path)
    serve(open_page("faq.html"), tmp_path)
    page = open_page("faq.html")
    page.keyboard.press("/")
    dialog = page.locator("dialog")
    dialog.get_by_role("button", name="Compare pay", exact=True).click()
    dialog.locator(RESULT).first.wait_for()
    assert dialog.locator("input[name=q]").input_value() == "Compare pay"
    page.unroute_all()


@pytest.mark.parametrize("language", CASES)
def test_other_languages(language: str, open_page: Open, read: Reader, tmp_path: Path) -> None:
    pages, queries = CASES[language]["pages"], CASES[language]["queries"]
    shown = {path: anchors(text) for path, text in pages.items()}
    site = Site(anchors=shown, today=date(2026, 11, 22), language=language)
    write_search(read(pages), site, tmp_path)

    serve(open_page("faq.html"), tmp_path)
    page = open_page("search.html")
    page.wait_for_function("globalThis.hiringSearch?.shared")
    blind = CASES[language]["blind"]
    found = page.evaluate(ASK, [query["q"] for query in (*queries, *blind)])
    page.unroute_all()
    score = Score()
    for query in blind:
        links = [link.replace(".html", "") for link in found[query["q"]]]
        score.note(Query("blind", query["q"], (query["want"],) if query["want"] else ()), links)
    wrong = []
    for query in queries:
        links = [link.replace(".html", "") for link in found[query["q"]]]
        first = links[0] if links else ""
        if first != query["want"] and first.partition("#")[0] != query["want"]:
            wrong.append(f"{query['q']}: {links[:3]}")
    assert wrong == []
    assert score.right >= LEAST[language], f"{score.right} of {score.count} right"
