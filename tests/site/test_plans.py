"""The plans for three roles say in their data what they said as prose, read by nothing of ours.

``plans.yaml`` holds what the prose said; it is compared with ``handbook.json`` of a build for the
hiring team.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.cases import stated_in

SAID: dict[str, Any] = stated_in(Path(__file__).with_name("plans.yaml"))
"""What the plans said, by role."""


def plain(text: str) -> str:
    """Return what a text says: its words, whatever the marks, case and line ends."""
    return " ".join(re.findall(r"\w+", re.sub(r"\{\w+\}", "", text).casefold()))


@pytest.fixture(scope="module")
def data(team_site: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((team_site / "handbook.json").read_text("utf-8"))
    return read


def interview(data: dict[str, Any], role: str) -> dict[str, Any]:
    [found] = [it for it in data["interviews"] if it["role"] == role]
    return dict(found)


@pytest.mark.parametrize("role", SAID)
def test_stages_are_those_of_the_plan(data: dict[str, Any], role: str) -> None:
    stages = interview(data, role)["stages"]
    keys = {"name": "name", "minutes": "minutes", "who": "interviewers", "form": "setting"}
    assert [{name: it[key] for name, key in keys.items()} for it in stages] == SAID[role]["stages"]
    assert interview(data, role)["minutes"] == sum(it["minutes"] for it in SAID[role]["stages"])


@pytest.mark.parametrize("role", SAID)
def test_each_must_have_is_assessed_where_the_plan_said(data: dict[str, Any], role: str) -> None:
    [page] = [it for it in data["roles"] if it["key"] == role]
    musts = [it for it in page["qualifications"] if it["priority"] == "must"]
    found = interview(data, role)
    order = {it["id"]: number for number, it in enumerate(found["stages"], 1)}
    marks = {
        row["qualification"]: sorted(order[stage] for stage in row["stages"])
        for row in found["coverage"]
    }
    told = SAID[role]["coverage"]
    assert [marks[it["id"]] for it in musts] == list(told.values())
    for need, name in zip(musts, told, strict=True):
        shared = set(plain(need["text"]).split()) & set(plain(name).split()) - {"and", "in", "of"}
        assert shared, f"{need['text']} is not {name}"


def words_of(stage: dict[str, Any]) -> list[str]:
    """Return all that a stage says beside its questions, then each question with its text."""
    asked = [f"{it['question']} {it['text']}" for it in stage["questions"]]
    return [plain(stage["markdown"]), *map(plain, asked)]


@pytest.mark.parametrize("role", SAID)
def test_each_question_is_rated_as_the_plan_said(data: dict[str, Any], role: str) -> None:
    stages = interview(data, role)["stages"]
    asked = [it for stage in stages for it in stage["questions"]]
    for entry in SAID[role]["questions"]:
        wanted = list(map(plain, entry["points"]))
        [found] = [it for it in asked if list(map(plain, it["points"])) == wanted]
        said = " ".join(words for stage in stages for words in words_of(stage))
        assert plain(entry["asked"]) in said
        if entry["asked"][-1] in ".?":
            assert plain(entry["asked"]) == plain(found["question"])
    for entry in SAID[role]["partly"]:
        [one] = [it for it in asked if plain(entry["asked"]) in plain(it["question"] + it["text"])]
        for rating, words in entry["points"].items():
            assert plain(words) in plain(one["points"][rating - 1])


@pytest.mark.parametrize("role", SAID)
def test_nothing_else_of_the_plan_is_lost(data: dict[str, Any], role: str, team_site: Path) -> None:
    said = [words for stage in interview(data, role)["stages"] for words in words_of(stage)]
    notes = " ".join(said)
    for planted in (*SAID[role]["planted"], SAID[role]["not_rated"]):
        assert plain(planted) in notes
    page = plain((team_site / f"interviews/{role}.md").read_text("utf-8"))
    for sign, question in SAID[role]["follow_up"].items():
        assert f"{plain(sign)} {plain(question)}" in page
    assert plain(SAID[role]["no_signs"]) in page
