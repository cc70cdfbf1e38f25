"""The facts of a job that a level states too, an entry each: see ``hiring.model.job_facts``."""

from __future__ import annotations

from typing import Annotated, Literal

from hiring.model import job_words, schema_org, words
from hiring.model.asked import StatedLicense, licenses_option
from hiring.model.base import Facts
from hiring.model.fact_shapes import StatedPay, pay_option
from hiring.model.fact_table import Fact, Posted, Searched
from hiring.model.job_shapes import (
    Hours,
    StatedGrade,
    StatedOtherPay,
    grade_option,
    hours_option,
    other_pay_option,
)
from hiring.model.values import Line


class LevelFacts(Facts):
    """What a role states, an opening may state anew, and a level too."""

    title: Annotated[
        Line | None,
        Fact(
            label="Job title",
            guide="the title that the job is advertised under",
            short="Advertised as",
            page=None,
            posted=None,
            searched=None,
            prose=True,
        ),
    ] = None
    pay: Annotated[
        StatedPay | None,
        Fact(
            label="Pay range",
            short="Pay",
            shortened=job_words.is_one_amount,
            guide="what we pay: `currency` (three letters), `min`, `max`, and `per` `hour`, `day`, "
            "`week`, `month` or `year`; a list of several, each `for` places, departments or steps",
            spoken=words.pay,
            page=70,
            posted=Posted(at=70),
            searched=Searched(at=10),
            data={"baseSalary": schema_org.salary},
            among=job_words.pay_for_hours,
            option=pay_option,
        ),
    ] = None
    other_pay: Annotated[
        StatedOtherPay,
        Fact(
            label="Other pay",
            guide="a list, each with `kind`: `bonus`, `commission`, `profit-sharing`, `equity`, "
            "`premium`, `differential`, `allowance`, `tips`, `none` or `other`, and `text`; on a "
            "level `bonus: up to 10% a year; equity`",
            spoken=job_words.other_pay,
            page=72,
            posted=Posted(at=75, optional=False),
            searched=Searched(at=14),
            data_spoken={"incentiveCompensation": schema_org.incentives},
            option=other_pay_option,
        ),
    ] = ()
    hours: Annotated[
        Hours | None,
        Fact(
            label="Hours",
            guide="`per_week`, and `full_time` where that is more: pay for a week, a month or a "
            "year is then shown as paid and as full-time; of `[full-time, part-time]`, a job whose "
            "level or opening has such hours is the latter",
            spoken=job_words.hours,
            page=45,
            posted=Posted(at=92),
            searched=Searched(at=35),
            data_spoken={"workHours": job_words.hours},
            option=hours_option,
        ),
    ] = None
    schedule: Annotated[
        Line | None,
        Fact(
            label="Schedule",
            guide="when the work is done: shifts, nights, weekends, on call",
            page=47,
            posted=Posted(at=94),
            searched=Searched(at=36),
            data={"workHours": str},
            prose=True,
        ),
    ] = None
    track: Annotated[
        Literal["individual", "manager"] | None,
        Fact(
            label="Track",
            guide="of a ladder that parts: `individual` or `manager`; levels on different "
            "tracks are not compared",
            spoken=job_words.track,
            page=34,
            posted=Posted(at=56),
            searched=Searched(at=26),
        ),
    ] = None
    grade: Annotated[
        StatedGrade | None,
        Fact(
            label="Grade",
            guide="the band, step or class, as a text, or `scheme` and `step`; on a level "
            "`TVöD: S 8a`",
            words=job_words.grade,
            page=75,
            posted=Posted(at=72),
            searched=Searched(at=12),
            option=grade_option,
        ),
    ] = None
    licenses: Annotated[
        tuple[StatedLicense, ...],
        Fact(
            label="Licenses",
            guide="a list of names, or of `name`, `issuer`, `within` a time after the start, as "
            "`90 days`, and `priority`: `must`, `should` or `nice`; on a level `RN (Ohio); CPR "
            "within 3 months`",
            spoken=job_words.licenses,
            page=92,
            posted=Posted(at=112),
            searched=Searched(at=52),
            data={"qualifications": schema_org.licenses},
            option=licenses_option,
        ),
    ] = ()
