"""The checks, case by case: what each finds, and what it lets pass, stands in ``checks/``.

A case needs no Python. It names its ``rule``, says in ``case`` what it shows, has an input as the
cases of bad input have (`tests/support/cases.py`), and in ``finds`` the lines that ``check`` prints
for that rule: all of them, and none for what is good. ``day`` is the day of the review, where it
matters.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.checks.catalog import CHECKS
from hiring.checks.rules.duplicates import question_twice
from hiring.checks.run import findings, findings_kept
from hiring.model.audience import Audience
from tests.support.cases import DAY, cases_in, files_of, one_by_one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hiring.checks.finding import Finding
    from hiring.model.handbook import Handbook
    from hiring.reading.pages.content_cache import ContentCache
    from tests.support.cases import Case

CASES = Path(__file__).parent / "checks"


@pytest.fixture(scope="module")
def kept_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where one case after the other keeps what it finds."""
    return tmp_path_factory.mktemp("kept") / "findings.json"


@pytest.mark.parametrize("case", one_by_one(CASES, lambda it: f"{it['rule']}: {it['case']}"))
def test_case(
    case: Case, base: Mapping[str, bytes], read: Callable[..., Handbook], kept_file: Path
) -> None:
    """What a rule finds is what it should, and a second run, upon what the first kept, the same."""
    handbook = read(files_of(case, base), Audience.HIRING_TEAM)
    looking = [check for check in CHECKS if check.name == case["rule"]]
    assert looking, f"there is no check {case['rule']}"
    told, again = (
        list(findings(handbook, case.get("day", DAY), kept, looking))
        for kept in _run_by_run(kept_file)
    )
    assert again == told
    # What the reader refuses may be missing, and then there is nothing to find in it.
    errors = [str(problem) for problem in handbook.problems if problem.severity == "error"]
    assert sorted([*map(str, told), *errors]) == sorted(case["finds"].splitlines())


def _run_by_run(file: Path) -> Iterator[ContentCache[list[Finding]]]:
    """Yield what a first run has of earlier ones, and what a second has of the first."""
    file.unlink(missing_ok=True)
    for _ in range(2):
        kept = findings_kept(file)
        yield kept
        kept.save()


def test_every_check_has_a_good_and_a_bad_case() -> None:
    shown = {
        (case["rule"], bool(case["finds"]))
        for file in CASES.glob("*.yaml")
        for case in cases_in(file)
    }
    wanted = {(check.name, bad) for check in CHECKS for bad in (True, False)}
    assert wanted - shown == set()


def test_every_check_says_what_is_wrong_and_why() -> None:
    for check in CHECKS:
        for text in (check.meaning, check.why):
            assert text[:1].isupper(), check.name
            assert text.endswith((".", ")", "?")), check.name
    assert len({check.name for check in CHECKS}) == len(CHECKS)


COPY = """\
---
role: {{title: Role {number}, family: Data, summary: A copy., owner: People team}}
---

# Role {number}

::::{{faq}}
:::{{question}} Where is the office?
The office is in Antwerp, near the port, and every team chooses two days a week together in it.
:::
::::
"""


def test_a_question_on_many_pages_is_told_once_with_their_number(
    read: Callable[..., Handbook],
) -> None:
    files = {f"roles/copy-{n:02}.md": COPY.format(number=n) for n in range(60)}
    found = list(findings(read(files), DAY, findings_kept(), [question_twice]))
    assert [(one.path, one.line) for one in found] == [("roles/copy-00.md", 8)]
    assert "roles/copy-01.md, line 8 and on 58 more pages" in found[0].message
