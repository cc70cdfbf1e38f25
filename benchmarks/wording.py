"""How well the rules on prose find what they should, and how fast: ``make bench``.

On the labelled entries, on the real handbook (every finding, waived or not), and in milliseconds
for each page. With ``--tuning`` it prints instead what is wrong and missing in the half for tuning,
of the rules that are named; with ``--keep`` it adds the figures to the history.
"""

from __future__ import annotations

import argparse
import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.places import WORDING_HISTORY
from benchmarks.run import last_commit
from hiring.checks.prose import ProseSubject
from hiring.checks.run import run_checks
from hiring.reading.handbook import review_handbook
from hiring.system.clock import build_day
from tests.wording.labelled import (
    CHECKS,
    HALVES,
    LANGUAGES,
    Score,
    Scores,
    files_of_half,
    labelled,
    scores_of,
)

HANDBOOK = Path(__file__).parents[1] / "handbook"


def figures() -> dict[str, dict[str, Scores]]:
    """Return the scores by language and half: of the half that is held out, totals alone."""
    return {
        language: {half: scores_of(half, language) for half in HALVES} for language in LANGUAGES
    }


def on_labelled(found: dict[str, dict[str, Scores]]) -> None:
    """Print precision and recall, for each language and half."""
    for language, halves in found.items():
        for half, scores in halves.items():
            print(f"\n{language}, {half}: {scores.entries} entries, {scores.clean} of them clean")
            print(f"  {scores.overall}")
            print(f"  {scores.wrong_per_1000_words:.2f} wrong per 1,000 of {scores.words} words")
            for rule, score in sorted(scores.by_rule.items()):
                print(f"    {rule:25} {score}")


def keep(found: dict[str, dict[str, Scores]]) -> None:
    """Add a line to the history: of each rule what is right, wrong and missing."""
    line = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": last_commit(),
        "languages": {
            language: {half: _figures(scores) for half, scores in halves.items()}
            for language, halves in found.items()
        },
    }
    with WORDING_HISTORY.open("a", encoding="utf-8") as history:
        history.write(json.dumps(line) + "\n")


def _figures(scores: Scores) -> dict[str, Any]:
    def three(score: Score) -> list[int]:
        return [score.right, score.wrong, score.missing]

    return {
        "entries": scores.entries,
        "clean": scores.clean,
        "words": scores.words,
        "all": three(scores.overall),
        "rules": {rule: three(score) for rule, score in sorted(scores.by_rule.items())},
    }


def of_tuning(rules: list[str]) -> None:
    """Print each entry for tuning in which something is wrong or missing."""
    for file in files_of_half("tuning"):
        for entry in labelled(file):
            wrong = sorted(entry.found - entry.wanted - entry.arguable)
            missing = sorted(entry.wanted - entry.found)
            said = [f"wrong {it}" for it in wrong if it in rules or not rules]
            said += [f"missing {it}" for it in missing if it in rules or not rules]
            if said:
                print(f"{file.stem}: {', '.join(said)}\n    {' '.join(entry.text.split())}")


def on_handbook() -> None:
    """Print what is found in the real pages; one that is waived with a reason counts as right."""
    handbook = review_handbook(HANDBOOK)
    found = run_checks(handbook, build_day(), checks=CHECKS)
    rules = {check.name for check in CHECKS}
    standing = [finding for finding in found.findings if finding.rule in rules]
    waived = [entry for entry in found.waived if entry.finding.rule in rules]
    print(f"\n{found.pages} real pages: {len(standing)} found, {len(waived)} more waived")
    for finding in standing:
        print(f"  {finding}")
    for entry in waived:
        print(f"  waived: {entry.finding} ({entry.waiver.reason})")


def in_time() -> None:
    """Print milliseconds a page, for pages whose text is read already: most of the first three."""
    handbook = review_handbook(HANDBOOK)
    taken = []
    looking = [check for check in CHECKS if check.each is ProseSubject]
    for subject in ProseSubject.all_in(handbook, build_day()):
        words = sum(len(passage.text.split()) for passage in subject.passages)
        start = time.process_time()
        for check in looking:
            list(check.look(subject))
        taken.append((time.process_time() - start, words, subject.path))
    seconds, total = sum(part[0] for part in taken), sum(part[1] for part in taken)
    print(f"\n{len(taken)} files of {total} words: {seconds * 3_000_000 / total:.1f} ms")
    print("  of CPU for 3,000 words, with what is loaded once; the slowest:")
    for each, words, path in sorted(taken, reverse=True)[:3]:
        print(f"  {each * 1000:6.1f} ms  {words:5} words  {path}")


def main() -> None:
    """Measure, as the arguments say."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.wording", description=__doc__)
    parser.add_argument("--tuning", nargs="*", metavar="RULE", help="list what is wrong there")
    parser.add_argument("--keep", action="store_true", help="add the figures to the history")
    said = parser.parse_args()
    if said.tuning is not None:
        of_tuning(said.tuning)
        return
    found = figures()
    on_labelled(found)
    if said.keep:
        keep(found)
    on_handbook()
    in_time()


if __name__ == "__main__":
    main()
