"""What a review tells: each thing that is wrong or doubtful, and what was said to be meant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hiring.model.checks import Waiver
from hiring.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Container

    from hiring.model.problem import Problem


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding: as a Problem of the reader, with ``why`` it matters and the ``source`` of that.

    ``path`` is relative to the handbook's folder; ``line`` counts from 1.
    """

    path: str
    line: int
    rule: str
    message: str
    severity: Severity
    why: str = ""
    source: str = ""

    @classmethod
    def of(cls, problem: Problem) -> Finding:
        """Return what the reader has found as a finding."""
        rule = problem.rule
        return cls(
            problem.path, problem.line, rule.value, problem.message, problem.severity, rule.meaning
        )

    def __str__(self) -> str:
        """Return the line that ``check`` prints; what has no place in a file has no path."""
        place = f"{self.path}:{self.line}: " if self.path else ""
        return f"{place}{self.severity}[{self.rule}] {self.message}"


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that is meant, and the waiver that says so."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRun:
    """All that a review finds, in the order of file and line; ``pages`` is how many it read."""

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    pages: int

    def count(self, severity: Severity) -> int:
        """Return how many findings there are of one severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def only(self, paths: Container[str]) -> CheckRun:
        """Return what was found in some files alone."""
        return replace(
            self,
            findings=tuple(found for found in self.findings if found.path in paths),
            waived=tuple(entry for entry in self.waived if entry.finding.path in paths),
        )

    @property
    def passes(self) -> bool:
        """Whether there is no error."""
        return not self.count(Severity.ERROR)
