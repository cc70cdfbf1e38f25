"""The facts that a role alone states, an entry each, after those of ``hiring.model.job_facts``."""

from __future__ import annotations

from functools import partial
from typing import Annotated, ClassVar, Literal

from hiring.model import occupations, schema_org, words
from hiring.model.fact_shapes import Education, MarketPay, Occupation
from hiring.model.fact_table import Fact, Posted, Searched
from hiring.model.job_facts import JobFacts
from hiring.model.values import Date, EmploymentType, EmploymentTypes, Interval, Key, Line

_unposted = partial(Fact, posted=None, searched=None)
_REVIEW = (
    "the day of the last review, and a time as `12 months`; the page is marked once its review is "
    "overdue"
)


class RoleFacts(JobFacts):
    """What the ``role:`` front matter of a role's page states."""

    FIRST = (
        *("title", "aliases", "family", "status", "summary", "reports_to", "works_with"),
        *("employment_type", "work_arrangement", "travel", "pay"),
    )
    FOR_JOB: ClassVar[type[RoleFacts] | None] = None
    """The class of what holds for a job, where levels or openings state what no role may."""

    def with_room(self) -> RoleFacts:
        """Return the facts with room for those that only a level or an opening states."""
        return self.FOR_JOB.model_construct(**dict(self)) if self.FOR_JOB else self

    title: Annotated[
        Line,
        _unposted(
            label="Title",
            guide="the job's name, the same as the page's heading; needed",
            page=None,
            prose=True,
        ),
    ]
    aliases: Annotated[
        tuple[Line, ...],
        _unposted(
            label="Also called",
            guide="what people call the job too",
            words=words.listed,
            page=20,
        ),
    ] = ()
    family: Annotated[Line, _unposted(label="Family", guide="the group of roles; needed", page=10)]
    status: Annotated[
        Literal["draft", "active", "retired"],
        _unposted(
            label="Status",
            guide="`draft`, `active` or `retired`; a retired role keeps its page and leaves the "
            "lists",
            page=None,
        ),
    ] = "active"
    summary: Annotated[
        Line,
        Fact(
            label="Summary",
            guide="one sentence for cards, lists and search engines; needed",
            page=None,
            posted=None,
            searched=Searched(at=0, sentence="{words}"),
            prose=True,
        ),
    ]
    works_with: Annotated[
        tuple[Key, ...],
        _unposted(label="Works with", guide="keys of other roles", page=150),
    ] = ()
    # A role always has one; its entry is that of JobFacts.
    employment_type: EmploymentTypes = ("full-time",)
    market_pay: Annotated[
        MarketPay | None,
        _unposted(
            label="Market pay",
            guide="what the market pays: `currency`, `average`, `per`, and where it is known "
            "`as_of` and `source`",
            page=80,
        ),
    ] = None
    occupation: Annotated[
        Occupation | None,
        Fact(
            label="Occupation",
            guide="`onet_soc`, the code at [O*NET](https://www.onetonline.org), and `match`: "
            "`exact`, `close` or `broad`; and `codes` by [other "
            "classifications](extend.md#occupations-by-other-classifications)",
            words=occupations.in_words,
            page=100,
            posted=None,
            searched=Searched(at=55),
        ),
    ] = None
    education: Annotated[
        Education | None,
        Fact(
            label="Education",
            guide="`level` and `preferred`: `none`, `high-school`, `associate`, `certificate`, "
            "`bachelor`, `master` or `doctorate`; `fields`; `or_experience`: `true` where "
            "experience counts the same",
            spoken=words.education,
            page=90,
            posted=Posted(at=110),
            searched=Searched(at=50),
            data={"educationRequirements": schema_org.credential},
        ),
    ] = None
    benefits: Annotated[
        Literal["replace", "add"],
        _unposted(
            label="Benefits",
            guide="`add` where the page's benefits come on top of the company's; where it is left "
            "out, postings show them instead",
            page=None,
        ),
    ] = "replace"
    related: Annotated[
        tuple[Key, ...],
        _unposted(label="Related roles", guide="keys of other roles", page=160),
    ] = ()
    owner: Annotated[
        Line,
        _unposted(
            label="Page owner",
            guide="the team that keeps the page true, by [a name that company.yaml "
            "knows](#whom-to-turn-to); needed",
            page=120,
            internal=True,
        ),
    ]
    reviewed: Annotated[
        Date | None,
        _unposted(label="Reviewed", guide=_REVIEW, page=130, internal=True),
    ] = None
    review_every: Annotated[
        Interval | None, _unposted(label="Review every", guide=_REVIEW, page=None)
    ] = None

    @property
    def types_at_hours(self) -> tuple[EmploymentType, ...]:
        """What people are hired as at these hours: in part time, not full-time as well."""
        types = self.employment_type
        chosen = self.hours is not None and self.hours.is_part_time and "part-time" in types
        return tuple(it for it in types if not chosen or it != "full-time")
