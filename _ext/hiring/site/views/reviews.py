"""The reviews of pages as a table: which page, who keeps it, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import words
from hiring.site.views.build import NARROW, paragraph, reference, table, text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hiring.model.reviews import Review

STATE = {
    "overdue": "Overdue",
    "soon": "Due within {days} days",
    "fine": "Up to date",
    "unplanned": "No review planned",
}
"""How a review stands, in words: color only repeats them."""


def review_table(found: Iterable[Review], docname: str, days: int) -> nodes.table:
    """Return reviews as a table, in their order; ``days`` is what counts as near."""
    columns = dict.fromkeys(("Page", "Owner", "Last reviewed", "Due", "State"), NARROW)
    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(reference("role", review.role.key, docname))],
            [paragraph(nodes.Text(review.role.facts.owner))],
            _day(review.role.facts.reviewed),
            _day(review.due),
            [paragraph(text(STATE[review.state].format(days=days), f"hiring-{review.state}"))],
        ]
        for review in found
    ]
    return table(columns, rows, "hiring-reviews")


def _day(day: date | None) -> list[nodes.Node]:
    return [paragraph(nodes.Text(words.day(day)))] if day else []
