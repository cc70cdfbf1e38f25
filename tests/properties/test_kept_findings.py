"""Findings that are kept from run to run: an edit leaves what it does not touch, and no more."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from hiring.checks import report, run
from hiring.checks.report import reports
from hiring.checks.run import findings_kept, found_in, run_checks
from hiring.model.audience import Audience
from tests.support.cases import DAY, files_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hiring.model.handbook import Handbook

SEEDS = range(int(os.environ.get("EXAMPLES", "5")))
WORDS = (b" young", b" 10+ years", b" $190,000 a year", b" {role}`data-analyst`", b" Python", b"")


@pytest.fixture(scope="module")
def files(base: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the small handbook with an opening."""
    return {**base, **files_of({"opening": {}}, base)}


def edited(files: Mapping[str, bytes], dice: random.Random) -> dict[str, bytes]:
    """Return files with a line of one of them longer, gone, or an empty one before it."""
    path = dice.choice([it for it in files if it.endswith((".md", ".yaml"))])
    lines = files[path].split(b"\n")
    at = dice.randrange(len(lines))
    lines[at : at + 1] = dice.choice(([], [b"", lines[at]], [lines[at] + dice.choice(WORDS)]))
    return {**files, path: b"\n".join(lines)}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_kept_is_what_would_be_found(
    seed: int, files: dict[str, bytes], read: Callable[..., Handbook], tmp_path: Path
) -> None:
    dice, now = random.Random(seed), files
    for _ in range(6):
        handbook = read(now, Audience.HIRING_TEAM)
        kept = findings_kept(tmp_path / "findings.json")
        assert run_checks(handbook, DAY, kept) == run_checks(handbook, DAY)
        of_openings = findings_kept(tmp_path / "openings.json")
        assert reports(handbook, DAY, of_openings) == reports(handbook, DAY)
        of_openings.save()
        now = edited(dice.choice((now, files)), dice)


def test_an_edit_leaves_what_was_found_on_other_pages(
    files: dict[str, bytes], read: Callable[..., Handbook], tmp_path: Path
) -> None:
    """Of texts of levels and answers, and of where they stand, only their own page's hang."""

    def found_again(now: Mapping[str, bytes]) -> set[str]:
        handbook = read(now, Audience.HIRING_TEAM)
        with patch.object(run, "found_in", wraps=found_in) as looked:
            run_checks(handbook, DAY, findings_kept(tmp_path / "findings.json"))
        return {call.args[0].path for call in looked.call_args_list}

    assert found_again(files) >= {"roles/data-analyst.md", "roles/data-engineer.md"}
    page = files["roles/data-engineer.md"]
    for directive in (b"{level}", b"{question}"):
        start, _, rest = page.partition(directive)
        head, _, rest = rest.partition(b"\n::::\n")
        longer = start + directive + head + b"\n\nMore of the same.\n::::\n" + rest
        again = found_again({**files, "roles/data-engineer.md": longer})
        assert again - {"company.yaml"} == {"openings/case.md", "roles/data-engineer.md"}
        found_again(files)


GERMAN = "Sie ist die Stelle, die wir mit dem Team und der Leitung für das Haus haben. " * 9


def test_the_text_of_a_role_tells_the_language_of_its_opening(
    files: dict[str, bytes], read: Callable[..., Handbook], tmp_path: Path
) -> None:
    path, front = "openings/case.md", files["openings/case.md"].partition(b"\n---\n")[0]
    role = "roles/data-engineer.md"
    short = {**files, path: front + b"\n---\n\nYoung team.\n"}
    german = {**short, role: files[role].replace(b"\n# ", f"\n{GERMAN}\n# ".encode(), 1)}
    told = []
    for now in (short, german):
        handbook = read(now, Audience.HIRING_TEAM)
        kept = run_checks(handbook, DAY, findings_kept(tmp_path / "findings.json"))
        assert kept == run_checks(handbook, DAY)
        told.append({it.rule for it in kept.findings if it.path == path} & {"age-words"})
    assert told == [{"age-words"}, set()]


def test_openings_are_judged_once(
    files: dict[str, bytes], read: Callable[..., Handbook], tmp_path: Path
) -> None:
    def judged(now: Mapping[str, bytes]) -> int:
        kept = findings_kept(tmp_path / "openings.json")
        with patch.object(report, "found_in", wraps=found_in) as looked:
            assert reports(read(now, Audience.HIRING_TEAM), DAY, kept)
        kept.save()
        return looked.call_count

    other = {**files, "guide/hire.md": files["guide/hire.md"] + b"\nMore.\n"}
    assert judged(files) == 2  # as an opening, and as a posting
    assert judged(files) == judged(other) == 0
    role = next(path for path in files if path.endswith("data-engineer.md"))
    assert judged({**files, role: files[role] + b"\nMore.\n"}) == 2
