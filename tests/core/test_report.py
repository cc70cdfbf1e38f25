"""The report on an opening: all that is asked, and what came of it, from the very same checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.checks.catalog import CHECKS
from hiring.checks.posted import PostingSubject
from hiring.checks.report import OF_THE_READER, opening_report, reports
from hiring.checks.run import findings, findings_kept, run_checks
from hiring.checks.subjects import OpeningSubject
from hiring.language.vocabulary import LANGUAGE
from hiring.model.audience import Audience
from hiring.model.problem import Severity
from hiring.posting.rules import posting_rules
from hiring.site.domain.config import SiteConfig
from hiring.site.domain.this_build import ThisBuild
from tests.support.cases import DAY, files_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from hiring.checks.report import ReadinessReport
    from hiring.model.handbook import Handbook

BY_THE_READER = {"posted-by-today", "closes-after-posted", "closes-in-time", "areas"}
"""Of the rules for job postings, those that the reader sees to, or the state of an opening."""
BY_THE_FIELDS = {"requisition", "employment-type"}
"""Those that no opening can be without."""


def report(case: Mapping[str, Any], base: Mapping[str, bytes], read: Any) -> ReadinessReport:
    handbook = read(files_of(case, base), Audience.HIRING_TEAM)
    found = opening_report(handbook, DAY, "case")
    assert found is not None
    return found


def states(found: ReadinessReport) -> dict[str, str]:
    return {entry.rule: entry.state for entry in found.entries if entry.rule}


def test_it_asks_all_that_job_boards_and_laws_ask(
    base: Mapping[str, bytes], read: Callable[..., Handbook]
) -> None:
    entries = [
        entry
        for status in ("open", "draft")
        for entry in report({"opening": {"status": status}}, base, read).entries
    ]
    numbers = {number for entry in entries for number in re.findall(r"J\d+", entry.source)}
    assert numbers == {f"J{number}" for number in range(1, 22)}
    asked = {entry.asks for entry in entries}
    stated = {rule.asks: rule.wants for rule in posting_rules() if rule.asks}
    assert stated.keys() <= asked
    elsewhere = {rule.wants for rule in posting_rules()} - {*stated.values()}
    assert elsewhere == BY_THE_READER | BY_THE_FIELDS
    assert all(text.endswith(".") and text[0].isupper() for text in asked)


def test_every_check_of_an_opening_says_what_it_asks() -> None:
    for check in CHECKS:
        if check.each in (OpeningSubject, PostingSubject):
            assert check.asks, check.name


def test_it_tells_what_the_review_tells(
    base: Mapping[str, bytes], read: Callable[..., Handbook]
) -> None:
    case = {"opening": {"closes": None, "level": None}, "text": "You earn $190,000 a year.\n"}
    handbook = read(files_of(case, base), Audience.HIRING_TEAM)
    checks = [check for check in CHECKS if check.each in (OpeningSubject, PostingSubject)]
    told = set(findings(handbook, DAY, findings_kept(), checks))
    found = report(case, base, read)
    assert set(found.found()) == told
    assert found.is_ready, "warnings are for people to weigh"
    assert {"no-deadline", "other-pay", "no-experience"} <= {it.rule for it in found.found()}


def test_every_state(base: Mapping[str, bytes], read: Callable[..., Handbook]) -> None:
    company = (
        "size: 420\nchecks:\n  rules: {not-public: off, no-deadline: error}\n"
        "  waive: [{rule: no-equal-opportunity, reason: It is being written.}]"
    )
    case = {"opening": {"closes": None}, "change": {"company.yaml": {"size: 420": company}}}
    found = report(case, base, read)
    by_rule = states(found)
    assert by_rule["no-deadline"] == "found"
    assert by_rule["no-equal-opportunity"] == "waived"
    assert by_rule["no-education"] == "passed"
    assert by_rule["law-on-pay-range"] == "not-asked"
    assert by_rule["not-public"] == "not-asked"
    assert by_rule["opening-dates"] == "passed"
    assert "no-address" not in by_rule, "the reader demands it of what is open"
    assert [finding.rule for finding in found.found(Severity.ERROR)] == ["no-deadline"]
    assert not found.is_ready
    waived = next(entry for entry in found.entries if entry.waived)
    assert waived.waived[0].waiver.reason == "It is being written."


def test_what_the_reader_refuses(base: Mapping[str, bytes], read: Callable[..., Handbook]) -> None:
    found = report({"opening": {"posted": None}}, base, read)
    assert states(found)["opening-dates"] == "found"
    assert not found.is_ready
    assert {rule.value for rule in OF_THE_READER} <= states(found).keys()


def test_a_draft(base: Mapping[str, bytes], read: Callable[..., Handbook]) -> None:
    found = report({"opening": {"status": "draft", "apply": None}}, base, read)
    assert found.is_draft
    assert not found.is_ready
    assert states(found)["no-address"] == "found"
    assert "opening-apply" not in states(found)
    assert {finding.severity for finding in found.found()} == {Severity.NOTE}


def test_what_is_over_has_none(base: Mapping[str, bytes], read: Callable[..., Handbook]) -> None:
    case = {"opening": {"status": "filled"}}
    handbook = read(files_of(case, base), Audience.HIRING_TEAM)
    assert opening_report(handbook, DAY, "case") is None
    assert opening_report(handbook, DAY, "nobody") is None
    assert reports(handbook, DAY) == {}
    handbook = read(files_of({"opening": {}}, base), Audience.HIRING_TEAM)
    assert list(reports(handbook, DAY)) == ["case"]
    build = ThisBuild(handbook=handbook, changes={}, today=DAY, config=SiteConfig(), words=LANGUAGE)
    assert [entry.key for entry in build.reports_of("data-engineer")] == ["case"]
    assert build.reports_of("data-analyst") == []


def test_one_passage_in_two_postings_is_told_once(
    base: Mapping[str, bytes], read: Callable[..., Handbook]
) -> None:
    old = "Works in [[location]]."
    change = {"roles/data-engineer.md": {old: f"{old} A salary of up to $20,000."}}
    other = base_opening(base).replace("ENG-1", "ENG-2")
    files = {**files_of({"opening": {}, "change": change}, base), "openings/other.md": other}
    found = run_checks(read(files, Audience.HIRING_TEAM), DAY)
    told = [finding for finding in found.findings if finding.rule == "open-ended-pay"]
    assert [finding.path for finding in told] == ["roles/data-engineer.md"]


def base_opening(base: Mapping[str, bytes]) -> str:
    return files_of({"opening": {}}, base)["openings/case.md"].decode()
