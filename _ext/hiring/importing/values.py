"""What is said of a job's facts, as front matter states it: words of ``data/import.yaml``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hiring.importing.headings import DATA, folded, pattern_of
from hiring.model.data import stated_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_TEXT = 200
"""How long the text of a fact may be."""

_PLAIN = re.compile(r"[^\W\d_][\w .()/&'’€£$%+–-]*")


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as the front matter has it; ``doubt`` says what somebody has to look at.

    ``whom`` is whom a range of pay is for, where a line says so.
    """

    name: str
    value: str
    doubt: str = ""
    whom: str = ""


@cache
def words(*names: str) -> Mapping[str, re.Pattern[str]]:
    """Return the words of a fact's values as patterns over folded text, by value."""
    found = stated_in(DATA)["values"]
    for name in names:
        found = found[name]
    listed = found if isinstance(found, dict) else {"": found}
    return {
        str(value): re.compile("|".join(pattern_of(sign).pattern for sign in signs))
        for value, signs in listed.items()
    }


def says(text: str, *names: str) -> bool:
    """Tell whether a text has any of the words of some name in the data."""
    return any(pattern.search(folded(text)) for pattern in words(*names).values())


def says_only(text: str, *names: str) -> bool:
    """Tell whether a text is all that some words of a name in the data say."""
    return any(pattern.fullmatch(folded(text)) for pattern in words(*names).values())


def valued(text: str, *names: str) -> str:
    """Return the first value whose words a text has; empty where it has none."""
    said = folded(text)
    return next((value for value, it in words(*names).items() if it.search(said)), "")


def all_valued(text: str, *names: str) -> list[str]:
    """Return all values whose words a text has."""
    said = folded(text)
    return [value for value, it in words(*names).items() if it.search(said)]


def quoted(text: str) -> str:
    """Return a text as YAML takes it: as it is where nothing in it means anything."""
    is_plain = _PLAIN.fullmatch(text) and not text.endswith(" ") and " #" not in text
    taken = text.lower() in ("true", "false", "null", "yes", "no", "on", "off", "todo")
    return text if is_plain and not taken else json.dumps(text, ensure_ascii=False)


def joined(stated: Sequence[Stated]) -> str:
    """Return the texts of several lines as one, as YAML takes it; the first, where that is long."""
    values = [fact.value for fact in stated]
    texts = [json.loads(it) if it.startswith('"') else it for it in values]
    whole = ", ".join(dict.fromkeys(texts))
    return quoted(whole) if len(whole) <= MAX_TEXT else values[0]


_BLANK = re.compile(r"\W*(?:n\s?/\s?a|not applicable|tbd|tba)\W*", re.IGNORECASE)


def states_nothing(text: str) -> bool:
    """Tell whether a text is what a form has where it states nothing."""
    return _BLANK.fullmatch(text) is not None


def is_permanent(text: str) -> bool:
    """Tell whether a text says that a job has no end."""
    return any(it.search(folded(text)) for it in words("permanent").values())


LISTED = ("languages", "licenses", "conditions", "other_pay")
"""The facts that are lists: each line adds one."""

SEVERAL = (*LISTED, "schedule", "grade")
"""The facts that several lines state together, as a list or as one text."""


def pay_option(value: str) -> str:
    """Return pay as a level's option writes what front matter has."""
    parts = dict(re.findall(r"(\w+): ([^,}]+)", value))
    return f"{parts['currency']} {parts['min']}-{parts['max']} per {parts['per']}"


def text_option(value: str) -> str:
    """Return a text as a level's option writes what front matter has."""
    return str(json.loads(value)) if value.startswith('"') else value
