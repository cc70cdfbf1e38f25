"""Labels and terms, as Sphinx compares them, and the anchors that they make."""

from __future__ import annotations

from hiring.reading.slugs import key_from

SITE_LABELS = frozenset(
    (
        *("genindex", "modindex", "search"),
        *("hiring-roles", "hiring-skills", "hiring-questions", "hiring-a-z"),
    )
)
"""The labels that every site has, whatever its pages hold."""


def plain_label(label: str) -> str:
    """Return a label or a term as Sphinx compares it, without regard to case and spaces."""
    return " ".join(label.lower().split())


def anchors_of(label: str) -> tuple[str, str]:
    """Return the two anchors that lead to a label: itself, and the id that docutils makes of it."""
    return label, key_from(label)
