"""The shape of what ``check --format json`` prints: what programs may rely on."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from hiring.model.base import Facts
from hiring.model.problem import Severity

VERSION: Literal[1] = 1
"""Raised when a field changes its meaning or goes; a new field leaves it as it is."""


class FindingDocument(Facts):
    """One finding: as a line of the text, in parts; ``path`` is seen from the ``folder``.

    ``more`` are the other lines of the page in which a rule that speaks once a page finds the same.
    """

    path: str
    line: int = Field(ge=1)
    rule: str
    severity: Severity
    message: str
    why: str
    source: str
    more: tuple[int, ...] = ()


class WaivedDocument(FindingDocument):
    """A finding that is meant, with the ``reason``, and the last day on which that holds."""

    reason: str
    until: date | None


class CountsDocument(Facts):
    """How many findings there are of each severity; those that are waived don't count."""

    error: int
    warning: int
    note: int


class CheckDocument(Facts):
    """A whole review. ``folder`` leads to the handbook from where the command ran.

    ``pages`` is how many were read.
    """

    version: Literal[1]
    folder: str
    pages: int
    counts: CountsDocument
    findings: tuple[FindingDocument, ...]
    waived: tuple[WaivedDocument, ...]
