"""Where the reader notes what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hiring.model.problem import Problem, Severity

if TYPE_CHECKING:
    from hiring.model.rules import Rule


@dataclass
class Report:
    """Collects the problems of one file."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def error(self, line: int, rule: Rule, message: str) -> None:
        """Note an error on a line, counted from 1."""
        self._note(line, rule, message, Severity.ERROR)

    def warning(self, line: int, rule: Rule, message: str) -> None:
        """Note a warning on a line, counted from 1."""
        self._note(line, rule, message, Severity.WARNING)

    def _note(self, line: int, rule: Rule, message: str, severity: Severity) -> None:
        # A finding is one line wherever it is printed, whatever the file that it quotes holds.
        self.problems.append(Problem(self.path, line, rule, " ".join(message.split()), severity))
