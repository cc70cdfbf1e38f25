"""How well the rules on wording find what they should, on sentences that were labelled before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.wording.labelled import (
    CHECKS,
    HALVES,
    LANGUAGES,
    files_of_half,
    half_of,
    labelled,
    language_of,
    rows_in,
    scored,
    scores_of,
)

LIMITS = {
    ("en", "tuning"): (0.98, 0.94, 0.6),
    ("en", "held-out"): (0.91, 0.79, 3.0),
    ("de", "tuning"): (0.98, 0.95, 0.5),
    ("de", "held-out"): (0.91, 0.76, 4.5),
    ("fr", "tuning"): (0.98, 0.92, 0.5),
    ("fr", "held-out"): (0.92, 0.74, 3.0),
}
"""The least precision and recall of all rules together, and the most findings that are wrong for
each thousand words. They are what holds: tighten them where a rule gets better."""

FILES = [file for half in HALVES for file in files_of_half(half)]


@pytest.mark.parametrize(("language", "half"), LIMITS)
def test_precision_and_recall(language: str, half: str) -> None:
    precision, recall, wrong = LIMITS[language, half]
    scores = scores_of(half, language)
    told = f"{scores.overall}, {scores.wrong_per_1000_words:.2f} wrong per 1,000 words"
    assert scores.overall.precision >= precision, told
    assert scores.overall.recall >= recall, told
    assert scores.wrong_per_1000_words <= wrong, told


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_file(file: Path) -> None:
    """Each file can be read, its labels name rules, and its texts belong to its half."""
    rules = {check.name for check in CHECKS}
    assert scored(labelled(file)).words > 0
    for number, row in enumerate(rows_in(file), 1):
        finds, arguable = set(row.get("finds", ())), set(row.get("arguable", ()))
        assert finds | arguable <= rules, f"entry {number}"
        assert not finds & arguable, f"entry {number}"
        half = half_of(row["text"])
        assert half == file.parent.name or file.name.startswith("earlier-"), f"entry {number}"


@pytest.mark.parametrize(("language", "half"), LIMITS)
def test_labels_are_many_and_of_both_kinds(language: str, half: str) -> None:
    scores = scores_of(half, language)
    assert scores.entries >= (1_000 if language == "en" else 110)
    assert scores.entries / 2 <= scores.clean <= scores.entries * 0.75


def test_files_are_in_a_known_language() -> None:
    assert {language_of(file) for file in FILES} == set(LANGUAGES)


def test_no_entry_stands_twice() -> None:
    """The file is told, and not the entry: it may be one that is held out."""
    seen: dict[str, Path] = {}
    for file in FILES:
        for row in rows_in(file):
            other = seen.setdefault(repr(row), file)
            assert other is file, f"{other} and {file} share an entry"
        distinct = len({repr(row) for row in rows_in(file)})
        assert distinct == len(rows_in(file)), f"{file} has an entry twice"
