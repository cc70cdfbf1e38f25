"""Facts that an opening takes back: stated as none, as `conditions: []` or `travel: ~`.

A field that is named and left empty is none of them: somebody may have meant to fill it in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hiring.model.fact_table import facts_of
from hiring.model.job_facts import JobFacts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ALWAYS = ("title", "employment_type")
"""The facts that every job has."""

_NONE = r"\b%s[\"']?\s*:\s*(?:~|null|\[\s*\])(?=\s|,|}|$)"


def taken_back(lines: Sequence[str], field_lines: Mapping[str, int]) -> list[str]:
    """Return the facts that an opening states as none; ``lines`` are those of its page."""
    found = {name: field_lines.get(f"opening.{name}") for name in facts_of(JobFacts)}
    return [
        name
        for name, line in found.items()
        if line and name not in _ALWAYS and re.search(_NONE % name, lines[line - 1])
    ]


def with_empty_lists(data: Any, text: str) -> Any:
    """Return front matter with an empty list for each of an opening's lists that is stated as none.

    ``text`` is what it was read from.
    """
    opening = data.get("opening") if isinstance(data, dict) else None
    if not isinstance(opening, dict) or None not in opening.values():
        return data
    lists = {name for name, it in JobFacts.model_fields.items() if it.default == ()}
    empty: dict[str, list[Any]] = {
        name: []
        for name, value in opening.items()
        if value is None and name in lists and re.search(_NONE % re.escape(name), text)
    }
    return {**data, "opening": {**opening, **empty}} if empty else data
