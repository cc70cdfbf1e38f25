"""Keys made from names."""

from __future__ import annotations

import re
import unicodedata


def key_from(name: str) -> str:
    """Return a name as a key: letters without accents, digits, single hyphens; may be empty."""
    folded = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def anchors_of(label: str) -> tuple[str, str]:
    """Return the two anchors that lead to a label: itself, and the id that docutils makes of it."""
    return label, key_from(label)
