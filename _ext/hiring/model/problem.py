"""What is wrong, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a finding matters: only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding.

    ``path`` is relative to the handbook's folder, with forward slashes; ``line`` counts from 1;
    ``rule`` is the short name under which the guide explains the finding.
    """

    path: str
    line: int
    rule: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return the line that ``check`` prints."""
        return f"{self.path}:{self.line}: {self.severity.value}[{self.rule}] {self.message}"


def nearest(name: str, allowed: Iterable[str]) -> str:
    """Return ``; did you mean `x`?`` for the allowed name most like ``name``, or nothing."""
    by_lower = {candidate.lower(): candidate for candidate in allowed}
    found = get_close_matches(name.lower(), by_lower, n=1, cutoff=0.6)
    return f"; did you mean `{by_lower[found[0]]}`?" if found else ""


def listed(names: Iterable[str]) -> str:
    """Return names as `a`, `b`, `c`, for a message."""
    return ", ".join(f"`{name}`" for name in names)
