"""Blocks in a posting and in its data: what each becomes, and what stands for none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from hiring.checks.run import run_checks
from hiring.model.blocks import BLOCKS
from hiring.posting.additional import additional
from hiring.posting.compose import role_posting
from hiring.posting.content import paragraphs_in
from hiring.posting.reader import Reader
from hiring.posting.terms import terms_of_role
from tests.support.cases import BASE, files_in

from .jobs import TODAY, TRADES, Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook


def electrician() -> str:
    return (TRADES / "electrician.md").read_text("utf-8")


def company(**facts: Any) -> dict[str, str]:
    """Return company.yaml with more facts than the tests' own has."""
    stated = yaml.safe_load(files_in(BASE)["company.yaml"]) | facts
    return {"company.yaml": yaml.safe_dump(stated)}


def rules_of_role(job: Job) -> set[str]:
    """Return the rules by which the review finds something in the role's page."""
    found = run_checks(job.handbook, TODAY).findings
    return {str(it.rule) for it in found if it.path == job.role.path}


def texts(job: Job, section_id: str) -> list[str]:
    section = job.posting.section(section_id)
    assert section is not None
    return [part.text for part in paragraphs_in(section.content)]


def test_every_block_is_posted_in_its_order(read: Callable[..., Handbook]) -> None:
    blocks = "\n\n".join(f":::{{{name}}}\n- Says {name}\n:::" for name in [*BLOCKS][::-1])
    job = Job(
        read,
        "electrician",
        electrician().split("# Electrician")[0] + f"# Electrician\n\n{blocks}\n",
    )
    shown = [part.id for part in job.posting.sections]
    assert shown == [*(kind.section for kind in BLOCKS.values()), "additional"]
    for name in BLOCKS:
        assert f"- Says {name}\n" in job.text


def test_demands_go_by_body_and_senses(read: Callable[..., Handbook]) -> None:
    job = Job(read, "electrician")
    lifts = "Lifts drums of cable of up to 20 kg: they come in that size"
    colors = "Tells the colors of wires, to connect them right"
    assert job.data["physicalRequirement"] == f"- {lifts}\n- Climbs ladders"
    assert job.data["sensoryRequirement"] == f"- {colors}"
    assert texts(job, "physical-demands") == [
        "Most of it is done outdoors.",
        *("With the body", lifts, "Climbs ladders", "With the senses", colors),
        "All of this may be done with or without an adjustment: tell us what you need.",
    ]


@pytest.mark.parametrize(
    ("demand", "is_of_senses"),
    [
        ("Read gauges in dim light", True),
        ("Color vision, for signals", True),
        ("Hears alarms over the noise of the shop", True),
        ("Stand for four hours, to see to the ovens", False),
        ("Carry trays of up to 10 kg: guests hear no rattling", False),
        ("Gutes Hörvermögen, damit Kinder gehört werden", True),
        ("Farben unterscheiden", True),
        ("Porter des charges de 15 kg", False),
    ],
)
def test_what_a_demand_is_on(
    demand: str, is_of_senses: bool, read: Callable[..., Handbook]
) -> None:
    block = f":::{{physical-demands}}\n- {demand}\n:::\n\n::::{{levels}}"
    before, _, after = electrician().partition(":::{physical-demands}")
    page = before + "::::{levels}" + after.partition("::::{levels}")[2]
    data = Job(read, "electrician", page.replace("::::{levels}", block, 1)).data
    assert ("sensoryRequirement" in data) == is_of_senses
    assert ("physicalRequirement" in data) != is_of_senses


def test_a_demand_says_what_for(read: Callable[..., Handbook]) -> None:
    assert "demand-without-reason" in rules_of_role(Job(read, "electrician"))
    page = electrician().replace("- Climbs ladders", "- Climbs ladders, since lamps hang there")
    assert "demand-without-reason" not in rules_of_role(Job(read, "electrician", page))


@pytest.mark.parametrize("adds", [False, True])
def test_benefits_take_the_place_of_the_company_s_or_add(
    adds: bool, read: Callable[..., Handbook]
) -> None:
    page = electrician().replace("::::{levels}", ":::{benefits}\n- Boots\n:::\n\n::::{levels}")
    page = page.replace("  owner:", "  benefits: add\n  owner:") if adds else page
    general = ["Medical insurance", "A pension"]
    job = Job(
        lambda files, *more: read(files | company(benefits=general), *more), "electrician", page
    )
    assert texts(job, "benefits") == ["Boots", *(general if adds else [])]
    assert job.data["jobBenefits"].startswith("- Boots")
    assert ("benefit-differs" in rules_of_role(job)) != adds


def test_benefits_of_the_company_stand_before_groups(read: Callable[..., Handbook]) -> None:
    groups = ":::{benefits}\n**Tools**\n\n- Boots\n:::\n\n::::{levels}"
    page = electrician().replace("::::{levels}", groups)
    page = page.replace("  owner:", "  benefits: add\n  owner:")
    job = Job(
        lambda files, *more: read(files | company(benefits=["Leave"]), *more), "electrician", page
    )
    assert job.data["jobBenefits"] == "- Leave\n\nTools\n\n- Boots"


def entries(handbook: Handbook) -> dict[str, str]:
    role = handbook.roles["electrician"]
    reader = Reader(handbook, {})
    found = additional(terms_of_role(role, handbook), handbook.company, reader)
    return {it.id: next(paragraphs_in(it.content)).text for it in found}


@pytest.mark.parametrize(
    ("pay", "said", "has_basis"),
    [
        (
            "{currency: USD, min: 38.50, max: 49.30, per: hour}",
            "Pay range: $38.50 to $49.30 per hour",
            True,
        ),
        ("{currency: USD, min: 45, max: 45, per: hour}", "Pay: $45 per hour", False),
        (
            "[{for: Nights, currency: USD, min: 45, max: 45, per: hour}, "
            "{for: Days, currency: USD, min: 40, max: 40, per: hour}]",
            "Pay: $45 per hour (Nights); $40 per hour (Days)",
            False,
        ),
    ],
)
def test_one_amount_is_no_range(
    pay: str, said: str, has_basis: bool, read: Callable[..., Handbook]
) -> None:
    page = electrician().split("::::{levels}")[0]
    page = page.replace("{currency: USD, min: 38.50, max: 49.30, per: hour}", pay)
    basis = company(salary_basis="What you bring decides where pay starts within the range.")
    found = entries(read({"roles/electrician.md": page, **basis}))
    assert found["pay"] == said
    assert ("salary" in found) == has_basis


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("2027-01-04", "January 4, 2027"),
        ("As soon as you can", "As soon as you can"),
        ("2027-13-04", "2027-13-04"),
    ],
)
def test_a_start_is_said_as_other_days_are(
    start: str, said: str, read: Callable[..., Handbook]
) -> None:
    job = Job(read, "electrician", start=f'"{start}"')
    assert job.entries["start"] == said
    assert job.data.get("jobStartDate") == (start if said != start else None)


def test_what_stands_nowhere_is_not_posted(read: Callable[..., Handbook]) -> None:
    handbook = read({"roles/electrician.md": electrician().split(":::{physical-demands}")[0]})
    shown = {part.id for part in role_posting(handbook.roles["electrician"], handbook).sections}
    assert shown.isdisjoint({"physical-demands", "conditions", "selection"})


def test_a_table_is_a_list(read: Callable[..., Handbook]) -> None:
    table = "| Stage | Days |\n|---|---|\n| Call | 7 |\n| Day with the crew | 14 |"
    before, _, after = electrician().partition(":::{selection}")
    page = f"{before}:::{{selection}}\n{table}\n:::" + after.partition(":::")[2]
    job = Job(read, "electrician", page)
    section = job.posting.section("selection")
    assert section is not None
    assert [type(part).__name__ for part in section.content] == ["Table"]
    assert "Call | 7" in job.text
