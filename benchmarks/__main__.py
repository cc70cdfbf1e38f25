"""Measure builds of many roles: ``make bench``, ``make bench SIZES="10 100 1000 5000"``.

``make bench PROFILE=1`` prints where the time of a cold build goes instead. Nothing here passes or
fails.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks import report
from benchmarks.costliest import print_costliest
from benchmarks.run import begin, measure_size, told
from tools.chromium import find

REPORTS = Path("_build/bench")


def main() -> None:
    """Measure each size, and write the report anew after each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10, 100], help="numbers of roles")
    parser.add_argument("--profile", action="store_true", help="print the costliest functions")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.profile:
            print_costliest(Path(folder) / "profiled", options.sizes[-1])
        else:
            _measure(sorted(set(options.sizes)), Path(folder))


def _measure(sizes: list[int], work: Path) -> None:
    run = begin()
    path = find()
    assert path
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for count in sizes:
            told(f"{count} roles")
            run.sizes[count] = measure_size(count, work / str(count), browser, told)
            report.write(run, REPORTS)
        browser.close()
    report.remember(run)
    print(report.markdown(run))


if __name__ == "__main__":
    main()
