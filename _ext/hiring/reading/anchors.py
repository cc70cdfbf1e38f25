"""Labels and terms, as Sphinx compares them, and the anchors that they make."""

from __future__ import annotations

from hiring.reading.slugs import key_from


def anchors_of(label: str) -> tuple[str, str]:
    """Return the two anchors that lead to a label: itself, and the id that docutils makes of it."""
    return label, key_from(label)
