"""``check --on DAY``: the review as it will be, and what Python's own options must not change."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hiring.__main__ import main
from hiring.checks import rule
from hiring.checks.catalog import CHECKS
from tests.support.cases import files_of
from tests.support.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


CONF = b'extensions = ["hiring"]\nhtml_baseurl = "https://careers.example.com/"\n'
COLUMBUS = {
    "role": "data-analyst",
    "level": None,
    "closes": None,
    "locations": "[{locality: Columbus, region: OH, country: US}]",
}
"""An opening that shows no pay, in a town whose law begins with 2027."""


@pytest.fixture
def project(tmp_path: Path, base: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a handbook, from which commands are run on November 22, 2026."""
    files = {**base, **files_of({"opening": COLUMBUS}, base), "conf.py": CONF}
    for path, data in files.items():
        file = tmp_path / "handbook" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("project")
def test_a_law_is_none_then_a_note_then_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    """In whatever order the days are asked for, what was kept of another day changes nothing."""

    def told(*options: str) -> tuple[int, set[str], str]:
        status = main(["check", *options])
        said = capsys.readouterr().out
        laws = ("law-to-come", "law-on-pay-range")
        return status, {name for name in laws if f"[{name}]" in said}, said.splitlines()[-1]

    for _ in range(2):
        status, found, last = told()
        assert (status, found, "as of" in last) == (0, set(), False)
        status, found, last = told("--on", "2026-12-02")
        assert (status, found, last[-17:]) == (0, {"law-to-come"}, " as of 2026-12-02")
        status, found, last = told("--on", "2027-01-01")
        assert (status, found, last[-17:]) == (1, {"law-on-pay-range"}, " as of 2027-01-01")


@pytest.mark.usefixtures("project")
def test_a_day_goes_with_formats_and_files(capsys: pytest.CaptureFixture[str]) -> None:
    day = ["--on", "2027-01-01"]
    for name in ("github", "sarif", "json"):
        assert main(["check", "--format", name, *day]) == 1
        out, err = capsys.readouterr()
        assert "law-on-pay-range" in out
        if name == "json":
            [found] = [it for it in json.loads(out)["findings"] if it["severity"] == "error"]
            assert found["source"].startswith("Columbus: Ordinance 2898-2025"), "its own law"
        assert err.endswith(" as of 2027-01-01\n")
    assert main(["check", *day, "--only", "openings/case.md"]) == 1
    assert "law-on-pay-range" in capsys.readouterr().out
    assert main(["check", *day, "--only", "roles/data-engineer.md"]) == 0
    assert "law-on-pay-range" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("soon", "wanted a day as 2027-01-01, not `soon`"),
        ("2027-1-1", "wanted a day as 2027-01-01, not `2027-1-1`"),
        ("20270101", "wanted a day as 2027-01-01, not `20270101`"),
        ("01.01.2027", "wanted a day as 2027-01-01, not `01.01.2027`"),
        ("2027-02-29", "the calendar has no day 2027-02-29: write one as 2027-01-01"),
        ("0000-01-01", "the calendar has no day 0000-01-01: write one as 2027-01-01"),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_is_no_day_is_told(
    written: str, wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--on", written])
    assert stopped.value.code == 2
    assert f"argument --on: {wanted}" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["export", "project"])
def test_nothing_is_written_among_the_pages(
    command: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted((project / "handbook").rglob("*"))
    for place in ("handbook", "handbook/out", "handbook/roles/../copy"):
        assert main([command, "handbook", place]) == 1
        assert "lies among the handbook's pages" in capsys.readouterr().err
    assert sorted((project / "handbook").rglob("*")) == before
    assert main([command, "handbook", "handbook/_build/out"]) == 0


def test_reasons_stay_where_python_drops_docstrings(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["check", "--format", "json", "--on", "2027-01-01"]
    assert main(options) == 1
    wanted = json.loads(capsys.readouterr().out)
    assert all(found["why"] for found in wanted["findings"])
    done = subprocess.run(
        [sys.executable, "-m", "hiring", *options],
        cwd=project,
        env={**os.environ, "PYTHONOPTIMIZE": "2"},
        capture_output=True,
        text=True,
        check=False,
        timeout=LONG,
    )
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout) == wanted


def test_every_rule_has_its_reason_in_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspect, "getdoc", lambda _: None)
    for found in CHECKS:
        made = rule.check(found.severity, found.each, source=found.source, asks=found.asks)
        again = made(found.look)
        said = (again.name, again.meaning, again.why, again.source, again.asks)
        assert said == (found.name, found.meaning, found.why, found.source, found.asks)


def test_rules_without_docstring_and_source_say_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: object) -> str:
        raise OSError

    monkeypatch.setattr(inspect, "getdoc", lambda _: None)
    monkeypatch.setattr(inspect, "getsource", gone)
    found = CHECKS[0]
    with pytest.raises(RuntimeError, match="run Python without -OO"):
        rule.check(found.severity, found.each)(found.look)
