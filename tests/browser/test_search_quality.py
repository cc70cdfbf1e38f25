"""The search finds it: every query of tests/search, in the browser, as the dialog would show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.search.quality import Score, halves, judge, queries

from .searching import ASK

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Open

pytestmark = pytest.mark.browser

LEAST = {
    "held out": {"first": 0.91, "among_three": 0.97, "section": 0.86},
    "tuning": {"first": 0.90, "among_three": 0.94, "section": 0.81},
    "blind held out": {"first": 0.72, "among_three": 0.85, "section": 0.69},
    "blind tuning": {"first": 0.90, "among_three": 0.92, "section": 0.77},
    "strangers held out": {"first": 0.77, "among_three": 0.85, "section": 0.67},
    "strangers tuning": {"first": 0.94, "among_three": 0.94, "section": 0.79},
    "visitors held out": {"first": 0.78, "among_three": 0.85, "section": 0.63},
    "visitors tuning": {"first": 0.83, "among_three": 0.90, "section": 0.73},
}
"""What the search must reach on each half: what it reaches, so that no change makes it worse.

The aim is 0.95 and 0.99 of what nobody tunes on. Those in the words of others tell how far that is.
"""

LEAST_BY_KIND = {
    "held out": {"negative": 0.9},
    "blind held out": {"negative": 1.0},
    "blind tuning": {"negative": 1.0},
    "strangers held out": {"negative": 0.83},
    "strangers tuning": {"negative": 0.9},
    "visitors held out": {"negative": 0.5, "prefixes": 0.96},
    "visitors tuning": {"negative": 1.0, "prefixes": 1.0},
    "tuning": {"typos": 0.9, "aliases": 1.0, "asked facts": 0.91, "negative": 0.95},
}


def found(page: Page) -> dict[str, list[str]]:
    """Return for each query the links of its results, as page#anchor."""
    page.wait_for_function("globalThis.hiringSearch?.shared ?? hiringSearch.shared")
    links: dict[str, Any] = page.evaluate(ASK, [query.text for query in queries()])
    return {text: [link.replace(".html", "") for link in own] for text, own in links.items()}


def test_quality(open_page: Open) -> None:
    links = found(open_page("search.html"))
    for half, asked in halves().items():
        scores = judge(links, asked)
        told = f"{half}: {scores['all'].wrong}"
        for name, least in LEAST[half].items():
            assert scores["all"].share(name) >= least, f"{name}, {told}"
        for kind, least in LEAST_BY_KIND[half].items():
            score: Score = scores[kind]
            assert score.share("right") >= least, f"{kind}, {told}"


def test_queries_ask_for_what_is_there(open_page: Open) -> None:
    """Else a page that was renamed would count as never found."""
    page = open_page("search.html")
    wanted = sorted({link for query in queries() for link in query.want})
    missing = page.evaluate(
        """async (wanted) => {
            const pages = new Map();
            const missing = [];
            for (const link of wanted) {
                const [path, anchor] = link.split("#");
                if (!pages.has(path)) {
                    const answer = await fetch(`${path}.html`);
                    const text = answer.ok ? await answer.text() : "";
                    pages.set(path, new DOMParser().parseFromString(text, "text/html"));
                }
                const page = pages.get(path);
                if (!page.querySelector("h1") || (anchor && !page.getElementById(anchor))) {
                    missing.push(link);
                }
            }
            return missing;
        }""",
        wanted,
    )
    assert missing == []
    assert len(queries()) >= 1600
    assert len({query.text for query in queries()}) == len(queries())
