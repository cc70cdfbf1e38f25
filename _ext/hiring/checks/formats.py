"""A review for those who read it: people, a forge's annotations, and other programs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from hiring.checks.catalog import RULES
from hiring.exports.check import (
    VERSION,
    CheckDocument,
    CountsDocument,
    FindingDocument,
    WaivedDocument,
)
from hiring.exports.encode import as_json as to_json
from hiring.model.digests import digest_of_bytes
from hiring.model.messages import gettext, ngettext, translate
from hiring.model.problem import Severity, about

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hiring.checks.finding import CheckRun, Finding
    from hiring.checks.rule_text import RuleText


def told(review: CheckRun) -> str:
    """Return all that people are told of a review, by whatever command."""
    return f"{text(review, '')}{reasons(review)}{summary(review)}\n"


def text(review: CheckRun, folder: str) -> str:
    """Return a line a finding, for people. Paths are relative to the handbook's folder."""
    return "".join(f"{finding}\n" for finding in review.findings)


def reasons(review: CheckRun) -> str:
    """Return why the rules that were broken matter, a line each, for people."""
    broken, rules = sorted({finding.rule for finding in review.findings}), _rules(review)
    why = {name: translate(rules[name].why or rules[name].meaning) for name in broken}
    lines = [f"  {about(name, said)}\n" for name, said in why.items()]
    start = gettext("Why it matters:")
    more = gettext("`hiring guide checks` says more of each, and how one that is meant is waived.")
    return "".join([f"{start}\n", *lines, f"{more}\n"] if lines else [])


def _rules(review: CheckRun) -> dict[str, RuleText]:
    """Return all rules by name, the company's own too."""
    return {**RULES, **{rule.name: rule for rule in review.own_rules}}


def summary(review: CheckRun) -> str:
    """Return how much was found, in one line."""
    errors, warnings, notes = (review.count(weight) for weight in Severity)
    said = ngettext("{number} error", "{number} errors", errors)
    said += f", {ngettext('{number} warning', '{number} warnings', warnings)}"
    said += f", {ngettext('{number} note', '{number} notes', notes)}" if notes else ""
    waived = len(review.waived)
    said += f", {ngettext('{number} waived', '{number} waived', waived)}" if waived else ""
    pages = ngettext("{number} page", "{number} pages", review.pages)
    return gettext("{found} in {pages}", found=said, pages=pages)


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(review: CheckRun, folder: str) -> str:
    """Return workflow commands, which GitHub shows as annotations beside the lines.

    Errors first: GitHub shows ten of a kind a step, and the log holds all. Paths must be those of
    the repository, so the command runs at its top.
    """
    order = list(Severity)
    found = sorted(review.findings, key=lambda finding: order.index(finding.severity))
    return "".join(_command(finding, folder) for finding in found)


def _command(finding: Finding, folder: str) -> str:
    where = {
        "file": f"{folder}{finding.path}",
        "line": str(finding.line),
        "title": finding.rule,
    }
    named = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in where.items())
    said = f"{finding.told}\n{translate(finding.why)}" if finding.why else finding.told
    return f"::{_COMMANDS[finding.severity]} {named}::{_escaped(said)}\n"


def _escaped(value: str, also: str = "") -> str:
    """Return a value with what ends it written as GitHub wants: ``%`` and two digits."""
    for sign in f"%\r\n{also}":
        value = value.replace(sign, f"%{ord(sign):02X}")
    return value


_ROOT = "%SRCROOT%"
"""What code-scanning services know as the top of the repository."""


def sarif(review: CheckRun, folder: str) -> str:
    """Return a log of SARIF 2.1.0 (OASIS), as code-scanning services and editors read it."""
    waived = {entry.finding: entry.waiver.reason for entry in review.waived}
    every = sorted([*review.findings, *waived])
    broken = sorted({finding.rule for finding in every})
    results = [
        _result(finding, folder, broken.index(finding.rule), mark, waived.get(finding))
        for finding, mark in zip(every, _fingerprints(every), strict=True)
    ]
    driver = {
        "name": "hiring-handbook",
        "rules": [_descriptor(_rules(review)[name]) for name in broken],
    }
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The top of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return to_json(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        }
    )


def _descriptor(rule: RuleText) -> dict[str, Any]:
    meaning, why = translate(rule.meaning), translate(rule.why)
    more = " ".join(part for part in (why, rule.source) if part) or meaning
    return {
        "id": rule.name,
        "shortDescription": {"text": meaning},
        "fullDescription": {"text": more},
        "help": {"text": more},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield for each finding what stays when its line moves: a digest, and which of its like."""
    seen: Counter[str] = Counter()
    for finding in findings:
        said = "\0".join((finding.rule, finding.path, finding.message))
        digest = digest_of_bytes(said.encode("utf-8", "surrogatepass"))[:16]
        seen[digest] += 1
        yield f"{digest}:{seen[digest]}"


def _result(
    finding: Finding, folder: str, rule: int, fingerprint: str, reason: str | None
) -> dict[str, Any]:
    artifact = _address(f"{folder}{finding.path}")
    place, *others = (
        {"physicalLocation": {"artifactLocation": artifact, "region": {"startLine": line}}}
        for line in (finding.line, *finding.more)
    )
    said = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": finding.told},
        "locations": [place],
        "partialFingerprints": {"finding/v1": fingerprint},
    }
    if others:
        said["relatedLocations"] = others
    if reason is not None:
        said["suppressions"] = [{"kind": "inSource", "justification": reason}]
    return said


def _address(path: str) -> dict[str, str]:
    if Path(path).is_absolute():  # a handbook elsewhere than below here
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path, errors="replace"), "uriBaseId": _ROOT}


def as_json(review: CheckRun, folder: str) -> str:
    """Return everything that the review has found, and what is waived, for other programs."""
    counts = {severity.value: review.count(severity) for severity in Severity}
    document = CheckDocument(
        version=VERSION,
        folder=folder,
        pages=review.pages,
        counts=CountsDocument(**counts),
        findings=tuple(FindingDocument(**_parts(finding)) for finding in review.findings),
        waived=tuple(
            WaivedDocument(
                **_parts(entry.finding), reason=entry.waiver.reason, until=entry.waiver.until
            )
            for entry in review.waived
        ),
    )
    return to_json(document.model_dump(mode="json"))


def _parts(finding: Finding) -> dict[str, Any]:
    parts = {name: getattr(finding, name) for name in FindingDocument.model_fields}
    return {**parts, "why": translate(finding.why)}


FORMATS: dict[str, Callable[[CheckRun, str], str]] = {
    "text": text,
    "github": github,
    "sarif": sarif,
    "json": as_json,
}
"""What ``check --format`` takes."""


def seen_from_here(folder: Path) -> str:
    """Return what a folder's paths start with, seen from where the command runs: ``handbook/``."""
    here, there = Path.cwd(), folder.resolve()
    shown = there.relative_to(here) if there.is_relative_to(here) else there
    return "" if shown == Path() else f"{shown.as_posix()}/"
