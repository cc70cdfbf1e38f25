"""The frozen handbook has no mistake: what tests of programs find there is the programs' own."""

from __future__ import annotations

from hiring.checks.run import run_checks
from hiring.model.audience import Audience
from hiring.model.problem import Severity
from hiring.model.rules import Rule
from hiring.reading.handbook import read_handbook
from tests.support.cases import DAY
from tests.support.fixtures import FROZEN


def test_the_handbook_has_no_error() -> None:
    handbook = read_handbook(FROZEN, Audience.HIRING_TEAM)
    errors = [str(found) for found in handbook.problems if found.severity is Severity.ERROR]
    assert errors == []
    assert handbook.withheld == ()
    assert len(handbook.roles) >= 6


def test_the_handbook_passes_its_review() -> None:
    found = run_checks(read_handbook(FROZEN, Audience.HIRING_TEAM), DAY)
    told = [str(it) for it in found.findings if it.severity is not Severity.NOTE]
    assert told == []
    assert all(len(entry.waiver.reason) > 20 for entry in found.waived)


def test_no_reader_meets_words_that_stand_for_a_hidden_link() -> None:
    handbook = read_handbook(FROZEN, Audience.HIRING_TEAM)
    assert [str(found) for found in handbook.problems if found.rule is Rule.HIDDEN_REFERENCE] == []


def test_each_audience_has_pages_and_parts_of_its_own() -> None:
    public, employee, team = (read_handbook(FROZEN, audience) for audience in Audience)
    assert public.pages.keys() < employee.pages.keys() < team.pages.keys()
    assert public.roles.keys() == employee.roles.keys() == team.roles.keys()
    for key in public.roles:
        texts = [handbook.pages[f"roles/{key}.md"].text for handbook in (public, employee, team)]
        assert len(set(texts)) > 1, key
