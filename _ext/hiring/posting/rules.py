"""What job boards and pay laws ask of a posting, as data: `data/*.yaml` states it, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import yaml

if TYPE_CHECKING:
    from hiring.model.facts import Company

_DATA = Path(__file__).parent.parent / "data"

REQUIREMENTS = {
    "range": "Show the pay range",
    "benefits": "Name the benefits",
    "other-compensation": "Say what other pay there is, such as a bonus, commission or equity",
    "deadline": "Give the last day for applications",
}
"""What pay laws may ask of a posting, as a note says it."""

OTHER_COMPENSATION = ("bonus", "commission", "equity", "incentive", "profit sharing", "stock")
"""Words of which one at least is in a posting that names pay beside the salary."""


VAGUE_PAY = (
    "competitive pay",
    "competitive salary",
    "competitive compensation",
    "depends on experience",
    "dependent on experience",
    "commensurate with experience",
)
"""Words that stand where a range of pay should; no law takes them for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingRule:
    """A rule of job boards by its number; ``wants`` names the test that must hold."""

    rule: str
    severity: Literal["error", "warning"]
    wants: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayLaw:
    """A law on pay in postings: ISO 3166 codes of where it holds, and what it asks for.

    ``certain`` is false where its date or threshold was not confirmed at its source.
    """

    name: str
    places: tuple[str, ...]
    min_employees: int
    since: date
    requires: tuple[str, ...]
    certain: bool

    def binds(self, company: Company, today: date) -> bool:
        """Tell whether the law is in force for a company; one of unknown size counts as large."""
        return self.since <= today and (company.size is None or company.size >= self.min_employees)


@cache
def posting_rules() -> tuple[PostingRule, ...]:
    """Return the rules of job boards, in the order of their numbers."""
    return tuple(PostingRule(**row) for row in _rows("posting-rules.yaml"))


@cache
def pay_laws() -> tuple[PayLaw, ...]:
    """Return every law on pay in postings, in force or not."""
    return tuple(
        PayLaw(**{**row, "places": tuple(row["places"]), "requires": tuple(row["requires"])})
        for row in _rows("pay-transparency.yaml")
    )


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((_DATA / name).read_text(encoding="utf-8"))
    return rows
