"""Headings that name a level of a role: by a number, a code, or a word of seniority."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from hiring.importing.headings import DATA, folded, pattern_of
from hiring.model.data import stated_in

MAX_WORDS = 8
"""How many words the name of a level may have."""

_NUMBER = r"(?:\d{1,2}|[ivx]{1,4})"


class Step(NamedTuple):
    """Which step a heading names, and what else it says: of one ladder that is the same in all."""

    kind: str
    step: str
    rest: str = ""


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = stated_in(DATA)["levels"]
    steps, seniority = (
        "|".join(pattern_of(it).pattern for it in words[name]) for name in ("steps", "seniority")
    )
    codes = "|".join(words["codes"])
    return (
        ("number", re.compile(rf"(?:{steps}) (?P<step>{_NUMBER}|[a-h])\b.*")),
        ("number", re.compile(rf"(?P<step>\d)(?:st|nd|rd|th)? (?:{steps})\b.*")),
        ("code", re.compile(rf"(?P<step>(?:{codes})\d{{1,2}})\b.*")),
        ("numeral", re.compile(rf"(?P<rest>.+) (?P<step>{_NUMBER})")),
        ("word", re.compile(rf"(?P<step>{seniority})(?: (?:{steps}))?(?: (?P<rest>.+))?")),
        ("word", re.compile(rf"(?P<rest>.+) (?P<step>{seniority})")),
    )


def step_named(text: str) -> Step | None:
    """Return the step that a heading names, None where it names none."""
    said = folded(text)
    if not said or len(said.split()) > MAX_WORDS:
        return None
    for kind, form in _forms():
        if match := form.fullmatch(said):
            parts = match.groupdict()
            return Step(kind, parts["step"], parts.get("rest") or "")
    return None


def names_step_alone(text: str) -> bool:
    """Tell whether a line names a step and nothing else, so that it is a heading by its words."""
    found = step_named(text)
    return found is not None and not found.rest
