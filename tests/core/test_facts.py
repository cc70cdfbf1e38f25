"""The table of facts: that each entry is complete, and in which order fields stand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from hiring.exports.role_documents import LevelDocument
from hiring.model.base import Facts
from hiring.model.fact_shapes import Pay
from hiring.model.fact_table import facts_of, sentences, stated_in
from hiring.model.facts import OpeningFacts
from hiring.model.job_facts import JobFacts
from hiring.model.level_facts import LevelFacts
from hiring.model.role_facts import RoleFacts
from tests.support.facts import lacks

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook

STATED: dict[str, Any] = {"title": "T", "family": "F", "summary": "S.", "owner": "O"}


@pytest.mark.parametrize("name", facts_of(RoleFacts))
def test_a_fact_lacks_nothing(name: str) -> None:
    assert lacks(name) == []


def test_every_field_of_a_role_is_a_fact() -> None:
    assert [*facts_of(RoleFacts)] == [*RoleFacts.model_fields]


@pytest.mark.parametrize(
    ("model", "first", "last"),
    [
        (RoleFacts, "title", "review_every"),
        (OpeningFacts, "role", "fill"),
        (LevelDocument, "id", "text"),
    ],
)
def test_fields_stand_in_their_order(model: type[Facts], first: str, last: str) -> None:
    names = [*model.model_fields]
    assert (names[0], names[-1]) == (first, last)
    assert [*model.model_json_schema(mode="serialization")["properties"]] == names


class Base(Facts):
    """Facts of which one is stated by all."""

    b: str = ""


class Derived(Base):
    """Facts with one of the base in the middle."""

    FIRST: ClassVar = ("a",)

    a: str
    c: str = ""


class Further(Derived):
    """Facts that add to those in an order."""

    d: str = ""


def test_an_order_holds_for_who_inherits_it() -> None:
    assert list(Further(d="4", c="3", b="2", a="1").model_dump()) == ["a", "b", "c", "d"]
    assert Further(a="1").model_dump_json() == '{"a":"1","b":"","c":"","d":""}'


def test_who_may_state_which_follows_from_the_classes() -> None:
    assert facts_of(LevelFacts).keys() < facts_of(JobFacts).keys() < facts_of(RoleFacts).keys()
    assert facts_of(OpeningFacts).keys() == facts_of(JobFacts).keys()


def test_only_what_is_stated_is_said() -> None:
    plain = RoleFacts(**STATED)
    assert sentences(plain) == ["S."]
    assert "travel" not in stated_in(plain)
    assert stated_in(plain)["employment_type"] == ("full-time",)
    told = RoleFacts(**STATED, travel="Much", work_arrangement="on-site")
    assert sentences(told) == ["S.", "Full-time, On site.", "Travel: Much."]
    assert sentences(told, ["travel", "reports_to"]) == ["Travel: Much."]


def test_an_opening_comes_before_its_level_and_a_level_before_its_role(
    read: Callable[..., Handbook],
) -> None:
    role = read({}).roles["data-engineer"]
    senior = role.level("senior")
    own = Pay(currency="USD", min=Decimal(130000), max=Decimal(140000), per="year")
    anew = OpeningFacts(role=role.key, requisition="1", travel="Much", pay=own)
    found = [role.facts_at(None), role.facts_at(senior), role.facts_at(senior, anew)]
    assert [(str(it.pay), it.travel) for it in found] == [
        ("USD 100000-160000 per year", None),
        ("USD 120000-160000 per year", None),
        ("USD 130000-140000 per year", "Much"),
    ]
