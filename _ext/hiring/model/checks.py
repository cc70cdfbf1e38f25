"""What an organisation says of the checks of its handbook: which count, and what is waived."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from hiring.model.base import Facts
from hiring.model.own_rules import HouseLists, HouseSpelling
from hiring.model.values import Amount, Date, Key, Line, WholeNumber

Weight = Literal["off", "note", "warning", "error"]
"""How much the findings of a rule count; those of one that is ``off`` are not told."""


class Waiver(Facts):
    """Findings that are meant: those of a ``rule``, or of them only those that name ``about``.

    The ``reason`` is for whoever reviews the page next. After the day ``until`` it counts no more.
    """

    rule: Key
    reason: Line
    about: Line | None = None
    until: Date | None = None


class PageChecks(Facts):
    """What the ``checks:`` front matter of a page states."""

    waive: tuple[Waiver, ...] = ()


class Limits(Facts):
    """How much is too much. `hiring guide checks` says what each number is for."""

    must_haves: WholeNumber = 7
    range_ratio: Amount = Decimal("1.6")
    posting_days: WholeNumber = 120
    coded_per_100_words: Amount = Decimal(2)
    sentence_words: WholeNumber = 40
    reading_grade: WholeNumber = 13
    review_days: WholeNumber = 30
    interview_minutes: WholeNumber = 300
    assessments: WholeNumber = 2


class CompanyChecks(PageChecks):
    """What ``checks:`` in company.yaml states, for the whole handbook.

    ``rules`` gives rules another weight. ``allow`` are words that no rule on wording reports, such
    as the name of a product; ``words`` are those that the company does not use, and ``spelling``
    how it writes some.
    """

    rules: dict[Key, Weight] = Field({})
    limits: Limits = Limits()
    allow: tuple[Line, ...] = ()
    words: HouseLists = ()
    spelling: HouseSpelling = Field({})
