"""Words that deny what a sentence speaks of, for patterns that need more or less of them."""

from __future__ import annotations

NOT = r"(?:\b(?:no|not|never|neither|nor|without|cannot)\b|n't\b)"
"""The words that deny what stands beside them: a part of patterns, in lower case."""
