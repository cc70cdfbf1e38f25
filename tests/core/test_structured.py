"""What role pages carry for machines, and that no text in it can end the script that holds it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hiring.posting.structured import as_script_json
from hiring.posting.structured_role import faq_page, occupation

from .readback import read_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook


def test_no_text_ends_the_script() -> None:
    value = {"a": "</script><!-- & > \u2028\u2029 \" ' 😀 שלום"}
    text = as_script_json(value)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == value
    assert read_back({"@context": "https://schema.org", **value})[0]["a"] == value["a"]


@pytest.mark.parametrize("key", ["machine-learning-engineer", "head-of-data-science"])
def test_a_role_is_an_occupation_with_questions(key: str, frozen: Handbook) -> None:
    role = frozen.roles[key]
    work, questions = occupation(role, frozen), faq_page(role, frozen)
    assert questions is not None
    assert read_back(work) == [work]
    assert read_back(questions) == [questions]
    assert (work["@type"], work["name"]) == ("Occupation", role.facts.title)
    assert work["occupationalCategory"]["codeValue"] == role.facts.occupation.onet_soc  # type: ignore[union-attr]
    assert role.facts.market_pay is not None
    assert work["estimatedSalary"]["value"]["value"] == int(role.facts.market_pay.average)
    assert "baseSalary" not in json.dumps(work)
    names = [entry["name"] for entry in questions["mainEntity"]]
    assert names == [entry.question for entry in role.questions]
    answers = [entry["acceptedAnswer"]["text"] for entry in questions["mainEntity"]]
    assert all(answer and "{" not in answer for answer in answers)


def test_a_role_without_facts_states_none(read: Callable[..., Handbook]) -> None:
    handbook = read()
    role = handbook.roles["data-analyst"]
    assert set(occupation(role, handbook)) >= {"@context", "@type", "name", "description"}
    assert faq_page(role, handbook) is None
