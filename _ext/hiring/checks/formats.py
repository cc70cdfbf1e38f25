"""A review for those who read it: people, a forge's annotations, and other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiring.checks.catalog import RULES
from hiring.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.checks.finding import Finding, Review
    from hiring.checks.rule import RuleText

VERSION = 1
"""Raised when a field of the JSON changes its meaning or goes."""


def text(review: Review, folder: str) -> str:
    """Return a line a finding, for people. Paths are relative to the handbook's folder."""
    return "".join(f"{finding}\n" for finding in review.findings)


def reasons(review: Review) -> str:
    """Return why the rules that were broken matter, a line each, for people."""
    broken = sorted({finding.rule for finding in review.findings})
    lines = [f"  {name}: {RULES[name].why or RULES[name].meaning}\n" for name in broken]
    return "".join(["Why it matters:\n", *lines] if lines else [])


def summary(review: Review) -> str:
    """Return how much was found, in one line."""
    errors, warnings, notes = (_counted(review.count(weight), weight) for weight in Severity)
    said = f"{errors}, {warnings}"
    said += f", {notes}" if review.count(Severity.NOTE) else ""
    said += f", {len(review.waived)} waived" if review.waived else ""
    return f"{said} in {_counted(review.pages, 'page')}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(review: Review, folder: str) -> str:
    """Return workflow commands, which GitHub shows as annotations beside the lines."""
    return "".join(_command(finding, folder) for finding in review.findings)


def _command(finding: Finding, folder: str) -> str:
    where = {
        "file": f"{folder}{finding.path}",
        "line": str(finding.line),
        "title": finding.rule,
    }
    named = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in where.items())
    said = f"{finding.message}\n{finding.why}" if finding.why else finding.message
    return f"::{_COMMANDS[finding.severity]} {named}::{_escaped(said)}\n"


def _escaped(value: str, also: str = "") -> str:
    """Return a value with what ends it written as GitHub wants: ``%`` and two digits."""
    for sign in f"%\r\n{also}":
        value = value.replace(sign, f"%{ord(sign):02X}")
    return value


def sarif(review: Review, folder: str) -> str:
    """Return a log of SARIF 2.1.0 (OASIS), as code-scanning services and editors read it."""
    waived = {entry.finding: entry.waiver.reason for entry in review.waived}
    every = sorted([*review.findings, *waived])
    broken = sorted({finding.rule for finding in every})
    results = [_result(finding, folder, broken, waived.get(finding)) for finding in every]
    driver = {"name": "hiring-handbook", "rules": [_descriptor(RULES[name]) for name in broken]}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
        ],
    }
    return _json(log)


def _descriptor(rule: RuleText) -> dict[str, Any]:
    said = {
        "id": rule.name,
        "shortDescription": {"text": rule.meaning},
        "defaultConfiguration": {"level": rule.severity.value},
    }
    help_text = " ".join(part for part in (rule.why, rule.source) if part)
    return {**said, "help": {"text": help_text}} if help_text else said


def _result(finding: Finding, folder: str, rules: list[str], reason: str | None) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": f"{folder}{finding.path}".replace(" ", "%20")},
        "region": {"startLine": finding.line},
    }
    said = {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": finding.severity.value,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
    }
    if reason is not None:
        said["suppressions"] = [{"kind": "inSource", "justification": reason}]
    return said


def as_json(review: Review, folder: str) -> str:
    """Return everything that the review has found, and what is waived, for other programs."""
    return _json(
        {
            "version": VERSION,
            "folder": folder,
            "pages": review.pages,
            "counts": {severity.value: review.count(severity) for severity in Severity},
            "findings": [_entry(finding) for finding in review.findings],
            "waived": [
                {
                    **_entry(entry.finding),
                    "reason": entry.waiver.reason,
                    "until": entry.waiver.until and entry.waiver.until.isoformat(),
                }
                for entry in review.waived
            ],
        }
    )


def _entry(finding: Finding) -> dict[str, Any]:
    names = ("path", "line", "rule", "severity", "message", "why", "source")
    return {name: getattr(finding, name) for name in names}


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


FORMATS: dict[str, Callable[[Review, str], str]] = {
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
