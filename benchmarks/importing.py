"""How well the importer places the lines of job descriptions, and how fast: ``make bench``.

Of the half that is held out it prints totals alone; with ``--tuning`` it prints instead each line
of the half for tuning that is wrongly placed. With ``--keep`` it adds the figures to the history.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from benchmarks.places import IMPORTING_HISTORY
from benchmarks.run import last_commit
from tests.importing.scoring import HALVES, described, documents, judged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Count = tuple[int, int, int]
"""How many lines are rightly placed, how many there are, and how many are nowhere."""


def counted(files: list[Path]) -> Count:
    """Return the figures of some documents."""
    found = [line for file in files for line in judged(file)]
    return sum(it.is_right for it in found), len(found), sum(not it.place for it in found)


def figures() -> dict[str, dict[str, Count]]:
    """Return the figures of the half for tuning, by group; of the other the total alone."""
    tuning, held = HALVES
    return {tuning: dict(_by_group(tuning)), held: {"all": counted(documents(held))}}


def _by_group(half: str) -> Iterator[tuple[str, Count]]:
    groups: defaultdict[str, list[Path]] = defaultdict(list)
    for file in documents(half):
        for group in ("all", described(file).language, file.suffix):
            groups[group].append(file)
    for group, files in sorted(groups.items()):
        yield group, counted(files)


def shown(found: dict[str, dict[str, Count]]) -> None:
    """Print the figures."""
    for half, groups in found.items():
        print(f"\n{half}: {len(documents(half))} documents")
        for group, (right, lines, nowhere) in groups.items():
            share = f"{right / lines:6.1%} of {lines:3} lines rightly placed"
            print(f"  {group:6} {share}, {nowhere} nowhere")


def keep(found: dict[str, dict[str, Count]]) -> None:
    """Add a line to the history."""
    line = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": last_commit(),
        "halves": {half: {name: list(it) for name, it in by.items()} for half, by in found.items()},
    }
    with IMPORTING_HISTORY.open("a", encoding="utf-8") as history:
        history.write(json.dumps(line) + "\n")


def of_tuning() -> None:
    """Print each line of the half for tuning that is wrongly placed."""
    for file in documents("tuning"):
        for line in judged(file):
            if not line.is_right:
                went = line.place or "nowhere"
                print(f"{file.name}: {line.gold.text}\n    wanted {line.gold.wanted}, got {went}")


def in_time() -> None:
    """Print milliseconds a document, after the first one has loaded what is loaded once."""
    first, *files = (file for half in HALVES for file in documents(half))
    described(first)
    described.cache_clear()
    start = time.process_time()
    for file in files:
        described(file)
    print(f"\n{(time.process_time() - start) * 1000 / len(files):.0f} ms of CPU a document")


def main() -> None:
    """Measure, as the arguments say."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.importing", description=__doc__)
    parser.add_argument("--tuning", action="store_true", help="list what is wrong there")
    parser.add_argument("--keep", action="store_true", help="add the figures to the history")
    said = parser.parse_args()
    if said.tuning:
        of_tuning()
        return
    in_time()
    found = figures()
    shown(found)
    if said.keep:
        keep(found)


if __name__ == "__main__":
    main()
