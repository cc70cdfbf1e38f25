"""The reviews of pages as a table: which page, who keeps it, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.site.views.build import Column, paragraph, reference, table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hiring.model.reviews import Review
    from hiring.site.nodes.voice import Voice

COLUMNS = ("page", "owner", "reviewed", "due", "state")


def review_table(found: Iterable[Review], docname: str, days: int, voice: Voice) -> nodes.table:
    """Return reviews as a table, in their order; ``days`` is what counts as near."""
    said = voice.lexicon
    heads = [said.say(f"reviews.{name}") for name in COLUMNS]
    columns = [Column(head, language=voice.of_words) for head in heads]
    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(reference("role", review.role.key, docname))],
            [paragraph(voice.inline(review.role.facts.owner, review.role.language))],
            _day(review.role.facts.reviewed, voice),
            _day(review.due, voice),
            [paragraph(_state(review.state, days, voice))],
        ]
        for review in found
    ]
    return table(columns, rows, "hiring-reviews")


def _state(state: str, days: int, voice: Voice) -> nodes.Node:
    """Return how a review stands in words: color only repeats them."""
    said = voice.lexicon
    words = said.count("reviews.soon", days) if state == "soon" else said.say(f"reviews.{state}")
    return voice.inline(words, said.language, f"hiring-{state}")


def _day(day: date | None, voice: Voice) -> list[nodes.Node]:
    return [paragraph(voice.fixed(voice.lexicon.day(day)))] if day else []
