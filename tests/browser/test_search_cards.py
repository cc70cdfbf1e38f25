"""Facts of other trades as answers: which of several of one kind, and at which level."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.search.files import Site, write_search
from tests.support.fixtures import base, read

from .searching import serve

if TYPE_CHECKING:
    from tests.support.fixtures import Reader

    from .conftest import Open

__all__ = ["base", "read"]  # the fixtures

pytestmark = pytest.mark.browser

TRADES = Path(__file__).parents[1] / "core/trades"

ASK_CARDS = """async (queries) => {
    const found = {};
    for (const query of queries) {
        const { card } = await hiringSearch.shared.ask("ask", { query });
        found[query] = card && `${card.of}: ${card.label}: ${card.said}`;
    }
    return found;
}"""

CARDS = {
    "weekend nurse hours": "Weekend Nurse: Hours: 24 hours per week",
    "nurse schedule": "Weekend Nurse: Schedule: Two twelve-hour shifts",
    "nurse shift": "Weekend Nurse: Schedule: Two twelve-hour shifts",
    "weekend nurse pay": "Weekend Nurse: Pay: $",
    "weekend nurse other pay": "Weekend Nurse: Other pay: ",
    "nurse overtime": "Weekend Nurse: Overtime: Non-exempt",
    "electrician schedule": "Electrician: Schedule: Days, and on call",
    "electrician pay": "Electrician: Pay: $38.50 to $49.30",
    "electrician ii pay": "Electrician II: Pay: $40.50 to $49.30",
    "charge nurse hours": "Charge nurse: Hours: 30 hours per week",
}
"""By what is typed: how the card begins that answers."""


def test_the_very_fact_is_answered(open_page: Open, read: Reader, tmp_path: Path) -> None:
    """Facts of one kind have the same words of readers, as hours, shifts and employment."""
    names = ("electrician", "nurse")
    pages = {f"roles/{it}.md": (TRADES / f"{it}.md").read_text("utf-8") for it in names}
    write_search(read(pages), Site(anchors={}, today=date(2026, 11, 22)), tmp_path)
    serve(open_page("search.html"), tmp_path)
    page = open_page("search.html")
    page.wait_for_function("globalThis.hiringSearch?.shared")
    found = page.evaluate(ASK_CARDS, list(CARDS))
    page.unroute_all()
    assert {query: str(found[query])[: len(card)] for query, card in CARDS.items()} == CARDS
