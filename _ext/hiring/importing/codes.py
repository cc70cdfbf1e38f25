"""Numbers of jobs, classes and references: figures that are no hours, no pay and no years."""

from __future__ import annotations

import re
from functools import cache

from hiring.importing.headings import DATA
from hiring.model.data import stated_in


def without_codes(text: str) -> str:
    """Return a text without what is only a number of something, as "Ref. 2024-17"."""
    return _codes().sub(" ", text)


@cache
def _codes() -> re.Pattern[str]:
    """Return what finds a word for such a number, with the number; and a number with a `#`."""
    words = "|".join(stated_in(DATA)["codes"])
    number = r"[A-Z]{0,5}[-/]?\d[\w./-]*"
    return re.compile(rf"(?<!\w)(?:(?i:{words})\.?\s?[:#]?\s?|#\s?){number}")
