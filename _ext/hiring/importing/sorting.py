"""What is asked of a line while its place is looked for: by its words, and what stands below it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from hiring.importing.facts import bare_facts
from hiring.importing.headings import reason_to_leave
from hiring.importing.values import says
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.importing.company import CompanyFacts
    from hiring.importing.placed import Placed
    from hiring.importing.structure import Part


def drop_empty(placed: Sequence[Placed]) -> None:
    """Leave out headings of text under which no line is kept."""
    for number, it in enumerate(placed):
        if it.place == "text" and it.part.is_heading:
            below = takewhile(lambda after: not after.part.is_heading, placed[number + 1 :])
            if all(after.place != "text" for after in below):
                it.place, it.doubt = "left heading", ""


def is_no_heading(part: Part, known: CompanyFacts, *, above: bool) -> bool:
    """Tell whether what looks like a heading names a person, or a fact, as "Full-time" at the top.

    ``above`` tells that no heading was before. A step alone may be the heading of a level.
    """
    text = part.line.text
    if reason_to_leave(text) == "person":
        return True
    if part.to or not above:
        return False
    facts = bare_facts(text, known.company)
    return known.is_place(text) or any(it.name != "grade" for it in facts)


def counts(reason: str, to: str, *, is_entry: bool) -> bool:
    """Tell whether a reason to leave a line out holds where it stands.

    What people do all day may be about candidates and discrimination: entries of lists are kept.
    """
    if reason == "person":
        return True
    if to == "text":
        return True
    return not is_entry and (reason == "legal" or not to.startswith(("fact", "selection")))


def whom(text: str) -> str:
    """Return whom a range of pay is for, as its line says it: ``London`` of ``London: £40,000``."""
    match = re.match(r"([^:$€£\d]{2,60}?)\s?:\s*\S", text)
    return match[1].strip() if match else ""


def is_base(text: str) -> bool:
    """Tell whether a text speaks of the pay itself, and not of what comes on top."""
    return re.search(r"\bbase\b|grundgehalt|fixe", text.lower()) is not None


def doubt_of(to: str, text: str) -> str:
    """Return what is doubtful about a text in a block; empty where nothing is."""
    if to == "qualifications must" and says(text, "preferred"):
        return gettext("it reads as a wish, and stands among what people must have")
    return ""
