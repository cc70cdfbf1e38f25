"""The facts of a job, an entry each: the table that ``hiring.model.fact_table`` describes.

Who may state a fact is said by the class that it stands in: what is in ``LevelFacts`` may be stated
by a role, by its levels and by an opening, what is in ``JobFacts`` by a role and by an opening, and
what is in ``hiring.model.role_facts.RoleFacts`` by a role alone. The options of ``level``, JSON
Schemas and ``handbook.json`` follow from the classes.

An entry names functions by their module, as ``words.pay``: a field hides what has its own name.
"""

from __future__ import annotations

from typing import Annotated

from hiring.model import schema_org, words
from hiring.model.base import Facts
from hiring.model.fact_shapes import Pay, pay_option
from hiring.model.fact_table import Fact, Posted, Searched
from hiring.model.values import EmploymentTypes, Line, WorkArrangement


class LevelFacts(Facts):
    """What a role states, an opening may state anew, and a level too."""

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
            option=pay_option,
        ),
    ] = None


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
