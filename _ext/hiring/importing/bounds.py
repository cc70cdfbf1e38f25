"""Which end of a range an amount of pay is, where only one is named, and when it is paid.

A room of its own, as ``amounts`` reads the amounts alone, and this the words around them.
"""

from __future__ import annotations

import re
from typing import Literal

from hiring.importing.headings import folded
from hiring.model.messages import gettext

End = Literal["most", "least", ""]

_BEFORE: dict[End, re.Pattern[str]] = {
    "most": re.compile(
        r"\b(?:up to|max|maximum|maximal|at most|not more than|no more than|bis|bis zu|hochstens"
        r"|jusqu a|au plus|au maximum|plafond)(?: of| de| von)?\Z"
    ),
    "least": re.compile(
        r"\b(?:from|starting at|starts at|at least|min|minimum|minimal|not less than|ab|mindestens"
        r"|a partir de|au moins)(?: of| de| von)?\Z"
    ),
}
_BEHIND: dict[End, re.Pattern[str]] = {
    "most": re.compile(r"(?:max|maximum|maximal|at most|or less|hochstens|au maximum)\b"),
    "least": re.compile(
        r"(?:min|minimum|minimal|at least|and up|and above|or more|mindestens|und mehr|et plus)\b"
    ),
}
_STAGES = re.compile(
    r"\b(?:training|trainees?|apprentice\w*|probation\w*|afterwards?|after|thereafter|once"
    r"|ausbildung\w*|lehre|lehrjahr\w*|einarbeitung\w*|probezeit|danach|anschliessend|nach"
    r"|formation|apprenti\w*|periode d essai|puis|apres|ensuite)\b"
)
_NEAR = 30
"""How many characters around an amount are looked at."""


def end_said(text: str, start: int, end: int) -> End:
    """Return which end of a range the amount at a place is said to be; empty where nothing is."""
    before, behind = text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
    if behind.startswith("+"):
        return "least"
    for name, pattern in _BEFORE.items():
        if pattern.search(folded(before)) or _BEHIND[name].match(folded(behind)):
            return name
    return ""


def doubt_of_end(end: End) -> str:
    """Return what is doubtful of pay of which one end alone is said; empty where both are."""
    match end:
        case "most":
            return gettext("it says only the most that is paid: write the least as `min`")
        case "least":
            return gettext("it says only the least that is paid: write the most as `max`")
    return ""


def is_in_stages(text: str) -> bool:
    """Tell whether a text speaks of pay in training, or after it: such amounts make no range."""
    return _STAGES.search(folded(text)) is not None
