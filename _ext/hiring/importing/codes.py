"""Numbers of jobs, classes, references and grades: figures that are no hours, no pay, no years."""

from __future__ import annotations

import re
from functools import cache

from hiring.importing.headings import DATA
from hiring.model.data import stated_in


def without_codes(text: str) -> str:
    """Return a text without what is only a number of something, as "Ref. 2024-17", "Band 6"."""
    return _codes().sub(" ", _grades().sub(" ", text))


def grade_in(text: str) -> str:
    """Return the step of a scale that a text on pay names, as "TVöD EG 6".

    Empty where it names none, or several: then the text spans them.
    """
    named = {match[0].strip() for match in _grades().finditer(text)}
    return named.pop() if len(named) == 1 else ""


@cache
def _grades() -> re.Pattern[str]:
    """Return what finds a step of a scale of pay, where no unit makes its number an amount."""
    data = stated_in(DATA)
    steps, amount = "|".join(data["grades"]), data["amount"]
    return re.compile(rf"(?<![\w-])(?:{steps})(?!\w)(?!{amount})", re.IGNORECASE)


@cache
def _codes() -> re.Pattern[str]:
    """Return what finds a word for such a number, with the number; and a number with a `#`."""
    words = "|".join(stated_in(DATA)["codes"])
    number = r"[A-Z]{0,5}[-/]?\d[\w./-]*"
    return re.compile(rf"(?<!\w)(?:(?i:{words})\.?\s?[:#]?\s?|#\s?){number}")
