"""What is to be told of a rule, whoever looks."""

from __future__ import annotations

from dataclasses import dataclass

from hiring.model.problem import Severity


@dataclass(frozen=True, kw_only=True)
class RuleText:
    """What the guide says of a rule: its name, its weight, what is wrong, and why it matters.

    ``languages`` are those that it reads, as `en`; where there are none it reads facts, links and
    structure, which are the same in any.
    """

    name: str
    severity: Severity
    meaning: str
    why: str = ""
    source: str = ""
    languages: tuple[str, ...] = ()
