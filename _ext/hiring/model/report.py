"""Where the reader notes what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hiring.model.messages import gettext
from hiring.model.problem import Problem, Severity
from hiring.model.rules import Rule

BLANK = re.compile(r"\bTODO\b")
"""What stands where something is still to be written, as in a page that was just started."""


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

    def note(self, line: int, rule: Rule, message: str) -> None:
        """Note what may well be meant, on a line, counted from 1."""
        self._note(line, rule, message, Severity.NOTE)

    def todo(self, text: str, line: int) -> None:
        """Note each blank in a text that starts on a line: an error, unless the page is a draft."""
        for match in BLANK.finditer(text) if "TODO" in text else ():
            at = line + text.count("\n", 0, match.start())
            self.warning(at, Rule.TODO, gettext("found `TODO`: fill it in, or delete it"))

    def _note(self, line: int, rule: Rule, message: str, severity: Severity) -> None:
        # A finding is one line wherever it is printed, whatever the file that it quotes holds.
        self.problems.append(Problem(self.path, line, rule, " ".join(message.split()), severity))
