"""What job boards and pay laws ask of a posting, as data: `data/*.yaml` states it, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from hiring.model.data import stated_in

if TYPE_CHECKING:
    from hiring.model.facts import Company

REQUIREMENTS = {
    "range": "Show the pay range",
    "benefits": "Name the benefits",
    "other-compensation": "Say what other pay there is, such as a bonus, commission or equity",
    "deadline": "Give the last day for applications",
    "gender-neutral-title": "Choose a title that fits any gender",
}
"""What pay laws may ask of a posting, as a note says it."""

STATED = {
    "range": "on the role's page, as its pay",
    "pay": "on the role's page, as its pay",
    "benefits": "in company.yaml, or on the role's page, as its benefits",
    "gender-neutral-title": "on the role's page, as its title",
    "plain-title": "on the role's page, as its title",
    "complete": "on the role's page, in its blocks",
    "employment-type": "on the role's page, as its employment type",
    "education": "on the role's page, as its education",
    "plain-pay": "on the role's page, or in company.yaml",
}
"""Where that is stated which no form asks for, by what a rule wants or a law requires."""

OTHER_COMPENSATION = ("bonus", "commission", "equity", "incentive", "profit sharing", "stock")
"""Words of which one at least is in a posting that names pay beside the salary."""

GENDERED = (
    *("actress", "anchorman", "barmaid", "businessman", "businesswoman", "cameraman", "chairman"),
    *("chambermaid", "cleaning lady", "craftsman", "deliveryman", "doorman", "draftsman"),
    *("fireman", "fisherman", "foreman", "handyman", "hostess", "housewife", "journeyman"),
    *("mailman", "maintenance man", "policeman", "policewoman", "postman", "repairman"),
    *("salesgirl", "saleslady", "salesman", "saleswoman", "seamstress", "serviceman"),
    *("spokesman", "stewardess", "storeman", "waitress", "watchman", "workman", "female", "male"),
)
"""Words that give a job's title a gender."""

VAGUE_PAY = (
    "competitive pay",
    "competitive salary",
    "competitive base salary",
    "competitive wage",
    "competitive compensation",
    "competitive remuneration",
    "attractive salary",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PayLaw:
    """A law on pay in postings: ISO 3166 codes of where it holds, and what it asks for.

    ``certain`` is false where its date or threshold was not confirmed at its source. ``later``
    is what may also be given after the posting, before the interview.
    """

    name: str
    places: tuple[str, ...]
    min_employees: int
    since: date
    requires: tuple[str, ...]
    certain: bool
    later: tuple[str, ...] = ()

    def binds(self, company: Company, today: date) -> bool:
        """Tell whether the law is in force for a company; one of unknown size counts as large."""
        return self.since <= today and (company.size is None or company.size >= self.min_employees)


@cache
def posting_rules() -> tuple[PostingRule, ...]:
    """Return the rules of job boards, in the order of their numbers."""
    return tuple(PostingRule(**row) for row in _rows("posting-rules.yaml"))


def posting_rule(wants: str) -> PostingRule:
    """Return the rule of job boards whose test has that name."""
    return next(rule for rule in posting_rules() if rule.wants == wants)


@cache
def pay_laws() -> tuple[PayLaw, ...]:
    """Return every law on pay in postings, in force or not."""
    return tuple(PayLaw(**_frozen(row)) for row in _rows("pay-transparency.yaml"))


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(it) if isinstance(it, list) else it for name, it in row.items()}


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = stated_in(name)
    return rows
