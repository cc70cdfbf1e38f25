"""How well the rules on wording find what they should, and how fast: ``make bench``.

On the labelled sentences, on the real handbook (every finding, waived or not), and in
milliseconds for each page.
"""

from __future__ import annotations

import time
from pathlib import Path

from hiring.checks.prose import ProseSubject
from hiring.checks.run import run_checks
from hiring.reading.handbook import review_handbook
from hiring.system.clock import build_day
from tests.core.labelled import CHECKS, halves, labelled, scored

HANDBOOK = Path(__file__).parents[1] / "handbook"


def on_sentences() -> None:
    """Print precision and recall on both halves of the labelled sentences."""
    for name, half in halves(labelled()):
        scores = scored(half)
        print(f"\n{len(half)} sentences, {name}: {scores.overall}")
        for rule, score in sorted(scores.by_rule.items()):
            print(f"  {rule:16} {score}")


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
    for subject in ProseSubject.all_in(handbook, build_day()):
        words = sum(len(passage.text.split()) for passage in subject.passages)
        start = time.process_time()
        for check in CHECKS:
            list(check.look(subject))
        taken.append((time.process_time() - start, words, subject.path))
    seconds, total = sum(part[0] for part in taken), sum(part[1] for part in taken)
    print(f"\n{len(taken)} files of {total} words: {seconds * 3_000_000 / total:.1f} ms")
    print("  of CPU for 3,000 words, with what is loaded once; the slowest:")
    for each, words, path in sorted(taken, reverse=True)[:3]:
        print(f"  {each * 1000:6.1f} ms  {words:5} words  {path}")


if __name__ == "__main__":
    on_sentences()
    on_handbook()
    in_time()
