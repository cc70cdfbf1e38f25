"""The facts of a job, an entry each: the table that ``hiring.model.fact_table`` describes.

Who may state a fact is said by the class that it stands in: what is in ``LevelFacts`` may be stated
by a role, by its levels and by an opening, what is in ``JobFacts`` by a role and by an opening, and
what is in ``hiring.model.role_facts.RoleFacts`` by a role alone. The options of ``level``, JSON
Schemas and ``handbook.json`` follow from the classes.

An entry names functions by their module, as ``words.pay``: a field hides what has its own name.
"""

from __future__ import annotations

from typing import Annotated

from hiring.model import job_words, schema_org, words
from hiring.model.asked import StatedLicense, licenses_option
from hiring.model.base import Facts
from hiring.model.fact_shapes import Pay, pay_option
from hiring.model.fact_table import Fact, Posted, Searched
from hiring.model.job_shapes import Hours, StatedGrade, Term, grade_option, hours_option
from hiring.model.values import EmploymentTypes, Line, WorkArrangement


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
        Pay | None,
        Fact(
            label="Pay range",
            short="Pay",
            guide="what we pay: `currency` (three letters), `min`, `max`, and `per` `hour`, `day`, "
            "`week`, `month` or `year`",
            words=words.pay,
            page=70,
            posted=Posted(at=70),
            searched=Searched(at=10),
            data={"baseSalary": schema_org.salary},
            among=job_words.pay_for_hours,
            option=pay_option,
        ),
    ] = None
    hours: Annotated[
        Hours | None,
        Fact(
            label="Hours",
            guide="`per_week`, and `full_time` where that is more: pay for a week, a month or a "
            "year is then shown as paid and as full-time",
            words=job_words.hours,
            page=45,
            posted=Posted(at=92),
            searched=Searched(at=35),
            data={"workHours": job_words.hours},
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
            guide="a list of names, or of `name`, `issuer`, `within` a time after the start, and "
            "`priority`: `must`, `should` or `nice`; on a level `RN (Ohio); CPR within 3 months`",
            words=job_words.licenses,
            page=92,
            posted=Posted(at=112),
            searched=Searched(at=52),
            data={"qualifications": schema_org.licenses},
            option=licenses_option,
        ),
    ] = ()


class JobFacts(LevelFacts):
    """What a role states, and an opening may state anew."""

    employment_type: Annotated[
        EmploymentTypes | None,
        Fact(
            label="Employment",
            guide="`full-time`, `part-time`, `contractor`, `temporary`, `intern`, `volunteer`, "
            "`per-diem` or `other`; a list where people choose",
            words=words.employment,
            page=40,
            posted=Posted(at=90, label="Employment type", optional=False),
            searched=None,
            data={"employmentType": schema_org.employment},
        ),
    ] = None
    term: Annotated[
        Term | None,
        Fact(
            label="Term",
            guide="of a job that ends: `until` a day, or `months` or `weeks`; a `season`; and "
            "`probation: {months: 6}`",
            words=job_words.term,
            page=48,
            posted=Posted(at=96),
            searched=Searched(at=37),
            data={"jobDuration": schema_org.duration},
        ),
    ] = None
    work_arrangement: Annotated[
        WorkArrangement | None,
        Fact(
            label="Work arrangement",
            guide="`on-site`, `hybrid` or `remote`",
            words=words.WORK_ARRANGEMENT.__getitem__,
            page=50,
            posted=Posted(
                at=30,
                id="work",
                label="Work environment",
                words=words.WORK_ENVIRONMENT.__getitem__,
                optional=False,
            ),
            searched=Searched(at=30, sentence="{employment_type}, {words}."),
        ),
    ] = None
    travel: Annotated[
        Line | None,
        Fact(
            label="Travel",
            guide="how much, and what for",
            page=60,
            posted=Posted(at=40),
            searched=Searched(at=40),
            prose=True,
        ),
    ] = None
    reports_to: Annotated[
        Line | None,
        Fact(
            label="Reports to",
            guide="the manager's title",
            page=30,
            posted=Posted(at=50),
            searched=Searched(at=20),
        ),
    ] = None
