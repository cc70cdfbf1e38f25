"""What job boards ask of a posting, as data: ``data/posting-rules.yaml`` states it, once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from hiring.model.data import stated_in
from hiring.model.lexicon import AMERICAN

if TYPE_CHECKING:
    from hiring.model.lexicon import Lexicon

STATED = AMERICAN.under("stated")
"""Where that is stated which no form asks for, by what a rule wants or a law requires."""

VAGUE_PAY = (
    "competitive pay",
    "competitive salary",
    "competitive base salary",
    "competitive wage",
    "competitive compensation",
    "competitive remuneration",
    "attractive salary",
    "attractive pay",
    "excellent salary",
    "excellent pay",
    "generous salary",
    "good pay",
    "great pay",
    "top pay",
    "market-leading pay",
    "salary: competitive",
    "pay: competitive",
    "depends on qualifications",
    "depending on qualifications",
    "commensurate with qualifications",
    "salary commensurate",
    "pay negotiable",
    "salary is negotiable",
    "compensation negotiable",
    "OTE negotiable",
    "depends on experience",
    "dependent on experience",
    "depending on experience",
    "commensurate with experience",
    "commensurate with your experience",
    "commensurate with skills",
    "salary negotiable",
    "negotiable salary",
)
"""Words that stand where a range of pay should; no law takes them for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingRule:
    """A rule of job boards by its number; ``wants`` names the test that must hold.

    ``says`` what to do where it does not hold; ``asks`` is what holds where nothing is wrong, as
    the report on an opening says it.
    """

    rule: str
    severity: Literal["error", "warning"]
    wants: str
    says: str
    asks: str = ""

    def says_in(self, said: Lexicon) -> str:
        """Return what to do where it does not hold, in a language."""
        return said.or_english(f"rules.{self.wants}.says", self.says)


@cache
def posting_rules() -> tuple[PostingRule, ...]:
    """Return the rules of job boards, in the order of their numbers."""
    return tuple(PostingRule(**row) for row in stated_in("posting-rules.yaml"))


def posting_rule(wants: str) -> PostingRule:
    """Return the rule of job boards whose test has that name."""
    return next(rule for rule in posting_rules() if rule.wants == wants)
