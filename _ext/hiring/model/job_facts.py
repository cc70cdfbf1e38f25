"""The facts of a job, an entry each: the table that ``hiring.model.fact_table`` describes.

Who may state a fact is said by the class that it stands in: what is in ``LevelFacts`` of
``hiring.model.level_facts`` may be stated by a role, by its levels and by an opening, what is in
``JobFacts`` by a role and by an opening, and what is in ``RoleFacts`` of
``hiring.model.role_facts`` by a role alone. The options of ``level``, JSON Schemas and
``handbook.json`` follow from the classes.

An entry names functions by their module, as ``words.pay``: a field hides what has its own name.
"""

from __future__ import annotations

from typing import Annotated, Literal

from hiring.model import job_words, schema_org, words
from hiring.model.asked import Experience, SpokenLanguage, StatedCondition
from hiring.model.fact_table import Fact, Posted, Searched
from hiring.model.job_shapes import Managers, Term
from hiring.model.level_facts import LevelFacts
from hiring.model.values import EmploymentTypes, Line, WorkArrangement, YesNo

MANAGERS = ("reports_to", "matrix_to")
"""The facts that say to whom somebody answers."""


class JobFacts(LevelFacts):
    """What a role states, and an opening may state anew."""

    employment_type: Annotated[
        EmploymentTypes | None,
        Fact(
            label="Employment",
            guide="`full-time`, `part-time`, `contractor`, `temporary`, `intern`, "
            "`apprenticeship`, `trainee`, `volunteer`, `casual` (called in when there is work), "
            "`per-diem` or `other`; a list where people choose, or "
            "where two go together, as `[part-time, temporary]`",
            spoken=words.employment,
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
            spoken=job_words.term,
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
            spoken=words.arrangement,
            page=50,
            posted=Posted(
                at=30,
                id="work",
                label="Work environment",
                spoken=words.environment,
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
        Managers,
        Fact(
            label="Reports to",
            guide="the manager's title, or the key of their role; a list of several",
            spoken=job_words.managers,
            in_page_words=True,
            page=30,
            posted=Posted(at=50),
            searched=Searched(at=20),
        ),
    ] = ()
    matrix_to: Annotated[
        Managers,
        Fact(
            label="Also answers to",
            guide="a second line of reporting, as in `reports_to`",
            spoken=job_words.managers,
            in_page_words=True,
            page=31,
            posted=Posted(at=51),
            searched=Searched(at=21),
        ),
    ] = ()
    supervises: Annotated[
        Line | None,
        Fact(
            label="Supervises",
            guide="how many people, and the budget",
            page=32,
            posted=Posted(at=52),
            searched=Searched(at=22),
            prose=True,
        ),
    ] = None
    supervision: Annotated[
        Line | None,
        Fact(
            label="Supervision",
            guide="how closely the work is guided, and by whom",
            page=33,
            posted=Posted(at=54),
            searched=Searched(at=24),
            prose=True,
        ),
    ] = None
    exempt: Annotated[
        YesNo | None,
        Fact(
            label="Overtime",
            guide="in the United States: `true` where no overtime is paid, else `false`",
            spoken=job_words.exempt,
            page=76,
            posted=Posted(at=98),
        ),
    ] = None
    conditions: Annotated[
        tuple[StatedCondition, ...],
        Fact(
            label="Conditions",
            guide="a list of what is checked or given before the start, each with `kind`, its "
            "`reason`, and `text` for the particulars: see [conditions](#conditions-of-a-job)",
            spoken=job_words.conditions,
            page=94,
            posted=Posted(at=114),
            data_spoken={
                "securityClearanceRequirement": schema_org.clearance,
                "eligibilityToWorkRequirement": schema_org.eligibility,
            },
        ),
    ] = ()
    visa: Annotated[
        Literal["sponsored", "not-sponsored"] | None,
        Fact(
            label="Work visa",
            guide="`sponsored` or `not-sponsored`",
            spoken=job_words.visa,
            page=95,
            posted=Posted(at=116),
            data_spoken={"eligibilityToWorkRequirement": schema_org.visa},
        ),
    ] = None
    languages: Annotated[
        tuple[SpokenLanguage, ...],
        Fact(
            label="Languages",
            guide="a list, each with `language` (two letters), `level`, as `B2` or in words, and "
            "`priority` as in `licenses`",
            spoken=job_words.languages,
            page=93,
            posted=Posted(at=113),
            searched=Searched(at=53),
        ),
    ] = ()
    experience: Annotated[
        Experience | None,
        Fact(
            label="Experience",
            guide="of a role without levels: `years`, as `3+` or `1-2`, typical and never a "
            "condition, and `text`, which says in what",
            spoken=job_words.experience,
            page=91,
            posted=None,  # it is said where a level's is
            searched=Searched(at=51, sentence="{words}.", spoken=job_words.typical),
        ),
    ] = None
