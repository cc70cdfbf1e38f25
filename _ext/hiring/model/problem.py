"""What is wrong, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING

from hiring.model.messages import gettext
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_QUOTE = 80
"""How many characters of what someone wrote a message repeats."""

MOST_LISTED = 20
"""How many names a message lists."""


class Severity(StrEnum):
    """How much a finding matters: only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding.

    ``path`` is relative to the handbook's folder, with forward slashes; ``line`` counts from 1;
    ``rule`` is the short name under which the guide explains the finding; ``message`` is one line.
    """

    path: str
    line: int
    rule: Rule
    message: str
    severity: Severity = Severity.ERROR

    @property
    def fault(self) -> tuple[str, int, Rule, str]:
        """What is wrong and where, without what may be meant instead."""
        meant = gettext("; did you mean `{name}`?", name="\0").partition("\0")[0]
        said = self.message.partition(meant)[0].partition(". ")[0]
        return self.path, self.line, self.rule, said

    def __str__(self) -> str:
        """Return the line that ``check`` prints."""
        return f"{self.path}:{self.line}: {self.severity}[{self.rule}] {self.message}"


def nearest(name: str, allowed: Iterable[str]) -> str:
    """Return ``; did you mean `x`?`` for the allowed name most like ``name``, or nothing."""
    by_lower = {candidate.lower(): candidate for candidate in allowed}
    found = get_close_matches(name.lower()[:LONGEST_QUOTE], by_lower, n=1, cutoff=0.6)
    return perhaps(by_lower[found[0]]) if found else ""


def perhaps(name: str | None) -> str:
    """Return ``; did you mean `x`?`` for a name that may be meant, or nothing for none."""
    return gettext("; did you mean `{name}`?", name=name) if name else ""


def about(what: str, message: str) -> str:
    """Return a message behind what it is about, as the field or the option: ```pay`: …``."""
    return gettext("{what}: {message}", what=what, message=message)


def instead(
    name: str, allowed: Iterable[str], what: str = "", none: str = "", meant: str | None = None
) -> str:
    """Return the end of a message about a name that is not one: the nearest, and all there are.

    ``what`` says what the names are, and ``none`` what to do where there are none to choose from.
    ``meant`` is the name that is meant, where it is known.
    """
    allowed = list(allowed)
    if not allowed:
        return f". {none or gettext('Delete it')}"
    every = about(what or gettext("Allowed"), listed(allowed))
    return f"{perhaps(meant) or nearest(name, allowed) or '.'} {every}"


def quoted(written: str) -> str:
    """Return what someone wrote for a message: on one line, and cut where it is long."""
    line = " ".join(written.split())
    line = line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE]}…"
    return f"'{line}'" if "`" in line else f"`{line}`"


def listed(names: Iterable[str]) -> str:
    """Return names as `a`, `b`, `c`, for a message; of very many, only the first."""
    names = list(names)
    shown = ", ".join(f"`{name}`" for name in names[:MOST_LISTED]) or gettext("none")
    more = len(names) - MOST_LISTED
    return gettext("{shown} and {more} more", shown=shown, more=more) if more > 0 else shown
