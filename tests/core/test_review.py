"""The review: what counts, what is waived, and what is said of waivers that waive nothing."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hiring.__main__ import main
from hiring.checks.formats import FORMATS, reasons, summary
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.checks.rules import style
from hiring.checks.run import findings_kept, run_checks
from hiring.model.audience import Audience
from hiring.model.problem import Severity
from tests.support.cases import DAY, opening_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from hiring.checks.finding import CheckRun
    from hiring.model.handbook import Handbook

ROLE = """\
---
role:
  title: Case
  family: Data
  summary: A case.
  owner: People team
{checks}---

# Case

::::{{levels}}

:::{{level}} One
:years: 1-2
- Loads a file
:::

:::{{level}} Two
:years: 3-4
- Loads two files
:::

::::
"""
DENVER = {
    "level": None,
    "requisition": "N-1",
    "locations": "[{locality: Denver, region: CO, country: US}]",
}
"""What an opening in Denver states beside what is sound anywhere."""

GAP = "roles/case.md:{}: {}[level-years] the years of One (1-2) and Two (3-4) leave a gap between"


@pytest.fixture
def look(read: Callable[..., Handbook], base: Mapping[str, bytes]) -> Callable[..., CheckRun]:
    """Return a review of the small handbook with a role whose levels leave a gap."""

    def look(page: str = "", company: str = "", day: date = DAY, **files: str) -> CheckRun:
        changed: dict[str, Any] = {"roles/case.md": ROLE.format(checks=page), **files}
        changed["company.yaml"] = base["company.yaml"].decode() + company
        return run_checks(read(changed, Audience.HIRING_TEAM), day, checks=())

    return look


def lines(found: CheckRun) -> list[str]:
    return [str(finding) for finding in found.findings]


def waive(rule: str = "level-years", **more: str) -> str:
    fields = {"rule": rule, "reason": "Meant", **more}
    return (
        "checks:\n  waive:\n    - {"
        + ", ".join(f"{name}: {value}" for name, value in fields.items())
        + "}\n"
    )


def test_what_the_reader_warns_of_is_found(look: Callable[..., CheckRun]) -> None:
    found = look()
    assert lines(found) == [GAP.format(18, "warning") + " 2 and 3"]
    assert found.passes


def test_a_page_waives_what_is_found_in_it(look: Callable[..., CheckRun]) -> None:
    found = look(waive())
    assert found.findings == ()
    assert [(entry.finding.rule, entry.waiver.reason) for entry in found.waived] == [
        ("level-years", "Meant")
    ]


def test_company_waives_what_is_found_anywhere(look: Callable[..., CheckRun]) -> None:
    assert look(company=waive()).findings == ()


def test_waiver_about_something_waives_that_alone(look: Callable[..., CheckRun]) -> None:
    assert look(waive(about="Leave a GAP")).findings == ()
    assert lines(look(waive(about="overlap"))) == [
        "roles/case.md:9: warning[waiver-unused] nothing here is a case of `level-years` about "
        "`overlap`: delete the waiver",
        GAP.format(21, "warning") + " 2 and 3",
    ]


def test_waiver_counts_until_its_last_day(look: Callable[..., CheckRun]) -> None:
    page = waive(until="2026-12-31")
    assert look(page, day=date(2026, 12, 31)).findings == ()
    assert lines(look(page, day=date(2027, 1, 1))) == [
        "roles/case.md:9: warning[waiver-expired] the waiver of `level-years` ended on 2026-12-31: "
        "mend what it waived, or look at it again and give it another day",
        GAP.format(21, "warning") + " 2 and 3",
    ]


def test_waiver_of_another_page_waives_nothing(look: Callable[..., CheckRun]) -> None:
    other = "---\n" + waive() + "---\n\n# Other\n"
    found = look(**{"guide/other.md": other})
    assert "guide/other.md:4: warning[waiver-unused]" in "\n".join(lines(found))
    assert GAP.format(18, "warning") in "\n".join(lines(found))


def test_unused_waiver_cannot_be_waived(look: Callable[..., CheckRun]) -> None:
    company = waive("waiver-unused")
    assert lines(look(waive(), company=company)) == [
        "company.yaml:10: error[unknown-rule] `waiver-unused` can't be waived or weighed: "
        "mend what it finds"
    ]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("level-yaers", "there is no rule `level-yaers`; did you mean `level-years`? Rules: "),
        ("unknown-role", "`unknown-role` can't be waived or weighed: mend what it finds"),
    ],
)
def test_waiver_names_a_rule_that_can_be_waived(
    look: Callable[..., CheckRun], rule: str, said: str
) -> None:
    found = look(waive(rule))
    assert lines(found)[0].startswith(f"roles/case.md:9: error[unknown-rule] {said}")
    assert not found.passes


@pytest.mark.parametrize(("weight", "passes"), [("note", True), ("error", False)])
def test_company_weighs_rules(look: Callable[..., CheckRun], weight: str, passes: bool) -> None:
    found = look(company=f"checks:\n  rules: {{level-years: {weight}}}\n")
    assert lines(found) == [GAP.format(18, weight) + " 2 and 3"]
    assert found.passes is passes


def test_rule_that_is_off_is_not_told(look: Callable[..., CheckRun]) -> None:
    assert look(company="checks:\n  rules: {level-years: off}\n").findings == ()


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("rules: {level-yaers: off}", "error[unknown-rule] there is no rule `level-yaers`"),
        ("rules: {yaml: off}", "error[unknown-rule] `yaml` can't be waived or weighed"),
        ("rules: {level-years: quiet}", "error[bad-value] `checks.rules.level-years`: found"),
        ("limits: {must_have: 5}", "error[unknown-field] `must_have` is no field here; did you"),
        ("waive: [{rule: level-years}]", "error[missing-field] `checks.waive.reason` is missing"),
        ("waive: [{rule: level-years, reason: x, until: soon}]", "error[bad-value]"),
    ],
)
def test_mistakes_in_settings(look: Callable[..., CheckRun], setting: str, said: str) -> None:
    found = look(company=f"checks:\n  {setting}\n")
    assert any(line.startswith(f"company.yaml:9: {said}") for line in lines(found)), lines(found)


def test_review_is_told_in_words(look: Callable[..., CheckRun]) -> None:
    assert summary(look()) == "0 errors, 1 warning in 5 pages"
    assert summary(look(waive())) == "0 errors, 0 warnings, 1 waived in 5 pages"
    assert reasons(look()).startswith("Why it matters:\n  level-years: The years of neighboring")
    assert reasons(look(waive())) == ""


def test_json_holds_what_is_waived_with_its_reason(look: Callable[..., CheckRun]) -> None:
    told = json.loads(FORMATS["json"](look(waive(until="2026-12-31")), "handbook/"))
    assert told["findings"] == []
    assert told["waived"][0]["reason"] == "Meant"
    assert told["waived"][0]["until"] == "2026-12-31"


VOICES = """\
---
role:
  title: Case
  family: Data
  summary: A case.
  owner: People team
{checks}---

# Case

:::{{responsibilities}}
- You load a file
- We load two
- Loads three
- You load four
:::
"""


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ("speaks", []),
        ("We", ["{0}: note[role-voice] `You` {1} (2 times here, also in line {2})"]),
        ("You", ["{3}: note[role-voice] `We` {1}"]),
        ("", ["{0}: note[role-voice] `You` {1} (3 times here, also in lines {3}, {2})"]),
    ],
)
def test_a_habit_is_told_once_a_page_of_what_is_not_waived(
    read: Callable[..., Handbook], about: str, told: list[str]
) -> None:
    page = VOICES.format(checks=waive("role-voice", about=about) if about else "")
    handbook = read({"roles/case.md": page}, Audience.HIRING_TEAM)
    review = run_checks(handbook, DAY, checks=[style.role_voice])
    found = [finding for finding in review.findings if finding.rule == "role-voice"]
    at = page.split("\n").index("- You load a file") + 1
    says = "speaks to a reader: say what the role does"
    wanted = [f"roles/case.md:{it.format(at, says, at + 3, at + 1)}" for it in told]
    assert [str(one) for one in found] == wanted
    results = json.loads(FORMATS["sarif"](review, ""))["runs"][0]["results"]
    standing = [it for it in results if it["ruleId"] == "role-voice" and "suppressions" not in it]
    others = [len(it.get("relatedLocations", ())) for it in standing]
    assert others == [len(one.more) for one in found]
    listed = json.loads(FORMATS["json"](review, ""))["findings"]
    more = [tuple(it["more"]) for it in listed if it["rule"] == "role-voice"]
    assert more == [one.more for one in found]


def test_only_some_files(look: Callable[..., CheckRun]) -> None:
    assert look().only({"index.md"}).findings == ()
    assert look().only({"roles/case.md"}).findings == look().findings


def test_findings_in_prose_are_kept(read: Callable[..., Handbook], tmp_path: Path) -> None:
    looked: list[str] = []

    @check(Severity.NOTE, ProseSubject)
    def wordy(prose: ProseSubject) -> Iterator[Hit]:
        """A page says something."""
        looked.append(prose.path)
        yield Hit(line=1, message=f"{len(prose.passages)} passages")

    file = tmp_path / "findings.json"

    def told(files: dict[str, str]) -> CheckRun:
        handbook = read(files, Audience.HIRING_TEAM)
        return run_checks(handbook, DAY, findings_kept(file), [wordy])

    first = told({})
    assert sorted(looked) == sorted(finding.path for finding in first.findings)
    looked.clear()
    assert told({}) == first
    assert looked == []
    told({"guide/hire.md": "# How we hire\n\nAnother text.\n"})
    assert looked == ["guide/hire.md"]
    file.write_text("{", encoding="utf-8")
    assert told({}) == first


def test_postings_are_looked_at_as_their_readers_see_them(
    read: Callable[..., Handbook], base: Mapping[str, bytes]
) -> None:
    role = """\
---
role:
  title: Nurse
  family: Care
  summary: Cares.
  owner: People team
  pay: {currency: USD, min: 70000, max: 90000, per: year}
audience: public
---

# Nurse

::::::{audience} hiring-team
:::{benefits}
- A yearly bonus, and health insurance
:::
::::::
"""
    opening = opening_page({**DENVER, "role": "nurse"}, "public")
    files = {"roles/nurse.md": role, "openings/nurse-denver.md": opening}
    views = [read(files, audience) for audience in Audience]
    found = {it.rule for it in run_checks(views[-1], DAY, views=views).findings}
    assert {"law-on-benefits", "law-on-other-pay"} <= found
    assert not found & {"unknown-role", "hidden-reference"}


def test_a_slip_in_company_yaml_is_the_only_thing_told(
    read: Callable[..., Handbook], base: Mapping[str, bytes]
) -> None:
    company = base["company.yaml"].decode().replace("size: 420", "size: many")
    opening = opening_page(DENVER).removesuffix("---\n") + waive("no-equal-opportunity") + "---\n"
    files = {"company.yaml": company, "openings/case.md": opening}
    found = run_checks(read(files, Audience.HIRING_TEAM), DAY).findings
    told = [(it.path, it.rule) for it in found if it.rule != "orphan-page"]
    assert told == [("company.yaml", "bad-value")]


def test_a_finding_of_a_draft_and_of_a_posting_is_told_once(
    read: Callable[..., Handbook],
) -> None:
    draft = opening_page({**DENVER, "status": "draft", "requisition": "N-2"})
    files = {"openings/draft.md": draft, "openings/open.md": opening_page(DENVER)}
    found = run_checks(read(files, Audience.HIRING_TEAM), DAY).findings
    told = [it.severity for it in found if it.rule == "no-equal-opportunity"]
    assert told == [Severity.WARNING]


def test_files_that_are_not_there_are_told(
    tmp_path: Path, base: Mapping[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    for path, data in base.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    assert main(["check", str(tmp_path), "--only", "roles/nobody.md"]) == 2
    assert "There is no file roles/nobody.md" in capsys.readouterr().err
