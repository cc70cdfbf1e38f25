"""What a review tells: each thing that is wrong or doubtful, and what was said to be meant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hiring.checks.rule_text import RuleText
from hiring.model.checks import Waiver
from hiring.model.messages import gettext, ngettext
from hiring.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from hiring.model.problem import Problem


_SHOWN = 5
"""How many of the further lines a finding names."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding: as a Problem of the reader, with ``why`` it matters and the ``source`` of that.

    ``path`` is relative to the handbook's folder; ``line`` counts from 1. Where a rule speaks once
    a page, ``more`` are the lines of what it finds beside the first.
    """

    path: str
    line: int
    rule: str
    message: str
    severity: Severity
    why: str = ""
    source: str = ""
    more: tuple[int, ...] = ()

    @property
    def told(self) -> str:
        """The message, with how often the same is found on the page, and in which lines first."""
        if not self.more:
            return self.message
        shown = ", ".join(map(str, self.more[:_SHOWN]))
        if len(self.more) > _SHOWN:
            rest = len(self.more) - _SHOWN
            shown = gettext("{shown} and {more} more", shown=shown, more=rest)
        times = ngettext(
            "{times} times here, also in line {lines}",
            "{times} times here, also in lines {lines}",
            len(self.more),
            times=len(self.more) + 1,
            lines=shown,
        )
        return f"{self.message} ({times})"

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
        return f"{place}{self.severity}[{self.rule}] {self.told}"


def folded(findings: Iterable[Finding], rules: Container[str]) -> list[Finding]:
    """Return findings with those of some rules made one a page: the first, with others' lines."""
    alike: dict[tuple[str, str, Severity], list[Finding]] = {}
    kept = []
    for finding in findings:
        if finding.rule in rules:
            alike.setdefault((finding.path, finding.rule, finding.severity), []).append(finding)
        else:
            kept.append(finding)
    for several in map(sorted, alike.values()):
        kept.append(replace(several[0], more=tuple(found.line for found in several[1:])))
    return kept


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that is meant, and the waiver that says so."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRun:
    """All that a review finds, in the order of file and line; ``pages`` is how many it read.

    ``own_rules`` are those that the company's modules have added to ours.
    """

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    pages: int
    own_rules: tuple[RuleText, ...] = ()

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
